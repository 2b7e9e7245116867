import { InputError } from "../core/errors.js";
import type { Regression } from "../core/regression.js";
import { type Cell, type Column, designOf, withColumns } from "./designOf.js";

/** The design of other periods than those of the fit, and what the regression expects there. */
export interface Expectation {
  /** In the order of the coefficients. */
  readonly columns: readonly Column[];
  readonly means: Float64Array;
}

/**
 * What a regression expects of other periods, given the values of the users' own columns there, by name.
 *
 * @throws InputError when such a column is not told
 */
export function expectedOf(
  { every, start, keys, terms, coefficients }: Regression,
  cells: readonly (Cell & { readonly exposure: number })[],
  own: Readonly<Record<string, readonly number[]>>,
  verb: string,
): Expectation {
  const told = cells.reduce((first, { period }) => (period < first ? period : first), cells[0].period);
  const later = terms.map((term) =>
    withColumns(term, (name) => {
      if (!Object.hasOwn(own, name)) throw new InputError(`${verb}: needs the values to come of column ${name}`);
      return own[name];
    }),
  );
  const columns = designOf(cells, { terms: later, every, start, keys, told }, verb);
  const means = Float64Array.from(cells, ({ exposure }, row) => {
    let log = 0;
    for (let j = 0; j < columns.length; j++) log += coefficients[j].estimate * columns[j].values[row];
    return exposure * Math.exp(log);
  });
  return { columns, means };
}
