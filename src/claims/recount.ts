import { type Day, earlierOf, isDay, nextPeriod, periodOf } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { isRatio } from "../core/isRatio.js";
import type { Key, Panel, Recipe, Series } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import { asKnown } from "../events/asKnown.js";
import { type CountOptions, count } from "../events/count.js";
import { select } from "../events/select.js";
import { whyNot } from "../events/whyNot.js";
import type { Vintages } from "./resolve.js";
import { seriesName } from "./seriesName.js";

/**
 * Counts anew what forecasts are about, each recipe as it was counted but over the periods that are meant, in what was known on
 * a day. A forecast is counted in the data set of the snapshot that it was made from; where none of those given is, in all of
 * them, a series each. A quiet place is a series of zeros; one without a period that is over and covered has no
 * values. A data set that cannot say what is asked, or of which nothing was known by the day, has no series; nor has a
 * forecast whose zone, key or criteria it does not know, so that one that nobody can resolve leaves the others be.
 *
 * @throws InputError when a forecast is of a share or ratio, or asOf is not a day; DataError as `count` does
 */
export async function recount(
  forecasts: readonly Forecast[],
  vintages: Vintages,
  { asOf }: { asOf: Day },
): Promise<Panel> {
  if (!isDay(asOf)) throw new InputError(`recount: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const panel: Series[] = [];
  for (const snapshots of Object.values(vintages)) {
    const asked = forecasts.filter(
      (one) => isOf(one, snapshots) || !Object.values(vintages).some((all) => isOf(one, all)),
    );
    if (asked.length === 0) continue;
    const snapshot = await asKnown(snapshots, asOf);
    if (snapshot === undefined) continue;
    for (const alike of grouped(asked)) panel.push(...(await countedApart(alike, snapshot, asOf)));
  }
  return panel;
}

function isOf({ from }: Forecast, snapshots: readonly Snapshot[]): boolean {
  return snapshots.some(({ hash }) => hash === from);
}

/** Forecasts of the same recipe. */
function grouped(forecasts: readonly Forecast[]): Forecast[][] {
  const found = new Map<string, Forecast[]>();
  for (const one of forecasts) {
    if (isRatio(one.recipe)) throw new InputError(`recount: needs counts, got a share or ratio (${one.target})`);
    const name = JSON.stringify([seriesName({ key: {}, recipe: one.recipe }), one.recipe.by]);
    found.set(name, [...(found.get(name) ?? []), one]);
  }
  return [...found.values()];
}

/** All together, or, where that cannot be, each key for itself, without those that cannot be counted. */
async function countedApart(alike: readonly Forecast[], snapshot: Snapshot, asOf: Day): Promise<Series[]> {
  try {
    return await counted(alike, snapshot, asOf);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const byKey = new Map<string, Forecast[]>();
  for (const one of alike) {
    const name = seriesName(one);
    byKey.set(name, [...(byKey.get(name) ?? []), one]);
  }
  if (byKey.size === 1) return [];
  const apart: Series[] = [];
  for (const own of byKey.values()) apart.push(...(await countedApart(own, snapshot, asOf)));
  return apart;
}

async function counted(alike: readonly Forecast[], snapshot: Snapshot, asOf: Day): Promise<Series[]> {
  const { where, by, every, measure } = alike[0].recipe;
  // How far the data reached that a forecast was made from is no part of what it is about.
  const meant = where.map(({ since: _, until: __, ...rest }) => rest).filter((one) => Object.keys(one).length > 0);
  const all = meant.reduce<Snapshot>((kept, one) => select(kept, one), { ...snapshot, where: [] });
  if ((await whyNot(all, measure)) !== undefined) return [];
  const recipe: Recipe = { where: meant, by, every, measure };
  const keys = [...new Map(alike.map(({ key }) => [seriesName({ key, recipe }), key])).values()];
  const targets = alike.map((one) => one.target).sort();
  const { covers, hash } = snapshot;
  const first = periodOf(covers.since, every);
  const begins = first === covers.since ? first : nextPeriod(first, every);
  const since = targets[0] < begins ? begins : targets[0];
  const ends = periodOf(earlierOf(covers.until, asOf), every);
  const until = earlierOf(nextPeriod(targets[targets.length - 1], every), ends);
  if (since >= until) return keys.map((key) => none(key, { recipe, hash, since }));
  // A cast that `count` checks: recipes name what they were counted by as texts.
  const options: CountOptions = { every, by: by as NonNullable<CountOptions["by"]>, measure, keys };
  return (await count(select(all, { since, until }), options)).map((series) => ({ ...series, recipe }));
}

function none(key: Key, { recipe, hash, since }: { recipe: Recipe; hash: string; since: Day }): Series {
  return { key, recipe, from: hash, start: since, values: [], exposure: [] };
}
