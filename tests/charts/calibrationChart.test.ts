import { describe, expect, it } from "vitest";
import { type Calibration, calibrationChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { words } from "./madeUp.js";

const kinds = [
  { phi: 1, correlation: 0, at5: 0.02, at1: 0.01 },
  { phi: 2, correlation: 0, at5: 0.05, at1: 0.012 },
  { phi: 4, correlation: 0, at5: 0.09, at1: 0.03 },
  { phi: 1, correlation: 0.5, at5: 0.15, at1: 0.06 },
];
const rows: Calibration[] = kinds.flatMap((kind) =>
  [3, 20].map((mean) => ({
    ...{ method: "<b>quasiPoisson()</b>", question: "two stretches", periods: [7, 4], ratio: 1, draws: 1000 },
    ...{ answered: 1000, mean, ...kind },
  })),
);
const spec = calibrationChart(rows, { ...words, show: "at5" });

describe("the chart of error rates", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("calibrationChart", spec);
  });

  it("gives each method and kind of counts its share, in the colour of its promise", async () => {
    expect(complaints(spec)).toEqual([]);
    const { texts, svg } = await drawn(spec);
    for (const text of ["2.0%", "5.0%", "9.0%", "15.0%", "neighbours correlated 0.5", "3 a period"])
      expect(texts, text).toContain(text);
    // Two means a kind: cautious, as promised, somewhat too bold, too bold; and one square of each in the legend.
    for (const shade of ["#cfe1f2", "#bfe3d3", "#fbe3b5", "#f3b08f"])
      expect(svg.match(new RegExp(`<path[^>]*fill="${shade}"`, "g")), shade).toHaveLength(3);
    expect(svg).not.toContain("<b>");
  });

  it("leaves out of a name what only says how the simulation was drawn", async () => {
    const scan = 'scan({ null: "poisson", seed: 1, draws: 199 })';
    const { texts } = await drawn(calibrationChart([{ ...rows[0], method: scan }], { ...words, show: "at5" }));
    expect(texts.join(" ")).toMatch(/scan\(\{ null: (&quot;|")poisson(&quot;|") \}\)/);
  });

  it("picks the rows of one question from a whole table", () => {
    const others: Calibration[] = [
      ...rows.map((row) => ({ ...row, question: "one stretch", periods: [7] })),
      ...rows.map((row) => ({ ...row, periods: [24, 12] })),
      ...rows.map((row) => ({ ...row, ratio: 0.5 })),
    ];
    const picked = { question: "two stretches", periods: [7, 4], ratio: 1 };
    expect(calibrationChart([...others, ...rows], { ...words, show: "at5", ...picked })).toEqual(spec);
    const methods = ["<b>quasi"];
    const named = [...rows.map((row) => ({ ...row, method: "eTest()" })), ...rows];
    expect(calibrationChart(named, { ...words, show: "at5", methods })).toEqual(spec);
    expect(() => calibrationChart(others, { ...words, show: "at5", ...picked })).toThrow(
      "calibrationChart: needs rows with at5, got none of 24",
    );
  });

  it("refuses rows that do not say what is asked, and two for one square", () => {
    expect(() => calibrationChart(rows, { ...words, show: "covers" })).toThrow(
      "calibrationChart: needs rows with covers, got none of 8",
    );
    expect(() => calibrationChart([...rows, rows[0]], { ...words, show: "at1" })).toThrow(
      "calibrationChart: needs one row a square, got 9 for 8; pick by question, periods and ratio",
    );
  });
});
