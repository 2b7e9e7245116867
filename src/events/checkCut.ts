import { type Day, everies, periodOf } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Where } from "../core/where.js";
import { query } from "../store/engine.js";

/**
 * Refuses a stretch that begins inside a month for which there are rows known only to the month, the quarter or the year: they
 * stand on its first day, and so would be counted as none.
 *
 * @throws DataError when there are such rows
 */
export async function checkCut(snapshot: Snapshot, where: readonly Where[], since: Day): Promise<void> {
  if (periodOf(since, "month") === since) return;
  const timeless = where.map(({ since: _, until: __, ...rest }) => rest);
  const before = { since: periodOf(since, "year"), until: since };
  const [rows] = await query(
    snapshot,
    [...timeless, before],
    [
      (kept) =>
        `SELECT precision, day, count(*)::DOUBLE AS n FROM ${kept} WHERE precision NOT IN ('day', 'week') GROUP BY ALL`,
    ],
  );
  for (const precision of everies.slice(2)) {
    const own = rows.filter(
      (row) => row["precision"] === precision && String(row["day"]) >= periodOf(since, precision),
    );
    const n = own.reduce((sum, row) => sum + Number(row["n"]), 0);
    if (n > 0) throw new DataError(`count: ${n} rows are known only to the ${precision}, which ${since} cuts in two`);
  }
}
