import { InputError } from "../core/errors.js";
import { decimalsFor, numbered, withInterval } from "../core/print.js";
import { gammaQuantile } from "../distributions/gamma.js";
import { logPoisson, poissonTails } from "../distributions/poisson.js";
import { solve } from "../math/solve.js";
import { blaker } from "./blaker.js";
import { type Test, totalOf } from "./test.js";

/**
 * How often events came, per unit of exposure, with an interval for the rate behind the count. Garwood's interval never
 * covers less than it says; Blaker's neither, and lies within it; the mid-p interval is shorter and covers as much on average.
 *
 * @throws InputError when there is no exposure, or for Blaker when the count is not whole
 * @see Garwood (1936) Biometrika 28, 437–442; Cohen & Yang (1994) Statistics in Medicine 13, 1785–1793; Blaker (2000)
 * Canadian Journal of Statistics 28, 783–798
 * @example
 * poissonInterval("garwood").test({ values: [16], exposure: [24 / 7] }, 0.95).reading // "16 events: a rate of 4.67 [2.67, 7.58]"
 */
export function poissonInterval(method: "garwood" | "blaker" | "mid-p"): Test {
  return {
    name: `poissonInterval("${method}")`,
    needs: 1,
    test: (stretch, level) => {
      const { count, exposure } = totalOf(stretch);
      if (method === "blaker" && !Number.isInteger(count))
        throw new InputError(`poissonInterval: blaker needs whole counts, got ${count}`);
      const [low, high] = limits(count, level, method);
      const estimate = count / exposure;
      const interval = [low / exposure, high / exposure] as const;
      return {
        n: count,
        estimate,
        interval,
        reading: `${numbered(count, "event")}: a rate of ${withInterval(estimate, interval, decimalsFor(interval))}`,
        assumes: [
          "events come independently, at one rate: where periods vary more or resemble their neighbours the interval is too short",
        ],
      };
    },
  };
}

function limits(count: number, level: number, method: "garwood" | "blaker" | "mid-p"): readonly [number, number] {
  const tail = (1 - level) / 2;
  if (method === "mid-p") return midP(count, tail);
  const widest = garwood(count, tail);
  return method === "garwood" ? widest : blaker(count, level, widest);
}

function garwood(count: number, tail: number): readonly [number, number] {
  return [count === 0 ? 0 : gammaQuantile(tail, count), gammaQuantile(1 - tail, count + 1)];
}

function midP(count: number, tail: number): readonly [number, number] {
  const [low, high] = garwood(count, tail);
  const below = (mean: number): number => Math.log(midTails(count, mean).lower / tail);
  const above = (mean: number): number => Math.log(midTails(count, mean).upper / tail);
  return [count === 0 ? 0 : solve(above, low, high), solve(below, count === 0 ? 0 : low, high)];
}

function midTails(count: number, mean: number): { lower: number; upper: number } {
  const tails = poissonTails(count, mean);
  const half = Math.exp(logPoisson(count, mean)) / 2;
  return { lower: Math.exp(tails.lower) - half, upper: Math.exp(tails.upper) - half };
}
