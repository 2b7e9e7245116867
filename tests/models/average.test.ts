import { describe, expect, it } from "vitest";
import { average, InputError, lastValue, quantile } from "../../src/index.js";
import { ahead, monthsOf } from "./monthsOf.js";

const values = [4, 0, 9, 1, 3, 3, 8, 0, 2, 5, 7, 1, 0, 6, 2, 4];

describe("average", () => {
  it("is the mean of the window", () => {
    expect(average(4).fit(monthsOf(values)).parameters).toEqual({ point: 3 });
    expect(average(3).fit(monthsOf([...values, 0])).parameters).toEqual({ point: 2 });
  });

  it("of one period is the last value", () => {
    expect(average(1).fit(monthsOf(values)).ahead(ahead(4))).toEqual(lastValue().fit(monthsOf(values)).ahead(ahead(4)));
  });

  it("puts what each count differed by from the window before it, in roots, about the mean", () => {
    const short = [1, 1, 4, 4, ...Array(8).fill(4)];
    const [says] = average(2).fit(monthsOf(short)).ahead(ahead(1));
    // Means before each count: 1, 2.5, then 4 throughout.
    const errors = [2 - 1, 2 - Math.sqrt(2.5), ...Array(8).fill(0)];
    expect(says).toEqual({
      family: "draws",
      values: errors.map((error) => Math.round((2 + error) ** 2)),
      isWhole: true,
    });
  });

  it("takes errors at the step asked for", () => {
    // It alternates: one step ahead the last count is always wrong, two steps ahead always right.
    const odd = Array.from({ length: 20 }, (_, t) => (t % 2 === 0 ? 0 : 16));
    const [one, two] = average(1).fit(monthsOf(odd)).ahead(ahead(2));
    expect([quantile(one, 0.05), quantile(one, 0.95)]).toEqual([0, 64]);
    expect([quantile(two, 0.05), quantile(two, 0.95)]).toEqual([16, 16]);
  });

  it("refuses a window that is no number of periods", () => {
    expect(() => average(0)).toThrow(new InputError("average: window needs a whole number of periods above 0, got 0"));
    expect(() => average(1.5)).toThrow(
      new InputError("average: window needs a whole number of periods above 0, got 1.5"),
    );
  });
});
