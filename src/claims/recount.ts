import { type Day, earlierOf, isDay, nextPeriod, periodOf } from "../core/day.js";
import { InputError, whyOf } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { isRatio } from "../core/isRatio.js";
import type { Key, Panel, Recipe, Series } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import { asKnown } from "../events/asKnown.js";
import { type CountOptions, count } from "../events/count.js";
import { select } from "../events/select.js";
import { unseen } from "../events/unseen.js";
import { whyNot } from "../events/whyNot.js";
import type { Vintages } from "./resolve.js";
import { seriesName } from "./seriesName.js";

/** Series counted anew, and of each that could not be, by its name, why: a reason of each data set that was asked. */
export interface Recounted {
  readonly panel: Panel;
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

/**
 * Counts anew what forecasts are about, each recipe as it was counted but over the periods that are meant, in what was known on
 * a day. A forecast is counted in the data set of the snapshot that it was made from; where none of those given is, in all of
 * them, a series each. A quiet place is a series of zeros; one without a period that is over and covered has no
 * values. A data set that cannot say what is asked, or of which nothing was known by the day, has no series; nor has a
 * forecast whose zone, key or criteria it does not know, or whose key has a name that stands in no event of it, so that one
 * that nobody can resolve leaves the others be.
 *
 * @throws InputError when a forecast is of a share or ratio, or asOf is not a day; DataError as `count` does
 */
export async function recount(
  forecasts: readonly Forecast[],
  vintages: Vintages,
  { asOf }: { asOf: Day },
): Promise<Panel> {
  return (await recounted(forecasts, vintages, { asOf })).panel;
}

/** The same, with the reasons for what has no series. */
export async function recounted(
  forecasts: readonly Forecast[],
  vintages: Vintages,
  { asOf }: { asOf: Day },
): Promise<Recounted> {
  if (!isDay(asOf)) throw new InputError(`recount: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const panel: Series[] = [];
  const reasons = new Map<string, string[]>();
  for (const [name, snapshots] of Object.entries(vintages)) {
    const asked = forecasts.filter(
      (one) => isOf(one, snapshots) || !Object.values(vintages).some((all) => isOf(one, all)),
    );
    if (asked.length === 0) continue;
    const snapshot = await asKnown(snapshots, asOf);
    const parts: Part[] = [];
    if (snapshot === undefined) parts.push(without(asked, `nothing was known of ${name} on ${asOf}`));
    else for (const alike of grouped(asked)) parts.push(await countedApart(alike, snapshot, asOf));
    for (const one of parts) {
      panel.push(...one.series);
      for (const [key, why] of one.reasons) reasons.set(key, [...(reasons.get(key) ?? []), why]);
    }
  }
  return { panel, reasons };
}

/** What one data set gives. */
interface Part {
  readonly series: readonly Series[];
  readonly reasons: readonly (readonly [string, string])[];
}

function without(asked: readonly Forecast[], why: string): Part {
  return { series: [], reasons: [...new Set(asked.map(seriesName))].map((name) => [name, why]) };
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
async function countedApart(alike: readonly Forecast[], snapshot: Snapshot, asOf: Day): Promise<Part> {
  let why = "";
  try {
    return await counted(alike, snapshot, asOf);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    why = whyOf(error);
  }
  const byKey = new Map<string, Forecast[]>();
  for (const one of alike) {
    const name = seriesName(one);
    byKey.set(name, [...(byKey.get(name) ?? []), one]);
  }
  if (byKey.size === 1) return without(alike, why);
  const parts: Part[] = [];
  for (const own of byKey.values()) parts.push(await countedApart(own, snapshot, asOf));
  return { series: parts.flatMap(({ series }) => series), reasons: parts.flatMap(({ reasons }) => reasons) };
}

async function counted(alike: readonly Forecast[], snapshot: Snapshot, asOf: Day): Promise<Part> {
  const { where, by, every, measure } = alike[0].recipe;
  // How far the data reached that a forecast was made from is no part of what it is about.
  const meant = where.map(({ since: _, until: __, ...rest }) => rest).filter((one) => Object.keys(one).length > 0);
  const all = meant.reduce<Snapshot>((kept, one) => select(kept, one), { ...snapshot, where: [] });
  const unsaid = await whyNot(all, measure);
  if (unsaid !== undefined) return without(alike, unsaid);
  const recipe: Recipe = { where: meant, by, every, measure };
  const keys = [...new Map(alike.map(({ key }) => [seriesName({ key, recipe }), key])).values()];
  const targets = alike.map((one) => one.target).sort();
  const { covers, hash } = snapshot;
  const first = periodOf(covers.since, every);
  const begins = first === covers.since ? first : nextPeriod(first, every);
  const since = targets[0] < begins ? begins : targets[0];
  const ends = periodOf(earlierOf(covers.until, asOf), every);
  const until = earlierOf(nextPeriod(targets[targets.length - 1], every), ends);
  if (since >= until) return { series: keys.map((key) => none(key, { recipe, hash, since })), reasons: [] };
  // A cast that `count` checks: recipes name what they were counted by as texts.
  const options: CountOptions = { every, by: by as NonNullable<CountOptions["by"]>, measure, keys };
  const series = (await count(select(all, { since, until }), options)).map((one) => ({ ...one, recipe }));
  // A misspelt place is no quiet one.
  const lost = await unseen(all, keys);
  return {
    series: series.filter((_, i) => lost[i] === undefined),
    reasons: series.flatMap((one, i) =>
      lost[i] === undefined ? [] : [[seriesName(one), `no event of ${lost[i]} stands in the data at all`] as const],
    ),
  };
}

function none(key: Key, { recipe, hash, since }: { recipe: Recipe; hash: string; since: Day }): Series {
  return { key, recipe, from: hash, start: since, values: [], exposure: [] };
}
