import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const quiet = (values: readonly number[]): hc.Panel => [
  {
    key: { zone: "quiet" },
    recipe: { where: [], by: [], every: "month", measure: "events" },
    from: "",
    start: "2023-01-01",
    values,
    exposure: values.map(() => 1),
  },
];
const control = { before: quiet([9, 14, 11]), after: quiet([8, 15]) };
const central = hc.rateRatio("central");
const exact = [hc.rateRatio("minlike"), hc.rateRatio("blaker")];
const ratios = [
  ...exact,
  hc.eTest(),
  hc.negbinRatio(),
  hc.differenceInDifferences({ control, by: "central" }),
  hc.differenceInDifferences({ control, by: "quasi-poisson" }),
];
const three = fc.array(fc.nat(30), { minLength: 3, maxLength: 3 });
const two = fc.array(fc.nat(30), { minLength: 2, maxLength: 2 });
const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

function bounds(found: hc.Outcome): readonly [number, number] {
  const [low, high] = found.interval ?? [0, null];
  return [low, high ?? Infinity];
}

describe("each comparison of two rates", () => {
  it("has a p below 1 - level just where its interval leaves out 1, but for holes it tells of", () => {
    fc.assert(
      fc.property(three, two, fc.constantFrom(0.8, 0.95, 0.99), (a, b, level) => {
        fc.pre(total(a) > 0 && total(b) > 0);
        for (const one of ratios) {
          const found = one.compare(frozen(a), frozen(b, [1, 0.5]), level);
          if (found.interval === undefined || found.assumes.some((text) => text.startsWith("1 is rejected"))) continue;
          const [low, high] = bounds(found);
          expect((found.p ?? 1) < 1 - level, `${one.name} ${found.reading}`).toBe(low > 1 || high < 1);
        }
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  it("turns upside down when before and after trade places", () => {
    const swappable = [...exact, hc.eTest(), hc.negbinRatio(), hc.gammaPoisson({ prior: "jeffreys" })];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (x, y) => {
        for (const one of swappable) {
          const found = one.compare(frozen([x, 2 * x]), frozen([y, y + 1]), 0.9);
          const other = one.compare(frozen([y, y + 1]), frozen([x, 2 * x]), 0.9);
          expectDigits(1 / (found.estimate ?? 0), other.estimate ?? 0, 7, one.name);
          expectDigits(found.p ?? 1, other.p ?? 1, 7, one.name);
          // Where the E-test's p crosses the level more than once nearby, the crossing found may be another.
          if (one.name !== "eTest()") expectDigits(1 / bounds(found)[0], bounds(other)[1], 7, [one.name, x, y]);
        }
      }),
      { seed: 22, numRuns: 40 },
    );
  });

  it("does not care for the unit of exposure", () => {
    for (const one of ratios.slice(0, 4)) {
      const [months, days] = [1, 30].map((unit) =>
        one.compare(frozen([20, 31, 9], [unit, unit, unit]), frozen([8, 6], [unit, unit]), 0.95),
      );
      expectDigits(days.p ?? 0, months.p ?? 0, 8, one.name);
      for (const i of [0, 1]) expectDigits(bounds(days)[i], bounds(months)[i], 8, one.name);
    }
  });

  it("is plain, reads well and names its assumptions, with and without events", () => {
    const similar = [
      hc.equivalence({ within: 1.5, by: central }),
      hc.nonInferiority({ margin: 0.8, by: hc.quasiPoisson() }),
    ];
    const posterior = [hc.gammaPoisson({ prior: "jeffreys" }), hc.gammaPoisson({ prior: { shape: 2, rate: 1 } })];
    for (const one of [...ratios, ...similar, ...posterior]) {
      for (const [a, b] of [
        [
          [4, 9, 2],
          [3, 0],
        ],
        [
          [0, 0, 0],
          [3, 1],
        ],
        [
          [4, 2, 1],
          [0, 0],
        ],
      ])
        expectPlain(() => one.compare(frozen(a), frozen(b), 0.95));
    }
    for (const one of [...methods.map(hc.fisher), hc.shareDifference()]) {
      for (const [a, b] of [
        [3, 5],
        [0, 5],
        [10, 0],
        [0, 0],
        [10, 10],
      ])
        expectPlain(() => one.compare(frozen([a], [10]), frozen([b], [10]), 0.95));
    }
  });

  it("throws where there is no event on either side", () => {
    const none = (one: hc.Comparison) => () => one.compare(frozen([0, 0]), frozen([0]), 0.95);
    expect(none(hc.eTest())).toThrow(new hc.InputError("eTest: no event on either side"));
    expect(none(hc.negbinRatio())).toThrow(new hc.InputError("negbinRatio: no event on either side"));
  });
});

const methods = ["central", "minlike", "blaker", "mid-p"] as const;

describe("exact methods", () => {
  it("reject no change in at most 5% of counts (by enumeration), and minlike and Blaker more than the central test", () => {
    const sizes = [central, ...exact].map((one) => {
      let largest = 0;
      let sum = 0;
      for (let n = 1; n <= 30; n++) {
        let size = 0;
        for (let k = 0; k <= n; k++) {
          const { p = 1 } = one.compare(frozen([n - k]), frozen([k], [4 / 7]), 0.95);
          if (p <= 0.05) size += Math.exp(hc.logBinomial(k, n, 4 / 11));
        }
        largest = Math.max(largest, size);
        sum += size;
      }
      expect(largest).toBeLessThanOrEqual(0.05);
      return sum;
    });
    expect(sizes[1]).toBeGreaterThan(sizes[0]);
    expect(sizes[2]).toBeGreaterThan(sizes[0]);
  });

  it("agree for shares: p below 1 - level just where the interval leaves out equal odds", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(20), fc.constantFrom(0.8, 0.95), (a, b, level) => {
        for (const one of [...methods.map(hc.fisher), hc.shareDifference()]) {
          const found = one.compare(frozen([a], [12]), frozen([b], [20]), level);
          if (found.assumes.some((text) => text.startsWith("1 is rejected"))) continue;
          const [low, high] = bounds(found);
          const equal = one.name === "shareDifference()" ? 0 : 1;
          expect((found.p ?? 1) < 1 - level, `${one.name} ${found.reading}`).toBe(low > equal || high < equal);
        }
      }),
      { seed: 23, numRuns: 150 },
    );
  });

  it("want whole counts", () => {
    expect(() => exact[0].compare(frozen([1.5]), frozen([2]), 0.95)).toThrow(
      new hc.InputError("rateRatio: minlike needs whole counts, got 2 and 1.5"),
    );
    expect(() => hc.fisher("central").compare(frozen([3], [2]), frozen([1], [2]), 0.95)).toThrow(
      new hc.InputError("fisher: needs a part of a whole in whole numbers, got 3 of 2"),
    );
  });
});

