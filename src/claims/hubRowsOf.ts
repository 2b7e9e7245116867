import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { hubLevels } from "../core/hubLevels.js";
import type { HubOutput, HubRow } from "../core/hubRow.js";
import { cdf } from "../distributions/cdf.js";
import { logTails } from "../distributions/logTails.js";
import { mean } from "../distributions/mean.js";
import { pmf } from "../distributions/pmf.js";
import { quantile } from "../distributions/quantile.js";
import { sample } from "../distributions/sample.js";
import { seedFor } from "../math/seedFor.js";

/** Where a hub's rows cut a distribution. */
export interface HubBins {
  /** Of quantiles; unless said those that are known, or the 23 that hubs ask for. */
  readonly levels?: readonly number[];
  /** The highest count with a row of its own in a pmf or cdf; unless said the least that leaves no forecast of the series more than 1e-9 above. */
  readonly most?: number;
  /** The values at which a cdf is told; unless said every count up to `most`, or those that are known. */
  readonly at?: readonly number[];
}

interface Cut extends HubBins {
  readonly outputs: readonly HubOutput[];
  readonly top: number;
  readonly drawn: { readonly first: number; readonly isPath: boolean };
  readonly samples?: { readonly n: number; readonly seed: number };
}

/** So many bins and no more: of larger counts quantiles say as much. */
const mostBins = 10_000;

/** What one forecast says as a hub's rows, without what names its task. */
export function hubRowsOf(forecast: Forecast, cut: Cut): HubRow[] {
  const { says } = forecast;
  if (says.family === "bernoulli") {
    const row = (id: string, value: number): HubRow => ({ output_type: "pmf", output_type_id: id, value });
    return [row("no", 1 - says.p), row("yes", says.p)];
  }
  const rows = (output: HubOutput, made: readonly (readonly [string | null, number])[]): HubRow[] =>
    made.map(([id, value]) => ({ output_type: output, output_type_id: id, value }));
  return cut.outputs.flatMap((output) => {
    if (output === "mean") return rows(output, [[null, mean(says)]]);
    if (output === "median") return rows(output, [[null, quantile(says, 0.5)]]);
    if (output === "quantile") return rows(output, quantilesOf(says, cut));
    if (output === "sample") return rows(output, samplesOf(forecast, cut));
    return rows(output, output === "pmf" ? chancesOf(says, cut) : cumulated(says, cut));
  });
}

/** The count above which none of these forecasts has more than a chance of 1e-9; 0 where they are none of counts. */
export function topOf(forecasts: readonly Forecast[]): number {
  const counted = forecasts.filter(({ says }) => says.family !== "bernoulli" && isOfCounts(says));
  return counted.reduce((top, { says }) => Math.max(top, quantile(says, 1 - 1e-9)), 0);
}

function quantilesOf(says: Distribution, { levels }: Cut): [string, number][] {
  const known = says.family === "quantiles" ? says.levels : undefined;
  const asked = levels ?? known ?? hubLevels;
  const wrong = asked.find((level, i) => !(level >= 0 && level <= 1 && !(level <= asked[i - 1])));
  if (wrong !== undefined) throw new InputError(`toHub: levels needs rising numbers from 0 to 1, got ${wrong}`);
  return asked.map((level) => {
    const [low, high] = known === undefined ? [0, 1] : [known[0], known[known.length - 1]];
    if (level < low || level > high)
      throw new InputError(`toHub: level ${level} lies beyond those that are known (${low} to ${high})`);
    const at = known?.indexOf(level) ?? -1;
    return [String(level), says.family === "quantiles" && at >= 0 ? says.values[at] : quantile(says, level)];
  });
}

function samplesOf(
  { says, model, key, origin, step }: Forecast,
  { samples, drawn: { first, isPath } }: Cut,
): [string, number][] {
  if (says.family === "draws" && isPath) return says.values.map((value, i) => [String(first + i), value]);
  if (samples === undefined)
    throw new InputError(`toHub: a sample of ${says.family} has to be drawn; samples: { n, seed } says how`);
  const seed = seedFor(samples.seed, JSON.stringify([model, key, origin, step]));
  return sample(says, { n: samples.n, seed }).map((value, i) => [String(first + i), value]);
}

/** Each count with its chance, and what lies above the last. */
function chancesOf(says: Distribution, { top, most = top }: Cut): [string, number][] {
  if (!isOfCounts(says))
    throw new InputError(`toHub: pmf needs a forecast of counts, got ${says.family}; quantile says it`);
  checkMost(most);
  const counts = Array.from({ length: most + 1 }, (_, k) => k);
  const chanceOf = (k: number): number =>
    says.family === "quantiles" ? cdf(says, k) - (k === 0 ? 0 : cdf(says, k - 1)) : pmf(says, k);
  const above = says.family === "quantiles" ? 1 - cdf(says, most) : Math.exp(logTails(says, most + 1).upper);
  return [...counts.map((k): [string, number] => [String(k), chanceOf(k)]), [`>${most}`, above]];
}

function cumulated(says: Distribution, { top, most = top, at }: Cut): [string, number][] {
  const known = says.family === "quantiles" ? [...new Set(says.values)] : undefined;
  if (at === undefined && known === undefined && !isOfCounts(says))
    throw new InputError(`toHub: cdf of ${says.family} needs values to tell it at; at: [...] says which`);
  checkMost(most);
  const values = at ?? known ?? Array.from({ length: most + 1 }, (_, k) => k);
  return values.map((value) => [String(value), levelAt(says, value) ?? cdf(says, value)]);
}

/** The level that a value is known to have, whatever lies beyond it. */
function levelAt(says: Distribution, value: number): number | undefined {
  return says.family === "quantiles" ? says.levels[says.values.lastIndexOf(value)] : undefined;
}

function isOfCounts(says: Distribution): boolean {
  if (says.family === "draws" || says.family === "quantiles")
    return says.values.every((value) => Number.isInteger(value) && value >= 0);
  return !["gamma", "beta", "normal", "student"].includes(says.family);
}

function checkMost(most: number): void {
  if (!(Number.isInteger(most) && most >= 0))
    throw new InputError(`toHub: most needs a whole number from 0, got ${most}`);
  if (most > mostBins)
    throw new InputError(
      `toHub: ${most + 1} bins are too many (${mostBins} at most); quantile says it, or a lower most`,
    );
}
