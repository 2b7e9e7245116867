import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/manyQuestions.json" with { type: "json" };

function finding(p: number): hc.Finding {
  return { test: "t", key: {}, n: 1, p, reading: "r", assumes: [] };
}

function stretches(one: { before: number[]; after: number[]; exposure: number[] }): [hc.Stretch, hc.Stretch] {
  const at = one.before.length;
  return [
    { values: one.before, exposure: one.exposure.slice(0, at) },
    { values: one.after, exposure: one.exposure.slice(at) },
  ];
}

// Every expected value is from R 4.2.2 with coin 1.4 (tests/fixtures/manyQuestions.R).
describe("many questions, to ten digits of R", () => {
  it("raises p as p.adjust does", () => {
    for (const one of known.adjust) {
      for (const [method, expected] of [
        ["holm", one.holm],
        ["benjamini-hochberg", one.benjaminiHochberg],
        ["benjamini-yekutieli", one.benjaminiYekutieli],
      ] as const) {
        const got = hc.adjust(one.p.map(finding), method);
        for (const [i, { adjusted }] of got.entries())
          expectDigits(adjusted ?? Number.NaN, expected[i], 13, [method, one.p]);
      }
    }
  });
});

describe("permutation tests, to ten digits of R", () => {
  it("goes through all arrangements for p and the interval", () => {
    for (const one of known.permutation) {
      const found = hc.permutation({ seed: 1 }).compare(...stretches(one), one.level);
      expectDigits(found.p ?? Number.NaN, one.p, 14, one);
      if (one.interval === null) {
        expect(found.interval, JSON.stringify(one)).toBeUndefined();
        continue;
      }
      for (const end of [0, 1])
        expectDigits(found.interval?.[end] ?? Infinity, one.interval[end] ?? Infinity, 10, { end, ...one });
      expect(found.reading).toContain(` ${one.arrangements.toLocaleString("en-US")} arrangements`);
    }
  });

  it("comes near the exact p where it can only draw", () => {
    for (const { before, after, p } of known.beyond) {
      const [one, other] = [before, after].map((values) => ({ values, exposure: values.map(() => 1) }));
      const drawn = hc.permutation({ seed: 4 }).compare(one, other, 0.95).p ?? Number.NaN;
      expect(Math.abs(drawn - p)).toBeLessThan(4 * Math.sqrt((2 * p) / 99_999));
      expect(drawn).not.toBe(p);
    }
  });

  it("exchanges whole blocks", () => {
    for (const one of known.blocks) {
      const found = hc.permutation({ seed: 1, blocks: one.size }).compare(...stretches(one), 0.95);
      expectDigits(found.p ?? Number.NaN, one.p, 14, one);
    }
  });

  it("shifts around the circle", () => {
    for (const one of known.shifts)
      expectDigits(hc.circularShifts().compare(...stretches(one), 0.95).p ?? Number.NaN, one.p, 14, one);
  });
});
