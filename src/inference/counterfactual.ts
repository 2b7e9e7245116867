import { type Day, nextPeriod, periodOf } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { Regression } from "../core/regression.js";
import { sliceOf } from "../core/slice.js";
import { type Cell, withColumns } from "./designOf.js";
import { type Expectation, expectedOf } from "./expectedOf.js";
import { type RegressOptions, regress } from "./regress.js";

/** What may be asked of the periods from a day on, against those before it. */
export interface CounterfactualOptions extends RegressOptions {
  /** The first day of a period. */
  readonly from: Day;
  /** The last period ends before it; the end of the panel unless said. */
  readonly until?: Day;
}

/** Periods from a day on, beside what a regression of the periods before it expects there. */
export interface Counterfactual extends Expectation {
  readonly regression: Regression;
  readonly cells: readonly (Cell & { readonly exposure: number; readonly observed: number })[];
}

/** @throws InputError when the day is not the first of a period, or a series has no period on one of its sides */
export function counterfactual(panel: Panel, options: CounterfactualOptions, verb: string): Counterfactual {
  const { from, until = "9999-12-31", terms } = options;
  if (panel.length === 0) throw new InputError(`${verb}: needs a series, got none`);
  const { every } = panel[0].recipe;
  const first = periodOf(from, every);
  if (first !== from)
    throw new InputError(
      `${verb}: from needs the first day of a ${every}, got ${from}; ${first} or ${nextPeriod(from, every)} would do`,
    );
  const before = panel.map((series) => {
    const { values, exposure } = sliceOf(series, { since: series.start, until: from });
    if (values.length === 0)
      throw new InputError(`${verb}: needs ${every}s before ${from}, got none of ${JSON.stringify(series.key)}`);
    return { ...series, values, exposure };
  });
  const start = panel.reduce((least, series) => (series.start < least ? series.start : least), panel[0].start);
  let count = 0;
  for (let period = start; period < from; period = nextPeriod(period, every)) count++;
  const own: Record<string, readonly number[]> = Object.create(null);
  const earlier = terms.map((term) =>
    withColumns(term, (name, values) => {
      own[name] = values.slice(count);
      return values.slice(0, count);
    }),
  );
  const { family, errors, level } = options;
  const regression = regress(before, { family, terms: earlier, ...(errors !== undefined && { errors }), level });
  const cells = panel.flatMap((series) => {
    const { values, exposure, periods } = sliceOf(series, { since: from, until });
    if (values.length === 0)
      throw new InputError(`${verb}: needs ${every}s from ${from} on, got none of ${JSON.stringify(series.key)}`);
    return periods.map((period, t) => ({ key: series.key, period, exposure: exposure[t], observed: values[t] }));
  });
  const after = new Set(cells.map(({ period }) => period)).size;
  for (const name of Object.keys(own)) own[name] = own[name].slice(0, after);
  return { regression, cells, ...expectedOf(regression, cells, own, verb) };
}
