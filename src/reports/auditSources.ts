import { InputError } from "../core/errors.js";
import { numbered } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { placeOf } from "./auditClock.js";
import { printOf } from "./figures.js";
import { sourceAccess } from "./sourceAccess.js";
import { distinct, type Slot, slotsOf } from "./sourceOf.js";
import { sourceShares } from "./sourceShares.js";

/**
 * What a report's notes rest on: sources listed twice, how many stand behind one publisher, what is about another place,
 * what no reader can look up or run again, and how many publishers stand behind each figure.
 *
 * @throws InputError when the level does not lie between 0 and 1
 */
export function auditSources(report: Report, { level }: { level: number }): Verdict[] {
  if (!(level > 0 && level < 1)) throw new InputError(`auditSources: level must lie between 0 and 1, got ${level}`);
  return [
    ...repeats(report),
    ...again(report),
    ...elsewhere(report),
    ...sourceShares(report, level),
    ...sourceAccess(report),
    ...noNote(report),
  ];
}

function repeats(report: Report): Verdict[] {
  return report.citations.flatMap(({ note }): Verdict[] => {
    const slots = slotsOf(report).filter((one) => one.note === note);
    const sources = distinct(slots);
    if (slots.length < 2 || sources.length === slots.length) return [];
    const twice = distinct(slots.filter((slot) => !sources.includes(slot)));
    const at = placeOf(report.citations, note);
    return [
      {
        ...{ id: `sources/note-${note}/repeats`, by: "audit", ...(at !== undefined && { at }), data: printOf(report) },
        label: `Note ${note}, a source more than once`,
        says: `note ${note} lists ${numbered(slots.length, "source")}`,
        verdict: "fails",
        n: slots.length,
        reading: `${slots.length} slots, ${sources.length} distinct: ${twice.map((one) => one.source).join(", ")} ${twice.length === 1 ? "stands" : "stand"} more than once`,
        how: "addresses without scheme, www., tracking and closing slashes; posts by their number",
        couldFail: "yes: a note that lists each source once would have passed",
        matters: { weight: "low", why: "the list looks longer than the evidence is" },
      },
    ];
  });
}

function again(report: Report): Verdict[] {
  const slots = slotsOf(report);
  const sources = distinct(slots);
  if (slots.length === 0) return [];
  const notes = (source: string): number =>
    new Set(slots.filter((one) => one.source === source).map((one) => one.note)).size;
  const shared = sources.map((one) => ({ ...one, notes: notes(one.source) })).filter((one) => one.notes > 1);
  const most = [...shared].sort((a, b) => b.notes - a.notes)[0];
  const top = most === undefined ? "" : `, most often ${most.source}, in ${most.notes}`;
  return [
    {
      ...{ id: "sources/again", by: "audit", data: printOf(report), label: "Sources cited again" },
      says: `the ${numbered(slots.length, "item")} of its notes are so many sources`,
      verdict: sources.length === slots.length ? "holds" : "fails",
      n: slots.length,
      reading: `${slots.length} slots, ${sources.length} distinct; ${shared.length} of them in more than one note${top}`,
      how: "addresses without scheme, www., tracking and closing slashes; posts by their number; what has no address by publisher and title",
      couldFail: "yes: notes that cite each source once would have passed",
      matters: { weight: "low", why: "to cite a source again is fair; to count it again is not" },
    },
  ];
}

function elsewhere(report: Report): Verdict[] {
  const slots = slotsOf(report);
  return report.citations.flatMap(({ note }): Verdict[] => {
    const own = slots.filter((one) => one.note === note);
    const found = own.filter((one) => one.cited.about !== undefined);
    if (found.length === 0) return [];
    const at = placeOf(report.citations, note);
    return [
      {
        ...{ id: `sources/note-${note}/about`, by: "audit", ...(at !== undefined && { at }), data: printOf(report) },
        label: `Note ${note}, about another place`,
        says: `what note ${note} lists is about what it is cited for`,
        verdict: "fails",
        n: own.length,
        reading: `${found.length} of ${own.length} ${found.length === 1 ? "is" : "are"} about another place: ${found.map(aboutText).join("; ")}`,
        how: "as the item was encoded: the place it is about, where that is not what it is cited for",
        couldFail: "yes: items about the place would have passed; what only part of a source says is not seen",
        matters: { weight: "medium", why: "a count that it supports may hold what lies elsewhere" },
      },
    ];
  });
}

function aboutText({ item, cited }: Slot): string {
  return `item ${item}, of ${cited.publisher}, about ${cited.about ?? ""}`;
}

function noNote(report: Report): Verdict[] {
  const { claims } = report;
  const noted = new Set(report.citations.flatMap((one) => one.supports));
  const without = claims.filter((one) => one.notes.length === 0 && !noted.has(one.id));
  if (claims.length === 0) return [];
  const kinds = [...new Set(claims.map((one) => one.kind))];
  const each = kinds.flatMap((kind) => {
    const all = claims.filter((one) => one.kind === kind).length;
    const found = without.filter((one) => one.kind === kind).length;
    return found === 0 ? [] : [`${found} of ${all} of the kind ${kind}`];
  });
  const isFact = without.some((one) => one.kind === "observation" || one.kind === "background");
  return [
    {
      ...{ id: "sources/no-note", by: "audit", data: printOf(report), label: "Claims without a note" },
      says: "each claim names a source",
      verdict: without.length === 0 ? "holds" : "fails",
      n: claims.length,
      reading: `${without.length} of ${numbered(claims.length, "claim")} ${without.length === 1 ? "has" : "have"} no note${each.length === 0 ? "" : `: ${each.join(", ")}`}`,
      how: "claims with no note of their own and that no note says it supports",
      couldFail: "yes: claims with a note each would have passed; whether a note bears its claim out is not asked",
      matters: isFact
        ? { weight: "medium", why: "observations are among them, which a source could bear out" }
        : { weight: "low", why: "they are the author's own conclusions" },
    },
  ];
}
