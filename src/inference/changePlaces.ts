import type { ChangePlace, ChangePlaces } from "../core/changePlaces.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import { decimals, percent } from "../core/print.js";
import { logBinomial } from "../distributions/binomial.js";
import { logNegbin } from "../distributions/negbin.js";
import { sampleMultinomial } from "../distributions/sampleMultinomial.js";
import { exitSteps } from "../math/exitChance.js";
import { exitsGiven } from "../math/exitsGiven.js";
import { random } from "../math/random.js";
import {
  checkedDraws,
  corridorOf,
  type Draws,
  mostSteps,
  type Running,
  rateContrast,
  runningOf,
} from "./changeStatistic.js";
import { checkLevel, type Stretch, stretchOf, totalOf } from "./test.js";

/** What is believed of rates beforehand, and how much of the places the set is to hold. */
export interface ChangePlacesOptions extends Partial<Draws> {
  readonly level: number;
  /** Gamma, of either rate: `shape / rate` per unit of exposure. `"overall"` is worth one event at the rate of the whole. */
  readonly prior: { readonly shape: number; readonly rate: number } | "overall";
}

/**
 * Where a rate changed, if it changed once: for each place the likelihood ratio, whether the confidence set holds it (not
 * rejected against a change elsewhere, given the events before and after it, which frees p of the unknown rates) and its
 * posterior probability; and the Bayes factor of one change, at any place alike, against none. For Poisson counts. Beyond
 * 2e8 steps the exact p-values are drawn.
 *
 * @throws InputError when an option cannot be, values are no counts, or p must be drawn and there is no seed
 * @see Worsley (1986) Biometrika 73, 91–104; Raftery & Akman (1986) Biometrika 73, 85–89
 */
export function changePlaces(panel: Panel, options: ChangePlacesOptions): ChangePlaces[] {
  const { level, prior } = options;
  checkLevel(level, "changePlaces");
  if (prior !== "overall" && !(prior.shape > 0 && prior.rate > 0))
    throw new InputError(`changePlaces: prior needs shape and rate above 0, got ${prior.shape} and ${prior.rate}`);
  return panel.map((series) => {
    const { length } = series.values;
    if (length < 2) throw new InputError(`changePlaces: needs 2 periods, got ${length}`);
    const stretch = stretchOf(series);
    const running = runningOf(stretch, "changePlaces");
    const { exposure } = totalOf(stretch);
    const n = running.total;
    const gamma = prior === "overall" ? { shape: 1, rate: exposure / Math.max(n, 1) } : prior;
    const logFactors = running.counts.map((count, t) => logFactor(count, running.shares[t], n, exposure, gamma));
    const whole = logSumOf(logFactors);
    const logBayesFactor = whole - Math.log(logFactors.length);
    const { values: ps, how } = placePs(stretch, running, options);
    const { periods = [] } = stretch;
    const places = running.counts.map(
      (count, t): ChangePlace => ({
        period: periods[t + 1],
        logLikelihoodRatio: rateContrast(count, n, running.shares[t], "both"),
        probability: Math.exp(logFactors[t] - whole),
        p: ps[t],
        inSet: ps[t] >= 1 - level,
      }),
    );
    const probability = 1 / (1 + Math.exp(-logBayesFactor));
    return {
      ...{ key: series.key, from: series.from, level, prior: gamma, places, logBayesFactor, probability },
      reading: readingOf(places, n, logBayesFactor, level),
      assumes: [
        "Poisson counts about the rate: spread beyond that passes for a change",
        "periods independent of each other: what carries over from one to the next passes for a change",
        "one change at most, in a step, at any period as likely as at another",
        `either rate gamma beforehand, shape ${decimals(gamma.shape, 2)}, mean ${decimals(gamma.shape / gamma.rate, 2)}: the Bayes factor leans on it`,
        how,
      ],
    };
  });
}

/** Log of the chance of the counts with a change here over that without: all but the place's share drops out. */
function logFactor(
  count: number,
  share: number,
  total: number,
  exposure: number,
  { shape, rate }: { shape: number; rate: number },
): number {
  const before = logNegbin(count, (shape * exposure * share) / rate, shape);
  const after = logNegbin(total - count, (shape * exposure * (1 - share)) / rate, shape);
  return before + after - logNegbin(total, (shape * exposure) / rate, shape) - logBinomial(count, total, share);
}

function logSumOf(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, one) => sum + Math.exp(one - most), 0));
}

/** For each place, how often the greatest ratio is as great when the change is there, given the events on either side. */
function placePs(
  { exposure }: Stretch,
  running: Running,
  options: Partial<Draws>,
): { values: readonly number[]; how: string } {
  const { total, counts, shares } = running;
  const ratios = counts.map((count, t) => rateContrast(count, total, shares[t], "both"));
  const most = Math.max(...ratios);
  if (!(most > 0)) return { values: ratios.map(() => 1), how: "nothing told the places apart" };
  const bounds = corridorOf(running, most, "both");
  const isPeak = ratios.map((ratio) => ratio >= most * (1 - 1e-11));
  const before = { total, weights: exposure, fewest: bounds.fewest, most: bounds.most };
  const from = (ends: ArrayLike<number>): number[] => Array.from(ends, (end) => total - end).reverse();
  const after = { total, weights: exposure.toReversed(), fewest: from(bounds.most), most: from(bounds.fewest) };
  const isExact = 2 * exitSteps(before) <= mostSteps;
  const chancesOf = isExact ? exitsGiven : drawnExits(options);
  const firsts = chancesOf(before, counts);
  const lasts = chancesOf(after, from(counts)).reverse();
  const values = firsts.map((first, t) => (isPeak[t] ? 1 : Math.min(1, first + lasts[t] - first * lasts[t])));
  const how = "the set holds the places not rejected given the events before and after";
  return { values: [...values], how: isExact ? `${how}, by exact p` : `${how}, by drawn p` };
}

/** For each place a series of its own up to there, dealt out anew. */
function drawnExits(options: Partial<Draws>): typeof exitsGiven {
  const { seed, draws } = checkedDraws(options, "changePlaces: a p that is drawn");
  const uniform = random(seed);
  return ({ weights, fewest, most }, came) =>
    Float64Array.from(came, (total, place) => {
      const some = weights.slice(0, place + 1);
      const counts = new Float64Array(some.length);
      let out = 1;
      for (let i = 0; i < draws; i++) {
        sampleMultinomial(total, some, uniform, counts);
        let sum = 0;
        for (let t = 0; t < place; t++) {
          sum += counts[t];
          if (sum < fewest[t] || sum > most[t]) {
            out++;
            break;
          }
        }
      }
      return place === 0 ? 0 : out / (draws + 1);
    });
}

function readingOf(places: readonly ChangePlace[], n: number, logFactor: number, level: number): string {
  const many = `${n} events in ${places.length + 1} periods`;
  const best = places.reduce((one, other) => (other.probability > one.probability ? other : one));
  const held = places.filter((one) => one.inSet);
  const span =
    held.length === 1
      ? "that alone"
      : `${held.length} places from ${held[0].period} to ${held[held.length - 1].period}`;
  const times =
    Math.abs(logFactor) > Math.log(1e6)
      ? `e^${decimals(logFactor, 1)}`
      : `${Number(Math.exp(logFactor).toPrecision(3))}`;
  return `${many}: one change explains them ${times} times as well as none; if there was one, likeliest from ${best.period} on (${percent(best.probability)}), the ${percent(level)} set holds ${span}`;
}
