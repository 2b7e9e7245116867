/**
 * log Γ(from + by) - log Γ(from) for a small step `by`, in proportion to the step: a difference of two log gammas would
 * leave no digits.
 *
 * @see Abramowitz & Stegun (1964) 6.1.15, 6.1.40
 * @example
 * logGammaRise(4, 1) // 1.3862943611198906
 */
export function logGammaRise(from: number, by: number): number {
  let rise = 0;
  let at = from;
  for (; at < 15; at++) rise -= Math.log1p(by / at);
  const growth = Math.log1p(by / at);
  let power = 1 / at;
  for (let i = 0; i < coefficients.length; i++) {
    rise += coefficients[i] * power * Math.expm1(-(2 * i + 1) * growth);
    power /= at * at;
  }
  return rise + (at - 0.5) * growth + by * (Math.log(at + by) - 1);
}

const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
