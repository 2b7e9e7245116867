/**
 * The sum of numbers as if it had been made with twice the digits and rounded once at the end.
 *
 * @see Neumaier (1974) Zeitschrift für angewandte Mathematik und Mechanik 54, 39–51
 * @example
 * sum([1e16, 1, -1e16]) // 1
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const next = total + values[i];
    lost += Math.abs(total) >= Math.abs(values[i]) ? total - next + values[i] : values[i] - next + total;
    total = next;
  }
  return total + lost;
}
