import { bench, describe } from "vitest";
import * as hc from "../../src/index.js";
import { drawnSums, everySum } from "../../src/math/arrangements.js";

const counts = [20, 14, 13, 14, 30, 29, 24, 12, 11, 7, 9];
const twoYears = Array.from({ length: 24 }, (_, month) => 5 + ((month * 7) % 23));

/** How many of the sums lie as low as the observed one, that of the numbers chosen first, or lower. */
function atMost(sums: Float64Array, observed: number): number {
  let count = 0;
  for (let i = 0; i < sums.length; i++) if (sums[i] <= observed) count++;
  return count;
}

function stretch(values: readonly number[]): hc.Stretch {
  return { values, exposure: values.map(() => 1) };
}

const [before, after] = [stretch(counts.slice(0, 7)), stretch(counts.slice(7))];
const [first, second] = [stretch(twoYears.slice(0, 12)), stretch(twoYears.slice(12))];
const permutation = hc.permutation({ seed: 1, draws: 100_000 });

describe("p by the kernel alone", () => {
  bench("all 330 arrangements of 11 months", () => void atMost(everySum(counts.toReversed(), 4), 39));
  bench("100,000 random arrangements of 24 months", () => void atMost(drawnSums(twoYears, 12, 100_000, 1), 196));
});

describe("permutation: p, interval and reading", () => {
  bench("all 330 arrangements of 11 months", () => void permutation.compare(before, after, 0.95));
  bench("100,000 random arrangements of 24 months", () => void permutation.compare(first, second, 0.95));
});
