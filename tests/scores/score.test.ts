import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { fault } from "../store/trial.js";
import { resolvedAs } from "./madeScores.js";

const draws: hc.Distribution = { family: "draws", values: [1, 4, 6, 2] };
const sure: hc.Distribution = { family: "poisson", mean: 0 };
const wide: hc.Distribution = { family: "student", df: 0.5, centre: 0, scale: 1 };
const mixed: hc.Distribution = { family: "mixture", weights: [0.5, 0.5], of: [draws, { family: "poisson", mean: 2 }] };

describe("score", () => {
  it("gives a row a resolved forecast and metric, and none to what is not resolved", () => {
    const open: hc.Resolved = { ...resolvedAs(draws, 3, 1), state: "open" };
    const rows = hc.score([resolvedAs(draws, 3, 0), open], [hc.crps(), hc.coverage(0.5)]);
    expect(rows).toEqual([
      {
        ...{ model: "m()", key: {}, origin: "2015-01-01", target: "2015-02-01", step: 1, metric: "crps()" },
        ...{ value: hc.crps().score(draws, 3), noise: hc.crps().noise?.(draws, 3) },
      },
      {
        ...{ model: "m()", key: {}, origin: "2015-01-01", target: "2015-02-01", step: 1, metric: "coverage(0.5)" },
        value: 1,
      },
    ]);
  });

  it("writes Infinity, and nothing else, as null, so that JSON keeps it", () => {
    const rows = hc.score([resolvedAs(sure, 2, 0)], [hc.logScore(), hc.dss(), hc.crps()]);
    expect(rows.map(({ value }) => value)).toEqual([null, null, 2]);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it.each<[string, hc.Distribution, hc.Metric, number, string]>([
    ["a sure hit", sure, hc.dss(), 0, "-Infinity"],
    ["no variance that is known", wide, hc.dss(), 0, "NaN"],
  ])("refuses a score that has no mean, and names metric and forecast: %s", (_, says, metric, observed, value) => {
    expect(() => hc.score([resolvedAs(says, observed, 0, { key: { zone: "coast" } })], [metric])).toThrow(
      fault(
        "InputError",
        `score: needs a number or Infinity of ${metric.name}, got ${value} (m(), coast, origin 2015-01-01, step 1); leave out the metric or the model`,
      ),
    );
  });

  it("has no noise where none can be told: of one draw, of an infinite score, of values that are no sample", () => {
    const noises = (says: hc.Distribution, observed: number, metric: hc.Metric) =>
      hc.score([resolvedAs(says, observed, 0)], [metric]).map((row) => Object.hasOwn(row, "noise"));
    expect(noises(draws, 3, hc.crps())).toEqual([true]);
    expect(noises({ family: "draws", values: [2] }, 3, hc.crps())).toEqual([false]);
    expect(noises({ family: "draws", values: [2] }, 3, hc.wis())).toEqual([false]);
    expect(noises({ family: "draws", values: [2, 2] }, 3, hc.dss())).toEqual([false]);
    expect(noises(draws, 3, hc.logScore())).toEqual([false]);
    expect(noises({ family: "draws", values: [1, 4, 6, 2], isWhole: true }, 3, hc.crps())).toEqual([false]);
    expect(noises(mixed, 4, hc.crps())).toEqual([true]);
    expect(noises(mixed, 4, hc.logScore())).toEqual([true]);
    expect(noises(mixed, 3, hc.logScore())).toEqual([true]);
  });

  it("is summed up as it stands: finite rows have a mean, one of Infinity makes it Infinity", () => {
    const options = { by: ["model"], missing: "refuse", level: 0.9, seed: 1 } as const;
    const origins = Array.from({ length: 12 }, (_, i) => i);
    const rows = hc.score(
      origins.map((i) => resolvedAs({ family: "poisson", mean: 2 }, i === 3 ? 5 : 1, i)),
      [hc.dss()],
    );
    const [{ mean }] = hc.summarise(rows, options);
    expect(mean).toBeCloseTo((11 * (1 / 2) + 9 / 2) / 12 + Math.LN2, 12);
    const zeros = hc.score(
      origins.map((i) => resolvedAs(sure, 1, i)),
      [hc.dss()],
    );
    expect(hc.summarise(zeros, options)[0].mean).toBeNull();
  });
});
