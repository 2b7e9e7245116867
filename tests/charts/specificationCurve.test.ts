import { describe, expect, it } from "vitest";
import { type Multiverse, type MultiverseReading, type ReadingVerdict, specificationCurve } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { words } from "./madeUp.js";

const reading = (
  [zone, threshold, dispersion]: readonly [string, string, string],
  verdict: ReadingVerdict,
  ratio: number,
  interval: MultiverseReading["interval"],
): MultiverseReading => ({
  choices: { source: "wire", zone, measure: "events", before: "spring", after: "summer", threshold, dispersion },
  ...{ verdict, n: 126, ratio, ...(interval !== undefined && { interval }) },
});
const readings = [
  reading(["coast", "1", "Poisson"], "holds", 2, [1.4, 2.9]),
  reading(["coast", "1", "permutation"], "uncertain", 2, [0.8, null]),
  reading(["coast", "1.5", "Poisson"], "uncertain", 2, [1.4, 2.9]),
  reading(["coast", "1.5", "permutation"], "uncertain", 2, [0.8, null]),
  reading(["hills", "1", "Poisson"], "fails", 0.5, [0.3, 0.9]),
  reading(["hills", "1", "permutation"], "uncertain", 0.5, [0, 1.4]),
  reading(["hills", "1.5", "Poisson"], "fails", 0.5, [0.3, 0.9]),
  reading(["hills", "1.5", "permutation"], "fails", 0.5, [0, 1.4]),
  reading(["sea", "1", "Poisson"], "cannot be compared", 0, undefined),
];
const none = { holds: 0, fails: 0, uncertain: 0, "cannot be compared": 0 };
const choices = (...names: readonly string[]): Multiverse["dimensions"][number]["choices"] =>
  names.map((name) => ({ name, label: name, tally: none }));
const multiverse: Multiverse = {
  ...{ id: "surge", claim: "double", asks: "Did raids double?", direction: "rise", level: 0.95, seed: 1 },
  ...{ data: [], proxies: [], readings, tally: none, preferred: readings[0], flips: [], sentences: [], assumes: [] },
  dimensions: [
    { name: "source", choices: choices("wire") },
    { name: "zone", choices: choices("coast", "hills", "sea") },
    { name: "threshold", choices: choices("1", "1.5") },
    { name: "dispersion", choices: choices("Poisson", "permutation") },
  ],
};
const spec = specificationCurve(multiverse, words);

describe("the specification curve", () => {
  it("is the specification that is held beside this test", () => expectHeld("specificationCurve", spec));

  it("gives a place to each reading that differs in more than its threshold, and a row to each choice there was", async () => {
    expect(complaints(spec)).toEqual([]);
    const { texts, marks } = await drawn(spec);
    for (const text of [
      "Where",
      "coast",
      "hills",
      "Threshold",
      "threshold 1",
      "1.5",
      "Spread allowed for",
      "permutation",
      "holds",
      "fails",
    ])
      expect(texts, text).toContain(text);
    expect(texts).not.toContain("wire");
    // At the first threshold one of the two on the coast holds, at the second three of four fail or are uncertain.
    expect(texts.filter((text) => text === "50% hold, 0% fail")).toHaveLength(1);
    expect(texts).toContain("0% hold, 50% fail");
    expect(texts).toContain("cannot be compared");
    expect(marks["point"]).toBe(4);
    // Four intervals and two thresholds.
    expect(marks["rule"]).toBe(6);
  });

  it("keeps intervals without an end inside the picture", async () => {
    const { svg } = await drawn(spec);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it("refuses to draw no ratio", () => {
    expect(() => specificationCurve({ ...multiverse, readings: [readings[8]] }, words)).toThrow(
      "specificationCurve: needs a reading with a ratio above 0 and an interval, got none",
    );
  });
});
