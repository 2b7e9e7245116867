import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import calibration from "../fixtures/calibration.json" with { type: "json" };
import known from "../fixtures/power.json" with { type: "json" };

const options = { level: 0.95, seed: 1, draws: 2000 };
const poisson = { before: 7, after: 4, mean: 20, phi: 1 };
const exact = [hc.rateRatio("central")];

/** The same comparison, hiding that it looks at sums alone. */
function opaque(comparison: hc.Comparison): hc.Comparison {
  return { name: comparison.name, needs: comparison.needs, compare: comparison.compare };
}

describe("power", () => {
  it("of the exact tests is what R's double sum over both sums gives, to ten digits", () => {
    for (const { method, level, power, ...design } of known.power) {
      const way = method === "central" ? hc.rateRatio("central") : hc.rateRatio("mid-p");
      const [found] = hc.power({ ...design, phi: 1 }, [way], { ...options, level });
      expect(found.isExact).toBe(true);
      expect(found.draws).toBe(0);
      expectDigits(found.power, power, 10, design);
    }
  });

  it("by simulation agrees with the calculation, inside its own interval", () => {
    const [calculated, simulated] = hc.power({ ...poisson, ratio: 0.7 }, [exact[0], opaque(exact[0])], options);
    expect(simulated.isExact).toBe(false);
    const [low, high] = simulated.interval;
    expect(calculated.power > low && calculated.power < (high ?? 0)).toBe(true);
    expect(simulated.reading).toMatch(/of cases \(\d+% to \d+% by 2000 draws\)$/);
  });

  it("of overdispersed counts is what the calibration recorded", () => {
    for (const phi of [2, 4]) {
      const then = calibration.find(
        (one) => one.method === "quasiPoisson()" && one.mean === 20 && one.phi === phi && one.ratio === 0.5,
      );
      const [found] = hc.power({ ...poisson, phi, ratio: 0.5 }, [hc.quasiPoisson()], options);
      expect(Math.abs(found.power - (then?.at5 ?? 0))).toBeLessThan(0.06);
    }
  });

  it("is the same for the same seed", () => {
    const once = () => hc.power({ ...poisson, phi: 2, ratio: 0.6 }, [hc.quasiPoisson()], options);
    expect(once()).toEqual(once());
  });

  it("refuses designs that make no sense", () => {
    expect(() => hc.power({ ...poisson, mean: 0, ratio: 1 }, exact, options)).toThrow(
      "power: needs a mean above 0, a phi from 1 and a ratio from 0, got 0, 1 and 1",
    );
    expect(() => hc.power({ ...poisson, after: 0, ratio: 1 }, exact, options)).toThrow(
      "power: before, after and draws need whole numbers from 1, got 7, 0 and 2000",
    );
    expect(() => hc.power({ ...poisson, ratio: 1 }, exact, { ...options, level: 95 })).toThrow(
      "power: level needs a number between 0 and 1, got 95",
    );
  });
});

describe("power in words", () => {
  it("calls what is seen without a change by its name", () => {
    const [found] = hc.power({ ...poisson, ratio: 1 }, exact, options);
    expect(found.reading).toBe(
      "7 periods of 20 events against 4: without any change one would be seen all the same in 4% of cases",
    );
  });

  it("of a question about a similar pace is how often that would be shown", () => {
    const similar = hc.equivalence({ within: 1.5, by: exact[0] });
    const at = (ratio: number) => hc.power({ ...poisson, ratio }, [similar], { level: 0.95, seed: 1, draws: 200 })[0];
    expect(at(1).power).toBeGreaterThan(at(1.4).power + 0.3);
    expect(at(1.4).reading).toContain(`at 1.4 times the rate ${similar.name} would be shown in `);
  });
});

