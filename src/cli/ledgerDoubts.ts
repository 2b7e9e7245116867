import { undecidable } from "../claims/undecidable.js";
import type { Day } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { isRatio } from "../core/isRatio.js";
import { numbered } from "../core/print.js";
import { printable } from "../core/printable.js";
import type { Snapshot } from "../core/snapshot.js";
import { open, vintages } from "../store/snapshots.js";
import { datasetsIn } from "./datasetsIn.js";

/**
 * Warnings, a line each, of forecasts that the data at hand could not decide: of the dataset named, else of all in the store.
 * None where there are no data.
 */
export async function ledgerDoubts(
  forecasts: readonly Forecast[],
  { data, store, asOf }: { data?: string; store: string; asOf: Day },
): Promise<string> {
  const held: Record<string, readonly Snapshot[]> = {};
  for (const name of data === undefined ? await datasetsIn(store) : [data]) {
    const snapshots = await opened(name, store, forecasts);
    if (snapshots.length > 0) held[name] = snapshots;
  }
  const counts = forecasts.filter(({ recipe }) => !isRatio(recipe));
  const whys = new Map<string, number>();
  for (const { why } of await undecidable(counts, held, { asOf })) whys.set(why, (whys.get(why) ?? 0) + 1);
  return [...whys]
    .map(([why, n]) => {
      const which = n === forecasts.length ? "" : ` (${n} of ${numbered(forecasts.length, "forecast")})`;
      return `hindcast: warning: ${Object.keys(held).join(", ")} could not decide it: ${printable(why)}${which}; hindcast ledger withdraw takes a claim back\n`;
    })
    .join("");
}

/** The newest snapshot of a dataset, and those that forecasts were made from; what cannot be opened warns of nothing. */
async function opened(name: string, store: string, forecasts: readonly Forecast[]): Promise<Snapshot[]> {
  const from = new Set(forecasts.map((one) => one.from));
  try {
    const all = await vintages(name, { store });
    const newest = all.at(-1);
    const meant = all.filter((one) => one === newest || from.has(one.hash));
    return await Promise.all(meant.map(async ({ asOf, hash }) => await open(name, { store, asOf, hash })));
  } catch (error) {
    if (error instanceof InputError || error instanceof DataError) return [];
    throw error;
  }
}
