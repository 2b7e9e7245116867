/** A word of likelihood: its range in ICD 203, or why it has none. */
export interface LikelihoodWord {
  readonly word: string;
  /** From 0 to 1; absent where ICD 203 gives none. */
  readonly range?: readonly [number, number];
  /** Which of the two rows of synonyms it stands in: of likelihood ("likely") or of probability ("probable"). */
  readonly row?: "likelihood" | "probability";
  /** Why it has no range. */
  readonly why?: string;
}

const columns: readonly (readonly [string, string, number, number])[] = [
  ["almost no chance", "remote", 0.01, 0.05],
  ["very unlikely", "highly improbable", 0.05, 0.2],
  ["unlikely", "improbable", 0.2, 0.45],
  ["roughly even chance", "roughly even odds", 0.45, 0.55],
  ["likely", "probable", 0.55, 0.8],
  ["very likely", "highly probable", 0.8, 0.95],
  ["almost certain", "nearly certain", 0.95, 0.99],
];

const none = "ICD 203 gives it no range";
const vague: readonly (readonly [string, string])[] = [
  ["will", "stated as certain: no chance of being wrong is left"],
  ["would", "certain on a condition: how likely the condition is, it does not say"],
  ["may", `possible, however unlikely: ${none}`],
  ["might", `possible, however unlikely: ${none}`],
  ["could", `possible, however unlikely: ${none}`],
  ["can", `possible, however unlikely: ${none}`],
  ["possible", `not impossible: ${none}`],
  ["potential", `not impossible: ${none}`],
  ["plausible", `not to be ruled out: ${none}`],
  ["perhaps", `not to be ruled out: ${none}`],
  ["cannot be ruled out", `above nothing: ${none}`],
  ["expected", `more likely than not, by how much is open: ${none}`],
  ["more likely than not", `above one half, by how much is open: ${none}`],
  ["highly likely", `${none}: it has "very likely" and "highly probable"`],
  ["very probable", `${none}: it has "very likely" and "highly probable"`],
  ["increasingly likely", `more than before, how much is open: ${none}`],
  ["certain", "no chance of being wrong is left"],
];

/**
 * Every word of likelihood that we know: the two rows of ICD 203 with their ranges, from the least to the most likely, then
 * words in common use that have none there, and why.
 *
 * @see Office of the Director of National Intelligence (2015) Intelligence Community Directive 203, Analytic Standards, D.6.e.(2)
 * @example
 * likelihoodWords().filter((one) => one.row === "likelihood").length // 7
 */
export function likelihoodWords(): LikelihoodWord[] {
  return [
    ...columns.flatMap(([likelihood, probability, low, high]): LikelihoodWord[] => [
      { word: likelihood, range: [low, high], row: "likelihood" },
      { word: probability, range: [low, high], row: "probability" },
    ]),
    ...vague.map(([word, why]) => ({ word, why })),
  ];
}

/**
 * The word of likelihood that a report's own words amount to, with its range where ICD 203 gives one: "will likely" is
 * "likely", "probably" is "probable". `undefined` for words that are none we know.
 *
 * @example
 * likelihoodWord("potentially")?.why // "not impossible: ICD 203 gives it no range"
 */
export function likelihoodWord(words: string): LikelihoodWord | undefined {
  const said = words.trim().toLowerCase().replace(/\s+/g, " ");
  const known = likelihoodWords();
  const named = (text: string): LikelihoodWord | undefined => known.find((one) => one.word === text);
  const verbs = "will|would|is|are|was|were|be|has|have|an?|there is";
  const bare = said.replace(new RegExp(`^(?:(?:${verbs}) )+`), "").replace(/ (?:will|would|be|to|that)$/, "");
  const plain = bare
    .replace(/ably$/, "able")
    .replace(/ibly$/, "ible")
    .replace(/tially$/, "tial")
    .replace(/tainly$/, "tain");
  return named(said) ?? named(bare) ?? named(plain) ?? named(plain.replace(/ chance$/, ""));
}

/**
 * The range of a word of likelihood in ICD 203, from 0 to 1; "will likely", "probably" and their like are read as the word
 * in them. `undefined` for a word that it gives none, such as "may": `likelihoodWord` says why.
 *
 * @see Office of the Director of National Intelligence (2015) Intelligence Community Directive 203, Analytic Standards, D.6.e.(2)
 * @example
 * likelihoodRange("will likely") // [0.55, 0.8]
 * likelihoodRange("may") // undefined
 */
export function likelihoodRange(words: string): readonly [number, number] | undefined {
  return likelihoodWord(words)?.range;
}
