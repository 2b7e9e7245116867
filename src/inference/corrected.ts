/** Increments with no number below 0, and what was taken back to get there. */
export interface Corrected {
  readonly counts: readonly (readonly (number | null)[])[];
  /** How many cells were below 0, and by how much in all. */
  readonly cells: number;
  readonly events: number;
  /** For each delay, the share of what stood at the delay before that was not taken back at it; 1 at delay 0. */
  readonly keeps: readonly number[];
}

/**
 * Takes increments below 0 out of the delays before them, the nearest first, as if what was taken back had never been
 * reported. No row's total changes. What share was taken back at each delay is kept, so that it can be foreseen.
 *
 * @see Johnson et al. (2025) Wellcome Open Research 10, 614
 * @example
 * corrected([[5, -2, 1]]).counts // [[3, 0, 1]]
 */
export function corrected(counts: readonly (readonly (number | null)[])[]): Corrected {
  const stood = (counts[0] ?? []).map(() => 0);
  const taken = stood.map(() => 0);
  let cells = 0;
  const rows = counts.map((row) => {
    const kept = [...row];
    let total = 0;
    row.forEach((added, d) => {
      if (added === null) return;
      stood[d] += total;
      total += added;
      if (added >= 0) return;
      cells++;
      taken[d] -= added;
      let owed = -added;
      kept[d] = 0;
      for (let e = d - 1; e >= 0 && owed > 0; e--) {
        const here = kept[e] ?? 0;
        kept[e] = Math.max(0, here - owed);
        owed = Math.max(0, owed - here);
      }
    });
    return kept;
  });
  const events = taken.reduce((sum, one) => sum + one, 0);
  return { counts: rows, cells, events, keeps: stood.map((n, d) => (n > 0 ? 1 - taken[d] / n : 1)) };
}
