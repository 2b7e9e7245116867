/** Adds 1 to the place of the greatest score, shared where several are within rounding of it. */
export function shareFirst(picks: number[], scores: readonly number[]): void {
  const most = Math.max(...scores);
  const first = scores.flatMap((score, i) => (score > most - 1e-9 ? i : []));
  for (const i of first) picks[i] += 1 / first.length;
}
