import { InputError } from "../core/errors.js";
import type { Design, Power } from "../core/power.js";
import { decimals, numbered, percent } from "../core/print.js";
import { clopperPearson } from "../distributions/clopperPearson.js";
import { logPoisson, poissonTails } from "../distributions/poisson.js";
import { sampleNb1 } from "../distributions/sampleNb1.js";
import { random } from "../math/random.js";
import type { Comparison } from "./compare.js";
import { finds } from "./directionOf.js";
import { checkLevel, type Stretch, totalOf } from "./test.js";

/** How to look for power: at which level, and with which draws where it must be simulated. */
export interface PowerOptions {
  readonly level: number;
  readonly seed: number;
  /** Pairs of stretches drawn where the power cannot be calculated. */
  readonly draws: number;
}

/**
 * How often each comparison would see a change to `ratio` times the rate, if it were there: calculated over all pairs of
 * sums where the comparison looks at sums alone and the counts are Poisson, simulated otherwise. At ratio 1 it is the rate
 * of false alarms.
 *
 * @throws InputError when the design makes no sense or the level is not between 0 and 1
 * @example
 * power({ before: 7, after: 4, mean: 20, phi: 1, ratio: 0.5 }, [rateRatio("central")], { level: 0.95, seed: 1, draws: 1000 })[0].reading // "7 periods of 20 events against 4: 0.5 times the rate would be seen in 98% of cases"
 */
export function power(
  design: Design & { readonly ratio: number },
  comparisons: readonly Comparison[],
  options: PowerOptions,
): Power[] {
  return comparisons.map((comparison) => powerWith(design, comparison, options, seen(comparison, options.level)));
}

/** The power of one comparison, given what says whether it finds what it asks for between two stretches. */
export function powerWith(
  design: Design & { readonly ratio: number },
  comparison: Comparison,
  options: PowerOptions,
  sees: (before: Stretch, after: Stretch) => boolean,
): Power {
  checkDesign(design, options);
  const isExact = design.phi === 1 && comparison.seesSums === true;
  const hits = isExact ? 0 : simulated(design, options, sees);
  const share = isExact ? calculated(design, sees) : hits / options.draws;
  const interval = isExact ? ([share, share] as const) : clopperPearson(hits, options.draws, 0.95);
  const { before, after, mean, phi, ratio } = design;
  const error = isExact ? "" : ` (${percent(interval[0])} to ${percent(interval[1])} by ${options.draws} draws)`;
  return {
    ...{ test: comparison.name, level: options.level, before, after, mean, phi, ratio },
    ...{ power: share, interval, isExact, draws: isExact ? 0 : options.draws },
    reading: `${numbered(before, "period")} of ${numbered(Number(mean.toPrecision(3)), "event")} against ${after}${spreadText(phi)}: ${asked(comparison, ratio)} in ${percent(share)} of cases${error}`,
    assumes: [
      phi === 1 ? "Poisson counts" : "negative binomial counts, variance in proportion to the mean",
      "one rate in each stretch, periods independent of each other",
    ],
  };
}

/** What is seen, in words: a change, one where there is none, or a similar pace. */
function asked({ asks, name }: Comparison, ratio: number): string {
  const size = `${Number(ratio.toPrecision(3))} times the rate`;
  if (asks === "margin") return `at ${size} ${name} would be shown`;
  return ratio === 1 ? "without any change one would be seen all the same" : `${size} would be seen`;
}

/** How much more than Poisson the counts of a design vary, as the end of a sentence's subject. */
export function spreadText(phi: number): string {
  return phi === 1 ? "" : `, variance ${decimals(phi, 1)} times the mean`;
}

/** Whether a comparison finds what it asks for, remembered by the sums where it looks at nothing else. */
export function seen(comparison: Comparison, level: number): (before: Stretch, after: Stretch) => boolean {
  const known = new Map<string, boolean>();
  return (before, after) => {
    if (comparison.seesSums !== true) return finds(comparison, before, after, level);
    const [first, last] = [totalOf(before), totalOf(after)];
    const key = `${first.count} ${first.exposure} ${last.count} ${last.exposure}`;
    const answer = known.get(key) ?? finds(comparison, before, after, level);
    known.set(key, answer);
    return answer;
  };
}

function checkDesign({ before, after, mean, phi, ratio }: Design & { ratio: number }, options: PowerOptions): void {
  checkLevel(options.level, "power");
  const isWhole = [before, after, options.draws].every((n) => Number.isInteger(n) && n >= 1);
  if (!isWhole)
    throw new InputError(
      `power: before, after and draws need whole numbers from 1, got ${before}, ${after} and ${options.draws}`,
    );
  if (!(mean > 0 && mean < Infinity && phi >= 1 && phi < Infinity && ratio >= 0 && ratio < Infinity))
    throw new InputError(
      `power: needs a mean above 0, a phi from 1 and a ratio from 0, got ${mean}, ${phi} and ${ratio}`,
    );
}

function reachOf(mean: number): { low: number; high: number } {
  const reach = 8 * Math.sqrt(mean) + 20;
  return { low: Math.max(0, Math.floor(mean - reach)), high: Math.ceil(mean + reach) };
}

/**
 * For each sum before, the sums after that are seen lie below one edge and above another; both edges move little from one
 * sum before to the next, so they are looked for near where they were.
 */
function calculated(
  { before, after, mean, ratio }: Design & { readonly ratio: number },
  sees: (before: Stretch, after: Stretch) => boolean,
): number {
  const later = mean * after * ratio;
  const { low, high } = reachOf(mean * before);
  // Beyond this no count comes about, so that it does not matter whether it would be seen; some comparisons never see one.
  const enough = reachOf(later).high;
  let [under, over] = [-1, 0];
  let sum = 0;
  for (let x = low; x <= high; x++) {
    const isSeen = (y: number): boolean =>
      sees({ values: [x], exposure: [before] }, { values: [y], exposure: [after] });
    const middle = Math.round((x * after) / before);
    under = Math.min(under, middle);
    while (under >= 0 && !isSeen(under)) under--;
    while (under + 1 < middle && isSeen(under + 1)) under++;
    over = Math.max(over, middle);
    while (over < enough && !isSeen(over)) over++;
    while (over - 1 > middle && isSeen(over - 1)) over--;
    const less = under < 0 ? -Infinity : poissonTails(under, later).lower;
    sum += Math.exp(logPoisson(x, mean * before)) * (Math.exp(less) + Math.exp(poissonTails(over, later).upper));
  }
  return Math.min(1, sum);
}

function simulated(
  { before, after, mean, phi, ratio }: Design & { readonly ratio: number },
  { seed, draws }: PowerOptions,
  sees: (before: Stretch, after: Stretch) => boolean,
): number {
  const uniform = random(seed);
  const drawn = (length: number, rate: number): Stretch => ({
    values: Array.from({ length }, () => sampleNb1(rate, phi, uniform())),
    exposure: Array.from({ length }, () => 1),
  });
  let hits = 0;
  for (let d = 0; d < draws; d++) {
    const first = drawn(before, mean);
    if (sees(first, drawn(after, mean * ratio))) hits++;
  }
  return hits;
}
