import type { Every, Span } from "../core/day.js";
import { whyOf } from "../core/errors.js";
import type { Series } from "../core/panel.js";
import type { Measured } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Data, Verdict } from "../core/verdict.js";
import { count } from "../events/count.js";
import { inPeriods } from "../events/inPeriods.js";
import { select } from "../events/select.js";

/** What was counted and over which days, or why it could not be. */
export type Counted = { readonly series: Series; readonly span: Span } | { readonly why: string };

/**
 * Counts of a measure over a stretch by the report's periods, exposure in periods (for a share, in events of the whole);
 * the reason where this snapshot cannot give them.
 */
export async function counted(
  snapshot: Snapshot,
  measured: Measured,
  { since, until }: Span,
  { every }: { readonly every: Every },
): Promise<Counted> {
  if (measured.cannot !== undefined) return { why: measured.cannot };
  const { where, measure = "events" } = measured;
  try {
    const panel = await count(select(select(snapshot, where), { since, until }), { every, measure });
    return { series: inPeriods(panel)[0], span: sharedOf({ since, until }, where) };
  } catch (error) {
    return { why: whyOf(error) };
  }
}

/** A snapshot as a verdict names it. */
export function dataOf({ name, asOf, hash }: Snapshot): Data {
  return { name, asOf, hash };
}

/** What a verdict says before anything was counted. */
export type Head = Pick<Verdict, "id" | "by" | "claim" | "at" | "label" | "says" | "data" | "proxy">;

/** The same of what a claim of the report says. */
export function claimHead(
  { id, at, label, says }: ReportClaim,
  { on, label: way, proxy }: Pick<Measured, "on" | "label" | "proxy">,
  snapshot: Snapshot,
): Head {
  return {
    ...{ id: `${id}/${on}/${way}`, by: "reproduce", claim: id, at, label: `${label}: ${way}`, says },
    data: dataOf(snapshot),
    ...(proxy !== undefined && { proxy }),
  };
}

/** The verdict on what this snapshot cannot give, with the first reason. */
export function cannotCompare(head: Head, measured: Measured, ...found: readonly Counted[]): Verdict {
  const why = found.flatMap((one) => ("why" in one ? one.why : [])).at(0);
  return {
    ...head,
    verdict: "cannot be compared",
    n: 0,
    reading: `${measured.label}: ${why}`,
    couldFail: "no: there is nothing to hold it against",
  };
}

/** The days of a stretch that criteria with days of their own leave. */
function sharedOf(span: Span, where: { readonly since?: string; readonly until?: string }): Span {
  return {
    since: [span.since, where.since ?? span.since].sort()[1],
    until: [span.until, where.until ?? span.until].sort()[0],
  };
}
