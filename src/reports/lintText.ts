import type { Location, Report } from "../core/report.js";
import type { Linted, LintRow } from "./lintReport.js";
import { type Located, locationsIn } from "./locations.js";
import { type Sentence, sentencesOf } from "./sentences.js";

/** A located sentence with the sentences of the text that have its hash, by their place in it. */
interface Candidate extends Located {
  readonly found: readonly number[];
}

/**
 * Whether the sentences that a report locates are in its text, in the order of its paragraphs: their numbers may differ by
 * headings and captions, which not everybody counts. Then which sentences between the first and the last located lie in no
 * claim and no figure. Without a text, what can be said of the locations alone.
 */
export function lintText(report: Report, text: string | undefined): { located: Linted[]; silent: LintRow[] } {
  const all = locationsIn(report);
  const bare = all.filter(({ at }) => at.sha256 === undefined);
  const rows: Linted[] = bare.map(({ path }) => ({ path, level: "advice", says: "has no hash of its sentence" }));
  rows.push(...clashes(all));
  if (text === undefined) return { located: rows, silent: [] };
  const sentences = sentencesOf(text);
  const candidates = all
    .filter(({ at }) => at.sha256 !== undefined)
    .map((one) => ({ ...one, found: sentences.flatMap(({ sha256 }, i) => (sha256 === one.at.sha256 ? [i] : [])) }));
  for (const { path, found } of candidates)
    if (found.length === 0) rows.push({ path, level: "fault", says: "its hash is of no sentence of the text" });
  const there = candidates.filter(({ found }) => found.length > 0);
  const sited = there.filter(({ at }) => at.sentence !== undefined);
  const taken = inOrder(sited);
  for (const { path, at, found } of sited) {
    const one = sentences[taken.get(keyOf(at)) ?? found[0]];
    const is = `is paragraph ${one.paragraph}, sentence ${one.sentence} of the text`;
    if (!taken.has(keyOf(at))) rows.push({ path, level: "fault", says: `${is}, against the order of the others` });
    else if (at.sentence !== one.sentence)
      rows.push({ path, level: "advice", says: `${is}, not sentence ${at.sentence} of its paragraph` });
  }
  return { located: rows, silent: silence(there, taken, sentences) };
}

/** Locations that give one sentence two hashes. */
function clashes(all: readonly Located[]): Linted[] {
  const first = new Map<string, string>();
  return all.flatMap(({ path, at: { paragraph, sentence, sha256 } }) => {
    if (sentence === undefined || sha256 === undefined) return [];
    const place = `${paragraph}.${sentence}`;
    const before = first.get(place) ?? sha256;
    first.set(place, before);
    const says = `has another hash than an earlier location of paragraph ${paragraph}, sentence ${sentence}`;
    return before === sha256 ? [] : [{ path, level: "fault", says }];
  });
}

const keyOf = ({ paragraph, sentence = 0, sha256 }: Location): string => `${paragraph}.${sentence}.${sha256}`;

/** The most locations whose order in the report is that of the text, each with the sentence it is taken to be. */
function inOrder(there: readonly Candidate[]): Map<string, number> {
  const places = [...new Map(there.map((one) => [keyOf(one.at), one])).values()].sort(
    (one, other) => one.at.paragraph - other.at.paragraph || (one.at.sentence ?? 0) - (other.at.sentence ?? 0),
  );
  interface Chain {
    readonly length: number;
    readonly end: number;
    readonly key: string;
    readonly before?: Chain;
  }
  const chains: Chain[] = [];
  for (const { at, found } of places) {
    const grown = found.map((end): Chain => {
      const fits = chains.filter((chain) => chain.end < end);
      const before = fits.reduce<Chain | undefined>(
        (best, one) => (one.length > (best?.length ?? 0) ? one : best),
        undefined,
      );
      return { length: (before?.length ?? 0) + 1, end, key: keyOf(at), ...(before && { before }) };
    });
    chains.push(...grown);
  }
  const taken = new Map<string, number>();
  let at = chains.reduce<Chain | undefined>((best, one) => (one.length > (best?.length ?? 0) ? one : best), undefined);
  for (; at !== undefined; at = at.before) taken.set(at.key, at.end);
  return taken;
}

function silence(
  there: readonly Candidate[],
  taken: ReadonlyMap<string, number>,
  sentences: readonly Sentence[],
): LintRow[] {
  const ends = [...taken.values()];
  const said = new Set(
    there
      .filter(({ path }) => path[0] === "claims" || path[0] === "figures")
      .map(({ at, found }) => taken.get(keyOf(at)) ?? found[0]),
  );
  return sentences.flatMap(({ paragraph, sentence, text }, i): LintRow[] => {
    if (i < Math.min(...ends) || i > Math.max(...ends) || said.has(i)) return [];
    const words = text.split(" ");
    const start = words.length > 7 ? `${words.slice(0, 7).join(" ")} …` : text;
    const place = `paragraph ${paragraph}, sentence ${sentence} of the text: ${start}`;
    return [{ place, level: "advice", says: "lies in no claim and no figure" }];
  });
}
