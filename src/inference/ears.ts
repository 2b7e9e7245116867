import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import type { Detector, Watched } from "./monitor.js";
import type { Stretch } from "./test.js";

/** How long the baseline is, and how many standard deviations above it are too many. */
export interface EarsOptions {
  readonly baseline?: number;
  /** 3 for C1 and C2, 2 for C3 unless said. */
  readonly above?: number;
  /** A standard deviation below this, in events, is taken to be this; without it, a baseline without spread tells nothing. */
  readonly leastSd?: number;
}

/**
 * Whether a count stands out from those of the last few periods, for places with next to no history: C1 looks at the seven
 * before it, C2 at the seven up to the third before it, so that a slow rise does not hide itself, and C3 adds up what C2
 * saw of this period and the two before it, beyond one standard deviation. The statistic is in standard deviations. Counts
 * are compared as rates of their exposure. Its rate of false alarms at few events is far above the normal tail's.
 *
 * @throws InputError when an option cannot be
 * @see Hutwagner, Thompson, Seeman & Treadwell (2003) Journal of Urban Health 80, i89–i96
 * @see Fricker, Hegler & Dunfee (2008) Statistics in Medicine 27, 3407–3429
 * @example
 * ears("C2").name // 'ears("C2")'
 */
export function ears(method: "C1" | "C2" | "C3", options: EarsOptions = {}): Detector {
  const { baseline = 7, above = method === "C3" ? 2 : 3, leastSd = 0 } = options;
  if (!Number.isInteger(baseline) || baseline < 3)
    throw new InputError(`ears: baseline needs a whole number of periods from 3, got ${baseline}`);
  if (!(above > 0)) throw new InputError(`ears: above needs a number above 0, got ${above}`);
  if (!(leastSd >= 0)) throw new InputError(`ears: leastSd needs a number from 0, got ${leastSd}`);
  const lag = method === "C1" ? 0 : 2;
  const given = Object.entries(options).map(([key, value]) => `${key}: ${value}`);
  return {
    name: given.length === 0 ? `ears("${method}")` : `ears("${method}", { ${given.join(", ")} })`,
    needs: baseline + lag + (method === "C3" ? 2 : 0),
    monitor: (stretch, first) =>
      stretch.values.slice(first).map((observed, i): Watched => {
        const t = first + i;
        const { expected, sd } = baselineOf(stretch, t, { baseline, lag, leastSd });
        const past = method === "C3" ? [t - 1, t - 2] : [];
        const scores = past.map((at) => scoreOf(stretch, at, { baseline, lag, leastSd }));
        const window = lag === 0 ? `the ${baseline} before` : `the ${baseline} up to the 3rd before`;
        const seen = `${observed} against ${decimals(expected, 1)} (${window})`;
        if (sd === 0 || scores.includes(null)) {
          const reading = `${seen}: equal counts have no spread to judge by; leastSd would say how much to allow`;
          return { n: baseline, expected, threshold: null, statistic: null, alarm: false, reading };
        }
        const score = (observed - expected) / sd;
        const carried = scores.reduce((sum: number, one) => sum + Math.max(0, (one ?? 0) - 1), 0);
        const statistic = method === "C3" ? Math.max(0, score - 1) + carried : score;
        // Where the two periods before suffice, every count alarms.
        const reach = method === "C3" ? above + 1 - carried : above;
        const threshold = carried > above ? null : expected + reach * sd;
        const alarm = threshold === null || observed > threshold;
        const said = `${decimals(statistic, 1)} standard deviations, ${alarm ? "over" : "not over"} ${above}`;
        const summed = method === "C3" ? " beyond 1 each over three periods" : "";
        const reading = `${seen}: ${said}${summed}${alarm ? ": alarm" : ""}`;
        return { n: baseline, expected, threshold, statistic, alarm, reading };
      }),
  };
}

interface Reach {
  readonly baseline: number;
  readonly lag: number;
  readonly leastSd: number;
}

/** The mean and standard deviation that the baseline's rates give a count of this period's exposure. */
function baselineOf({ values, exposure }: Stretch, t: number, { baseline, lag, leastSd }: Reach) {
  const rates: number[] = [];
  for (let i = t - lag - baseline; i < t - lag; i++) rates.push((values[i] * exposure[t]) / exposure[i]);
  const expected = rates.reduce((sum, rate) => sum + rate, 0) / baseline;
  const squares = rates.reduce((sum, rate) => sum + (rate - expected) ** 2, 0);
  const isFlat = rates.every((rate) => rate === rates[0]);
  return { expected, sd: Math.max(leastSd, isFlat ? 0 : Math.sqrt(squares / (baseline - 1))) };
}

function scoreOf(stretch: Stretch, t: number, reach: Reach): number | null {
  const { expected, sd } = baselineOf(stretch, t, reach);
  return sd === 0 ? null : (stretch.values[t] - expected) / sd;
}
