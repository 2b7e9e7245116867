import { betaQuantile } from "./beta.js";

/**
 * Clopper and Pearson's limits for a share: never covering less than they say. Neither number need be whole, as where trials are
 * worth fewer than they are.
 *
 * @see Clopper & Pearson (1934) Biometrika 26, 404–413; Korn & Graubard (1998) Survey Methodology 24, 193–201
 * @example
 * clopperPearson(0, 4, 0.9)[0] // 0
 */
export function clopperPearson(count: number, whole: number, level: number): readonly [number, number] {
  const tail = (1 - level) / 2;
  return [
    count === 0 ? 0 : betaQuantile(tail, count, whole - count + 1),
    count === whole ? 1 : betaQuantile(1 - tail, count + 1, whole - count),
  ];
}
