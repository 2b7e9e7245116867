import { describe, expect, it } from "vitest";
import { grimmer, InputError } from "../../src/index.js";

/** The mean and standard deviation of every set of so many whole numbers from 0 to 8, as they print. */
function everyPair(n: number, less: number): Set<string> {
  const pairs = new Set<string>();
  const visit = (k: number, least: number, sum: number, squares: number): void => {
    if (k === 0) {
      const variance = Math.max(0, (squares - (sum * sum) / n) / (n - less));
      // Ties of the printed digit may go either way: both are added.
      const ends = (x: number): string[] => [...new Set([(x - 1e-10).toFixed(1), (x + 1e-10).toFixed(1)])];
      for (const mean of ends(sum / n).map((text) => text.replace("-", "")))
        for (const sd of ends(Math.sqrt(variance)).map((text) => text.replace("-", ""))) pairs.add(`${mean} ${sd}`);
      return;
    }
    for (let value = least; value <= 8; value++) visit(k - 1, value, sum + value, squares + value * value);
  };
  visit(n, 0, 0, 0);
  return pairs;
}

describe("grimmer", () => {
  it("finds counts with a mean and a standard deviation, or says which test there are none by", () => {
    // 1, 2, 3 and 4: a mean of 2.5, a standard deviation of √(5/3) = 1.29.
    expect(grimmer("2.5", "1.29", 4)).toEqual({ possible: true, values: [4, 3, 2, 1], isDecided: true });
    expect(grimmer("2.6", "1.29", 4).fails).toBe("mean");
    expect(grimmer("2.5", "1.30", 4).fails).toBe("sum of squares");
    // 30 and 32 would be the sums of squares beside it: 31 is odd where the sum, 10, is even.
    expect(grimmer("2.50", "1.41", 4).fails).toBe("parity");
    // Four counts with a sum of 1 have one standard deviation.
    expect(grimmer("0.25", "1.50", 4).fails).toBe("range");
  });

  it("agrees with the published examples of the analytic test", () => {
    // Allard (2018), and the R package scrutiny's grimmer(): (5.21, 1.6, 28) is consistent, (3.44, 2.47, 18) is not.
    expect(grimmer("5.21", "1.6", 28).possible).toBe(true);
    expect(grimmer("3.44", "2.47", 18)).toMatchObject({ possible: false, fails: "parity" });
  });

  it("finds just the means and deviations of all sets of up to six whole numbers from 0 to 8", () => {
    for (const sd of ["sample", "population"] as const) {
      for (let n = 2; n <= 6; n++) {
        const pairs = everyPair(n, sd === "sample" ? 1 : 0);
        for (let mean = 0; mean <= 80; mean += n === 6 ? 3 : 1) {
          for (let spread = 0; spread <= 60; spread++) {
            const [m, s] = [(mean / 10).toFixed(1), (spread / 10).toFixed(1)];
            const { possible, isDecided } = grimmer(m, s, n, { sd, most: 8 });
            expect(isDecided).toBe(true);
            if (possible !== pairs.has(`${m} ${s}`)) throw new Error(`${m} ${s} of ${n}, ${sd}: ${possible}`);
          }
        }
      }
    }
  });

  it("takes answers in fractions, as means of several items", () => {
    // Two answers of two items each: 1.5 and 2.0 have a mean of 1.75 and a standard deviation of 0.354.
    expect(grimmer("1.75", "0.354", 2, { items: 2 }).values).toEqual([2, 1.5]);
    expect(grimmer("1.75", "0.354", 2).fails).toBe("mean");
  });

  it("rounds as it is told", () => {
    // 1, 2, 3 and 4: 1.2910 is cut off to 1.29 and rounded up to 1.30.
    expect(grimmer("2.50", "1.30", 4, { rounding: "up" }).possible).toBe(true);
    expect(grimmer("2.50", "1.29", 4, { rounding: "up" }).possible).toBe(false);
  });

  it("decides long series fast, by their sum of squares and parity", () => {
    expect(grimmer("41.23", "12.31", 120).isDecided).toBe(true);
    expect(grimmer("41.20", "12.310", 120)).toMatchObject({ isDecided: true });
  });

  it("throws on a sample of one, and on what is no number", () => {
    expect(() => grimmer("1", "0", 1)).toThrow(new InputError("grimmer: a sample needs 2 values, got 1"));
    expect(grimmer("1", "0", 1, { sd: "population" }).values).toEqual([1]);
    expect(() => grimmer("1", "x", 2)).toThrow(new InputError('grimmer: needs a decimal number as printed, got "x"'));
  });
});
