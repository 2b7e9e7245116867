import { logNb1 } from "./nb1.js";

/**
 * The count that a uniform number from 0 to 1 stands for, when the variance is `phi` times the mean: the least whose
 * cumulative chance exceeds it.
 *
 * @example
 * sampleNb1(2, 1, 0.5) // 2
 */
export function sampleNb1(mean: number, phi: number, uniform: number): number {
  const size = mean / (phi - 1);
  let k = Math.max(0, Math.floor(mean - 12 * Math.sqrt(phi * mean)));
  let chance = Math.exp(logNb1(k, mean, phi));
  for (let sum = chance; sum <= uniform && (chance > 1e-18 || k < mean); sum += chance) {
    chance *= phi === 1 ? mean / (k + 1) : ((k + size) / (k + 1)) * (1 - 1 / phi);
    k++;
  }
  return k;
}
