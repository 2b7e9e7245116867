import { type LikelihoodWord, likelihoodWord } from "../core/likelihoodWords.js";
import { numbered } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { printOf } from "./figures.js";
import { languageOfForecasts } from "./languageOfForecasts.js";

/**
 * What a report's words of likelihood can carry: how often each stands and of what kind of claim, which have a range, one
 * word used both to predict and to explain, synonyms of both rows of ICD 203, levels of confidence; and of forecasts and
 * indicators whether they set a deadline, a threshold and a source. Counted by claim: a sentence that is said again counts
 * again only where it was encoded as a claim of its own.
 *
 * @see Office of the Director of National Intelligence (2015) Intelligence Community Directive 203, Analytic Standards, D.6.e.(2)
 */
export function auditLanguage(report: Report): Verdict[] {
  const said = report.claims.flatMap((claim): Said[] =>
    claim.likelihood === undefined ? [] : [saidOf(claim, claim.likelihood.word, claim.likelihood.range)],
  );
  const base = { by: "audit", data: printOf(report), n: said.length } as const;
  const about = said.length === 0 ? [] : [counts(base, said), ...twoUses(base, said), rows(base, said)];
  return [...about, ...confidence(base, report), ...languageOfForecasts(report)];
}

interface Said {
  readonly claim: ReportClaim;
  /** The word that the report's own amounts to. */
  readonly word: string;
  readonly known?: LikelihoodWord;
  readonly range?: readonly [number, number];
  readonly isOwn: boolean;
}

type Base = Pick<Verdict, "by" | "data" | "n">;

function saidOf(claim: ReportClaim, words: string, own: readonly [number, number] | undefined): Said {
  const known = likelihoodWord(words);
  const range = own ?? known?.range;
  const word = known?.word ?? words.trim().toLowerCase();
  return { claim, word, ...(known && { known }), ...(range && { range }), isOwn: own !== undefined };
}

function counts(base: Base, said: readonly Said[]): Verdict {
  const words = [...new Set(said.map((one) => one.word))];
  const each = words.map((word) => {
    const some = said.filter((one) => one.word === word);
    return `"${word}" ${some.length === 1 ? "once" : `${some.length} times`} (${byKind(some)}), ${rangeText(some[0])}`;
  });
  const without = said.filter((one) => one.range === undefined).length;
  return {
    ...{ ...base, id: "language/words", label: "Words of likelihood" },
    says: "its words of likelihood say how likely",
    verdict: without === 0 ? "holds" : without === said.length ? "fails" : "uncertain",
    reading: `${each.join("; ")}; ${without} of ${said.length} without a range`,
    how: 'claims by their word of likelihood and kind, "will likely" read as "likely"; ranges are the publisher\'s own, or else ICD 203\'s',
    couldFail: "yes: words of the ICD 203 table, or ranges of the publisher's own, would have passed",
    matters:
      without === 0
        ? { weight: "low", why: "a range can be scored, though a wide one forgives much" }
        : { weight: "medium", why: "what has no range cannot be wrong by much, whatever happens" },
  };
}

function byKind(said: readonly Said[]): string {
  const kinds = [...new Set(said.map((one) => one.claim.kind))].sort();
  return kinds.map((kind) => numbered(said.filter((one) => one.claim.kind === kind).length, kind)).join(", ");
}

function rangeText({ range, isOwn, known }: Said): string {
  if (range === undefined) return known?.why ?? "not a word of ICD 203";
  const [low, high] = range.map((one) => Math.round(100 * one));
  return `${low} to ${high}% ${isOwn ? "by the publisher" : "in ICD 203"}`;
}

function twoUses(base: Base, said: readonly Said[]): Verdict[] {
  const used = (word: string, kind: ReportClaim["kind"]): boolean =>
    said.some((one) => one.word === word && one.claim.kind === kind);
  const words = [...new Set(said.map((one) => one.word))];
  const both = words.filter((word) => used(word, "forecast") && used(word, "explanation"));
  if (!said.some((one) => one.claim.kind === "explanation")) return [];
  const each = both.map((word) => `"${word}": ${byKind(said.filter((one) => one.word === word))}`);
  return [
    {
      ...{ ...base, id: "language/two-uses", label: "One word for what will be and for why" },
      says: "what it calls likely is something that can be seen to happen or not",
      verdict: both.length === 0 ? "holds" : "fails",
      reading: both.length === 0 ? "no word stands both for a forecast and for an explanation" : each.join("; "),
      how: "words of likelihood by the kind of their claims",
      couldFail: "yes: words kept to forecasts or to explanations would have passed",
      matters: {
        weight: "medium",
        why: "a chance of an event can be scored; the same word for a motive or cause cannot, and lends it the same air",
      },
    },
  ];
}

function rows(base: Base, said: readonly Said[]): Verdict {
  const named = said.filter((one) => one.known?.row !== undefined && !one.isOwn);
  const words = (row: string): readonly string[] =>
    [...new Set(named.filter((one) => one.known?.row === row).map((one) => `"${one.word}"`))].sort();
  const [likelihood, probability] = [words("likelihood"), words("probability")];
  const isMixed = likelihood.length > 0 && probability.length > 0;
  const each = [
    ...(likelihood.length > 0 ? [`of likelihood ${likelihood.join(", ")}`] : []),
    ...(probability.length > 0 ? [`of probability ${probability.join(", ")}`] : []),
  ];
  return {
    ...{ ...base, n: named.length, id: "language/rows", label: "Rows of synonyms" },
    says: "it keeps to one row of synonyms",
    verdict: named.length === 0 ? "not scoreable" : isMixed ? "fails" : "holds",
    reading: named.length === 0 ? "no word is of the ICD 203 table" : `${each.join("; ")}`,
    how: "the two rows of ICD 203: of likelihood (likely) and of probability (probable), which it asks not to mix without saying so",
    couldFail:
      named.length > 1 ? "yes: words of both rows would have failed" : "no: it takes two words of the table to mix",
    matters: { weight: "low", why: "a reader may take two words of one range for two degrees" },
  };
}

function confidence(base: Base, { claims }: Report): Verdict[] {
  const judged = claims.filter((one) => one.kind === "forecast" || one.kind === "explanation");
  if (judged.length === 0) return [];
  const found = judged.filter((one) => /\bconfiden(?:ce|t|tly)\b/i.test(`${one.likelihood?.word ?? ""} ${one.says}`));
  return [
    {
      ...{ ...base, n: judged.length, id: "language/confidence", label: "Levels of confidence" },
      says: "it says how sure it is of its grounds",
      verdict: found.length === judged.length ? "holds" : found.length === 0 ? "fails" : "uncertain",
      reading: `${found.length} of ${judged.length} forecasts and explanations ${found.length === 1 ? "states" : "state"} a level of confidence`,
      how: "forecasts and explanations, as they were encoded, searched for a word of confidence",
      couldFail: "yes: a level of confidence in each would have passed; one that was not encoded is not seen",
      matters: { weight: "low", why: "how likely something is and how good the grounds are, are two things" },
    },
  ];
}
