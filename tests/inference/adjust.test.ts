import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";

const methods = ["holm", "benjamini-hochberg", "benjamini-yekutieli"] as const;

function finding(p: number | undefined, test = "t"): hc.Finding {
  return Object.freeze({ test, key: {}, n: 3, ...(p !== undefined && { p }), reading: `p was ${p}`, assumes: [] });
}

function adjusted(ps: readonly number[], method: hc.Adjustment): number[] {
  return hc
    .adjust(
      ps.map((p) => finding(p)),
      method,
    )
    .map((found) => found.adjusted ?? Number.NaN);
}

describe("adjusting for many questions", () => {
  it("multiplies by the questions still open (Holm), or by all over the rank from below", () => {
    expect(adjusted([0.03, 0.01, 0.04], "holm")).toEqual([0.06, 0.03, 0.06]);
    expect(adjusted([0.5, 0.01, 0.25, 0.02], "benjamini-hochberg")).toEqual([0.5, 0.04, 1 / 3, 0.04]);
    expect(adjusted([0.5, 0.125], "benjamini-yekutieli")).toEqual([0.75, 0.375]);
  });

  it("says after how many questions, in one sentence, and leaves what has no p as it is", () => {
    const without = finding(undefined);
    const [first, second, third] = hc.adjust([finding(0.006), without, finding(0.5)], "holm");
    expect(first.reading).toBe("p was 0.006; p = 0.012 after 2 questions (Holm)");
    expect(second).toBe(without);
    expect(third.adjusted).toBe(0.5);
    expect(hc.adjust([finding(0.2)], "benjamini-yekutieli")[0].reading).toBe(
      "p was 0.2; p = 0.2 after 1 question (Benjamini–Yekutieli)",
    );
    expect(hc.adjust([], "holm")).toEqual([]);
  });

  it("keeps the order of the findings and of their p, raises none above 1 and lowers none", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), fc.constantFrom(...methods), (ps, method) => {
        const raised = adjusted(ps, method);
        raised.forEach((p, i) => {
          expect(p >= ps[i] && p <= 1).toBe(true);
          raised.forEach((q, j) => {
            if (ps[i] < ps[j]) expect(p <= q).toBe(true);
          });
        });
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  it("is more cautious from Benjamini–Hochberg to Holm, and to Benjamini–Yekutieli", () => {
    const ps = [0.001, 0.01, 0.02, 0.03, 0.2, 0.6];
    const [holm, hochberg, yekutieli] = methods.map((method) => adjusted(ps, method));
    ps.forEach((_, i) => {
      expect(hochberg[i] <= holm[i] && hochberg[i] < yekutieli[i] + 1e-12).toBe(true);
    });
  });

  it("refuses what was adjusted before, and a p that is none", () => {
    const once = hc.adjust([finding(0.2, "a()"), finding(0.1)], "holm");
    expect(() => hc.adjust(once, "holm")).toThrow(
      new hc.InputError("adjust: needs findings as they were tested, got adjusted a()"),
    );
    expect(() => hc.adjust([finding(1.5, "b()")], "holm")).toThrow(
      new hc.InputError("adjust: p needs a number from 0 to 1, got 1.5 (b())"),
    );
  });
});
