import { logBetaTails } from "../math/incompleteBeta.js";
import { corrected } from "./corrected.js";

/** Whether delays differ between the periods before a row and from it on. */
export interface DelayChange {
  readonly p: number;
  /** The row that the later delays start with. */
  readonly at: number;
}

/**
 * Asks whether delays have changed, by two splits: between the earlier and the later half of the periods, and between those
 * whose reports are all in and the rest. At each, the share of the events in by a delay that came just then is compared,
 * delay by delay, by an F test against the scatter on either side; a delay with fewer than 5 expected to come, or to have
 * come before, on one side is passed over. `p` is the smaller of the two, doubled; without a result where nothing is left
 * or nothing scatters.
 *
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 126–128
 */
export function delayChange(counts: readonly (readonly (number | null)[])[]): DelayChange | undefined {
  const rows = corrected(counts).counts;
  const maxDelay = rows[0].length - 1;
  const found = [Math.floor(rows.length / 2), rows.length - maxDelay].flatMap((at) => {
    const p = changeAt(rows, at);
    return p === undefined ? [] : [{ p: Math.min(1, 2 * p), at }];
  });
  return found.sort((one, other) => one.p - other.p).at(0);
}

function changeAt(rows: readonly (readonly (number | null)[])[], at: number): number | undefined {
  let between = 0;
  let within = 0;
  let compared = 0;
  let left = 0;
  for (let d = 1; d < rows[0].length; d++) {
    const all = cellsOf(rows, d);
    const sides = [cellsOf(rows.slice(0, at), d), cellsOf(rows.slice(at), d)];
    const whole = chanceOf(all);
    const unit = whole * (1 - whole);
    if (!sides.every((cells) => seenIn(cells) * whole >= 5 && seenIn(cells) * (1 - whole) >= 5)) continue;
    let apart = 0;
    for (const side of sides) apart += (seenIn(side) * (chanceOf(side) - whole) ** 2) / unit;
    for (const { came, seen } of all) within += (came - seen * whole) ** 2 / seen / unit;
    within -= apart;
    between += apart;
    compared++;
    left += all.length - 2;
  }
  // Below this the scatter is rounding.
  if (!(within > 1e-9 && compared > 0 && left > 0)) return undefined;
  const ratio = between / compared / (within / left);
  return Math.exp(logBetaTails(left / (left + compared * ratio), left / 2, compared / 2).lower);
}

interface Came {
  readonly came: number;
  readonly seen: number;
}

/** Of the events of each period in by a delay, those that came just then. */
function cellsOf(rows: readonly (readonly (number | null)[])[], d: number): Came[] {
  return rows.flatMap((row) => {
    const came = row[d];
    if (came === null) return [];
    const seen = row.slice(0, d + 1).reduce((sum: number, one) => sum + (one ?? 0), 0);
    return seen > 0 ? [{ came, seen }] : [];
  });
}

function seenIn(cells: readonly Came[]): number {
  return cells.reduce((sum, one) => sum + one.seen, 0);
}

function chanceOf(cells: readonly Came[]): number {
  return cells.reduce((sum, one) => sum + one.came, 0) / seenIn(cells);
}
