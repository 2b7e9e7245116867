import { describe, expect, it } from "vitest";
import { delayTriangle } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { hostile, triangle, words } from "./madeUp.js";

const spec = delayTriangle(triangle, words);

describe("a triangle of delays", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("delayTriangle", spec);
  });

  it("is drawn without a complaint: a square a cell, those not yet known and taken back among them", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, svg } = await drawn(spec);
    // Six periods of three delays: three cells not yet known, one taken back.
    expect(marks["rect"]).toBe(6 * 3);
    expect(svg.match(/<path[^>]*fill="#dde3ea"/g)).toHaveLength(3);
    expect(svg.match(/<path[^>]*fill="#d55e00"/g)).toHaveLength(1);
  });

  it("says the counts, what was taken back, what is in so far and what is not yet known", async () => {
    const { texts } = await drawn(spec);
    for (const text of [
      "−2",
      "not yet known",
      "in so far",
      "months from the event to its report",
      "Nov 2019",
      words.title,
    ]) {
      expect(texts, text).toContain(text);
    }
    expect(texts.filter((text) => text === "1,200")).toHaveLength(1);
    expect(texts).toContain("1,208");
  });

  it.each([
    ["day", "2020-01-05", "5 Jan 2020"],
    ["week", "2020-01-06", "6 Jan 2020"],
    ["quarter", "2020-04-01", "Q2 2020"],
    ["year", "2020-01-01", "2020"],
  ] as const)("names a %s by %s", async (every, start, label) => {
    const { texts } = await drawn(delayTriangle({ ...triangle, every, start }, words));
    expect(texts).toContain(label);
    expect(texts).toContain(`${every}s from the event to its report`);
  });

  it("keeps hostile words as texts", async () => {
    const [title, subtitle] = hostile;
    const { texts, svg } = await drawn(delayTriangle(triangle, { title, subtitle: [subtitle] }));
    expect(texts).toContain(inSvg(title));
    expect(svg).not.toContain("<script");
  });
});
