import { InputError } from "../core/errors.js";
import { decimals, numbered, pText } from "../core/print.js";
import { logPoisson } from "../distributions/poisson.js";
import { checkWhole } from "./checkWhole.js";
import { conditionalTail } from "./conditionalTail.js";
import { atRisk, type Stretch, type Test, totalOf } from "./test.js";

/**
 * Whether counts follow a Poisson distribution in every way, not only in their variance: the Cramér–von Mises distance between
 * how often each count was passed and how often it should be, judged given the total, where nothing is left to estimate. So p
 * is valid for any number of periods: exact where there are up to a million arrangements of the events, else by draws.
 * `poissonnessOf` gives the rows to draw. `n` is periods with
 * exposure.
 *
 * @throws InputError when a count is not whole, or draws not a whole number from 1
 * @see Hoaglin (1980) The American Statistician 34, 146–149; Spinelli & Stephens (1997) Canadian Journal of Statistics 25, 257–268
 * @example
 * poissonness({ draws: 99, seed: 1 }).test({ values: [3, 1, 0, 2], exposure: [1, 1, 1, 1] }, 0.95).reading // "4 periods, mean 1.5: nothing speaks against a Poisson distribution, p = 1 (exact, given the total)"
 */
export function poissonness({ draws, seed }: { draws: number; seed: number }): Test {
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new InputError(`poissonness: draws needs a whole number from 1, got ${draws}`);
  return {
    name: `poissonness({ draws: ${draws}, seed: ${seed} })`,
    needs: 2,
    test: (whole, level) => {
      checkWhole(whole, "poissonness");
      const { count } = totalOf(whole);
      const stretch = atRisk(whole);
      const n = stretch.values.length;
      const assumes = [
        "one rate throughout: a trend or a season also spoils the fit",
        "periods independent of each other",
      ];
      if (count === 0)
        return { n, reading: `no events in ${numbered(n, "period")}: no distribution to judge`, assumes };
      const distance = distanceTo(stretch);
      const { p, by } = conditionalTail(stretch.values, stretch.exposure, distance, { draws, seed });
      const says = p < 1 - level ? "not a Poisson distribution" : "nothing speaks against a Poisson distribution";
      const how = by === "exact" ? "exact" : `${draws} draws`;
      const reading = `${numbered(n, "period")}, mean ${decimals(count / n, 1)}: ${says}, ${pText(p)} (${how}, given the total)`;
      return { n, statistic: distance(stretch.values), p, reading, assumes };
    },
  };
}

/**
 * The distance from the Poisson counts expected of a stretch: the sum over counts of (passed - expected)², each weighed by
 * its chance, over n. Only the counts whose chance is not lost beside the others.
 */
function distanceTo({ values, exposure }: Stretch): (counts: ArrayLike<number>) => number {
  const n = values.length;
  const total = totalOf({ values, exposure });
  const means = exposure.map((one) => (one * total.count) / total.exposure);
  const smallest = Math.min(...means);
  const largest = Math.max(...means);
  const from = Math.max(0, Math.floor(smallest - 10 * Math.sqrt(smallest) - 20));
  const to = Math.ceil(largest + 10 * Math.sqrt(largest) + 20);
  const alike = new Map<number, number>();
  for (const mean of means) alike.set(mean, (alike.get(mean) ?? 0) + 1);
  const chances = Float64Array.from({ length: to - from + 1 }, (_, i) => {
    let sum = 0;
    for (const [mean, times] of alike) sum += times * Math.exp(logPoisson(from + i, mean));
    return sum;
  });
  // Between two counts that were seen nothing more is passed, so a square of differences is three running sums.
  const ones = new Float64Array(chances.length + 1);
  const lines = new Float64Array(ones.length);
  const squares = new Float64Array(ones.length);
  for (let i = 0, due = 0; i < chances.length; i++) {
    due += chances[i];
    ones[i + 1] = ones[i] + chances[i];
    lines[i + 1] = lines[i] + chances[i] * due;
    squares[i + 1] = squares[i] + chances[i] * due * due;
  }
  const sorted = new Float64Array(n);
  const last = chances.length;
  return (counts) => {
    sorted.set(counts);
    sorted.sort();
    let sum = squares[last];
    for (let passed = 0; passed < n; passed++) {
      const at = Math.min(last, Math.max(0, sorted[passed] - from));
      // From here on one more is passed: (passed + 1)² less passed², and twice the difference of the lines.
      sum += (2 * passed + 1) * (ones[last] - ones[at]) - 2 * (lines[last] - lines[at]);
    }
    return sum / (n * n);
  };
}
