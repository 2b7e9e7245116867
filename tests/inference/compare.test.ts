import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectPlain, frozen } from "./contract.js";

const recipe: hc.Recipe = { where: [], by: ["zone"], every: "month", measure: "events" };
const series = (zone: string, values: number[]): hc.Series => ({
  ...{ key: { zone }, recipe, from: `hash of ${zone}`, start: "2023-01-01" },
  ...{ values, exposure: values.map(() => 1) },
});
const before = [series("coast", [9, 11]), series("hills", [4, 4])];
const after = [series("hills", [8, 10]), series("coast", [5, 5])];
const plugins = [hc.rateRatio("central"), hc.rateRatio("mid-p"), hc.quasiPoisson(), hc.tippingPhi()];

describe("compare", () => {
  it("matches series by their keys, whatever their order", () => {
    const found = hc.compare(before, after, [hc.rateRatio("central")], { level: 0.95 });
    expect(found.map(({ key, from, estimate }) => [key["zone"], from, estimate])).toEqual([
      ["hills", "hash of hills", 2.25],
      ["coast", "hash of coast", 0.5],
    ]);
  });

  it("names the plug-in and the level of each finding", () => {
    const found = hc.compare(before, after, plugins, { level: 0.8 });
    expect(found.slice(0, 4).map((one) => one.test)).toEqual(plugins.map((one) => one.name));
    expect(new Set(found.map((one) => one.level))).toEqual(new Set([0.8]));
  });

  it("has plug-ins that leave their input alone, give the same twice and survive JSON", () => {
    for (const one of plugins) {
      for (const [first, last] of [
        [
          [9, 11],
          [5, 6],
        ],
        [
          [0, 0],
          [3, 1],
        ],
        [
          [4, 2],
          [0, 0],
        ],
        [
          [3, 3],
          [3, 3],
        ],
      ]) {
        expectPlain(() => one.compare(frozen(first), frozen(last), 0.95));
      }
    }
  });

  it("throws where the two sides are not of the same series", () => {
    const wrong = (some: hc.Panel, others: hc.Panel, message: string): void =>
      expect(() => hc.compare(some, others, plugins, { level: 0.95 })).toThrow(new hc.InputError(message));
    wrong(before, [after[0]], "compare: needs the same series before and after, got 2 and 1");
    wrong([before[0]], [after[0]], 'compare: {"zone":"hills"} stands only after');
  });

  it("throws where a comparison needs more periods, or the level is none", () => {
    expect(() =>
      hc.compare([series("coast", [1])], [series("coast", [1])], [hc.quasiPoisson()], { level: 0.95 }),
    ).toThrow(new hc.InputError("compare: quasiPoisson() needs 3 periods, got 2"));
    expect(() => hc.compare(before, after, plugins, { level: 95 })).toThrow(
      new hc.InputError("compare: level needs a number between 0 and 1, got 95"),
    );
  });
});
