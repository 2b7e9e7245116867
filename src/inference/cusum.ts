import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import { decisionLimit } from "./decisionLimit.js";
import type { Detector, Watched } from "./monitor.js";
import type { Stretch } from "./test.js";
import { writtenAs } from "./writtenAs.js";

/** What a CUSUM looks for, from which baseline, and when it alarms: exactly one of `h` and `inControl`. */
export interface CusumOptions {
  /** How many times the ordinary rate to detect, above 1; watching downward, its inverse. */
  readonly ratio: number;
  /** The periods before the first one watched that tell the ordinary rate. */
  readonly baseline: number;
  /** The log-likelihood ratio from which it alarms. */
  readonly h?: number;
  /** The mean number of periods between false alarms, from which `h` is found. */
  readonly inControl?: number;
  /** Of the negative binomial, or estimated by moments from the baseline; without it counts are Poisson. */
  readonly size?: number | "estimated";
  readonly direction?: "up" | "down" | "both";
  /** Whether it starts from 0 after an alarm (so by default) or goes on. */
  readonly restart?: boolean;
}

/**
 * Whether the rate has risen (or fallen, or either) to so many times the ordinary one, adding up the evidence of every
 * period: the quickest to see a lasting change of that size. The statistic is the log likelihood ratio for the changed
 * rate since the start it fits best, 0 at the least; watching both, the larger of the two. The rate of the baseline is
 * taken as known, so with a short baseline (fewer than about 50 events) false alarms come more often than `inControl` says;
 * it holds for one direction and periods of equal exposure, and both together alarm about twice as often. With a limit given, no average run is promised.
 *
 * @throws InputError when an option cannot be
 * @see Page (1954) Biometrika 41, 100–115; Lucas (1985) Technometrics 27, 129–144
 * @see Höhle & Paul (2008) Computational Statistics & Data Analysis 52, 4357–4368
 * @example
 * cusum({ ratio: 2, h: 4, baseline: 52 }).name // "cusum({ ratio: 2, h: 4, baseline: 52 })"
 */
export function cusum(options: CusumOptions): Detector {
  const { baseline, direction = "up", restart = true } = check(options);
  const sides = direction === "both" ? (["up", "down"] as const) : [direction];
  return {
    name: writtenAs("cusum", options),
    needs: baseline,
    monitor: (stretch, first) => {
      const ordinary = ordinaryOf(stretch, first, options);
      const none = { n: baseline, threshold: null, statistic: null, alarm: false };
      if (ordinary.rate === 0) {
        const reading = `no event in the ${baseline} periods of its baseline: no rate to compare with`;
        return stretch.values.slice(first).map((): Watched => ({ ...none, expected: 0, reading }));
      }
      const charts = sides.map((side) => chartOf(side, ordinary, options));
      const sums = charts.map(() => 0);
      return stretch.values.slice(first).map((observed, i): Watched => {
        const expected = ordinary.rate * stretch.exposure[first + i];
        const thresholds = charts.map((chart, c) => chart.threshold(expected, sums[c]));
        charts.forEach((chart, c) => {
          sums[c] = Math.max(0, sums[c] + chart.evidence(observed, expected));
        });
        const top = sums[1] > sums[0] ? 1 : 0;
        // A sum that should equal the limit may miss it by rounding.
        const alarms = charts.map(({ h }, c) => sums[c] >= h * (1 - 1e-12));
        const alarm = alarms.includes(true);
        const { times, h } = charts[top];
        const said = `evidence for ${decimals(times, 2)} times the rate ${decimals(sums[top], 2)}`;
        const reading = `${observed} against ${decimals(expected, 1)}: ${said}, ${alarm ? "limit" : "under the limit of"} ${decimals(h, 2)}${alarm ? " reached: alarm" : ""}`;
        const row = { n: baseline, expected, threshold: thresholds[0], statistic: sums[top], alarm, reading };
        if (restart) for (let c = 0; c < sums.length; c++) if (alarms[c]) sums[c] = 0;
        return row;
      });
    },
  };
}

interface Ordinary {
  readonly rate: number;
  readonly size: number | undefined;
  /** The expected count of a period of middling exposure. */
  readonly mean: number;
}

/** The rate of the baseline and, by moments of its counts, the size of a negative binomial. */
function ordinaryOf({ values, exposure }: Stretch, first: number, { baseline, size }: CusumOptions): Ordinary {
  let [count, whole, squares, excess] = [0, 0, 0, 0];
  for (let t = first - baseline; t < first; t++) {
    count += values[t];
    whole += exposure[t];
  }
  const rate = count / whole;
  for (let t = first - baseline; t < first; t++) {
    const mean = rate * exposure[t];
    squares += mean * mean;
    excess += (values[t] - mean) ** 2 - mean;
  }
  // One parameter was fitted: the spread about it is a little too small.
  excess += (excess + count) / (baseline - 1);
  const found = excess > 0 ? squares / excess : undefined;
  return { rate, size: size === "estimated" ? found : size, mean: count / baseline };
}

interface Chart {
  readonly times: number;
  readonly h: number;
  evidence(observed: number, expected: number): number;
  /** The count above (or, downward, below) which this period alarms, with what was summed so far. */
  threshold(expected: number, sum: number): number | null;
}

function chartOf(side: "up" | "down", ordinary: Ordinary, { ratio, h, inControl = 0 }: CusumOptions): Chart {
  const times = side === "up" ? ratio : 1 / ratio;
  const { size } = ordinary;
  const grown = (expected: number): number =>
    size === undefined ? 0 : Math.log1p(((times - 1) * expected) / (expected + size));
  const each = (expected: number): number => Math.log(times) - grown(expected);
  const idle = (expected: number): number => (size === undefined ? (times - 1) * expected : size * grown(expected));
  const found = (): number => {
    const slope = Math.abs(each(ordinary.mean));
    const k = idle(ordinary.mean) / each(ordinary.mean);
    const guess = (Math.log(inControl) + 1) / slope;
    return slope * decisionLimit({ mean: ordinary.mean, k, size, direction: side, inControl, guess });
  };
  const limit = h ?? found();
  return {
    times,
    h: limit,
    evidence: (observed, expected) => observed * each(expected) - idle(expected),
    threshold: (expected, sum) => {
      const count = (limit - sum + idle(expected)) / each(expected);
      if (side === "up") return Math.max(0, Math.ceil(count - 1e-9)) - 1;
      return count < 0 ? null : Math.floor(count + 1e-9) + 1;
    },
  };
}

function check(options: CusumOptions): CusumOptions {
  const { ratio, baseline, h, inControl, size } = options;
  if (!(ratio > 1 && ratio < Infinity)) throw new InputError(`cusum: ratio needs a number above 1, got ${ratio}`);
  if (!Number.isInteger(baseline) || baseline < 2)
    throw new InputError(`cusum: baseline needs a whole number of periods from 2, got ${baseline}`);
  if ((h === undefined) === (inControl === undefined))
    throw new InputError(`cusum: needs either h or inControl, got ${h === undefined ? "neither" : "both"}`);
  if (h !== undefined && !(h > 0 && h < Infinity)) throw new InputError(`cusum: h needs a number above 0, got ${h}`);
  if (inControl !== undefined && !(inControl > 1 && inControl <= 1e6))
    throw new InputError(`cusum: inControl needs a number of periods above 1, to 1e6, got ${inControl}`);
  if (typeof size === "number" && !(size > 0 && size < Infinity))
    throw new InputError(`cusum: size needs a number above 0, got ${size}`);
  return options;
}
