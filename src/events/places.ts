import { type Every, everies } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { PlaceCount } from "../core/placeCount.js";
import type { Snapshot } from "../core/snapshot.js";
import { query } from "../store/engine.js";
import { manifestOf } from "../store/snapshots.js";
import { checkSaid, expanded } from "./codebook.js";

/**
 * Where a snapshot's events lie, by period: for the centre and the spread of violence. Events without coordinates are
 * left out; those known only to a region stand at its middle, as their publisher put them: select a finer
 * `placePrecision` is not possible here, so a spread of few events is rough.
 *
 * @throws InputError when the publisher gives no coordinates, or there is no such period
 */
export async function places(snapshot: Snapshot, { every }: { every: Every }): Promise<PlaceCount[]> {
  if (!everies.includes(every)) throw new InputError(`places: every needs one of ${everies.join(", ")}, got ${every}`);
  const manifest = await manifestOf(snapshot);
  checkSaid(snapshot.where, ["lat", "lon"], manifest, "places");
  const where = snapshot.where.map((one) => expanded(one, manifest));
  const [rows] = await query(snapshot, where, [
    (kept) => `SELECT date_trunc('${every}', day) AS period, lat, lon, sum(events)::DOUBLE AS events FROM ${kept}
      WHERE lat IS NOT NULL AND lon IS NOT NULL GROUP BY ALL ORDER BY ALL`,
  ]);
  return rows.map((row) => ({
    period: String(row["period"]),
    lat: Number(row["lat"]),
    lon: Number(row["lon"]),
    events: Number(row["events"]),
  }));
}
