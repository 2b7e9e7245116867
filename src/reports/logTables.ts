import { logNb1 } from "../distributions/nb1.js";

/** Logs of the chance of a count at means on a lattice of their logs, worked out as they are asked for. */
export interface LogTables {
  /** The distance between points, on the log scale. */
  readonly step: number;
  /** The table of a count at a dispersion, filled from one point of the lattice to another; point i stands at `origin + i`. */
  readonly of: (count: number, phi: number, from: number, to: number) => Float64Array;
}

/** The least log mean that a table holds, and the greatest. */
const least = -60;
const most = 30;

/** Where point 0 of the lattice (a mean of 1) stands in a table. */
export function originOf(step: number): number {
  return Math.round(-least / step);
}

/** Tables on one lattice. */
export function logTables(step: number): LogTables {
  const tables = new Map<number, Map<number, { values: Float64Array; from: number; to: number }>>();
  const origin = originOf(step);
  const size = Math.round((most - least) / step);
  return {
    step,
    of: (count, phi, from, to) => {
      const own = tables.get(phi) ?? new Map<number, { values: Float64Array; from: number; to: number }>();
      tables.set(phi, own);
      const table = own.get(count) ?? { values: new Float64Array(size), from: 0, to: 0 };
      own.set(count, table);
      const fill = (low: number, high: number): void => {
        for (let i = Math.max(0, low); i < Math.min(size, high); i++)
          table.values[i] = logNb1(count, Math.exp((i - origin) * step), phi);
      };
      const [low, high] = [origin + from, origin + to];
      if (table.to === table.from) {
        [table.from, table.to] = [low - 40, high + 40];
        fill(table.from, table.to);
      }
      if (low < table.from) {
        fill(low - 40, table.from);
        table.from = low - 40;
      }
      if (high > table.to) {
        fill(table.to, high + 40);
        table.to = high + 40;
      }
      return table.values;
    },
  };
}

/**
 * Adds to a row the log chances of a count at log means `start`, `start + stride` steps, and so on, by the cubic through the
 * four points around each.
 */
export function addRow(
  row: Float64Array,
  tables: LogTables,
  { count, phi, start, stride }: { count: number; phi: number; start: number; stride: number },
): void {
  const at = start / tables.step;
  const base = Math.floor(at);
  const u = at - base;
  const values = tables.of(count, phi, base - 1, base + stride * (row.length - 1) + 3);
  const a = (-u * (u - 1) * (u - 2)) / 6;
  const b = ((u + 1) * (u - 1) * (u - 2)) / 2;
  const c = (-(u + 1) * u * (u - 2)) / 2;
  const d = ((u + 1) * u * (u - 1)) / 6;
  let i = originOf(tables.step) + base;
  for (let j = 0; j < row.length; j++, i += stride) {
    row[j] += a * values[i - 1] + b * values[i] + c * values[i + 1] + d * values[i + 2];
  }
}