describe("Newcombe's difference of shares", () => {
  it("is that of his Table II", () => {
    const of = (a: number, m: number, b: number, n: number) =>
      hc
        .shareDifference()
        .compare(frozen([b], [n]), frozen([a], [m]), 0.95)
        .interval?.map((end) => (end ?? 0).toFixed(4));
    expect(of(56, 70, 48, 80)).toEqual(["0.0524", "0.3339"]);
    expect(of(9, 10, 3, 10)).toEqual(["0.1705", "0.8090"]);
    expect(of(10, 10, 0, 10)).toEqual(["0.6075", "1.0000"]);
  });
});

describe("the negative binomial ratio", () => {
  it("says where no finite size fits and where the periods are few", () => {
    const found = hc.negbinRatio().compare(frozen([12, 13, 12]), frozen([9, 10]), 0.95);
    expect(found.reading).toBe(
      "19 events against 37, no finite size (Poisson): 0.7703 [0.4342, 1.3222] times the rate, p = 0.35",
    );
    expect(found.assumes[2]).toContain("with 5 periods the size is poorly known");
  });

  it("has wider intervals than Poisson counts would where months vary more", () => {
    const [before, after] = [frozen([2, 30, 4, 28]), frozen([1, 15, 2])];
    const [wide, narrow] = [hc.negbinRatio(), hc.rateRatio("mid-p")].map((one) =>
      bounds(one.compare(before, after, 0.95)),
    );
    expect(wide[0] < narrow[0] && wide[1] > narrow[1]).toBe(true);
  });
});

describe("the gamma and Poisson ratio", () => {
  it("with one event in one unit on each side, both from one event in no time, is as likely up as down", () => {
    const found = hc.gammaPoisson({ prior: { shape: 1, rate: 0 } }).compare(frozen([1]), frozen([1]), 0.95);
    expectDigits(found.estimate ?? 0, 1, 12);
    expectDigits(found.probability ?? 0, 0.5, 12);
    expect(found.bayesFactor).toBeUndefined();
    expect(found.p).toBeUndefined();
  });

  it("wants a prior", () => {
    expect(() => hc.gammaPoisson({ prior: { shape: 0, rate: 1 } })).toThrow(
      new hc.InputError("gammaPoisson: needs a prior of shape above 0 and rate from 0, got 0 and 1"),
    );
  });
});

