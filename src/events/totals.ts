import { periodOf, type Span } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Snapshot } from "../core/snapshot.js";
import { query } from "../store/engine.js";
import { manifestOf } from "../store/snapshots.js";
import { checkSaid, expanded } from "./codebook.js";

const summed = ["zone", "kind", "side1", "side2", "deaths", "deathsLow", "deathsHigh"];

/** Events and deaths of one month, zone, type and pair of sides. */
export interface Total {
  readonly month: string;
  readonly zone: string;
  readonly type: string;
  readonly side_a: string;
  readonly side_b: string;
  readonly events: number;
  readonly best: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The snapshot's events added up by month, zone, type and sides: what may be published where single events may not.
 * Events known less exactly than to the month cannot be placed and are counted in `left`.
 *
 * @throws InputError when the stretch cuts a month in two, or the publisher does not say what is added up; DataError when a row lies where the codebook knows no zone
 */
export async function totalsOf(snapshot: Snapshot, { since, until }: Span): Promise<{ rows: Total[]; left: number }> {
  const cut = [since, until].find((day) => periodOf(day, "month") !== day);
  if (cut !== undefined) throw new InputError(`totals: needs the first day of a month, got ${cut}`);
  const manifest = await manifestOf(snapshot);
  const { codebook } = manifest;
  checkSaid(snapshot.where, summed, manifest, "totals");
  const where = snapshot.where.map((one) => expanded(one, manifest));
  const [lost, left, rows] = await query(
    snapshot,
    [...where, { since, until }],
    [
      (kept) => `SELECT count(*) AS n, min(admin1) AS place FROM ${kept} WHERE zone IS NULL`,
      (kept) => `SELECT count(*) AS n FROM ${kept} WHERE precision IN ('quarter', 'year')`,
      (kept) => `SELECT strftime(day, '%Y-%m') AS month, zone, kind AS type, array_to_string(side1, ', ') AS side_a,
        array_to_string(side2, ', ') AS side_b, sum(events)::DOUBLE AS events, sum(deaths)::DOUBLE AS best,
        sum(deathsLow)::DOUBLE AS low, sum(deathsHigh)::DOUBLE AS high
        FROM ${kept} WHERE precision NOT IN ('quarter', 'year') GROUP BY ALL ORDER BY ALL`,
    ],
  );
  const { n, place } = lost[0];
  if (Number(n) > 0) throw new DataError(`totals: ${n} rows lie where ${codebook.name} knows no zone, as ${place}`);
  return {
    rows: rows.map((row) => ({
      month: String(row["month"]),
      zone: String(row["zone"]),
      type: String(row["type"]),
      side_a: String(row["side_a"]),
      side_b: String(row["side_b"]),
      events: Number(row["events"]),
      best: Number(row["best"]),
      low: Number(row["low"]),
      high: Number(row["high"]),
    })),
    left: Number(left[0]["n"]),
  };
}
