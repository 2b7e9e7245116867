import { describe, expect, it } from "vitest";
import { type ImpactOptions, impact, impactChart, regress, regressionChart } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { hostile, panel, words } from "./madeUp.js";

const [coast, hills] = panel.map((series) => ({
  ...series,
  values: [...series.values, 5, 8, 4, 2],
  exposure: [30, 31, 31, 29, 31, 30, 31, 30],
}));
const options: ImpactOptions = {
  ...{ from: "2020-04-01", family: "poisson", terms: [{ by: "zone" }], level: 0.9, seed: 1, draws: 200 },
};
const found = impact([coast, hills], options);
const spec = impactChart(found, words);
const regression = regress([coast, hills], {
  family: "poisson",
  terms: [{ by: "zone" }, { step: "2020-04-01" }, { pulse: { since: "2019-12-01", until: "2020-02-01" } }],
  level: 0.9,
});
const fitted = regressionChart(regression, { ...words, labels: { coast: "The coast" } });

describe("an impact drawn", () => {
  it("is the specification that is held beside this test", () => expectHeld("impactChart", spec));

  it("is drawn without a complaint: bars and a line before, bands and what was expected after, the same of the sum", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts } = await drawn(spec);
    // 8 bars and 3 bands above, 3 bands below; 3 means above and below, the day in both, and zero
    expect(marks).toMatchObject({ rect: 8 + 3 + 3, rule: 3 + 3 + 2 + 1 });
    for (const text of ["observed", "expected without a change, with its 90% interval", "from 2020-04-01"])
      expect(texts, text).toContain(text);
    expect(
      texts.filter((text) => text.startsWith("observed less expected since then, with its 90% interval: ")),
    ).toHaveLength(1);
  });

  it("adds up the series of a period", () => {
    expect(JSON.stringify(spec)).toContain(
      JSON.stringify({ since: Date.UTC(2019, 11, 1), until: Date.UTC(2020, 0, 1), observed: 21 }),
    );
  });
});

describe("a regression drawn", () => {
  it("is the specification that is held beside this test", () => expectHeld("regressionChart", fitted));

  it("is drawn without a complaint: a point a month, a line a series, its days named once", async () => {
    expect(complaints(fitted)).toEqual([]);
    const { marks, texts } = await drawn(fitted);
    expect(marks).toMatchObject({ point: 16, rule: 4 });
    for (const text of ["The coast", "hills", "observed", "fitted", "step 2020-04-01", "pulse 2019-12-01"])
      expect(
        texts.filter((one) => one === text),
        text,
      ).toHaveLength(1);
  });

  it("keeps hostile names as texts", async () => {
    for (const name of hostile) {
      const named = [{ ...coast, key: { zone: name } }, hills];
      const odd = regress(named, { family: "poisson", terms: [{ by: "zone" }], level: 0.9 });
      const { texts, svg } = await drawn(regressionChart(odd, { title: name, subtitle: [], labels: {} }));
      expect(texts.filter((text) => text === inSvg(name)).length, name).toBe(2);
      expect(svg).not.toContain("<script");
    }
  });
});
