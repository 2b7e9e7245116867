import { InputError } from "../core/errors.js";
import type { CountData } from "./fitCounts.js";

/** Holds counts and design to what a fit needs; the places of rows at risk, or undefined where all of them are. */
export function checkCounts(verb: string, { columns, values, offset }: CountData): readonly number[] | undefined {
  const n = values.length;
  if (columns.length === 0) throw new InputError(`${verb}: the design has no columns`);
  for (const [j, column] of columns.entries()) {
    if (column.length !== n) {
      throw new InputError(`${verb}: column ${j} must be as long as the counts, ${n}, got ${column.length}`);
    }
  }
  if (offset.length !== n) {
    throw new InputError(`${verb}: the offset must be as long as the counts, ${n}, got ${offset.length}`);
  }
  let [atRisk, events] = [0, 0];
  for (let row = 0; row < n; row++) {
    const y = values[row];
    if (!(y >= 0 && y < Infinity))
      throw new InputError(`${verb}: counts must be numbers from 0, got ${y} (row ${row})`);
    if (offset[row] === -Infinity) {
      if (y > 0) throw new InputError(`${verb}: without exposure there can be no events, got ${y} (row ${row})`);
      continue;
    }
    if (!Number.isFinite(offset[row])) {
      throw new InputError(`${verb}: log exposure must be a number or -Infinity, got ${offset[row]} (row ${row})`);
    }
    for (let j = 0; j < columns.length; j++) {
      if (!Number.isFinite(columns[j][row])) {
        throw new InputError(`${verb}: column ${j} must hold numbers, got ${columns[j][row]} (row ${row})`);
      }
    }
    atRisk++;
    events += y;
  }
  if (events === 0) throw new InputError(`${verb}: no events in ${n} rows`);
  if (atRisk < columns.length) {
    throw new InputError(`${verb}: ${columns.length} coefficients need as many rows at risk, got ${atRisk}`);
  }
  if (atRisk === n) return undefined;
  return Array.from({ length: n }, (_, row) => row).filter((row) => offset[row] > -Infinity);
}
