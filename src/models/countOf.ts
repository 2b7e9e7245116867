import { sampleGamma } from "../distributions/sampleGamma.js";
import { samplePoisson } from "../distributions/samplePoisson.js";

/** One count of this mean m and variance m + dispersion * m²; beyond what whole numbers can hold the nearest one. */
export function countOf(mean: number, dispersion: number, uniform: () => number): number {
  const own = dispersion > 0 ? sampleGamma(1 / dispersion, uniform) * dispersion * mean : mean;
  return own < 1e15 ? samplePoisson(own, uniform) : Math.round(Math.min(own, 1e300));
}
