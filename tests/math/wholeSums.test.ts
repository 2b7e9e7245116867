import { describe, it } from "vitest";
import { wholeNumbers, wholeSums } from "../../src/math/wholeSums.js";
import { expectDigits } from "../close.js";

/** The sums term by term. */
function plain(values: readonly number[], a: number): { first: number; second: number } {
  const sums = { first: 0, second: 0 };
  for (const y of values) {
    for (let j = y - 1; j > 0; j--) {
      sums.first += j / (1 + j * a);
      sums.second += (j / (1 + j * a)) ** 2;
    }
  }
  return sums;
}

describe("sums over whole numbers", () => {
  it.each([1e-12, 1e-5, 0.01, 0.3, 1, 20, 1e4])("are those of all their terms where a is %d", (a) => {
    for (const values of [[0, 1, 2, 5], [48, 49, 50], [3, 60, 700], [20_000]]) {
      const sums = { first: 0, second: 0 };
      wholeSums(wholeNumbers(Float64Array.from(values)), a, sums);
      const expected = plain(values, a);
      expectDigits(sums.first, expected.first, 12, values);
      expectDigits(sums.second, expected.second, 11, values);
    }
  });
});
