/**
 * The rising (or level) sequence closest to what each place holds: neighbours that fall are pooled until none does.
 * `bestOf` says what is best for the places from `from` up to but not including `to` together.
 *
 * @see Ayer, Brunk, Ewing, Reid & Silverman (1955) Annals of Mathematical Statistics 26, 641–647
 * @example
 * [...poolAdjacent(3, (from, to) => [0, 2, 1].slice(from, to).reduce((a, b) => a + b) / (to - from))] // [0, 1.5, 1.5]
 */
export function poolAdjacent(places: number, bestOf: (from: number, to: number) => number): Float64Array {
  const starts = new Int32Array(places + 1);
  const values = new Float64Array(places);
  let pools = 0;
  for (let i = 0; i < places; i++) {
    let start = i;
    let value = bestOf(i, i + 1);
    while (pools > 0 && values[pools - 1] >= value) {
      start = starts[--pools];
      value = bestOf(start, i + 1);
    }
    starts[pools] = start;
    values[pools++] = value;
  }
  starts[pools] = places;
  const risen = new Float64Array(places);
  for (let pool = 0; pool < pools; pool++) risen.fill(values[pool], starts[pool], starts[pool + 1]);
  return risen;
}
