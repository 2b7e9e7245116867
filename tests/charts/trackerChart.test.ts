import { describe, expect, it } from "vitest";
import { conflictology, fanChart, InputError, type Panel, track, trackerChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { hostile, words } from "./madeUp.js";

const values = (shift: number): number[] =>
  Array.from({ length: 60 }, (_, t) => ((7 * t + shift) % 11) + (t === 59 ? 30 : 0));
const panel: Panel = ["coast", "hills"].map((zone, i) => ({
  ...{ key: { zone }, recipe: { where: [], by: ["zone"], every: "month", measure: "events" }, from: "abcdef1234" },
  ...{ start: "2015-01-01", values: values(i), exposure: values(i).map(() => 30) },
}));
const tracked = track(panel, {
  ...{ model: conflictology(12), ahead: 3, level: 0.9, years: 4, seed: 1, asOf: "2020-01-15" },
  tripwires: [{ above: 12 }, { quantile: 0.9 }],
});
const fan = fanChart(tracked[0], { ...words, since: "2018-01-01" });
const all = trackerChart(tracked, { ...words, wire: 1, since: "2018-01-01", labels: { coast: "The coast" } });

describe("an indicator drawn", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("fanChart", fan);
    expectHeld("trackerChart", all);
  });

  it("is drawn without a complaint, each part named where it stands", async () => {
    for (const spec of [fan, all]) expect(complaints(spec)).toEqual([]);
    const { texts } = await drawn(fan);
    for (const text of ["counted", "forecast, 50% and 90%", "above 12", "data end", words.title])
      expect(texts).toContain(text);
    const { texts: many } = await drawn(all);
    for (const text of ["The coast", "hills", "quiet", "watch", "tripped"]) expect(many).toContain(text);
    expect(many.some((text) => /^tripped since 2019-12-01; chance ahead \d+%$/.test(text))).toBe(true);
  });

  it("takes names as text alone", async () => {
    const odd = tracked.map((one, i) => ({ ...one, key: { zone: hostile[i] } }));
    const { svg } = await drawn(trackerChart(odd, { title: hostile[0], subtitle: hostile.slice(1) }));
    expect(svg).not.toContain("<script");
  });

  it("is refused without an indicator, a wire or a period", () => {
    expect(() => trackerChart([], words)).toThrow(new InputError("trackerChart: needs an indicator, got none"));
    expect(() => fanChart(tracked[0], { ...words, wire: 2 })).toThrow(
      new InputError("fanChart: needs a wire from 0 to 1, got 2"),
    );
    expect(() => fanChart(tracked[0], { ...words, since: "2030-01-01" })).toThrow(
      new InputError("fanChart: no period lies after 2030-01-01"),
    );
    const other = track(
      [panel[1]].map((one) => ({ ...one, values: one.values.slice(0, 59), exposure: one.exposure.slice(0, 59) })),
      {
        ...{
          model: conflictology(12),
          ahead: 3,
          level: 0.9,
          years: 4,
          seed: 1,
          asOf: "2020-01-15",
          tripwires: [{ above: 1 }],
        },
      },
    );
    expect(() => trackerChart([tracked[0], ...other], words)).toThrow(
      new InputError("trackerChart: needs indicators over the same periods (hills differs)"),
    );
  });
});
