import { describe, expect, it } from "vitest";
import {
  conflictology,
  InputError,
  type Model,
  type Panel,
  type Series,
  seasonalNaive,
  type Tracked,
  track,
} from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { bandOf, upperRank } from "../../src/models/climatologyOf.js";
import { countInterval, sizeOf } from "../../src/models/countInterval.js";

const series = (values: readonly number[], zone = "coast", every: Series["recipe"]["every"] = "month"): Series => ({
  ...{ key: { zone }, recipe: { where: [], by: ["zone"], every, measure: "events" }, from: "f1", start: "2012-01-02" },
  ...{ ...(every === "month" && { start: "2012-01-01" }), values, exposure: values.map(() => 30) },
});
const uniform = random(3);
const lively = Array.from({ length: 132 }, (_, t) => Math.floor(10 * (1 + Math.sin((t * Math.PI) / 6)) * uniform()));
const panel: Panel = [series(lively), series([...lively].reverse(), "hills")];
const options = {
  ...{ model: conflictology(24), ahead: 6, level: 0.9, years: 8, seed: 1, asOf: "2023-02-01" },
  tripwires: [{ above: 12 }, { quantile: 0.9 }],
};

describe("an indicator tracked", () => {
  // January 2012 on; 132 months end with December 2022.
  const [coast] = track(panel, options);

  it("has the last count, with an interval and its place among the same time of earlier years", () => {
    const around = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].flatMap((year) => {
      const december = 12 * (year - 2012) + 11;
      return lively.slice(december - 1, december + 2);
    });
    const last = lively[131];
    const below = around.filter((one) => one < last).length + around.filter((one) => one === last).length / 2;
    expect(coast.now).toMatchObject({ period: "2022-12-01", observed: last, n: 24, percentile: below / 24 });
    expect(coast.now.interval).toEqual(countInterval(last, 0.9, sizeOf(lively.slice(71, 131))).interval);
    expect(coast.now.reading).toMatch(
      /^\d+(\.0)? \[.*\] events in the month of 2022-12-01 \(90% interval, .*\); above \d+% .* \(n = 24 counts\)$/,
    );
  });

  it("looks at the same months of so many earlier years and their neighbours, and at no later ones", () => {
    const values = Array.from({ length: 40 }, (_, t) => t);
    const [found] = track([series(values)], {
      ...options,
      years: 2,
      ahead: 1,
      asOf: "2016-01-01",
      tripwires: [{ quantile: 0.8 }],
    });
    // Of April 2015 (t = 39): March to May of 2014 and 2013; of May 2015 (t = 40): April to June.
    expect(found.history[39]).toMatchObject({ observed: 39, n: 6 });
    expect(found.wires[0].states[39]).toMatchObject({ threshold: 28, state: "tripped" });
    expect(found.wires[0].ahead[0]).toMatchObject({ threshold: 29, usual: 0 });
    expect(found.wires[0].ahead[0].chance).toBeCloseTo(10 / 24, 14);
    expect(found.wires[0].states.slice(0, 12).every(({ state }) => state === "too early")).toBe(true);
  });

  it("never lets a later count change an earlier state, band or threshold", () => {
    for (const end of [60, 97, 131]) {
      const cut = panel.map((one) => ({
        ...one,
        values: one.values.slice(0, end),
        exposure: one.exposure.slice(0, end),
      }));
      const then = track(cut, options);
      then.forEach((one, i) => {
        const now = track(panel, options)[i];
        expect(one.history).toEqual(now.history.slice(0, end));
        one.wires.forEach((wire, k) => {
          expect(wire.states).toEqual(now.wires[k].states.slice(0, end));
        });
      });
    }
    const later = track([{ ...panel[0], values: [...lively.slice(0, 131), 1000] }], options)[0];
    expect(later.wires[1].states.slice(0, 131)).toEqual(coast.wires[1].states.slice(0, 131));
    expect(later.wires[0].states[131].state).toBe("tripped");
  });

  it("tells how often a wire tripped before, the last period left out, with an interval", () => {
    const [{ wires }] = track([series([...Array.from({ length: 96 }, (_, t) => (t % 24 === 0 ? 9 : 1)), 9])], {
      ...{ ...options, tripwires: [{ above: 5 }] },
    });
    // R: binom.test(4, 96, conf.level = 0.9)$conf.int
    expect(wires[0].falseAlarms).toMatchObject({ tripped: 4, n: 96, rate: 4 / 96, perYear: 0.5 });
    expect(wires[0].falseAlarms.interval?.map((one) => one.toFixed(6))).toEqual(["0.014356", "0.092812"]);
    expect(wires[0].reading).toBe(
      "above 5: tripped since 2020-01-01 (1 period); it tripped in 4 of n = 96 earlier periods (4%, 0.5 a year [0.2, 1.1]), at most so many of them falsely; chance that it trips in the next 6 months: 25%",
    );
  });

  it("gives stretches of one state by their first days, watch between the climatology and the wire", () => {
    const flat = [...Array.from({ length: 72 }, () => 3), 3, 8, 8, 20, 3];
    const [{ wires }] = track([series(flat)], { ...options, tripwires: [{ above: 10 }] });
    expect(wires[0].runs).toEqual([
      { state: "quiet", since: "2012-01-01", periods: 73 },
      { state: "watch", since: "2018-02-01", periods: 2 },
      { state: "tripped", since: "2018-04-01", periods: 1 },
      { state: "quiet", since: "2018-05-01", periods: 1 },
    ]);
  });

  it("gives the chance of each period ahead and, of paths, that of any", () => {
    const seen = lively.slice(-24);
    const share = seen.filter((one) => one > 12).length / 24;
    expect(coast.wires[0].ahead.map(({ chance }) => chance?.toFixed(12))).toEqual(Array(6).fill(share.toFixed(12)));
    // Draws of one place are a path: those of conflictology are six counts in a row of the last 24, which close to a ring.
    const paths = seen.map((_, i) => [1, 2, 3, 4, 5, 6].map((step) => seen[(i + step) % 24]));
    const any = paths.filter((path) => path.some((one) => one > 12)).length / 24;
    expect(coast.wires[0].any).toEqual([any, any]);
    expect(coast.fan.map(({ target, step }) => [target, step])[5]).toEqual(["2023-06-01", 6]);
    for (const { outer, inner, median } of coast.fan)
      expect([outer[0], inner[0], median, inner[1], outer[1]]).toEqual(
        [...[outer[0], inner[0], median, inner[1], outer[1]]].sort((a, b) => a - b),
      );
  });

  it("gives a chance of any that rises with the periods ahead, as the counts come and go", () => {
    const values = Array.from({ length: 48 }, (_, t) => (t % 8 === 0 ? 9 : 1));
    const one = { ...panel[0], values, exposure: values.map(() => 30) };
    const asOf = "2040-01-01";
    const anyOf = (model: Model, ahead: number) =>
      track([one], { ...options, asOf, model, ahead, tripwires: [{ above: 5 }] })[0].wires[0].any;
    expect(anyOf(conflictology(24), 1)).toEqual([1 / 8, 1 / 8]);
    expect(anyOf(conflictology(24), 4)).toEqual([1 / 2, 1 / 2]);
    expect(anyOf(conflictology(24), 8)).toEqual([1, 1]);
    // A season of 12 months misses this cycle of 8: what it was wrong by comes and goes as the counts do.
    const [first, last] = [1, 4].map((ahead) => anyOf(seasonalNaive(), ahead)?.[0] ?? 0);
    expect(last).toBeGreaterThan(1.5 * first);
  });

  it("gives bounds alone where the forecast is not of paths", () => {
    const poisson = {
      ...{ name: "poisson()", needs: 1 },
      fit: () => ({
        parameters: {},
        ahead: ({ exposure }: { exposure: readonly number[] }) =>
          exposure.map(() => ({ family: "poisson" as const, mean: 1 })),
      }),
    };
    const [{ wires }] = track([panel[0]], { ...options, model: poisson, ahead: 2, tripwires: [{ above: 0 }] });
    const chance = 1 - Math.exp(-1);
    expect(wires[0].any?.[0]).toBeCloseTo(chance, 12);
    expect(wires[0].any?.[1]).toBe(1);
  });

  it("is of weeks and years too", () => {
    const weekly = track([series(lively.concat(lively), "coast", "week")], { ...options, years: 3 });
    expect(weekly[0].history[200].n).toBe(9);
    const [yearly] = track(
      [{ ...series([1, 2, 3, 4, 5]), start: "2012-01-01", recipe: { ...panel[0].recipe, every: "year" } }],
      {
        ...{ ...options, model: conflictology(2), ahead: 1, years: 10 },
      },
    );
    expect(yearly).toMatchObject({ around: 0, now: { period: "2016-01-01", n: 4, percentile: 1 } });
  });

  it("survives JSON and is the same twice", () => {
    const again: Tracked[] = JSON.parse(JSON.stringify(track(panel, options)));
    expect(again).toEqual(track(panel, options));
  });

  it.each<[string, object]>([
    ["level needs a number between 0 and 1, got 1", { level: 1 }],
    [
      "a tripwire at 95% needs 19 counts of the same time of year, got at most 15 in 5 years; 7 years would do",
      { years: 5, tripwires: [{ quantile: 0.95 }] },
    ],
    ["years needs a whole number above 0, got 0", { years: 0 }],
    ["around needs a whole number from 0, got -1", { around: -1 }],
    ["needs a tripwire, got none", { tripwires: [] }],
    [
      'a tripwire needs above, a count from 0, or quantile, a share between 0 and 1, got {"quantile":1}',
      { tripwires: [{ quantile: 1 }] },
    ],
    ['asOf needs a day as YYYY-MM-DD, got "soon"', { asOf: "soon" }],
    ["the period of 2022-12-01 ends on 2023-01-01, after asOf 2022-12-31 (coast)", { asOf: "2022-12-31" }],
  ])("is refused: %s", (message, wrong) => {
    expect(() => track(panel, { ...options, ...wrong })).toThrow(new InputError(`track: ${message}`));
  });
});

