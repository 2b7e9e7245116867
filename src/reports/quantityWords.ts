import { numeral } from "./numeral.js";
import { type WordRow, wordRow } from "./wordRow.js";

const vague: readonly (readonly [string, string, string])[] = [
  ["a couple", "[2, 3]", "ours"],
  ["a few", "[2, 5]", "ours"],
  ["a handful", "[3, 7]", "ours"],
  ["several", "[3, 9]", "ours"],
  ["a dozen", "[10, 14]", "ours: a round number, within two"],
  ["dozens", "[24, 99]", "ours: two dozen or more, short of a hundred"],
  ["several dozen", "[36, 108]", "ours: three to nine dozen"],
  ["a few dozen", "[24, 60]", "ours: two to five dozen"],
  ["scores", "[40, 199]", "ours: two score or more, short of hundreds"],
  ["hundreds", "[200, 999]", "ours: two hundred or more, short of a thousand"],
  ["several hundred", "[300, 900]", "ours: three to nine hundred"],
  ["thousands", "[2000, 9999]", "ours: two thousand or more, short of ten thousand"],
];

const about = "ours: as far as a tenth, at least a half, on either side";
const nearly = "ours: as far as a tenth, at least a half, below";

type Ends = readonly [low: number, high: number, hasLow: boolean, hasHigh: boolean];

/** Words before a quantity, by the ends they set around that of the quantity itself. */
const hedges: readonly {
  readonly words: readonly string[];
  readonly note: string;
  ends(low: number, high: number): Ends;
}[] = [
  { words: ["nearly", "almost"], note: nearly, ends: (low, high) => [low - reach(low), high, true, true] },
  {
    words: ["about", "roughly", "around", "approximately"],
    note: about,
    ends: (low, high) => [low - reach(low), high + reach(high), true, true],
  },
  { words: ["at least", "no fewer than"], note: "as written", ends: (low) => [low, Infinity, true, false] },
  { words: ["more than", "over"], note: "as written", ends: (low) => [low, Infinity, false, false] },
  { words: ["fewer than", "less than", "under"], note: "as written", ends: (_, high) => [0, high, true, false] },
  { words: ["up to", "at most", "as many as"], note: "as written", ends: (_, high) => [0, high, true, true] },
];

/**
 * What words for a quantity say, as a table's rows: the vague ones, and each hedge before "five". The ranges are ours
 * unless the note says that they are as written.
 *
 * @example
 * quantityWords().find((row) => row.word === "several dozen")?.range // "[36, 108]"
 */
export function quantityWords(): readonly WordRow[] {
  const names = [
    "five",
    "between four and six",
    ...vague.map(([word]) => word),
    ...hedges.flatMap(({ words }) => words.map((one) => `${one} five`)),
  ];
  return names.flatMap((name) => quantityRow(name) ?? []);
}

/** The row of one quantity in words or digits, with or without a hedge; undefined where nothing is known of it. */
export function quantityRow(text: string): WordRow | undefined {
  const known = vague.find(([word]) => word === text);
  if (known !== undefined) return wordRow(...known);
  const number = numeral(text);
  if (number !== undefined) return wordRow(text, `[${number}, ${number}]`, "as written");
  const ends = /^between (.+) and (.+)$/.exec(text) ?? /^(?:from )?(.+) to (.+)$/.exec(text);
  if (ends !== null && !text.startsWith("up to ")) {
    const [low, high] = [numeral(ends[1]), numeral(ends[2])];
    if (low !== undefined && high !== undefined && low <= high) return wordRow(text, `[${low}, ${high}]`, "as written");
  }
  for (const { words, note, ends: endsOf } of hedges) {
    const hedge = words.find((one) => text.startsWith(`${one} `));
    if (hedge === undefined) continue;
    const inner = quantityRow(text.slice(hedge.length + 1));
    if (inner === undefined) return undefined;
    const [low, high, hasLow, hasHigh] = endsOf(inner.low, inner.high);
    const range = `${hasLow ? "[" : "("}${low}, ${high === Infinity ? "∞" : high}${hasHigh ? "]" : ")"}`;
    return wordRow(text, range, note === "as written" ? inner.note : note);
  }
  return undefined;
}

/** How far a hedge lets a number lie: a tenth of it, and at least a half. */
function reach(number: number): number {
  return Math.max(0.5, number / 10);
}
