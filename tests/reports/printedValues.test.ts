import { describe, expect, it } from "vitest";
import type { Figure, Report } from "../../src/index.js";
import { printedSum, printedValues } from "../../src/reports/printedValues.js";
import { expectDigits } from "../close.js";

describe("the values that a print allows", () => {
  it("are the number, the range printed, or a share of 1", () => {
    expect(printedValues({ what: "mean", printed: "20.5" })).toEqual({ range: [20.5, 20.5] });
    expect(printedValues({ what: "mean", printed: "4", to: "6" })).toEqual({ range: [4, 6] });
    expect(printedValues({ what: "share", printed: "62" })).toEqual({ range: [0.62, 0.62] });
  });

  it("are the range of the words, where they have one", () => {
    expect(printedValues({ what: "quantity", printed: "about five" })).toEqual({
      range: [4.5, 5.5],
      word: "about five",
    });
    expect(printedValues({ what: "count", printed: "five", hedge: "nearly" })).toEqual({
      range: [4.5, 5],
      word: "nearly five",
    });
    expect(printedValues({ what: "quantity", printed: "more than two" })?.range).toEqual([2, null]);
  });

  it("are the number as it stands, where its hedge has no range", () => {
    expect(printedValues({ what: "mean", printed: "16", hedge: "give or take" })).toEqual({ range: [16, 16] });
  });

  it("are unknown of words without a range", () => {
    expect(printedValues({ what: "quantity", printed: "oodles" })).toBeUndefined();
  });
});

describe("the count behind a print", () => {
  const report = { id: "r", every: "month", windows: { a: { since: "2023-01-01", until: "2023-08-01", label: "" } } };
  const sum = (some: Partial<Figure>) =>
    printedSum(report as unknown as Report, { what: "mean", window: "a", printed: "20.5", ...some } as Figure);

  it("is the mean times its periods, rounded to a whole", () => {
    expect(sum({ per: "month" })).toEqual({ count: 144, exposure: 7, mean: 20.5 });
    expect(sum({})).toEqual({ count: 144, exposure: 7, mean: 20.5 });
    expect(sum({ per: "week", printed: "2" })).toMatchObject({ count: 61, mean: 2 });
    expectDigits(sum({ per: "week" })?.exposure ?? 0, 212 / 7, 14);
  });

  it("is the count itself, and none of a share or of words", () => {
    expect(sum({ what: "count", printed: "14" })).toEqual({ count: 14, exposure: 7, mean: 2 });
    expect(sum({ what: "share" })).toBeUndefined();
    expect(sum({ what: "count", printed: "several" })).toBeUndefined();
  });
});
