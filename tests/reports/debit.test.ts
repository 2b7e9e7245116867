import { describe, expect, it } from "vitest";
import { debit, InputError } from "../../src/index.js";

describe("debit", () => {
  it("finds the count behind a share and its standard deviation", () => {
    // 11 of 16: √(16/15 · 11/16 · 5/16) = 0.4787
    expect(debit("0.69", "0.48", 16)).toEqual([11]);
    expect(debit("69", "48", 16, { scale: 100 })).toEqual([11]);
    expect(debit("0.69", "0.46", 16)).toEqual([]);
    // Divided by n it is 0.4635.
    expect(debit("0.69", "0.46", 16, { sd: "population" })).toEqual([11]);
  });

  it("finds just what every count of every whole up to 60 prints", () => {
    const nearest = (x: number): Set<string> => new Set([(x - 1e-10).toFixed(2), (x + 1e-10).toFixed(2)]);
    for (let n = 2; n <= 60; n++) {
      const printed = Array.from({ length: n + 1 }, (_, k) => ({
        means: nearest(k / n),
        sds: nearest(Math.sqrt((k * (n - k)) / (n * (n - 1)))),
      }));
      for (let mean = 0; mean <= 100; mean += 3) {
        for (let sd = 0; sd <= 72; sd++) {
          const [m, s] = [(mean / 100).toFixed(2), (sd / 100).toFixed(2)];
          const counts = printed.flatMap(({ means, sds }, k) => (means.has(m) && sds.has(s) ? k : []));
          if (debit(m, s, n).join() !== counts.join()) throw new Error(`${m} ${s} of ${n}: ${debit(m, s, n)}`);
        }
      }
    }
  });

  it("throws on a sample of one", () => {
    expect(() => debit("1", "0", 1)).toThrow(new InputError("debit: a sample needs 2 answers, got 1"));
  });
});
