import type { Day } from "../core/day.js";
import type { Forecast, Resolved } from "../core/forecast.js";
import { asKnown } from "../events/asKnown.js";
import { recounted } from "./recount.js";
import type { Vintages } from "./resolve.js";
import { resolveForecasts } from "./resolveForecasts.js";
import { seriesName } from "./seriesName.js";

/**
 * What came of forecasts, by what was known on a day: each recipe is counted anew in the newest snapshot of that day or
 * before. Until a period has been over for `settlesAfter` days by the day of that snapshot (90 unless said) it is too early.
 * A zone, or any name of a key, that stands in no event of the data is not taken for a quiet one: what is claimed of it is
 * annulled, as these data cannot say, and later data that have it decide it yet.
 *
 * @throws InputError and DataError as `recount` and `resolveForecasts` do
 */
export async function resolveClaims(
  forecasts: readonly Forecast[],
  vintages: Vintages,
  { asOf, settlesAfter = 90 }: { asOf: Day; settlesAfter?: number },
): Promise<Resolved[]> {
  const { panel, reasons } = await recounted(forecasts, vintages, { asOf });
  const days: Record<string, Day> = {};
  for (const snapshots of Object.values(vintages)) {
    const known = await asKnown(snapshots, asOf);
    if (known !== undefined) days[known.hash] = known.asOf;
  }
  return resolveForecasts(forecasts, panel, { asOf, settlesAfter, days }).map((one): Resolved => {
    const why = reasons.get(seriesName(one));
    const isUncounted = one.state === "annulled" && one.evidence === "" && why !== undefined;
    return isUncounted ? { ...one, why: `not decided: ${[...new Set(why)].join("; ")}` } : one;
  });
}
