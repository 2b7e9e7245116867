/**
 * Where a continuous function crosses zero between two points of opposite sign, to the last digits of a double.
 * Inverse quadratic steps where they are safe, halving where they are not.
 *
 * @throws RangeError when both ends lie on one side of zero, which is a fault of the caller
 * @see Chandrupatla (1997) Advances in Engineering Software 28, 145–149
 * @example
 * solve((x) => x * x - 2, 0, 2) // 1.414213562373095
 */
export function solve(f: (x: number) => number, low: number, high: number): number {
  let x1 = low;
  let x2 = high;
  let f1 = f(x1);
  let f2 = f(x2);
  if (f1 === 0) return x1;
  if (f2 === 0) return x2;
  if (f1 < 0 === f2 < 0) throw new RangeError(`solve: no change of sign between ${low} (${f1}) and ${high} (${f2})`);
  for (let step = 0.5, i = 0; i < 300; i++) {
    const x = x1 + step * (x2 - x1);
    const fx = f(x);
    const onSideOfOne = fx < 0 === f1 < 0;
    const x3 = onSideOfOne ? x1 : x2;
    const f3 = onSideOfOne ? f1 : f2;
    if (!onSideOfOne) {
      x2 = x1;
      f2 = f1;
    }
    x1 = x;
    f1 = fx;
    const least = (Number.EPSILON * Math.abs(x1) + Number.MIN_VALUE) / Math.abs(x2 - x1);
    if (f1 === 0 || least > 0.5) break;
    const place = (x1 - x2) / (x3 - x2);
    const height = (f1 - f2) / (f3 - f2);
    const isSafe = height * height < place && (1 - height) * (1 - height) < 1 - place;
    const quadratic =
      (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
    step = Math.min(1 - least, Math.max(least, isSafe ? quadratic : 0.5));
  }
  return Math.abs(f1) < Math.abs(f2) ? x1 : x2;
}
