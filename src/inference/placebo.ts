import { type Day, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Finding } from "../core/finding.js";
import type { Panel } from "../core/panel.js";
import { decimals, pText } from "../core/print.js";
import { type Counterfactual, type CounterfactualOptions, counterfactual } from "./counterfactual.js";

/** What a placebo may be asked beside its impact: how many periods the first pretended day needs before it. */
export interface PlaceboOptions extends CounterfactualOptions {
  readonly least: number;
}

/**
 * Whether an impact as large is found where nothing happened: the same question at every earlier day, of as many periods, on
 * data before the day only. `p` is the share of those days, the real one counted in, whose gap is as large in either
 * direction; it holds where the model is wrong as well, as long as it is as wrong at every day. `n` is days.
 *
 * @throws InputError when no earlier day has `least` periods before it and room for as many after it
 * @see Abadie, Diamond & Hainmueller (2010) Journal of the American Statistical Association 105, 493–505
 */
export function placebo(panel: Panel, { least, ...options }: PlaceboOptions): Finding {
  const real = counterfactual(panel, options, "placebo");
  const { every, start } = real.regression;
  const gap = gapOf(real);
  const window = new Set(real.cells.map(({ period }) => period)).size;
  const days = earlierDays(start, options.from, every);
  const pretended = days.slice(least, Math.max(0, days.length - window + 1));
  if (!Number.isInteger(least) || least < 1 || pretended.length === 0)
    throw new InputError(
      `placebo: needs a day with ${least} ${every}s before it and ${window} after it, got ${days.length} ${every}s`,
    );
  const gaps = pretended.map((from, i) => {
    const until = days[least + i + window] ?? options.from;
    return gapOf(counterfactual(panel, { ...options, from, until }, "placebo"));
  });
  const asLarge = gaps.filter((one) => Math.abs(one) >= Math.abs(gap)).length;
  const p = (asLarge + 1) / (gaps.length + 1);
  const times = decimals(Math.exp(gap), 2);
  return {
    test: `placebo({ from: "${options.from}", least: ${least} })`,
    key: panel.length === 1 ? panel[0].key : {},
    n: gaps.length,
    estimate: Math.exp(gap),
    p,
    at: options.from,
    reading: `${times} times what was to be expected; of ${gaps.length} earlier days without it ${asLarge} had as large a gap, ${pText(p)}`,
    assumes: [
      "earlier days are as this one but for the change",
      `${window > 1 ? `days less than ${window} ${every}s apart share counts: fewer independent ones than ${gaps.length}; ` : ""}p is never below ${decimals(1 / (gaps.length + 1), 3)}`,
    ],
  };
}

/** The log of observed over expected, half an event added to both. */
function gapOf({ cells, means }: Counterfactual): number {
  const observed = cells.reduce((sum, cell) => sum + cell.observed, 0);
  return Math.log((observed + 0.5) / (means.reduce((sum, mean) => sum + mean, 0) + 0.5));
}

function earlierDays(start: Day, from: Day, every: Counterfactual["regression"]["every"]): Day[] {
  const days: Day[] = [];
  for (let day = start; day < from; day = nextPeriod(day, every)) days.push(day);
  return days;
}
