import { InputError } from "../core/errors.js";
import type { Indicator } from "./derive.js";

/**
 * How many periods ago at least so many were last counted: 0 in such a period, not defined before the first. It is exact
 * to one period and no finer; for days since the last event, count by day.
 *
 * @throws InputError when the least number is not a whole number from 1
 * @see Beck, Katz & Tucker (1998) American Journal of Political Science 42, 1260–1288
 * @example
 * sinceLast(1).name // "sinceLast(1)"
 */
export function sinceLast(least: number): Indicator {
  if (!Number.isInteger(least) || least < 1)
    throw new InputError(`sinceLast: needs a whole number from 1, got ${least}`);
  return {
    name: `sinceLast(${least})`,
    needs: 1,
    derive: ({ values, every }) => {
      let since = Number.NaN;
      const found = values.map((value) => {
        since = value >= least ? 0 : since + 1;
        return since;
      });
      return { unit: `${every}s`, values: found };
    },
  };
}
