import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, derived, share } from "./madeUp.js";

describe("streak", () => {
  it("counts the periods in a row on its side of the level, the level itself with them", () => {
    expect(derived(counts([2, 0, 1, 4, 3, 0]), hc.streak("at least", 1))).toEqual([1, 0, 1, 2, 3, 0]);
    expect(derived(counts([2, 0, 0, 4, 3, 0]), hc.streak("at most", 0))).toEqual([0, 1, 2, 0, 0, 1]);
    expect(derived(counts([5, 4, 5]), hc.streak("at least", 5))).toEqual([1, 0, 1]);
  });

  it("takes a share as it is, and ends where it is not defined", () => {
    const half = share([1, 3, 0, 1], [2, 4, 0, 2]);
    expect(derived(half, hc.streak("at least", 0.5))).toEqual([1, 2, 0, 1]);
    expect(derived(half, hc.streak("at most", 1))).toEqual([1, 2, 0, 1]);
  });

  it("runs on one side of a level between whole numbers and not on the other", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }), fc.nat(4), (values, level) => {
        const above = derived(counts(values), hc.streak("at least", level + 0.5));
        const below = derived(counts(values), hc.streak("at most", level + 0.5));
        above.forEach((length, t) => {
          expect((length ?? 0) > 0).not.toBe((below[t] ?? 0) > 0);
        });
      }),
    );
  });

  it("says its unit, and refuses a level that is none", () => {
    expect(hc.derive([counts([1], { every: "year" })], [hc.streak("at least", 1)])[0].unit).toBe("years in a row");
    for (const level of [-1, Number.NaN, Infinity])
      expect(() => hc.streak("at most", level)).toThrow(
        new hc.InputError(`streak: needs a level from 0, got ${level}`),
      );
  });
});
