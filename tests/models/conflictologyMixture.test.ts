import { describe, expect, it } from "vitest";
import { conflictologyMixture, type Distribution, InputError } from "../../src/index.js";
import { ahead, monthsOf } from "./monthsOf.js";

const quiet = monthsOf([0, 0, 2, 0, 0, 0]);
const lively = { values: [9, 0, 7, 0, 0, 5], exposure: [1, 1, 1, 1, 1, 1] };
const both = { ...quiet, beside: [quiet, lively] };

function tallied(says: Distribution): Record<number, number> {
  const tally: Record<number, number> = {};
  for (const value of says.family === "draws" ? says.values : []) tally[value] = (tally[value] ?? 0) + 1;
  return tally;
}

describe("conflictologyMixture", () => {
  it("draws its share from all counts above 0 of all places, the rest from its own window", () => {
    const [says] = conflictologyMixture(3, 0.4)
      .fit(both)
      .ahead(ahead(1, { draws: 100 }));
    expect(tallied(says)).toEqual({ 0: 60, 2: 10, 5: 10, 7: 10, 9: 10 });
  });

  it("with no share is the window's counts, with a share of 1 none of them", () => {
    const [own] = conflictologyMixture(4, 0)
      .fit(both)
      .ahead(ahead(1, { draws: 100 }));
    expect(tallied(own)).toEqual({ 0: 75, 2: 25 });
    const [others] = conflictologyMixture(4, 1)
      .fit(both)
      .ahead(ahead(1, { draws: 100 }));
    expect(tallied(others)).toEqual({ 2: 25, 5: 25, 7: 25, 9: 25 });
  });

  it("leaves what is no whole draw to chance, so that a small share is met on average", () => {
    const says = conflictologyMixture(3, 0.005)
      .fit(both)
      .ahead(ahead(400, { draws: 50 }));
    const drawn = says.map((one) => 50 - (tallied(one)[0] ?? 0));
    expect(Math.max(...drawn)).toBe(1);
    // 0.25 a step: 100 of 400, give or take 9.
    expect(drawn.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(60);
    expect(drawn.reduce((sum, one) => sum + one, 0)).toBeLessThan(140);
  });

  it("draws each step apart", () => {
    const [one, two] = conflictologyMixture(6, 0.5)
      .fit(both)
      .ahead(ahead(2, { draws: 100 }));
    expect(one).not.toEqual(two);
    const sorted = (says: Distribution) => (says.family === "draws" ? [...says.values].sort() : []);
    expect(sorted(one).filter((value, i) => value !== sorted(two)[i]).length).toBeLessThan(5);
  });

  it("stays with the place's own counts where no place had an event", () => {
    const [says] = conflictologyMixture(3, 0.4)
      .fit(monthsOf([0, 0, 0]))
      .ahead(ahead(1, { draws: 10 }));
    expect(tallied(says)).toEqual({ 0: 10 });
  });

  it("refuses a share that is none", () => {
    expect(() => conflictologyMixture(3, 1.5)).toThrow(
      new InputError("conflictologyMixture: share needs a number from 0 to 1, got 1.5"),
    );
  });
});
