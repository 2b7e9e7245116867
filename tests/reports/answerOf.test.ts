import { describe, expect, it } from "vitest";
import type { Interval, Weighed } from "../../src/index.js";
import { answerOf, rangeText } from "../../src/reports/weighVerdicts.js";

type One = Weighed["hypotheses"][number];
type Zone = One["zones"][number];

const zone = (name: string, observed: number, interval: Interval = [11, 47]): Zone => {
  return { zone: name, logScore: -3, expected: 26.4, interval, observed };
};
const one = (label: string, logScore: number, probability: number, range: Interval, zones: readonly Zone[]): One => ({
  ...{
    id: label,
    label,
    by: "report",
    logScore,
    cumulative: [logScore],
    probability: [0.5, probability],
    range,
    zones,
  },
  ...{ effects: [], ends: [], checks: [], picked: {} },
});

/** Two explanations, the weaker told first; the leader's range and zones, and anything else, as asked. */
function answer(range: Interval, zones: readonly Zone[] = [zone("coast", 25)], more: Partial<Weighed> = {}): string {
  const rest: Interval = [1 - (range[1] ?? 1), 1 - range[0]];
  return answerOf({
    ...{ data: { name: "wire", asOf: "2020-11-01", hash: "abc" }, n: 1234, periods: ["2020-08-01"], zones: ["coast"] },
    hypotheses: [one("Spring Tide", -9.3, 0.04, rest, [zone("coast", 99)]), one("More boats", -6, 0.96, range, zones)],
    ...{ every: "month", earlier: 5, sensitivities: [] },
    ...{ drift: 0.3, placebo: { years: 5, inside: 18, of: 20, held: 0, runs: [] }, draws: 1000, seed: 7 },
    ...more,
  });
}

describe("what a weighing came to, in a sentence", () => {
  it("says that the explanations cannot be told apart, which leads and which comes next, with n and source", () => {
    expect(answer([0.54, 0.99])).toBe(
      "The data cannot tell the explanations apart: More boats (96%, 54% to 99% over what was tried) leads spring tide (4%); n = 1,234 events, wire as of 2020-11-01.",
    );
  });

  it("names the one that forecast best only where its whole range is above 95%", () => {
    expect(answer([0.951, 0.999])).toBe(
      "More boats (96%, 95% to over 99% over what was tried) forecast the periods best; n = 1,234 events, wire as of 2020-11-01.",
    );
    expect(answer([0.95, 0.999])).toMatch(/^The data cannot tell/);
  });

  it("names every zone that the leader misses, above or below, and none that it meets", () => {
    const zones = [zone("coast", 48), zone("hills", 47), zone("capital", 10), zone("marsh", 11)];
    expect(answer([0.96, 0.99], zones)).toContain("best; it misses coast and capital; n = ");
    expect(answer([0.54, 0.99], zones)).toContain("(4%); it misses coast and capital; n = ");
    expect(answer([0.96, 0.99], [zone("coast", 900, [11, null])])).not.toContain("misses");
  });

  it("names the proxy that was counted", () => {
    expect(answer([0.54, 0.99], [], { proxy: "all violence, not raids" })).toMatch(
      /; n = 1,234 events, wire as of 2020-11-01, a proxy: all violence, not raids\.$/,
    );
  });

  it("sets the leader beside the second of three, by their scores and not by their order", () => {
    const three = [
      one("Third", -20, 0.01, [0, 0.1], []),
      one("Second", -7, 0.29, [0.1, 0.5], []),
      one("First", -6, 0.7, [0.5, 0.8], []),
    ];
    expect(answer([0, 1], [], { hypotheses: three })).toContain(
      ": First (70%, 50% to 80% over what was tried) leads second (29%);",
    );
  });
});

describe("a range of probabilities, in words", () => {
  it("runs from percent to percent, never to a certainty that was not reached", () => {
    expect(rangeText({ range: [0.1234, 0.5] })).toBe("12% to 50%");
    expect(rangeText({ range: [0.0001, 0.9999] })).toBe("under 1% to over 99%");
    expect(rangeText({ range: [0, 1] })).toBe("0% to 100%");
    expect(rangeText({ range: [0.2, null] })).toBe("20% to 100%");
  });
});
