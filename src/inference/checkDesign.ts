import type { Every } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { backSubstitute, orthogonalise } from "../math/orthogonalise.js";
import type { Column } from "./designOf.js";

/** @throws InputError, by the names of the terms, when counts cannot tell what the columns of a regression do */
export function checkDesign(
  columns: readonly Column[],
  rows: readonly { readonly observed: number }[],
  every: Every,
): void {
  const { length } = rows;
  if (rows.every(({ observed }) => observed === 0))
    throw new InputError(`regress: needs events, got none in ${length} ${every}s`);
  if (length <= columns.length)
    throw new InputError(
      `regress: ${columns.length} coefficients need at least ${columns.length + 1} ${every}s, got ${length}`,
    );
  const empty = columns.find(({ values }) => values.every((value) => value === 0));
  if (empty !== undefined) throw new InputError(`regress: ${empty.name} touches no ${every} with exposure`);
  const { triangle, dependent } = orthogonalise(columns.map(({ values }) => values));
  if (dependent.length > 0) {
    const [aliased] = dependent;
    throw new InputError(
      `regress: ${columns[aliased].name} says what ${sayersOf(columns, triangle, aliased)} already; leave one out`,
    );
  }
  for (const { name, values } of columns.slice(1)) {
    const isSwitch = values.every((value) => value >= 0 && value <= 1);
    if (isSwitch && rows.every(({ observed }, i) => observed === 0 || values[i] === 0))
      throw new InputError(`regress: ${name} needs an event where it is on, got none; leave it or these ${every}s out`);
    if (isSwitch && rows.every(({ observed }, i) => observed === 0 || values[i] === 1))
      throw new InputError(
        `regress: ${name} needs an event where it is off, got none; leave it or these ${every}s out`,
      );
  }
}

/** Which of the columns before it make up a column, and that they say it. */
function sayersOf(columns: readonly Column[], triangle: Float64Array, aliased: number): string {
  const k = columns.length;
  const square = new Float64Array(aliased * aliased);
  const right = new Float64Array(aliased);
  for (let i = 0; i < aliased; i++) {
    right[i] = triangle[i * k + aliased];
    for (let j = 0; j < aliased; j++) square[i * aliased + j] = triangle[i * k + j];
  }
  const shares = backSubstitute(square, right);
  const sayers = columns
    .slice(0, aliased)
    .filter((_, i) => Math.abs(shares[i]) > 1e-8)
    .map(({ name }) => name);
  return `${sayers.join(", ")} ${sayers.length > 1 ? "say" : "says"}`;
}
