import { describe, expect, it } from "vitest";
import { type Poissonness, poissonnessChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { words } from "./madeUp.js";

const found: Poissonness = {
  ...{ key: { zone: "coast" }, n: 9, level: 0.95 },
  rows: [
    { count: 3, seen: 4, expected: 1.5, interval: [0, 3] },
    { count: 4, seen: 0, expected: 2.5, interval: [1, 5] },
    { count: 5, seen: 2, expected: 2, interval: [0, 4] },
    { count: 6, seen: 3, expected: 1, interval: [0, 3] },
  ],
};
const spec = poissonnessChart([found], words);

describe("how often each count was seen", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("poissonnessChart", spec);
  });

  it("is drawn without a complaint, in orange just where it is outside its range", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts, svg } = await drawn(spec);
    expect(marks).toMatchObject({ rect: 4 + 4 });
    // One above its range, one below it (a bar without height).
    expect(svg.match(/<path[^>]*fill="#d55e00"/g)).toHaveLength(2);
    for (const text of ["seen", "outside", "Poisson counts at one rate, 95% ranges", words.title])
      expect(texts, text).toContain(text);
  });

  it("refuses more than one series, or none", () => {
    expect(() => poissonnessChart([], words)).toThrow("poissonnessChart: needs the rows of one series, got 0 series");
    expect(() => poissonnessChart([found, found], words)).toThrow(
      "poissonnessChart: needs the rows of one series, got 2 series",
    );
  });
});
