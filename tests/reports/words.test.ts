import { describe, expect, it } from "vitest";
import { InputError, wordRange } from "../../src/index.js";
import { fitsWord } from "../../src/reports/words.js";

describe("what a word says of a number", () => {
  it("is a range of ratios for words of change", () => {
    expect(wordRange("nearly halved")).toEqual([0.5, 0.6]);
    expect(wordRange("more than halved")).toEqual([0, 0.5]);
    expect(wordRange("increased")).toEqual([1, Infinity]);
  });

  it("is a range of quantities for a word with a numeral", () => {
    expect(wordRange("nearly five")).toEqual([4.5, 5]);
    expect(wordRange("about three")).toEqual([2.5, 3.5]);
    expect(wordRange("more than twelve")).toEqual([12, Infinity]);
  });

  it("holds its upper end and not its lower", () => {
    expect(fitsWord(1, "decreased")).toBe(true);
    expect(fitsWord(1, "increased")).toBe(false);
    expect(fitsWord(0.5, "more than halved")).toBe(true);
    expect(fitsWord(0.5, "nearly halved")).toBe(false);
    expect(fitsWord(0.6, "nearly halved")).toBe(true);
    expect(fitsWord(Infinity, "more than doubled")).toBe(true);
  });

  it("fits or does not fit what the report prints", () => {
    expect(fitsWord(44 / 4 / (144 / 7), "nearly halved")).toBe(true);
    expect(fitsWord((16 / 24) * 7, "nearly five")).toBe(true);
    expect(fitsWord(0.6337, "nearly halved")).toBe(false);
  });

  it("throws on a word without a range, the names of every object among them", () => {
    const known =
      "(there are more than halved, halved, nearly halved, decreased, increased, doubled, more than doubled, nearly five, about five, more than five)";
    for (const word of ["plummeted", "constructor", "nearly zero", "__proto__ five", "about twenty"]) {
      expect(() => wordRange(word)).toThrow(new InputError(`wordRange: ${JSON.stringify(word)} has no range ${known}`));
    }
  });
});
