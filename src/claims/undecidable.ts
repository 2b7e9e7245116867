import { addDays, type Day, periodOf } from "../core/day.js";
import type { Forecast } from "../core/forecast.js";
import { asKnown } from "../events/asKnown.js";
import { recounted } from "./recount.js";
import type { Vintages } from "./resolve.js";
import { seriesName } from "./seriesName.js";

/** A forecast of a series that no data at hand can count, and why. */
export interface Undecidable {
  readonly forecast: Forecast;
  readonly why: string;
}

/**
 * Which forecasts the data at hand could not decide even if their periods were over: of a zone or another name that stands in
 * no event of them, of a field that their publisher does not say. Asked before a claim is made, it finds a misspelt name.
 *
 * @throws InputError and DataError as `recount` does
 */
export async function undecidable(
  forecasts: readonly Forecast[],
  vintages: Vintages,
  { asOf }: { asOf: Day },
): Promise<Undecidable[]> {
  const reasons = new Map<string, readonly string[]>();
  const counted = new Set<string>();
  for (const [name, snapshots] of Object.entries(vintages)) {
    const snapshot = await asKnown(snapshots, asOf);
    if (snapshot === undefined) continue;
    // What can be counted is the same in any period: the last that is over tells.
    const past = forecasts.map((one) => {
      const { every } = one.recipe;
      return { ...one, target: periodOf(addDays(periodOf(snapshot.covers.until, every), -1), every) };
    });
    const asked = past.filter((one) => snapshots.some(({ hash }) => hash === one.from));
    const own = past.filter((one) => !Object.values(vintages).some((all) => all.some(({ hash }) => hash === one.from)));
    const found = await recounted([...asked, ...own], { [name]: snapshots }, { asOf });
    for (const series of found.panel) counted.add(seriesName(series));
    for (const [key, why] of found.reasons) reasons.set(key, [...(reasons.get(key) ?? []), ...why]);
  }
  return forecasts.flatMap((forecast): Undecidable[] => {
    const name = seriesName(forecast);
    const why = reasons.get(name);
    return why === undefined || counted.has(name) ? [] : [{ forecast, why: [...new Set(why)].join("; ") }];
  });
}
