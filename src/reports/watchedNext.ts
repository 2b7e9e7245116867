import type { Series } from "../core/panel.js";
import type { Needed, NextPeriod, Tipping } from "../core/watchedQuestion.js";
import { negbinTails } from "../distributions/negbin.js";
import { poissonTails } from "../distributions/poisson.js";
import type { RateGuess } from "../inference/rateGuess.js";
import { type Stretch, totalOf } from "../inference/test.js";
import { logWideEvidence } from "../inference/wideRatioSequence.js";
import { firstWhere } from "../math/firstWhere.js";
import { type Posterior, posteriorOf } from "./posterior.js";

/** A rate that may be seen again, by the counts of the stretch in which it was seen. */
export interface Rate {
  readonly if: string;
  readonly series: Series | Stretch;
}

/** What a question is held against, and by which evidence. */
export interface Held {
  readonly first: Stretch;
  readonly prior: RateGuess;
  readonly phi: number;
  readonly level: number;
}

/** How many periods to come are tried. */
export const mostPeriods = 120;

/** The most events in a period that are tried. */
const mostEvents = 1e6;

/** The least count of the next period that would rule out no change upwards, and the most that would downwards. */
export function tippingOf(
  held: Held,
  seen: Stretch,
  { period, exposure }: Pick<NextPeriod, "period" | "exposure">,
  rates: readonly Rate[],
): NextPeriod {
  const settles = (count: number): boolean => settled(held, added(seen, count, exposure));
  const even = evenCount(held, seen, exposure);
  const high = climbed(even, settles);
  const low = firstWhere(0, even, (count) => !settles(count)) - 1;
  const posteriors = rates.map((rate) => ({ rate, posterior: posteriorFor(rate.series, held.phi) }));
  const tipping = (count: number, side: "upper" | "lower"): Tipping => ({
    count,
    chances: posteriors.map(({ rate, posterior }) => ({
      ...numbersOf(rate),
      chance: chanceOf(count, side, posterior, exposure),
    })),
  });
  return {
    period,
    exposure,
    ...(high !== undefined && { rises: tipping(high, "upper") }),
    ...(low >= 0 && { falls: tipping(low, "lower") }),
  };
}

/** After how many whole periods in all the question would be settled, if counts came at this rate, as even as counts can. */
export function neededAt(held: Held, seen: Stretch, rate: Rate): Needed {
  const { count, exposure } = totalOf(rate.series);
  const each = count / exposure;
  const grown = (more: number): Stretch => {
    const counts = Array.from({ length: more }, (_, i) => Math.round(each * (i + 1)) - Math.round(each * i));
    return { values: [...seen.values, ...counts], exposure: [...seen.exposure, ...counts.map(() => 1)] };
  };
  const more = firstWhere(1, mostPeriods + 1, (periods) => settled(held, grown(periods)));
  return { ...numbersOf(rate), periods: more > mostPeriods ? null : seen.values.length + more };
}

function settled({ first, prior, phi, level }: Held, later: Stretch): boolean {
  return logWideEvidence(first, later, { prior, phi }) >= -Math.log1p(-level);
}

function added(seen: Stretch, count: number, exposure: number): Stretch {
  return { values: [...seen.values, count], exposure: [...seen.exposure, exposure] };
}

/** The count, rounded up, with which the window's rate would be the baseline's: evidence grows away from it. */
function evenCount({ first }: Held, seen: Stretch, exposure: number): number {
  const { count, exposure: whole } = totalOf(first);
  const [sum, time] = [seen.values, seen.exposure].map((numbers) => numbers.reduce((all, one) => all + one, 0));
  return Math.max(0, Math.ceil((count / whole) * (time + exposure) - sum));
}

/** The first count from `low` on that settles, looking in longer and longer steps. */
function climbed(low: number, settles: (count: number) => boolean): number | undefined {
  for (let step = 1; step <= mostEvents; step *= 2) {
    if (settles(low + step)) return firstWhere(low + Math.floor(step / 2), low + step, settles);
  }
  return undefined;
}

function posteriorFor(series: Stretch, phi: number): Posterior {
  return posteriorOf(series, { phis: [phi], rates: 121, least: 1e-12 });
}

/** The chance of so many events or more, or so many or fewer, with the rate only as well known as its stretch tells it. */
function chanceOf(
  count: number,
  side: "upper" | "lower",
  { rates, phis, weights }: Posterior,
  exposure: number,
): number {
  let chance = 0;
  rates.forEach((rate, g) => {
    const [mean, phi] = [rate * exposure, phis[g]];
    const tails = phi === 1 ? poissonTails(count, mean) : negbinTails(count, mean, mean / (phi - 1));
    chance += weights[g] * Math.exp(tails[side]);
  });
  return Math.min(1, chance);
}

function numbersOf({ if: label, series }: Rate): { readonly if: string; readonly rate: number; readonly n: number } {
  const { count, exposure } = totalOf(series);
  return { if: label, rate: count / exposure, n: count };
}
