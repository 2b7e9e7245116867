import { describe, expect, it } from "vitest";
import { type Running, sequenceChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { words } from "./madeUp.js";

const look = (period: string, estimate: number, interval: Running["interval"], eValue: number): Running => ({
  ...{ key: { zone: "coast" }, from: "abcdef1234", period, n: 10, exposure: 1, level: 0.95, p: 1 },
  ...{ estimate, interval, eValue },
});
const running = [
  look("2020-01-01", 0.7, [0.2, null], 0),
  look("2020-02-01", 0.6, [0.3, 1.1], 3.5),
  look("2020-03-01", 0.5, [0.3, 0.9], 240),
];
const options = { ...words, measure: "times the earlier rate", against: 1 };
const spec = sequenceChart(running, options);

describe("what was known after each period", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("sequenceChart", spec);
  });

  it("is drawn without a complaint: an interval a look, the value tested, the evidence with its line, both axes", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts, svg } = await drawn(spec);
    expect(marks).toMatchObject({ point: 3 + 3 });
    expect(svg.match(/stroke-dasharray="4,3"/g)).toHaveLength(1 + 1);
    for (const text of ["times the earlier rate", "e-value", "100", "Feb 2020", words.title])
      expect(texts, text).toContain(text);
  });

  it("has no second picture without e-values, and no line where nothing is tested", async () => {
    const rates = running.map(({ eValue, p, ...one }) => one);
    const { marks, texts, svg } = await drawn(sequenceChart(rates, { ...words, measure: "events a month" }));
    expect(marks).toMatchObject({ point: 3 });
    expect(svg).not.toContain("stroke-dasharray");
    expect(texts).not.toContain("e-value");
    expect(texts).toContain("Feb 2020");
  });

  it("refuses more than one series, or none", () => {
    expect(() => sequenceChart([], options)).toThrow("sequenceChart: needs the rows of one series, got 0");
    expect(() => sequenceChart([...running, { ...running[0], key: {} }], options)).toThrow(
      "sequenceChart: needs the rows of one series, got 2",
    );
  });
});
