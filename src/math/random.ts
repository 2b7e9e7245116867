import { mersenne } from "pure-rand/generator/mersenne";

/**
 * A stream of uniform numbers in [0, 1) that is the same for the same seed, on every machine.
 *
 * @example
 * random(1)() === random(1)() // true
 */
export function random(seed: number): () => number {
  const generator = mersenne(seed);
  return () => ((generator.next() >>> 5) * 67_108_864 + (generator.next() >>> 6)) / 9_007_199_254_740_992;
}
