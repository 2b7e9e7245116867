import { describe, expect, it } from "vitest";
import { likelihoodRange, likelihoodWord, likelihoodWords, wordsFor } from "../../src/index.js";

describe("likelihoodRange", () => {
  // Office of the Director of National Intelligence (2015) ICD 203, D.6.e.(2)(a): the table, as printed.
  it.each([
    ["almost no chance", "remote", 0.01, 0.05],
    ["very unlikely", "highly improbable", 0.05, 0.2],
    ["unlikely", "improbable", 0.2, 0.45],
    ["roughly even chance", "roughly even odds", 0.45, 0.55],
    ["likely", "probable", 0.55, 0.8],
    ["very likely", "highly probable", 0.8, 0.95],
    ["almost certain", "nearly certain", 0.95, 0.99],
  ])("of %s and %s is one", (likelihood, probability, low, high) => {
    expect(likelihoodRange(likelihood)).toEqual([low, high]);
    expect(likelihoodRange(probability)).toEqual([low, high]);
    expect(likelihoodWord(likelihood)?.row).toBe("likelihood");
    expect(likelihoodWord(probability)?.row).toBe("probability");
  });

  it.each([
    ["will likely", "likely"],
    ["is likely to", "likely"],
    ["Likely", "likely"],
    ["would very likely", "very likely"],
    ["will probably", "probable"],
    ["improbably", "improbable"],
    ["almost  certainly", "almost certain"],
    ["will nearly certainly", "nearly certain"],
    ["there is a roughly even chance", "roughly even chance"],
    ["a remote chance", "remote"],
    ["is highly probable that", "highly probable"],
  ])("reads %j as %j", (words, word) => {
    expect(likelihoodWord(words)?.word).toBe(word);
  });

  it.each(["will", "may", "could", "might", "potentially", "possibly", "highly likely", "is expected to", "certainly"])(
    "gives none for %j, and says why",
    (words) => {
      expect(likelihoodRange(words)).toBeUndefined();
      expect(likelihoodWord(words)?.why).toBeDefined();
    },
  );

  it.each(["", "blue", "not likely", "likelyish", "constructor"])("does not know %j", (words) => {
    expect(likelihoodWord(words)).toBeUndefined();
  });

  it("covers 0.01 to 0.99 with no gap, in both rows", () => {
    for (const row of ["likelihood", "probability"]) {
      const ranges = likelihoodWords().flatMap((one) => (one.row === row && one.range ? [one.range] : []));
      expect(ranges[0][0]).toBe(0.01);
      expect(ranges.slice(1).map(([low]) => low)).toEqual(ranges.slice(0, -1).map(([, high]) => high));
      expect(ranges[6][1]).toBe(0.99);
    }
    for (const one of likelihoodWords()) expect((one.range === undefined) === (one.why !== undefined)).toBe(true);
  });
});

describe("wordsFor", () => {
  it("gives back both words of each range", () => {
    for (const { word, range } of likelihoodWords()) {
      if (range === undefined) continue;
      const words = wordsFor((range[0] + range[1]) / 2);
      expect(words).toHaveLength(2);
      expect(words).toContain(word);
    }
  });

  it("takes the stronger word where two ranges meet", () => {
    const first = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95].map((p) => wordsFor(p)[0]);
    expect(first).toEqual(["almost no chance", "very unlikely", "unlikely", "likely", "very likely", "almost certain"]);
  });

  it("has no words below 0.01 and above 0.99", () => {
    expect([0, 0.0099, 0.9901, 1].map(wordsFor)).toEqual([[], [], [], []]);
    expect(wordsFor(0.01)).toEqual(["almost no chance", "remote"]);
    expect(wordsFor(0.99)).toEqual(["almost certain", "nearly certain"]);
  });

  it.each([-0.1, 1.1, Number.NaN])("refuses %d", (p) => {
    expect(() => wordsFor(p)).toThrow(`wordsFor: needs a probability from 0 to 1, got ${p}`);
  });
});