describe("the smallest change that is seen", () => {
  it("has the wanted power, and a change a little nearer to none has less", () => {
    for (const towards of ["less", "more"] as const) {
      const [found] = hc.smallestChange(poisson, exact, { ...options, power: 0.8, towards });
      const ratio = found.ratio ?? Number.NaN;
      expect(found.power).toBeGreaterThanOrEqual(0.8);
      const nearer = hc.power({ ...poisson, ratio: ratio ** 0.995 }, exact, options)[0].power;
      expect(nearer).toBeLessThan(0.8);
    }
  });

  it("is larger the more the counts vary", () => {
    const [one, four] = [1, 4].map(
      (phi) =>
        hc.smallestChange({ ...poisson, phi }, [hc.quasiPoisson()], {
          ...{ level: 0.95, seed: 1, draws: 400 },
          ...{ power: 0.8, towards: "less" },
        })[0].ratio ?? 0,
    );
    expect(four).toBeLessThan(one - 0.1);
  });

  it("is none where there are too few events for any", () => {
    const [found] = hc.smallestChange({ before: 2, after: 1, mean: 1, phi: 1 }, exact, {
      ...options,
      power: 0.8,
      towards: "less",
    });
    expect(found.ratio).toBeUndefined();
    expect(found.reading).toBe(
      "2 periods of 1 event against 1: no fall would be seen in 80% of cases; at most in under 1%",
    );
  });

  it("says in every reading how much the counts vary, and that a change without one is a false alarm", () => {
    const some = { ...options, draws: 50 };
    const spread = { before: 7, mean: 20, phi: 3 };
    const ways = [hc.quasiPoisson()];
    const [none] = hc.power({ ...spread, after: 4, ratio: 1 }, ways, some);
    expect(none.reading).toMatch(
      /^7 periods of 20 events against 4, variance 3.0 times the mean: without any change one would be seen all the same in \d+% of cases/,
    );
    const [fall] = hc.smallestChange({ ...spread, after: 4 }, ways, { ...some, power: 0.8, towards: "less" });
    expect(fall.reading).toMatch(
      /^7 periods of 20 events against 4, variance 3.0 times the mean: a fall to 0\.\d+ times/,
    );
    const [needed] = hc.periodsNeeded({ ...spread, ratio: 0.5 }, ways, { ...some, power: 0.8, most: 2 });
    expect(needed.reading).toMatch(
      /^0.5 times the rate of 7 periods of 20 events \(variance 3.0 times the mean\) could not be told/,
    );
  });

  it("refuses a power that false alarms alone would reach", () => {
    expect(() => hc.smallestChange(poisson, exact, { ...options, power: 0.04, towards: "less" })).toThrow(
      new hc.InputError("smallestChange: power needs a number between 1 - level and 1, got 0.04"),
    );
  });
});

describe("the periods that are needed", () => {
  it("are the first with the wanted power, and one fewer has less", () => {
    const [found] = hc.periodsNeeded({ before: 7, mean: 5, phi: 1, ratio: 0.5 }, exact, {
      ...options,
      power: 0.8,
      most: 60,
    });
    const after = found.after ?? 0;
    const at = (n: number) => hc.power({ before: 7, after: n, mean: 5, phi: 1, ratio: 0.5 }, exact, options)[0].power;
    expect(at(after)).toBeGreaterThanOrEqual(0.8);
    expect(at(after - 1)).toBeLessThan(0.8);
    expect(found.curve.map((one) => one.after)).toEqual(Array.from({ length: after + 2 }, (_, i) => i + 1));
  });

  it("are none where the stretch before is too short for ever telling", () => {
    const [found] = hc.periodsNeeded({ before: 2, mean: 2, phi: 1, ratio: 0.7 }, exact, {
      ...options,
      power: 0.8,
      most: 30,
    });
    expect(found.after).toBeUndefined();
    expect(found.reading).toBe(
      "0.7 times the rate of 2 periods of 2 events could not be told with a power of 80% within 30 periods: the power there is 7%",
    );
  });
});
