import type { Codebook } from "../core/codebook.js";
import type { Report } from "../core/report.js";
import { inReportOrder, reportPlace } from "../core/reportPlace.js";
import { lintClaims } from "./lintClaims.js";
import { lintNames } from "./lintNames.js";
import { lintNotes } from "./lintNotes.js";
import { lintText } from "./lintText.js";
import { lintUses } from "./lintUses.js";

/** What a linter has to say of one place: a fault is wrong, advice is what a careful encoder would look at again. */
export interface LintRow {
  /** The path of the field and whose it is, or a sentence of the text. */
  readonly place: string;
  readonly level: "fault" | "advice";
  readonly says: string;
}

/** A row before its place is put in words. */
export interface Linted extends Omit<LintRow, "place"> {
  readonly path: readonly (string | number)[];
}

/** What a report may be held against. */
export interface LintOptions {
  /** The report's own text: a paragraph a line, empty lines aside. */
  readonly text?: string;
  readonly codebook?: Codebook;
  /** The range of a word of probability, undefined or an InputError where it has none. */
  readonly rangeOf?: (word: string) => unknown;
}

/**
 * What is missing from, inconsistent in or doubtful about an encoded report whose form is right, in the report's order; with
 * its text, whether each located sentence is where the report says, and which sentences nothing was made of; with a codebook,
 * whether its zones and groups are known. Nothing to say is an empty list.
 */
export function lintReport(report: Report, { text, codebook, rangeOf }: LintOptions = {}): LintRow[] {
  const found = [
    ...examplesLeft(report),
    ...lintClaims(report, rangeOf),
    ...lintUses(report),
    ...lintNotes(report),
    ...(codebook === undefined ? [] : lintNames(report, codebook)),
  ];
  const { located, silent } = lintText(report, text);
  const placed = inReportOrder([...found, ...located]).map(({ path, level, says }) => ({
    place: reportPlace(report, path),
    level,
    says,
  }));
  return [...placed, ...silent];
}

/** Parts that still hold what a scaffold put there. */
function examplesLeft(report: Report): Linted[] {
  const parts = new Map<string, (string | number)[]>();
  const look = (value: unknown, path: readonly (string | number)[]): void => {
    const part = path.slice(0, 2);
    if (typeof value === "string" && /^EXAMPLE\b/.test(value)) parts.set(part.join(), part);
    if (typeof value !== "object" || value === null) return;
    for (const [key, one] of Object.entries(value)) look(one, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  look(report, []);
  return [...parts.values()].map((path) => ({ path, level: "advice", says: "still holds an EXAMPLE to replace" }));
}
