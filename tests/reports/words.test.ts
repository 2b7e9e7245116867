import { describe, expect, it } from "vitest";
import { InputError, quantityWords, ratioWords, wordRange } from "../../src/index.js";
import { fitsWord } from "../../src/reports/words.js";

describe("what a word says of a number", () => {
  it("is a range of ratios for words of change", () => {
    expect(wordRange("nearly halved")).toEqual([0.5, 0.6]);
    expect(wordRange("more than halved")).toEqual([0, 0.5]);
    expect(wordRange("increased")).toEqual([1, Infinity]);
    expect(wordRange("significantly decreased")).toEqual([0, 0.8]);
  });

  it("is a range of quantities for a word with a numeral, in words or digits", () => {
    expect(wordRange("nearly five")).toEqual([4.5, 5]);
    expect(wordRange("about three")).toEqual([2.5, 3.5]);
    expect(wordRange("more than twelve")).toEqual([12, Infinity]);
    expect(wordRange("roughly 200")).toEqual([180, 220]);
    expect(wordRange("at least 1,200")).toEqual([1200, Infinity]);
    expect(wordRange("about twenty-five")).toEqual([22.5, 27.5]);
    expect(wordRange("up to two dozen")).toEqual([0, 24]);
    expect(wordRange("three hundred")).toEqual([300, 300]);
    expect(wordRange("between four and six")).toEqual([4, 6]);
    expect(wordRange("4 to 6")).toEqual([4, 6]);
    expect(wordRange("from four to six")).toEqual([4, 6]);
  });

  it("is a range of quantities for words without a number, hedged or not", () => {
    expect(wordRange("several dozen")).toEqual([36, 108]);
    expect(wordRange("at least several dozen")).toEqual([36, Infinity]);
    expect(wordRange("nearly a hundred")).toEqual([90, 100]);
    expect(wordRange("fewer than a dozen")).toEqual([0, 14]);
  });

  it("holds the ends that are meant, and no others", () => {
    expect([0, 0.999, 1].map((ratio) => fitsWord(ratio, "decreased"))).toEqual([true, true, false]);
    expect([1, 1.001, Infinity].map((ratio) => fitsWord(ratio, "increased"))).toEqual([false, true, true]);
    expect([0.5, 0.4999].map((ratio) => fitsWord(ratio, "more than halved"))).toEqual([false, true]);
    expect([0.5, 0.5001, 0.6].map((ratio) => fitsWord(ratio, "nearly halved"))).toEqual([false, true, true]);
    expect([0.45, 0.55, 0.551].map((ratio) => fitsWord(ratio, "halved"))).toEqual([true, true, false]);
    expect([5, 4.999, 6].map((count) => fitsWord(count, "at least five"))).toEqual([true, false, true]);
    expect([5, 5.001].map((count) => fitsWord(count, "more than five"))).toEqual([false, true]);
    expect([0, 4, 5].map((count) => fitsWord(count, "fewer than five"))).toEqual([true, true, false]);
    expect([0, 5, 5.5].map((count) => fitsWord(count, "up to five"))).toEqual([true, true, false]);
  });

  it("fits or does not fit what the report prints", () => {
    expect(fitsWord(44 / 4 / (144 / 7), "nearly halved")).toBe(true);
    expect(fitsWord((16 / 24) * 7, "nearly five")).toBe(true);
    expect(fitsWord(0.6337, "nearly halved")).toBe(false);
    expect(fitsWord(0.5135, "more than halved")).toBe(false);
    expect(fitsWord(0.5135, "halved")).toBe(true);
  });

  it("throws on a word without a range, the names of every object among them", () => {
    const known = ratioWords().map((row) => row.word);
    for (const word of [
      "plummeted",
      "constructor",
      "nearly zero",
      "__proto__ five",
      "about twenty-twelve",
      "between six and four",
      "",
    ]) {
      expect(() => wordRange(word)).toThrow(
        new InputError(
          `wordRange: ${JSON.stringify(word)} has no range (there are ${known.join(", ")}; and quantities such as nearly five, at least 20, several dozen, between four and six)`,
        ),
      );
    }
  });
});

describe("the tables of words", () => {
  it("give each word once, a range that is not empty, and whose it is", () => {
    for (const rows of [ratioWords(), quantityWords()]) {
      expect(rows.length).toBeGreaterThan(20);
      expect(new Set(rows.map((row) => row.word)).size).toBe(rows.length);
      for (const { word, low, high, range, note } of rows) {
        expect(low).toBeLessThanOrEqual(high);
        expect(range).toMatch(/^[[(][\d.]+, ([\d.]+|∞)[\])]$/);
        expect(note).toMatch(/^(ours|as written)/);
        expect(wordRange(word)).toEqual([low, high]);
      }
    }
  });

  it("keep words of more and words of less on their own side of 1", () => {
    for (const { word, low, high } of ratioWords()) {
      if (/^(unchanged|similar)$/.test(word)) continue;
      expect(/decreas|fell|declin|halv/.test(word) ? high <= 1 : low >= 1).toBe(true);
    }
  });
});
