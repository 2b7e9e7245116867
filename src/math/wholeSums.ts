import { logRest } from "./logRest.js";

/** How many whole numbers are summed one by one before Euler and Maclaurin take over. */
const byOne = 48;

/** Counts, sorted out for sums over the whole numbers below each of them. */
export interface WholeNumbers {
  /** How many counts lie above j, for j = 0, 1, ... */
  readonly above: Float64Array;
  /** Counts too large to be summed one by one. */
  readonly large: Float64Array;
}

/** What `wholeSums` fills in: the sums of j / (1 + ja) and of its square over all whole j below each count. */
export interface WholeSums {
  first: number;
  second: number;
}

/** Sorts counts out for `wholeSums`. */
export function wholeNumbers(values: Float64Array): WholeNumbers {
  let most = 0;
  let large = 0;
  for (const y of values) {
    if (y > most) most = y;
    if (y > byOne) large++;
  }
  const above = new Float64Array(Math.min(byOne, most));
  for (const y of values) for (let j = 0; j < y && j < byOne; j++) above[j]++;
  return { above, large: large === 0 ? new Float64Array(0) : values.filter((y) => y > byOne) };
}

/**
 * Over all counts y, the sums of j / (1 + ja) and of (j / (1 + ja))² for whole j from 0 to y - 1: what differences of digamma
 * and trigamma functions amount to in a negative binomial likelihood, without their cancellation where a is small.
 */
export function wholeSums(numbers: WholeNumbers, a: number, into: WholeSums): void {
  let first = 0;
  let second = 0;
  for (let j = 1; j < numbers.above.length; j++) {
    const term = j / (1 + j * a);
    first += numbers.above[j] * term;
    second += numbers.above[j] * term * term;
  }
  for (const y of numbers.large) {
    first += firstTail(y, a) - firstTail(byOne, a);
    second += secondTail(y, a) - secondTail(byOne, a);
  }
  into.first = first;
  into.second = second;
}

/** The sum of j / (1 + ja) below y but for a constant: integral, half a term, derivatives. */
function firstTail(y: number, a: number): number {
  const x = a * y;
  const c = 1 / (1 + x);
  const integral = y * y * c * (1 - c * (0.5 + x * c * logRest(x)));
  const square = c * c;
  const fall = a * a * square;
  return integral - (y * c) / 2 + square * (1 / 12 - fall * (6 / 720 - fall * (120 / 30240 - (fall * 5040) / 1209600)));
}

/** The same for the squares. */
function secondTail(y: number, a: number): number {
  const x = a * y;
  const c = 1 / (1 + x);
  const integral = y * y * y * c * c * (1 - 2 * c * logRest(x));
  const third = 12 * a * c ** 4 * (1 - 2 * c);
  const fifth = 240 * a ** 3 * c ** 6 * (1 - 3 * c);
  return integral - (y * c) ** 2 / 2 + (2 * y * c ** 3) / 12 - third / 720 + fifth / 30240;
}
