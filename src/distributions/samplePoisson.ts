import { logPoissonTerm } from "../math/saddle.js";

/**
 * One Poisson count, made of a stream of uniform numbers: by adding up chances below a mean of 10, by transformed
 * rejection from there on.
 *
 * @see Hörmann (1993) Insurance: Mathematics and Economics 12, 39–45
 * @example
 * samplePoisson(0, () => 0.5) // 0
 */
export function samplePoisson(mean: number, uniform: () => number): number {
  if (mean < 10) return byAddition(mean, uniform);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const sureBelow = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= sureBelow) return k;
    if (k < 0 || (edge < 0.013 && v > edge)) continue;
    const scale = (1.1239 + 1.1328 / (b - 3.4)) / (a / (edge * edge) + b);
    if (Math.log(v * scale) <= logPoissonTerm(k, mean)) return k;
  }
}

function byAddition(mean: number, uniform: () => number): number {
  const none = Math.exp(-mean);
  for (;;) {
    let left = uniform();
    let chance = none;
    // Beyond 150 only the rounding of the sums is left.
    for (let k = 0; k < 150; k++) {
      if (left < chance) return k;
      left -= chance;
      chance *= mean / (k + 1);
    }
  }
}
