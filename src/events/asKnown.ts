import { type Day, earlierOf } from "../core/day.js";
import type { Snapshot } from "../core/snapshot.js";
import { manifestOf } from "../store/snapshots.js";

/**
 * What was known of a dataset on a day, of the snapshots given: the newest of that day or before. Where all are newer, the
 * oldest of them is read back to the day if its rows say when they were changed, and has `knownBy`: a row changed since
 * is then missing unless its older form was recorded. Undefined where nothing tells.
 *
 * @throws DataError when a snapshot's files are not those that were written
 */
export async function asKnown(snapshots: readonly Snapshot[], day: Day): Promise<Snapshot | undefined> {
  const ordered = [...snapshots].sort((one, other) => (one.asOf < other.asOf ? -1 : one.asOf > other.asOf ? 1 : 0));
  const known = ordered.filter((one) => one.asOf <= day).at(-1);
  if (known !== undefined) return known;
  for (const one of ordered) {
    const { since, until } = one.covers;
    if (since >= day || !(await manifestOf(one)).says.includes("stamp")) continue;
    return { ...one, asOf: day, covers: { since, until: earlierOf(until, day) }, knownBy: day };
  }
  return undefined;
}
