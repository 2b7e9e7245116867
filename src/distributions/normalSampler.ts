/**
 * A source of standard normal numbers, made two at a time of a stream of uniform numbers.
 *
 * @see Marsaglia & Bray (1964) SIAM Review 6, 260–264
 * @example
 * normalSampler(() => 0.75)() // 0.8325546111576977
 */
export function normalSampler(uniform: () => number): () => number {
  let spare = Number.NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const length = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * length;
      return x * length;
    }
  };
}
