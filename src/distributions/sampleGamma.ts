/**
 * One gamma number of this shape and scale 1, made of a stream of uniform numbers; 0 for shape 0.
 *
 * @see Marsaglia & Tsang (2000) ACM Transactions on Mathematical Software 26, 363–372
 * @example
 * sampleGamma(0, () => 0.5) // 0
 */
export function sampleGamma(shape: number, uniform: () => number): number {
  if (shape === 0) return 0;
  if (shape < 1) return sampleGamma(shape + 1, uniform) * (1 - uniform()) ** (1 / shape);
  const third = shape - 1 / 3;
  const scale = 1 / Math.sqrt(9 * third);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const cube = (1 + scale * normal) ** 3;
    if (!(cube > 0)) continue;
    if (Math.log(1 - uniform()) < (normal * normal) / 2 + third * (1 - cube + Math.log(cube))) return third * cube;
  }
}
