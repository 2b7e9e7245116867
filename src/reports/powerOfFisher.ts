import { logBinomial } from "../distributions/binomial.js";

/**
 * How often Fisher's exact test (minlike) at this level tells two shares apart, of so many events before and after: over
 * both binomials, but for what is rarer than eight standard deviations.
 *
 * @see Fisher (1935) Journal of the Royal Statistical Society 98, 39–54
 */
export function powerOfFisher(
  wholes: readonly [number, number],
  shares: readonly [number, number],
  level: number,
): number {
  const [n1, n2] = wholes;
  const centre = n1 * shares[0] + n2 * shares[1];
  const reach = 8 * Math.sqrt(n1 * shares[0] * (1 - shares[0]) + n2 * shares[1] * (1 - shares[1])) + 1;
  const one = Array.from({ length: n1 + 1 }, (_, k) => Math.exp(logBinomial(k, n1, shares[0])));
  const two = Array.from({ length: n2 + 1 }, (_, k) => Math.exp(logBinomial(k, n2, shares[1])));
  let power = 0;
  const last = Math.min(n1 + n2, Math.floor(centre + reach));
  for (let m = Math.max(0, Math.ceil(centre - reach)); m <= last; m++) {
    for (const k of rejectedAt(n1, n2, m, 1 - level)) power += one[m - k] * two[k];
  }
  return Math.min(1, power);
}

/** Of `m` of the kind in all, the later counts that the test rejects. */
function rejectedAt(n1: number, n2: number, m: number, alpha: number): readonly number[] {
  const least = Math.max(0, m - n1);
  const logs = [0];
  for (let k = least; k < Math.min(m, n2); k++)
    logs.push(logs[k - least] + Math.log(((n2 - k) * (m - k)) / ((k + 1) * (n1 - m + k + 1))));
  const top = Math.max(...logs);
  const terms = logs
    .map((log, i) => ({ k: least + i, chance: Math.exp(log - top) }))
    .sort((a, b) => a.chance - b.chance);
  const whole = terms.reduce((sum, { chance }) => sum + chance, 0);
  const rejected: number[] = [];
  let sum = 0;
  for (let i = 0, j = 0; i < terms.length; i++) {
    // Counts that are as likely, but for rounding, are as extreme.
    for (; j < terms.length && terms[j].chance <= terms[i].chance * (1 + 1e-7); j++) sum += terms[j].chance;
    if (sum > alpha * whole) break;
    rejected.push(terms[i].k);
  }
  return rejected;
}
