import { describe, expect, it } from "vitest";
import { InputError, monitorChart, type Signal } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { hostile, words } from "./madeUp.js";

const signal = (period: string, observed: number, threshold: number | null, alarm: boolean): Signal => ({
  ...{ method: 'ears("C1")', key: { zone: "coast" }, from: "abcdef1234", period, observed, exposure: 7, n: 7 },
  ...{ expected: 4, threshold, statistic: 1, alarm, reading: "" },
});
const signals = [
  signal("2020-01-06", 3, 8.5, false),
  signal("2020-01-13", 1204, 9, true),
  signal("2020-01-20", 11, 9, true),
  signal("2020-01-27", 2, null, false),
];
const spec = monitorChart(signals, words);

describe("signals drawn", () => {
  it("are the specification that is held beside this test", () => {
    expectHeld("monitorChart", spec);
  });

  it("are drawn without a complaint: bars, alarms over them with their counts, thresholds as a step", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts } = await drawn(spec);
    expect(marks).toEqual({ rect: 4 + 2, rule: 3 + 2, text: 2 * 2 + 3 });
    for (const text of ["counted", "alarm", "threshold", "1,204", "11", words.title])
      expect(texts, text).toContain(text);
  });

  it("name no threshold where there is none, and label the first of a run in a long series", async () => {
    const many = Array.from({ length: 90 }, (_, t) =>
      signal(new Date(Date.UTC(2020, 0, 6 + 7 * t)).toISOString().slice(0, 10), 50 + t, null, t === 5 || t === 6),
    );
    const { texts } = await drawn(monitorChart(many, { title: hostile[0], subtitle: hostile.slice(1) }));
    expect(texts).not.toContain("threshold");
    expect(texts).toContain("55");
    expect(texts).not.toContain("56");
  });

  it("throws without signals, and on those of two series", () => {
    const fault = (n: number): InputError =>
      new InputError(`monitorChart: needs the signals of one series and one detector, got ${n}`);
    expect(() => monitorChart([], words)).toThrow(fault(0));
    expect(() => monitorChart([...signals, { ...signals[0], key: { zone: "hills" } }], words)).toThrow(fault(2));
  });
});
