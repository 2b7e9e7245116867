import { InputError } from "../core/errors.js";
import { decimals, numbered, percent, withInterval } from "../core/print.js";
import { betaQuantile } from "../distributions/beta.js";
import { logBinomial } from "../distributions/binomial.js";
import { logNegbin } from "../distributions/negbin.js";
import { logBetaTails } from "../math/incompleteBeta.js";
import type { Comparison } from "./compare.js";
import type { RateGuess } from "./rateGuess.js";
import { poissonCounts } from "./ratioOutcome.js";
import { totalOf } from "./test.js";

/**
 * How many times the earlier rate the later one is, given what was held of both before: each rate has the same gamma
 * prior, `"jeffreys"` is half an event in no time. The estimate is the posterior median, the interval leaves as much
 * below as above, and `probability` is that the rate fell (or rose, as the reading says). Under a prior that is a
 * distribution, `bayesFactor` says how many times better two rates explain the counts than one rate of the same prior;
 * under `"jeffreys"` it would be arbitrary and is left out.
 *
 * @throws InputError when the shape of the prior is not above 0 or its rate below 0
 * @see Price & Bonett (2000) Computational Statistics & Data Analysis 34, 345–356; Kass & Raftery (1995) JASA 90, 773–795
 * @example
 * gammaPoisson({ prior: "jeffreys" }).compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "44 events against 144: 0.5361 [0.3787, 0.7440] times the rate, which fell with probability over 99%"
 */
export function gammaPoisson({ prior }: { prior: RateGuess | "jeffreys" }): Comparison {
  const { shape, rate } = prior === "jeffreys" ? { shape: 0.5, rate: 0 } : prior;
  if (!(shape > 0 && rate >= 0 && shape < Infinity && rate < Infinity))
    throw new InputError(`gammaPoisson: needs a prior of shape above 0 and rate from 0, got ${shape} and ${rate}`);
  return {
    name: `gammaPoisson({ prior: ${prior === "jeffreys" ? '"jeffreys"' : `{ shape: ${shape}, rate: ${rate} }`} })`,
    needs: 2,
    seesSums: true,
    compare: (before, after, level) => {
      const first = totalOf(before);
      const last = totalOf(after);
      const n = first.count + last.count;
      const odds = (rate + last.exposure) / (rate + first.exposure);
      const [b, a] = [shape + first.count, shape + last.count];
      const ratioAt = (chance: number): number => betaOdds(chance, a, b) / odds;
      const tail = (1 - level) / 2;
      const estimate = ratioAt(0.5);
      const high = ratioAt(1 - tail);
      const interval = [ratioAt(tail), high < Infinity ? high : null] as const;
      const tails = logBetaTails(odds / (1 + odds), a, b, 1 / (1 + odds));
      const didFall = estimate < 1;
      const probability = Math.exp(didFall ? tails.lower : tails.upper);
      const factor = rate > 0 ? Math.exp(logFactor(first, last, { shape, rate })) : Infinity;
      const chance = `${didFall ? "fell" : "rose"} with probability ${percent(probability)}`;
      return {
        n,
        estimate,
        interval,
        probability,
        ...(factor < Infinity && { bayesFactor: factor }),
        reading: `${numbered(last.count, "event")} against ${first.count}: ${withInterval(estimate, interval, 4)} times the rate, which ${chance}${factor < Infinity ? `; ${factorText(factor)}` : ""}`,
        assumes: [
          poissonCounts[0],
          "not to be trusted where periods vary more than that, or resemble their neighbours: the probability is then too sure and the interval too short",
          rate > 0
            ? `each rate gamma with shape ${shape} and rate ${rate} before looking, apart from the other`
            : `each rate gamma with shape ${shape} and no rate before looking: not a distribution, so no Bayes factor`,
          ...(rate > 0 && factor === Infinity ? ["the Bayes factor exceeds 1e308"] : []),
        ],
      };
    },
  };
}

/** The odds below which a beta variable's odds fall with this chance, from whichever of the two parts is smaller. */
function betaOdds(chance: number, a: number, b: number): number {
  const part = betaQuantile(chance, a, b);
  if (part < 0.5) return part / (1 - part);
  const rest = betaQuantile(1 - chance, b, a);
  return (1 - rest) / rest;
}

type Total = ReturnType<typeof totalOf>;

/** Two rates against one: the chances of the counts, each side from its own gamma, over those from a gamma they share. */
function logFactor(first: Total, last: Total, { shape, rate }: RateGuess): number {
  const chance = (count: number, exposure: number): number => logNegbin(count, (shape * exposure) / rate, shape);
  const n = first.count + last.count;
  const whole = first.exposure + last.exposure;
  const shared = chance(n, whole) + logBinomial(last.count, n, last.exposure / whole);
  return chance(first.count, first.exposure) + chance(last.count, last.exposure) - shared;
}

function factorText(factor: number): string {
  const isMore = factor >= 1;
  const size = isMore ? factor : 1 / factor;
  const text = size >= 1e6 ? size.toExponential(1) : decimals(size, size < 100 ? 1 : 0);
  return `two rates explain the counts ${isMore ? text : `1/${text}`} times as well as one`;
}
