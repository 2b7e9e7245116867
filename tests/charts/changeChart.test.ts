import { describe, expect, it } from "vitest";
import { changeChart, changePlaces, InputError, segment } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { words } from "./madeUp.js";

const recipe = { where: [], by: [], every: "month", measure: "events" } as const;
const values = [9, 8, 11, 7, 9, 2, 3, 1, 2];
const exposure = [30, 31, 31, 29, 31, 30, 31, 30, 31];
const series = { key: {}, recipe, from: "abcdef1234", start: "2019-11-01", values, exposure };
const [segmentation] = segment([series], { cost: "poisson", penalty: "bic", minimum: 1, level: 0.95 });
const [places] = changePlaces([series], { level: 0.95, prior: "overall" });
const spec = changeChart(series, { segmentation, places, ...words });

describe("changes drawn", () => {
  it("are the specification that is held beside this test", () => {
    expectHeld("changeChart", spec);
  });

  it("are drawn without a complaint: counts, levels and a bar for each place", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts } = await drawn(spec);
    const held = places.places.filter((one) => one.inSet).length;
    expect(marks).toEqual({ rect: 9 + 2 + 9, rule: 2 + held, text: 2 + 2 + 2 });
    for (const text of ["level of each stretch, with its 95% interval", "events a month", words.title, "8.8", "2.0"])
      expect(texts, text).toContain(text);
  });

  it("are refused of another series", () => {
    const other = { ...series, start: "2019-12-01" };
    expect(() => changeChart(other, { segmentation, places, ...words })).toThrow(
      new InputError("changeChart: needs the segmentation and the places of this series"),
    );
  });
});
