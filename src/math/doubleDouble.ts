/** A number of some 32 digits, as the sum of two doubles that do not overlap. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** A double as it is. */
export function exact(high: number): DoubleDouble {
  return { high, low: 0 };
}

/**
 * The sum of two numbers of 32 digits.
 *
 * @see Knuth (1997) The Art of Computer Programming 2, 3rd ed., 4.2.2, theorem B; Dekker (1971) Numerische Mathematik 18, 224–242
 * @example
 * plus(exact(1), exact(1e-30)).low // 1e-30
 */
export function plus(one: DoubleDouble, other: DoubleDouble): DoubleDouble {
  const main = twoSum(one.high, other.high);
  const rest = twoSum(one.low, other.low);
  const first = quickSum(main.high, main.low + rest.high);
  return quickSum(first.high, first.low + rest.low);
}

/** The difference of two numbers of 32 digits. */
export function minus(one: DoubleDouble, other: DoubleDouble): DoubleDouble {
  return plus(one, { high: -other.high, low: -other.low });
}

/** The product of two numbers of 32 digits. */
export function times(one: DoubleDouble, other: DoubleDouble): DoubleDouble {
  const main = twoProduct(one.high, other.high);
  return quickSum(main.high, main.low + (one.high * other.low + one.low * other.high));
}

/** The quotient of two numbers of 32 digits, by two corrections of the first guess. */
export function over(one: DoubleDouble, other: DoubleDouble): DoubleDouble {
  const first = one.high / other.high;
  const left = minus(one, times(other, exact(first)));
  const second = left.high / other.high;
  const rest = minus(left, times(other, exact(second)));
  return plus(quickSum(first, second), exact(rest.high / other.high));
}

/** The square root of a number of 32 digits from 0. */
export function root(of: DoubleDouble): DoubleDouble {
  if (!(of.high > 0)) return exact(0);
  const first = Math.sqrt(of.high);
  const left = minus(of, twoProduct(first, first));
  return quickSum(first, left.high / (2 * first));
}

function quickSum(large: number, small: number): DoubleDouble {
  const high = large + small;
  return { high, low: small - (high - large) };
}

function twoSum(one: number, other: number): DoubleDouble {
  const high = one + other;
  const part = high - one;
  return { high, low: one - (high - part) + (other - part) };
}

/** An exact product, each factor split into two halves of 26 bits. Factors of 1e292 and more overflow. */
function twoProduct(one: number, other: number): DoubleDouble {
  const high = one * other;
  const bigOne = 134_217_729 * one;
  const a = bigOne - (bigOne - one);
  const bigOther = 134_217_729 * other;
  const b = bigOther - (bigOther - other);
  const restOne = one - a;
  const restOther = other - b;
  return { high, low: restOne * restOther - (high - a * b - restOne * b - a * restOther) };
}
