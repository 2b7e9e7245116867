import { describe, expect, it } from "vitest";
import { InputError, zoneMonths } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { hostile, panel, words, zones } from "./madeUp.js";

const spec = zoneMonths(panel, { ...words, ...zones });

describe("monthly counts by zone", () => {
  it("are the specification that is held beside this test", () => {
    expectHeld("zoneMonths", spec);
  });

  it("are drawn without a complaint: a bar a month, a band and a line a mean, a line where the report closes", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts } = await drawn(spec);
    // 8 months and 4 bands; 4 means and 2 closings; 4 means written twice and 2 closings, one of them without a word
    expect(marks).toEqual({ rect: 8 + 4, rule: 4 + 2, text: 2 * 4 + 2 });
    for (const text of ["Raids doubled", "n = 61 events; wire as of 2020-11-01 (abcdef12)", "The coast", "The hills"]) {
      expect(texts, text).toContain(text);
    }
    expect(texts).toContain("7.5 [3.8, 15.0]");
    expect(texts).toContain("10.0 [5.0, no bound]");
    expect(texts.filter((text) => text === "report closes")).toHaveLength(1);
  });

  it("keep a quiet month as a bar of no height, and name each month once", async () => {
    const { svg, texts } = await drawn(spec);
    expect(svg).toContain("since: Jan 2020; events a month: 0; until: Feb 01, 2020");
    const months = texts.filter((text) => /^[A-Z][a-z]{2} 20\d\d$/.test(text));
    expect(months).toEqual(["Nov 2019", "Dec 2019", "Jan 2020", "Feb 2020", "Mar 2020"]);
  });

  it("stand on UTC days wherever they are drawn", () => {
    // the suite runs in Pacific/Auckland; midnight there is another month
    expect(JSON.stringify(spec)).toContain(String(Date.UTC(2019, 10, 1)));
    expect(JSON.stringify(spec)).toContain('"type":"utc"');
  });

  it("keep hostile names and words as texts", async () => {
    for (const name of hostile) {
      const named = panel.map((series) => ({ ...series, key: { zone: name } }));
      const means = zones.means.slice(0, 2).map((one) => ({ ...one, key: { zone: name } }));
      const { texts, svg } = await drawn(
        zoneMonths(named.slice(0, 1), { title: name, subtitle: [name], means, cutoff: zones.cutoff, labels: {} }),
      );
      expect(texts.filter((text) => text === inSvg(name)).length, name).toBe(3);
      expect(svg).not.toContain("<script");
    }
  });

  it("may have no means, no report that closed and no names: bars alone under their zones", async () => {
    const bare = zoneMonths(panel, words);
    expect(complaints(bare)).toEqual([]);
    const { marks, texts } = await drawn(bare);
    expect(marks).toEqual({ rect: 8 });
    expect(texts).toContain("coast");
    expect(texts).not.toContain("report closes");
    const { marks: withMeans } = await drawn(zoneMonths(panel, { ...words, means: zones.means }));
    expect(withMeans).toEqual({ rect: 8 + 4, rule: 4, text: 2 * 4 });
  });

  it("may be weekly: a bar a week, said so", async () => {
    const weekly = panel.map((one) => ({
      ...one,
      start: "2019-11-04",
      recipe: { ...one.recipe, every: "week" as const },
    }));
    const { svg } = await drawn(zoneMonths(weekly, { ...words, ...zones, means: [], cutoff: "2019-11-25" }));
    expect(svg).toContain("since: Nov 2019; events a week: ");
    expect(svg).toContain("; until: Nov 11, 2019");
    expect(svg).not.toContain("a month");
  });

  it("throw on what is not monthly or weekly counts by zone", () => {
    const fault = new InputError("zoneMonths: needs a panel of monthly or weekly counts by zone");
    const yearly = panel.map((one) => ({ ...one, recipe: { ...one.recipe, every: "year" as const } }));
    const mixed = panel.map((one, i) => ({
      ...one,
      recipe: { ...one.recipe, every: i === 0 ? "week" : "month" } as const,
    }));
    for (const odd of [[], yearly, mixed, panel.map((one) => ({ ...one, key: {} }))]) {
      expect(() => zoneMonths(odd, { ...words, ...zones })).toThrow(fault);
    }
  });
});
