import { sampleGamma } from "../distributions/sampleGamma.js";
import { sampleNb1 } from "../distributions/sampleNb1.js";

/** One period half reported: the count so far, the share in, the share of the count that stays, and the dispersion. */
export interface HalfReported {
  readonly observed: number;
  readonly share: number;
  readonly stays: number;
  readonly phi: number;
}

/**
 * One count that a half-reported period may come to, when nothing is assumed of its level: what stays of the count, and
 * what is still to come, a negative binomial count whose mean is itself as uncertain as the count leaves it. From 0 events
 * it does not follow that none will come: half an event is added before the level is drawn, in units of the dispersion.
 *
 * @see Lawless (1994) Canadian Journal of Statistics 22, 15–31; Jeffreys (1946) Proceedings of the Royal Society A 186, 453–461
 * @example
 * completionOf({ observed: 7, share: 1, stays: 1, phi: 1 }, () => 0.5) // 7
 */
export function completionOf({ observed, share, stays, phi }: HalfReported, uniform: () => number): number {
  const lost = Math.min(observed, countOf(observed * (1 - stays), phi, uniform));
  const left = observed - lost;
  if (share === 1) return left;
  const level = (sampleGamma(left / phi + 0.5, uniform) * phi) / share;
  return left + countOf(level * (1 - share), phi, uniform);
}

/** A count with variance `phi` times its mean: a Poisson count of a gamma mean; from 1e8 on the mean, right to 4 digits. */
function countOf(mean: number, phi: number, uniform: () => number): number {
  if (mean === 0) return 0;
  const rate = phi > 1 ? sampleGamma(mean / (phi - 1), uniform) * (phi - 1) : mean;
  if (rate >= 1e8) return Math.round(rate);
  return rate === 0 ? 0 : sampleNb1(rate, 1, uniform());
}