describe("a similar pace", () => {
  it("is shown just where the interval of level 1 - 2 (1 - level) lies inside the margins", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(1.2, 1.5, 3),
        (a, b, within) => {
          for (const by of [central, hc.rateRatio("mid-p")]) {
            const found = hc.equivalence({ within, by }).compare(frozen([a]), frozen([b]), 0.95);
            const [low, high] = bounds(found);
            expect((found.p ?? 1) < 1 - 0.95).toBe(low > 1 / within && high < within);
            expect(found.reading.includes("is shown:") || found.reading.includes("though not the same")).toBe(
              (found.p ?? 1) < 1 - 0.95,
            );
            const below = hc.nonInferiority({ margin: within, by }).compare(frozen([a]), frozen([b]), 0.95);
            expect((below.p ?? 1) < 1 - 0.95).toBe(high < within);
            expect([found.level, below.level]).toEqual([0.9, 0.9]);
          }
        },
      ),
      { seed: 24, numRuns: 150 },
    );
  });

  it("gives a finding the level of its interval, which is that of the comparison inside at that level", () => {
    const [later] = quiet([20, 20]);
    const [found] = hc.compare(quiet([18, 22, 20]), [later], [hc.equivalence({ within: 1.5, by: central })], {
      level: 0.95,
    });
    const [inner] = hc.compare(quiet([18, 22, 20]), [later], [central], { level: 0.9 });
    expect(found.level).toBe(0.9);
    expect(found.interval).toEqual(inner.interval);
  });

  it("refuses what would not be a one-sided test", () => {
    expect(() => hc.equivalence({ within: 1.25, by: hc.rateRatio("minlike") })).toThrow(
      new hc.InputError(
        'equivalence: needs a comparison whose p is twice one tail, such as rateRatio("central"), got rateRatio("minlike")',
      ),
    );
    expect(() => hc.equivalence({ within: 0.8, by: central })).toThrow(
      new hc.InputError("equivalence: within needs a ratio above 1, got 0.8"),
    );
    expect(() => hc.nonInferiority({ margin: 1, by: central })).toThrow(
      new hc.InputError("nonInferiority: margin needs a ratio above 0 other than 1, got 1"),
    );
  });
});

describe("the same season", () => {
  const months = ["2022-03-01", "2022-04-01", "2022-05-01", "2022-06-01", "2023-03-01", "2023-04-01", "2023-05-01"];
  const before = { ...frozen([10, 20, 30, 40, 11, 21, 31]), periods: months };
  const after = { ...frozen([7, 9]), periods: ["2024-03-01", "2024-04-01"] };

  it("keeps of the periods before only those of the same months", () => {
    const found = hc.sameSeason(central).compare(before, after, 0.95);
    const inner = central.compare(frozen([10, 20, 11, 21]), frozen([7, 9]), 0.95);
    expect(found.interval).toEqual(inner.interval);
    expect(found.reading).toBe(`against March, April of 2022, 2023: ${inner.reading}`);
  });

  it("tells ISO weeks apart and says where parts of the season are missing", () => {
    const weeks = { ...frozen([1, 2, 3]), periods: ["2023-01-02", "2023-01-09", "2023-01-16"] };
    const found = hc
      .sameSeason(central)
      .compare(weeks, { ...frozen([5, 5]), periods: ["2024-01-08", "2024-01-29"] }, 0.95);
    expect(found.reading).toMatch(/^against week 2 of 2023: 10 events against 2: /);
    expect(found.assumes.at(-1)).toBe("the parts of the season are not equally often among the earlier periods");
  });

  it("throws without periods, and without an earlier period of the season", () => {
    expect(() => hc.sameSeason(central).compare(frozen([1]), frozen([1]), 0.95)).toThrow(
      new hc.InputError("sameSeason: needs the first day of each period; call compare()"),
    );
    expect(() => hc.sameSeason(central).compare(before, { ...frozen([1]), periods: ["2024-12-01"] }, 0.95)).toThrow(
      new hc.InputError("sameSeason: needs an earlier period of the same season, got none for month 12"),
    );
  });
});

