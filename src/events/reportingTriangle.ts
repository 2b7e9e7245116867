import { type Day, type Every, nextPeriod, periodOf } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Triangle } from "../core/triangle.js";
import { checkLayout, periodsOver } from "../core/triangleOf.js";
import { triangleOfVintages } from "../core/triangleOfVintages.js";
import { query } from "../store/engine.js";
import { manifestOf } from "../store/snapshots.js";
import { checkSaid, expanded } from "./codebook.js";

/**
 * How late events came to be known, read from one snapshot: an event counts from the day of its oldest recorded form to that of
 * its deletion. Where a publisher gives only the day of the last change, a revised event seems to have come later than
 * it did, so delays read from a single export are too long; updates that were recorded as they came are not.
 *
 * @throws InputError when the publisher does not say when rows were changed, or the periods are none
 * @see triangleOfVintages for counts taken from stored vintages
 */
export async function reportingTriangle(
  snapshot: Snapshot,
  { every, maxDelay, start }: { every: Every; maxDelay: number; start: Day },
): Promise<Triangle> {
  checkLayout({ start, every, maxDelay, asOf: snapshot.asOf }, "reportingTriangle");
  const manifest = await manifestOf(snapshot);
  checkSaid(snapshot.where, ["known"], manifest, "reportingTriangle");
  const periods = periodsOver(start, every, snapshot.asOf);
  if (periods.length < 2)
    throw new InputError(
      `reportingTriangle: needs 2 whole periods from ${start} to ${snapshot.asOf}, got ${periods.length}`,
    );
  const where = [...snapshot.where.map((one) => expanded(one, manifest)), { since: start }];
  const [rows] = await query({ ...snapshot, allForms: true }, where, [
    (
      forms,
    ) => `WITH seen AS (SELECT id, max_by(day, known) AS day, max_by(events, known) AS events, min(known) AS first,
        max(gone) FILTER (WHERE form = 'deleted') AS deleted FROM ${forms} GROUP BY id)
      SELECT day, first, deleted, sum(events)::DOUBLE AS n FROM seen GROUP BY ALL ORDER BY ALL`,
  ]);
  const place = new Map(periods.map((period, i) => [period, i]));
  const from = (day: Day): number => (day < start ? 0 : (place.get(periodOf(day, every)) ?? periods.length));
  const known = periods.map(() => periods.map(() => 0));
  for (const row of rows) {
    const t = place.get(periodOf(String(row["day"]), every));
    if (t === undefined) continue;
    const first = from(String(row["first"]));
    const deleted = row["deleted"] === null ? periods.length : from(String(row["deleted"]));
    for (let k = Math.max(t, first); k < deleted; k++) known[k][t] += Number(row["n"]);
  }
  const vintages = periods.map((period, k) => ({
    asOf: nextPeriod(period, every),
    start,
    values: known[k].slice(0, k + 1),
    from: snapshot.hash,
  }));
  return triangleOfVintages(vintages, { every, maxDelay });
}
