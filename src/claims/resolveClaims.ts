import type { Day } from "../core/day.js";
import type { Forecast, Resolved } from "../core/forecast.js";
import { asKnown } from "../events/asKnown.js";
import { recount } from "./recount.js";
import type { Vintages } from "./resolve.js";
import { resolveForecasts } from "./resolveForecasts.js";

/**
 * What came of forecasts, by what was known on a day: each recipe is counted anew in the newest snapshot of that day or
 * before. Until a period has been over for `settlesAfter` days by the day of that snapshot (90 unless said) it is too early.
 *
 * @throws InputError and DataError as `recount` and `resolveForecasts` do
 */
export async function resolveClaims(
  forecasts: readonly Forecast[],
  vintages: Vintages,
  { asOf, settlesAfter = 90 }: { asOf: Day; settlesAfter?: number },
): Promise<Resolved[]> {
  const panel = await recount(forecasts, vintages, { asOf });
  const days: Record<string, Day> = {};
  for (const snapshots of Object.values(vintages)) {
    const known = await asKnown(snapshots, asOf);
    if (known !== undefined) days[known.hash] = known.asOf;
  }
  return resolveForecasts(forecasts, panel, { asOf, settlesAfter, days });
}
