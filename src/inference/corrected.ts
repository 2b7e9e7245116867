/** What was added at each delay and will stay, as far as what was taken back so far tells. */
export interface Corrected {
  /** What was added, times the share of it that stays. */
  readonly counts: readonly (readonly (number | null)[])[];
  /** How many cells were below 0, and by how much in all. */
  readonly cells: number;
  readonly events: number;
  /** For each delay, the share of what stands at it that will not be taken back by the longest. */
  readonly kept: readonly number[];
}

/**
 * Takes what increments below 0 took back out of what stood before them, in every period alike: those too young to have had
 * theirs taken back lose the share that the older ones lost. Taken out of the older periods alone, it would leave the
 * younger ones overstated. Without an increment below 0 nothing changes.
 *
 * @example
 * corrected([[8, -2], [4, null]]).counts // [[6, 0], [3, null]]
 */
export function corrected(counts: readonly (readonly (number | null)[])[]): Corrected {
  const stood = (counts[0] ?? []).map(() => 0);
  const taken = stood.map(() => 0);
  let cells = 0;
  for (const row of counts) {
    let total = 0;
    row.forEach((added, d) => {
      if (added === null) return;
      stood[d] += total;
      total += added;
      if (added < 0) {
        taken[d] -= added;
        cells++;
      }
    });
  }
  const kept = stood.map(() => 1);
  for (let d = kept.length - 2; d >= 0; d--)
    kept[d] = kept[d + 1] * (stood[d + 1] > 0 ? 1 - taken[d + 1] / stood[d + 1] : 1);
  return {
    counts: counts.map((row) => row.map((added, d) => (added === null ? null : Math.max(0, added) * kept[d]))),
    cells,
    events: taken.reduce((sum, one) => sum + one, 0),
    kept,
  };
}
