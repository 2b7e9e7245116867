import { InputError } from "../core/errors.js";
import type { Excess, Impact, ImpactPeriod } from "../core/impact.js";
import type { Panel } from "../core/panel.js";
import { decimals, pText } from "../core/print.js";
import { type Counterfactual, type CounterfactualOptions, counterfactual } from "./counterfactual.js";
import { drawPredictions } from "./drawPredictions.js";
import { checkDraws, type DrawOptions, predictiveInterval, predictiveP } from "./predictive.js";
import { checkLevel } from "./test.js";

/** What an impact may be asked. */
export interface ImpactOptions extends CounterfactualOptions, DrawOptions {}

/**
 * What came from a day on against what the periods before it lead one to expect: period by period, added up as time goes on,
 * in all and for each series. Only periods before the day are used for the expectation. The intervals hold the uncertainty
 * of its coefficients and the chance of counts; they know nothing of what else happened on that day.
 *
 * @throws InputError when the day is not the first of a period, a side is empty, or a term cannot be
 * @see Bernal, Cummins & Gasparrini (2017) International Journal of Epidemiology 46, 348–355; Brodersen et al. (2015) Annals
 * of Applied Statistics 9, 247–274
 */
export function impact(panel: Panel, options: ImpactOptions): Impact {
  const { from, level, seed, draws } = options;
  checkLevel(level, "impact");
  checkDraws(options, "impact");
  const found = counterfactual(panel, options, "impact");
  const { regression, cells, columns } = found;
  if (cells.every(({ exposure }) => exposure === 0))
    throw new InputError(`impact: needs exposure from ${from} on, got none`);
  const counts = drawPredictions(regression, { columns, exposure: cells.map(({ exposure }) => exposure) }, options);
  const all = [...cells.keys()];
  const excess = (places: readonly number[]): Excess => excessOf(found, counts, places, level);
  const periods = [...new Set(cells.map(({ period }) => period))].sort();
  const total = excess(all);
  return {
    ...{ from, level, seed, draws, regression },
    periods: periods.map(
      (period): ImpactPeriod => ({
        period,
        ...excess(all.filter((i) => cells[i].period === period)),
        cumulative: excess(all.filter((i) => cells[i].period <= period)),
      }),
    ),
    total,
    series: regression.keys.map((key) => ({ key, ...excess(all.filter((i) => cells[i].key === key)) })),
    reading: `${excessText(total)}, ${pText(total.p)}`,
    assumes: [
      `without the change ${regression.every}s from ${from} on would have gone on as those before it`,
      "nothing else changed at that day",
      ...regression.assumes,
    ],
  };
}

/** Some cells together beside their draws. */
function excessOf(
  { cells, means }: Counterfactual,
  counts: readonly Float64Array[],
  places: readonly number[],
  level: number,
): Excess {
  const drawn = new Float64Array(counts[0].length);
  let observed = 0;
  let expected = 0;
  for (const place of places) {
    observed += cells[place].observed;
    expected += means[place];
    for (let draw = 0; draw < drawn.length; draw++) drawn[draw] += counts[place][draw];
  }
  drawn.sort();
  const [low, high] = predictiveInterval(drawn, level);
  const top = high ?? Infinity;
  return {
    observed,
    expected,
    interval: [low, top],
    difference: observed - expected,
    differenceInterval: [observed - top, observed - low],
    ratio: observed / expected,
    ratioInterval: [top === 0 ? 0 : observed / top, low === 0 ? null : observed / low],
    p: predictiveP(drawn, observed),
  };
}

function excessText({
  observed,
  expected,
  interval,
  difference,
  differenceInterval,
  ratio,
  ratioInterval,
}: Excess): string {
  const ends = (low: number, high: number | null, digits: number): string =>
    `[${decimals(low, digits)}, ${decimals(high, digits)}]`;
  const [least, most] = [differenceInterval[0], differenceInterval[1] ?? Infinity];
  const side = difference < 0 ? -1 : 1;
  const word = side < 0 ? "fewer" : "more";
  const [near, far] = side < 0 ? [0 - most, 0 - least] : [least, most];
  const digits = expected < 10 ? 1 : 0;
  const other = `${decimals(-near, 0)} ${side < 0 ? "more" : "fewer"}, ${decimals(far, 0)} ${word}`;
  const gap = `${decimals(Math.abs(difference), digits)} ${word} ${near < 0 ? `[${other}]` : ends(near, far, 0)}`;
  return (
    `${observed} events where ${decimals(expected, digits)} ${ends(interval[0], interval[1], 0)} were to be expected: ` +
    `${gap}, ${decimals(ratio, 2)} ${ends(ratioInterval[0], ratioInterval[1], 2)} times`
  );
}
