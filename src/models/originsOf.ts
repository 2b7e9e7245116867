import { type Day, isDay, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { BacktestOptions } from "./backtest.js";
import { checkForecast } from "./forecast.js";
import type { Model } from "./model.js";

type Plan = Pick<BacktestOptions, "ahead" | "since" | "until" | "every" | "window" | "seed" | "draws" | "cores">;

/** @throws InputError when an option cannot be, there is no model, or two share a name */
export function checkBacktest(models: readonly Model[], options: Plan): void {
  const { ahead, seed, draws = 1000, every = 1, window = 1, cores = 1, since, until = since } = options;
  checkForecast({ ahead, seed, draws }, "backtest");
  for (const [name, value] of Object.entries({ every, window, cores }))
    if (!(Number.isInteger(value) && value > 0))
      throw new InputError(`backtest: ${name} needs a whole number above 0, got ${value}`);
  for (const [name, day] of Object.entries({ since, until }))
    if (!isDay(day)) throw new InputError(`backtest: ${name} needs a day as YYYY-MM-DD, got ${JSON.stringify(day)}`);
  if (models.length === 0) throw new InputError("backtest: needs a model, got none");
  const twice = models.find(({ name }, i) => models.findIndex((one) => one.name === name) !== i);
  if (twice !== undefined) throw new InputError(`backtest: needs models of different names, got ${twice.name} twice`);
}

/** As many origins before the first as there are, but no more than are asked for, at the same distance from each other. */
export function originsBefore(
  [{ start, recipe }]: Panel,
  first: Day,
  { every = 1, before }: { every?: number | undefined; before: number },
): Day[] {
  const periods: Day[] = [];
  for (let day = start; day < first; day = nextPeriod(day, recipe.every)) periods.push(day);
  return periods
    .filter((_, t) => (periods.length - t) % every === 0)
    .slice(Math.max(0, Math.floor(periods.length / every) - before));
}

/**
 * The periods that are the last seen: those that begin from `since` to before `until`, every so many.
 *
 * @throws InputError when there is none
 */
export function originsOf([{ start, values, recipe }]: Panel, { since, until, every = 1 }: Plan): Day[] {
  const origins: Day[] = [];
  let day = start;
  let found = 0;
  for (let t = 0; t < values.length; t++) {
    const isLast = t === values.length - 1;
    if (day >= since && (until === undefined ? !isLast : day < until) && found++ % every === 0) origins.push(day);
    if (!isLast) day = nextPeriod(day, recipe.every);
  }
  if (origins.length === 0)
    throw new InputError(
      `backtest: no ${recipe.every} from ${since}${until === undefined ? "" : ` to ${until}`} can be an origin; the counts run from ${start} to the ${recipe.every} of ${day}`,
    );
  return origins;
}
