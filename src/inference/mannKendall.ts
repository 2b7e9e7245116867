import { decimals, decimalsFor, pText, withInterval } from "../core/print.js";
import { normalQuantile, normalUpper } from "../distributions/normal.js";
import { hamedRao } from "./hamedRao.js";
import { kendallTails } from "./kendallTails.js";
import { ratesOf } from "./ratesOf.js";
import { senSlope } from "./senSlope.js";
import type { Test } from "./test.js";

/** Up to so many periods every order is counted; beyond, the normal approximation has long been good. */
const mostExact = 60;

/**
 * Whether rates rise or fall throughout: the Mann–Kendall test on the rate of each period. The estimate is Sen's slope, how
 * much the rate changes from one period to the next; the statistic is Kendall's S, rises less falls over all pairs. Up to 60
 * periods p is exact, ties included; beyond, normal with the variance for ties and a continuity correction. `"hamed-rao"` widens
 * the variance for the autocorrelation of the ranks about Sen's slope that is clear at 95%, and is always normal; it mends only a
 * part, and without autocorrelation rejects too often below 30 periods. `n` is periods.
 *
 * The interval of the slope leaves out 0 only where p is below 1 - level; without ties also whenever it is.
 *
 * @throws InputError when a period has no exposure
 * @see Mann (1945) Econometrica 13, 245–259; Kendall (1975) Rank Correlation Methods, 4th ed.; Sen (1968) JASA 63, 1379–1389;
 * Hamed & Rao (1998) Journal of Hydrology 204, 182–196
 * @example
 * mannKendall({ correction: "none" }).test({ values: [1, 2, 4, 7], exposure: [1, 1, 1, 1] }, 0.95).p // 0.08333333333333333
 */
export function mannKendall({ correction }: { correction: "none" | "hamed-rao" }): Test {
  return {
    name: `mannKendall({ correction: "${correction}" })`,
    needs: 3,
    test: (stretch, level) => {
      const rates = ratesOf(stretch, "mannKendall");
      const n = rates.length;
      const assumes =
        correction === "none"
          ? ["periods independent of each other: autocorrelation passes for a trend", "no season"]
          : [
              "autocorrelation about a straight trend: the correction is only a part of what is needed, so that p is still too small where periods resemble their neighbours, and also below 30 periods where they do not",
              "no season",
            ];
      const ties = tiesOf(rates);
      if (ties.length === 1) return { n, reading: `${n} periods, all at one rate: no trend to test`, assumes };
      const isExact = correction === "none" && n <= mostExact;
      const share = correction === "none" ? 1 : hamedRao(rates);
      if (!(share > 0)) {
        const reading = `${n} periods: autocorrelation so negative that the correction leaves no variance to judge a trend by`;
        return { n, estimate: senSlope(rates, Infinity).slope, reading, assumes };
      }
      const error = Math.sqrt(varianceOf(n, ties) * share);
      const tails = isExact ? kendallTails(ties) : undefined;
      const pOf = (size: number): number =>
        tails?.[size] ?? Math.min(1, 2 * Math.exp(normalUpper(Math.max(0, size - 1) / error)));
      const statistic = kendallS(rates);
      const pairs = pairsOf(n);
      const untied = pairs - ties.reduce((sum, tied) => sum + pairsOf(tied), 0);
      const rejected = tails?.findIndex((tail) => tail < 1 - level);
      const critical =
        rejected === undefined ? 1 + error * normalQuantile(1 - (1 - level) / 2) : rejected < 0 ? Infinity : rejected;
      const { slope, interval } = senSlope(rates, critical);
      const p = pOf(Math.abs(statistic));
      const size = interval === undefined ? `${digitsOf(slope)} (too few for an interval)` : slopeText(slope, interval);
      const tau = decimals(statistic / Math.sqrt(pairs * untied), 2);
      const reading = `${n} periods: the rate changes by ${size} from one to the next, tau ${tau}, ${pText(p)}`;
      return { n, estimate: slope, ...(interval !== undefined && { interval }), statistic, p, reading, assumes };
    },
  };
}

/** Rises less falls over all pairs. */
function kendallS(rates: readonly number[]): number {
  let rises = 0;
  for (let j = 1; j < rates.length; j++) for (let i = 0; i < j; i++) rises += Math.sign(rates[j] - rates[i]);
  return rises;
}

/** How many rates share each value. */
function tiesOf(rates: readonly number[]): number[] {
  const seen = new Map<number, number>();
  for (const rate of rates) seen.set(rate, (seen.get(rate) ?? 0) + 1);
  return [...seen.values()];
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

function varianceOf(n: number, ties: readonly number[]): number {
  const of = (size: number): number => size * (size - 1) * (2 * size + 5);
  return (of(n) - ties.reduce((sum, tied) => sum + of(tied), 0)) / 18;
}

function slopeText(slope: number, interval: readonly [number, number]): string {
  return withInterval(slope, interval, decimalsFor([slope, ...interval]));
}

function digitsOf(slope: number): string {
  return decimals(slope, decimalsFor([slope]));
}
