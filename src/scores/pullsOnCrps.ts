import type { Ladder } from "./sampledParts.js";

/**
 * How far a draw at each of some rising values pulls the continuous ranked probability score, up to a constant: its distance
 * from what came less its mean distance from all that may come. Distances are taken on the scale of `at`, which must not fall.
 */
export function pullsOnCrps(
  observed: number,
  at: (value: number) => number = (value) => value,
): (values: Float64Array, parts: readonly Ladder[]) => Float64Array {
  const scales = new Map<Float64Array, Float64Array>();
  const onScale = (values: Float64Array): Float64Array => {
    const found = scales.get(values) ?? values.map(at);
    scales.set(values, found);
    return found;
  };
  return (values, parts) => {
    const own = onScale(values);
    const came = at(observed);
    const pulls = own.map((value) => Math.abs(value - came));
    // Sums are of distances from a value amidst, so that large values lose no digits.
    const centre = own[Math.floor(own.length / 2)];
    for (const part of parts) takeDistances(pulls, own, { ...part, values: onScale(part.values) }, centre);
    return pulls;
  };
}

/** In one walk through both. */
function takeDistances(
  pulls: Float64Array,
  own: Float64Array,
  { values, shares, weight }: Ladder,
  centre: number,
): void {
  let [whole, all] = [0, 0];
  for (let j = 0; j < values.length; j++) {
    whole += shares[j];
    all += shares[j] * (values[j] - centre);
  }
  let [below, sum] = [0, 0];
  for (let i = 0, j = 0; i < own.length; i++) {
    for (; j < values.length && values[j] <= own[i]; j++) {
      below += shares[j];
      sum += shares[j] * (values[j] - centre);
    }
    pulls[i] -= weight * ((own[i] - centre) * (2 * below - whole) + all - 2 * sum);
  }
}
