import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { checkLevel, totalOf } from "../../src/inference/test.js";
import { expectPlain, frozen } from "./contract.js";

const recipe: hc.Recipe = { where: [], by: ["zone"], every: "month", measure: "events" };
const series = (zone: string, values: number[]): hc.Series => ({
  ...{ key: { zone }, recipe, from: "abc", start: "2023-01-01" },
  ...{ values, exposure: values.map(() => 1) },
});
const panel = Object.freeze([series("coast", [3, 5]), series("hills", [0, 1])]);
const plugins = [
  hc.poissonInterval("garwood"),
  hc.poissonInterval("mid-p"),
  hc.dispersion(),
  hc.share("wilson"),
  hc.share("clopper-pearson"),
];

describe("test", () => {
  it("puts every series to every test and says which is which", () => {
    const found = hc.test(panel, [hc.poissonInterval("garwood"), hc.dispersion()], { level: 0.9 });
    expect(found.map(({ key, test, n }) => [key["zone"], test, n])).toEqual([
      ["coast", 'poissonInterval("garwood")', 8],
      ["coast", "dispersion()", 2],
      ["hills", 'poissonInterval("garwood")', 1],
      ["hills", "dispersion()", 2],
    ]);
    expect(found.every(({ from, level }) => from === "abc" && level === 0.9)).toBe(true);
  });

  it("finds nothing where there is nothing to ask", () => {
    expect(hc.test([], plugins, { level: 0.95 })).toEqual([]);
    expect(hc.test(panel, [], { level: 0.95 })).toEqual([]);
  });

  it("has plug-ins that leave their input alone, give the same twice and survive JSON", () => {
    for (const one of plugins) {
      expectPlain(() => one.test(frozen([2, 0, 4], [5, 5, 5]), 0.95));
      expectPlain(() => one.test(frozen([0, 0], [1, 1]), 0.95));
    }
  });

  it("has plug-ins that need as many periods as they say", () => {
    for (const one of plugins) {
      const short = panel.map((some) => ({ ...some, values: [], exposure: [] }));
      const length = one.needs - 1;
      const cut = short.map((some) => ({
        ...some,
        values: [1, 1].slice(0, length),
        exposure: [9, 9].slice(0, length),
      }));
      expect(() => hc.test(cut, [one], { level: 0.95 })).toThrow(
        new hc.InputError(`test: ${one.name} needs ${one.needs} periods, got ${length}`),
      );
    }
  });

  it("throws on a level that is not between 0 and 1", () => {
    for (const level of [0, 1, 95, Number.NaN]) {
      expect(() => hc.test(panel, plugins, { level })).toThrow(
        new hc.InputError(`test: level needs a number between 0 and 1, got ${level}`),
      );
    }
    expect(() => checkLevel(2, "weigh")).toThrow(
      new hc.InputError("weigh: level needs a number between 0 and 1, got 2"),
    );
  });
});

describe("a stretch", () => {
  it("has the sum of its counts and of its exposures", () => {
    expect(totalOf(frozen([3, 0, 4], [1, 0.5, 2]))).toEqual({ count: 7, exposure: 3.5 });
    const refusal = (got: string): hc.InputError =>
      new hc.InputError(`inference: needs counts from 0 and exposure above 0, got ${got}`);
    expect(() => totalOf(frozen([]))).toThrow(refusal("0 in 0"));
    expect(() => totalOf(frozen([-1], [1]))).toThrow(refusal("-1 in 1"));
  });
});
