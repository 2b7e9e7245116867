import type { Supported } from "../core/clockRow.js";
import type { Span } from "../core/day.js";
import type { Citation, Figure, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import { figureOf, windowOf } from "./figures.js";

/** The claims that a note supports, by the note's own word or by the claim's. */
function claimsOf(report: Report, { note, supports }: Citation): readonly ReportClaim[] {
  return report.claims.filter((one) => supports.includes(one.id) || one.notes.includes(note));
}

/** The figures that a note supports, by the note's own word or by the figure's. */
function figuresOf(report: Report, { note, supports }: Citation): readonly Figure[] {
  return report.figures.filter((one) => supports.includes(one.id) || one.notes.includes(note));
}

/** The notes behind a claim or figure, by its own word or by theirs. */
export function notesOf(report: Report, { id, notes }: ReportClaim | Figure): readonly Citation[] {
  return report.citations.filter((one) => one.supports.includes(id) || notes.includes(one.note));
}

/** A stretch that a note is cited for. */
export type Stretch = Omit<Supported, "lies">;

/**
 * The stretches of what a note supports: of a figure its window; of a claim when it happened, or else from the first to the
 * last day of the windows of what it is checked on.
 */
export function stretchesOf(report: Report, citation: Citation): readonly Stretch[] {
  const figures = figuresOf(report, citation).map(({ id, label, window }): Stretch => {
    const { since, until } = windowOf(report, window);
    return { id, what: "figure", from: "window", label, since, until };
  });
  const claims = claimsOf(report, citation).flatMap(({ id, label, happened, check }): Stretch[] => {
    if (happened !== undefined) return [{ id, what: "claim", from: "happened", label, ...happened }];
    const spans = check === undefined ? [] : windowsOf(report, check);
    const since = spans.map((one) => one.since).sort()[0];
    const until = spans.map((one) => one.until).sort()[spans.length - 1];
    return since === undefined ? [] : [{ id, what: "claim", from: "window", label, since, until }];
  });
  return [...figures, ...claims];
}

function windowsOf(report: Report, check: Check): readonly Span[] {
  const ofFigures = (...ids: readonly string[]): readonly Span[] =>
    ids.map((id) => windowOf(report, figureOf(report, id).window));
  if (check.type === "ratio") return ofFigures(check.before, check.after);
  if (check.type === "pace") return ofFigures(check.figure);
  if (check.type === "share")
    return ofFigures(check.figure, ...check.against.flatMap((one) => (typeof one === "string" ? [one] : [])));
  if (check.type === "leads") return ofFigures(check.part.before, check.part.after);
  if (check.type === "count") return [windowOf(report, check.window)];
  return [windowOf(report, check.before), windowOf(report, check.after)];
}
