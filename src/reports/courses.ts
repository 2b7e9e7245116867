import type { Day } from "../core/day.js";
import type { Slice } from "../core/slice.js";
import type { Sized } from "./zoneFit.js";

/** The factors of a stretch's periods under every set of sizes and end, those that come to the same told once. */
export interface Courses {
  /** Logs of the days times the factors; one row for each different one. */
  readonly shifts: readonly Float64Array[];
  /** Which row a combination has; combinations run through the sets of sizes, the last effect's fastest, then the ends. */
  readonly rowOf: Int32Array;
}

/** Lays out the factors of a stretch. */
export function coursesOf(
  { periods, exposure }: Slice,
  own: readonly Sized[],
  ends: readonly (Day | "never")[],
): Courses {
  const lengths = own.map(({ logs }) => logs.length);
  const sets = lengths.reduce((product, length) => product * length, 1);
  const rowOf = new Int32Array(sets * ends.length);
  const shifts: Float64Array[] = [];
  const days = exposure.map(Math.log);
  const patterns = new Map<string, Map<number, number>>();
  ends.forEach((end, k) => {
    const rows = own.map(({ effect }) => periods.map((period) => effect.courseIn(period, end)));
    const isFelt = rows.map((row) => row.some((course) => course !== 0));
    const pattern = JSON.stringify(rows);
    const known = patterns.get(pattern) ?? new Map<number, number>();
    patterns.set(pattern, known);
    for (let set = 0; set < sets; set++) {
      const at = indicesOf(set, lengths);
      let name = 0;
      at.forEach((i, e) => {
        if (isFelt[e]) name = name * lengths[e] + i;
      });
      let row = known.get(name);
      if (row === undefined) {
        row = shifts.length;
        known.set(name, row);
        shifts.push(
          Float64Array.from(days, (log, t) => at.reduce((sum, i, e) => sum + rows[e][t] * own[e].logs[i], log)),
        );
      }
      rowOf[set * ends.length + k] = row;
    }
  });
  return { shifts, rowOf };
}

function indicesOf(set: number, lengths: readonly number[]): readonly number[] {
  const at = new Array<number>(lengths.length);
  let rest = set;
  for (let e = lengths.length - 1; e >= 0; e--) {
    at[e] = rest % lengths[e];
    rest = Math.floor(rest / lengths[e]);
  }
  return at;
}
