import { describe, expect, it } from "vitest";
import { lastValue, quantile } from "../../src/index.js";
import { ahead, monthsOf } from "./monthsOf.js";

describe("lastValue", () => {
  it("sets the past's own steps, of square roots, about the last count", () => {
    // Roots 0, 1, 2 … 11: each step of one period was 1, each of two 2.
    const values = Array.from({ length: 13 }, (_, t) => t * t);
    const [first, second] = lastValue().fit(monthsOf(values)).ahead(ahead(2));
    expect(first).toEqual({ family: "draws", values: Array.from({ length: 12 }, () => 169), isWhole: true });
    expect(second).toEqual({ family: "draws", values: Array.from({ length: 11 }, () => 196), isWhole: true });
  });

  it("never falls below 0 and stays whole", () => {
    const values = [50, 0, 50, 0, 50, 0, 50, 0, 50, 0, 50, 3];
    const [says] = lastValue().fit(monthsOf(values)).ahead(ahead(1));
    // From 3: roots of 50 up, and down below 0.
    const up = Math.round((Math.sqrt(3) + Math.sqrt(50)) ** 2);
    const last = Math.round(Math.max(0, 2 * Math.sqrt(3) - Math.sqrt(50)) ** 2);
    expect(says).toEqual({ family: "draws", values: [0, up, 0, up, 0, up, 0, up, 0, up, last], isWhole: true });
  });

  it("borrows, where a step has fewer than ten past errors, those of the longest that has ten", () => {
    const values = Array.from({ length: 13 }, (_, t) => t * t);
    const says = lastValue().fit(monthsOf(values)).ahead(ahead(6));
    const levels = says.map((one) => quantile(one, 0.5));
    // Ten errors of 3 steps are the most: from root 12 to 15.
    expect(levels).toEqual([169, 196, 225, 225, 225, 225]);
  });

  it("says a steady series for certain", () => {
    expect(
      lastValue()
        .fit(monthsOf(Array(20).fill(7)))
        .ahead(ahead(3))
        .map((one) => quantile(one, 0.99)),
    ).toEqual([7, 7, 7]);
  });
});
