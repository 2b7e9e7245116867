import { describe, expect, it } from "vitest";
import { fromWords, InputError, inWords, likelihoodWords } from "../../src/index.js";
import { made } from "./hubForecasts.js";

const { says: _, ...about } = made({ family: "bernoulli", p: 0.5 }, 1, { asks: { above: 10 } });
const yes = (p: number) => made({ family: "bernoulli", p }, 1, { asks: { above: 10 } });

describe("a forecast in words", () => {
  it("is the word of ICD 203 whose range holds its chance, in the row asked for", () => {
    expect(inWords(yes(0.3)).word).toBe("unlikely");
    expect(inWords(yes(0.3), { row: "probability" })).toEqual({
      ...{ p: 0.3, word: "improbable", range: [0.2, 0.45] },
      reading: "improbable (30%; the word means 20% to 45%): above 10 events in the month of 2024-01-01 (coast)",
    });
  });

  it("of a count is that of a question about it", () => {
    const draws = made({ family: "draws", values: [1, 11, 12, 40] });
    expect(inWords(draws, { asks: { above: 10 } })).toMatchObject({ p: 0.75, word: "likely" });
    expect(inWords(draws, { asks: { atLeast: 40 } }).p).toBeCloseTo(0.25, 14);
    expect(inWords(draws, { asks: { below: 11 } }).p).toBeCloseTo(0.25, 14);
    expect(inWords(draws, { asks: { atMost: 11 } }).p).toBeCloseTo(0.5, 14);
    expect(() => inWords(draws)).toThrow(
      new InputError("inWords: needs a question about the count, got none; asks: { above: 5 } sets one"),
    );
  });

  it("has no word below 1% and above 99%, and says the chance", () => {
    expect(inWords(yes(0.002)).reading).toBe(
      "under 1%, for which ICD 203 has no word: above 10 events in the month of 2024-01-01 (coast)",
    );
    expect(inWords(yes(1))).toMatchObject({ p: 1 });
    expect(inWords(yes(1)).word).toBeUndefined();
  });

  it("is not asked of another threshold than its own", () => {
    expect(() => inWords(yes(0.5), { asks: { above: 11 } })).toThrow(
      new InputError("inWords: the forecast is of above 10, got above 11"),
    );
  });
});

describe("words as a forecast", () => {
  it("are the middle of the word's range, which is kept", () => {
    expect(fromWords({ word: "will likely" }, about)).toEqual({
      ...{
        ...about,
        says: { family: "bernoulli", p: (0.55 + 0.8) / 2 },
        said: { word: "will likely", range: [0.55, 0.8] },
      },
    });
  });

  it("go before ICD 203 where the publisher has a range of its own", () => {
    expect(fromWords({ word: "may", range: [0.25, 0.5] }, about).says).toEqual({ family: "bernoulli", p: 0.375 });
  });

  it("of every word with a range come back as that word", () => {
    for (const { word, range, row } of likelihoodWords())
      if (range !== undefined)
        expect(inWords(fromWords({ word }, about), row === undefined ? {} : { row }).word).toBe(word);
  });

  it.each<[string, Parameters<typeof fromWords>]>([
    ['"may" has no range: possible, however unlikely: ICD 203 gives it no range', [{ word: "may" }, about]],
    ['"blue" has no range: it is no word of likelihood that we know', [{ word: "blue" }, about]],
    ["a range needs two numbers in order from 0 to 1, got 0.5 and 0.2", [{ word: "may", range: [0.5, 0.2] }, about]],
    [
      "needs a question (asks) that the word answers, got none",
      [{ word: "likely" }, made({ family: "bernoulli", p: 1 })],
    ],
  ])("are refused: %s", (message, [word, of]) => {
    expect(() => fromWords(word, of)).toThrow(new InputError(`fromWords: ${message}`));
  });
});
