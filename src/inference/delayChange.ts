import { logBetaTails } from "../math/incompleteBeta.js";
import { corrected } from "./corrected.js";

/** Whether delays of the later half of the periods differ from those of the earlier half. */
export interface DelayChange {
  /** Absent where nothing varied, or there was too little to compare. */
  readonly p?: number;
  readonly statistic?: number;
  readonly df: readonly [number, number];
}

/**
 * Compares, delay by delay, the share of the events in that came just then between the earlier and the later half of the
 * periods, by an F test against the scatter within the halves. A change in the last few periods alone it cannot see.
 *
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 126–128
 * @example
 * delayChange([[6, 4], [7, 5], [2, 8], [3, 9], [5, null]]).df // [1, 2]
 */
export function delayChange(counts: readonly (readonly (number | null)[])[]): DelayChange {
  const rows = corrected(counts).counts;
  const half = Math.floor(rows.length / 2);
  let between = 0;
  let within = 0;
  let compared = 0;
  let left = 0;
  for (let d = 1; d < (rows[0] ?? []).length; d++) {
    const all = cellsOf(rows, d);
    const halves = [cellsOf(rows.slice(0, half), d), cellsOf(rows.slice(half), d)];
    const [whole, first, last] = [all, ...halves].map(chanceOf);
    const unit = whole * (1 - whole);
    if (!(unit > 0) || halves.some((cells) => cells.length === 0)) continue;
    compared++;
    left += all.length - 2;
    for (const { came, seen } of all) within += (came - seen * whole) ** 2 / seen / unit;
    const apart = halves.map(
      (cells, i) => cells.reduce((sum, one) => sum + one.seen, 0) * ((i === 0 ? first : last) - whole) ** 2,
    );
    between += (apart[0] + apart[1]) / unit;
  }
  within -= between;
  const df = [compared, left] as const;
  if (!(within > 1e-9 && compared > 0 && left > 0)) return { df };
  const statistic = between / compared / (within / left);
  const p = Math.exp(logBetaTails(left / (left + compared * statistic), left / 2, compared / 2).lower);
  return { p, statistic, df };
}

function cellsOf(rows: readonly (readonly (number | null)[])[], d: number): { came: number; seen: number }[] {
  return rows.flatMap((row) => {
    const came = row[d];
    if (came === null) return [];
    const seen = row.slice(0, d + 1).reduce((sum: number, one) => sum + (one ?? 0), 0);
    return seen > 0 ? [{ came, seen }] : [];
  });
}

function chanceOf(cells: readonly { came: number; seen: number }[]): number {
  let came = 0;
  let seen = 0;
  for (const one of cells) {
    came += one.came;
    seen += one.seen;
  }
  return came / seen;
}
