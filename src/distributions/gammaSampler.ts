import { normalSampler } from "./normalSampler.js";

/**
 * A source of gamma numbers of this shape and scale 1, made of a stream of uniform numbers.
 *
 * @see Marsaglia & Tsang (2000) ACM Transactions on Mathematical Software 26, 363–372
 */
export function gammaSampler(shape: number, uniform: () => number): () => number {
  if (shape < 1) {
    const logGamma = logGammaSampler(shape, uniform);
    return () => Math.exp(logGamma());
  }
  const normal = normalSampler(uniform);
  const third = shape - 1 / 3;
  const scale = 1 / Math.sqrt(9 * third);
  return () => {
    for (;;) {
      const z = normal();
      const root = 1 + scale * z;
      if (root <= 0) continue;
      const cube = root * root * root;
      const u = 1 - uniform();
      const square = z * z;
      if (u < 1 - 0.0331 * square * square) return third * cube;
      if (Math.log(u) < square / 2 + third * (1 - cube + Math.log(cube))) return third * cube;
    }
  };
}

/** A source of logs of gamma numbers, which stay apart where the numbers themselves would all be 0 (tiny shapes). */
export function logGammaSampler(shape: number, uniform: () => number): () => number {
  const gamma = gammaSampler(shape < 1 ? shape + 1 : shape, uniform);
  if (shape >= 1) return () => Math.log(gamma());
  return () => Math.log(gamma()) + Math.log(1 - uniform()) / shape;
}
