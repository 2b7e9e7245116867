import { InputError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import { reportPlace } from "../core/reportPlace.js";
import { type Located, locationsIn } from "./locations.js";
import { type Sentence, sentencesOf } from "./sentences.js";

/** A place that a report names, with the hash of its sentence where the text tells it. */
export interface HashedLocation extends Located {
  readonly place: string;
  readonly sha256?: string;
  /** The sentence itself, as the text has it. */
  readonly text?: string;
  /** Whether the report had the hash already. */
  readonly had: boolean;
  /** Why there is no hash. */
  readonly why?: string;
}

/**
 * The hash of each sentence that a report locates, from its text, in the report's order. `offset` is which paragraph of the
 * text is paragraph 1 of the report; where it is not given, the hashes that the report has tell it, for each paragraph the
 * nearest before and after it; where those two differ, as at a caption, the hash is not given.
 *
 * @throws InputError when no hash of the report is in the text and no offset is given, or the offset is not a whole number
 */
export function hashReport(report: Report, text: string, { offset }: { offset?: number } = {}): HashedLocation[] {
  if (offset !== undefined && !Number.isInteger(offset))
    throw new InputError(`hashReport: offset needs a whole number, got ${offset}`);
  const sentences = sentencesOf(text);
  const all = locationsIn(report);
  const shifts = offset === undefined ? shiftsOf(all, sentences) : new Map([[1, offset - 1]]);
  if (shifts.size === 0)
    throw new InputError(
      "hashReport: no hash of the report is in the text; say with offset which paragraph is the first",
    );
  return all.map(({ path, at }): HashedLocation => {
    const row = { path, at, place: reportPlace(report, path), had: at.sha256 !== undefined };
    if (at.sha256 !== undefined) {
      const one = sentences.find(({ sha256 }) => sha256 === at.sha256);
      return { ...row, sha256: at.sha256, ...(one ? { text: one.text } : { why: "its hash is not in the text" }) };
    }
    if (at.sentence === undefined) return { ...row, why: "names no sentence" };
    const shift = shiftAt(at.paragraph, shifts);
    if (shift === undefined)
      return { ...row, why: "lies between hashes of which the text counts paragraphs otherwise" };
    const one = sentences.find((other) => other.paragraph === at.paragraph + shift && other.sentence === at.sentence);
    return one === undefined ? { ...row, why: "is not in the text" } : { ...row, sha256: one.sha256, text: one.text };
  });
}

/** By how many paragraphs the text is ahead of the report, at each paragraph of which a hash is in the text once. */
function shiftsOf(all: readonly Located[], sentences: readonly Sentence[]): Map<number, number> {
  const shifts = new Map<number, number>();
  for (const { at } of all) {
    const found = sentences.filter(({ sha256 }) => sha256 === at.sha256);
    if (found.length === 1) shifts.set(at.paragraph, found[0].paragraph - at.paragraph);
  }
  return shifts;
}

function shiftAt(paragraph: number, shifts: ReadonlyMap<number, number>): number | undefined {
  const places = [...shifts.keys()].sort((one, other) => one - other);
  const before = shifts.get(places.findLast((one) => one <= paragraph) ?? Number.NaN);
  const after = shifts.get(places.find((one) => one >= paragraph) ?? Number.NaN);
  return before === undefined || after === undefined || before === after ? (before ?? after) : undefined;
}