describe("the difference in differences", () => {
  it("adds up the control's zones and takes their change out of the zone's", () => {
    const both = { before: [...control.before, ...quiet([1, 1, 1])], after: [...control.after, ...quiet([2, 2])] };
    const found = hc
      .differenceInDifferences({ control: both, by: "quasi-poisson" })
      .compare(frozen([10, 12, 8]), frozen([9, 11]), 0.95);
    expectDigits(found.estimate ?? 0, 10 / 10 / (13.5 / (37 / 3)), 12);
    expect(found.assumes[0]).toMatch(/^parallel trends/);
  });

  it("wants the control's periods", () => {
    expect(() =>
      hc.differenceInDifferences({ control, by: "central" }).compare(frozen([1, 1]), frozen([1, 1]), 0.95),
    ).toThrow(
      new hc.InputError("differenceInDifferences: needs the periods of the control, 3 from 2023-01-01, got 2 (before)"),
    );
    expect(() => hc.differenceInDifferences({ control: { before: [], after: [] }, by: "central" })).toThrow(
      new hc.InputError("differenceInDifferences: the control has no series before"),
    );
  });
});

describe("periods that were not at risk", () => {
  it("tell nothing of how counts vary", () => {
    const [before, gapped] = [frozen([8, 12, 11]), frozen([8, 0, 12, 11], [1, 0, 1, 1])];
    const after = frozen([4, 9]);
    for (const way of [hc.quasiPoisson(), hc.negbinRatio(), central, hc.permutation({ seed: 1 }), hc.circularShifts()])
      expect(way.compare(gapped, after, 0.95), way.name).toEqual(way.compare(before, after, 0.95));
    for (const one of [
      hc.dispersion(),
      hc.overdispersion("score"),
      hc.excessZeros(),
      hc.poissonness({ draws: 9, seed: 1 }),
    ])
      expect(one.test(gapped, 0.95), one.name).toEqual(one.test(before, 0.95));
  });

  it("cannot hold events", () => {
    for (const way of [hc.quasiPoisson(), hc.negbinRatio(), central, hc.permutation({ seed: 1 })])
      expect(() => way.compare(frozen([8, 3, 12], [1, 0, 1]), frozen([4, 9]), 0.95), way.name).toThrow(
        new hc.InputError("inference: needs counts from 0 and exposure above 0, got 3 in 0"),
      );
  });

  it("leave nothing to vary from where only one is left", () => {
    for (const one of [hc.dispersion(), hc.overdispersion("score"), hc.overdispersion({ draws: 9, seed: 1 })])
      expect(one.test(frozen([4, 0], [1, 0]), 0.95).reading).toBe("one period with exposure: nothing to vary from");
  });
});

describe("every comparison that does not allow for it", () => {
  const poisson = [central, ...exact, hc.rateRatio("mid-p"), hc.eTest(), hc.gammaPoisson({ prior: "jeffreys" })];
  const spread = [hc.quasiPoisson(), hc.negbinRatio(), hc.differenceInDifferences({ control, by: "quasi-poisson" })];
  const said = (way: hc.Comparison): string =>
    way.compare(frozen([9, 14, 11]), frozen([4, 9]), 0.95).assumes.join("; ");

  it("says it is not to be trusted where periods vary more than Poisson counts", () => {
    for (const way of poisson) expect(said(way), way.name).toContain("not to be trusted where periods vary more");
  });

  it("says it is not to be trusted where periods resemble their neighbours", () => {
    for (const way of [...poisson, ...spread, hc.permutation({ seed: 1 })])
      expect(said(way), way.name).toMatch(/not to be trusted where .*resemble their neighbours/);
  });
});

describe("one event", () => {
  it("is read in the singular, and where nothing bounds the ratio the reading says so", () => {
    expect(central.compare(frozen([2]), frozen([1]), 0.95).reading).toMatch(/^1 event against 2: /);
    expect(hc.eTest().compare(frozen([0]), frozen([1]), 0.95).reading).toBe(
      "1 event against 0: any ratio of the rates may be, p = 0.49",
    );
    expect(hc.eRatio({ prior: { shape: 1, rate: 1 } }).compare(frozen([0]), frozen([0]), 0.95).reading).toBe(
      "0 events against 0: any ratio of the rates may be, evidence of 0.33 to 1 (e-value), p = 1 however often one looks",
    );
  });
});