describe("ranks", () => {
  it("are passed by the next of n + 1 alike with the chance that is left, and are none where there are too few", () => {
    const nineteen = Array.from({ length: 19 }, (_, i) => i + 1);
    expect(upperRank(nineteen, 0.95)).toBe(19);
    expect(upperRank(nineteen.slice(1), 0.95)).toBeUndefined();
    expect(bandOf(nineteen)).toEqual({ n: 19, band: [2, 18] });
    expect(bandOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ n: 8 });
  });
});

describe("the interval of one count", () => {
  it("is Garwood's where counts vary as Poisson's, and that of a negative binomial where they vary more", () => {
    // R: poisson.test(16)$conf.int
    expect(countInterval(16, 0.95, undefined).interval.map((one) => Number(one).toFixed(5))).toEqual([
      "9.14538",
      "25.98300",
    ]);
    // R: uniroot(function(m) pnbinom(15, mu = m, size = 4, lower.tail = FALSE) - .025, c(1e-6, 16), tol = 1e-14) and
    // pnbinom(16, mu = m, size = 4) - .025
    const { interval, spread } = countInterval(16, 0.95, 4);
    expect(spread).toBe("negative binomial");
    expect(interval.map((one) => Number(one).toFixed(4))).toEqual(["6.1065", "65.7666"]);
    expect(countInterval(0, 0.95, 4).interval[0]).toBe(0);
    expect(countInterval(0, 0.95, 0.0001).interval[1]).toBeNull();
    expect(countInterval(16, 0.95, 1e9).interval[1]).toBeCloseTo(25.983, 2);
  });

  it("rests on how counts varied from each to the next, whatever their trend", () => {
    expect(sizeOf([4, 4, 4, 4])).toBeUndefined();
    expect(sizeOf([1, 9])).toBeCloseTo(9 / (32 - 5), 12);
    expect(sizeOf(Array.from({ length: 50 }, (_, t) => 100 * t))).toBeGreaterThan(50);
  });
});
