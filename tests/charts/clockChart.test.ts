import { describe, expect, it } from "vitest";
import { type ClockFace, type ClockRow, clockChart, InputError } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { hostile, words } from "./madeUp.js";

const row = (note: number, item: number, some: Partial<ClockRow>): ClockRow => ({
  ...{ note, item, type: "post", publisher: "wire", source: `wire.org/${note}/${item}`, standing: "undated" },
  ...{ afterPublication: false, supports: [] },
  ...some,
});
const day = (since: string, until: string): NonNullable<ClockRow["date"]> => ({
  ...{ since, until, precision: "day", from: "address" },
});
const rows: readonly ClockRow[] = [
  row(1, 1, { standing: "inside", date: day("2020-07-10", "2020-07-11") }),
  row(1, 2, { standing: "inside", date: { ...day("2020-07-20", "2020-07-21"), at: "2020-07-20T18:30:00.000Z" } }),
  row(1, 3, {}),
  row(2, 1, { standing: "before the window", date: { ...day("2020-06-01", "2020-07-01"), precision: "month" } }),
  row(2, 2, { standing: "before the window", date: { ...day("2012-01-01", "2013-01-01"), precision: "year" } }),
  row(3, 1, {
    standing: "after the close",
    date: { ...day("2020-08-01", "2020-08-02"), at: "2020-08-01T12:30:00.000Z" },
  }),
  row(3, 2, { standing: "too coarse to tell", date: { ...day("2020-01-01", "2021-01-01"), precision: "year" } }),
  row(4, 1, {}),
];
const face: ClockFace = {
  ...{ since: "2020-06-01", close: "2020-08-01T12:00Z" },
  window: { since: "2020-07-01", until: "2020-08-01", label: "July 2020" },
};
const spec = clockChart(rows, { ...words, ...face });

describe("a chart of cited items in time", () => {
  it("is the specification that is held beside this test", () => expectHeld("clockChart", spec));

  it("is drawn without a complaint: a sign a day, a bar a month or year, the rest counted at the side", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts, svg } = await drawn(spec);
    expect(marks["point"]).toBe(3);
    // From 1 June to 3 August, the day after the last: the post of 1 August, 12:30, lies at 61.52 of 63 days.
    const places = [...svg.matchAll(/translate\(([\d.]+),[\d.]+\)" d="[^"]*" fill="#(?:0072b2|d55e00)"/g)].map(
      ([, at]) => Number(at),
    );
    expect(places.slice(0, 3).map((at) => Math.round((63 * at) / 6.4))).toEqual([3950, 4977, 6152]);
    for (const text of ["1 undated", "1 older", "July 2020", "closes 2020-08-01 12:00 UTC", "[4]", "after the close"])
      expect(texts, text).toContain(text);
    expect(svg).toContain("5 of 8 items drawn; at the right 1 from before 2020-06-01 and 2 without a date");
    expect(texts).not.toContain("before the close");
  });

  it("leaves the window out where there is none or it is not in the picture, and closes a day as it begins", async () => {
    const { window, ...open } = face;
    const { texts } = await drawn(clockChart(rows, { ...words, ...open, close: "2020-08-01" }));
    expect(texts).not.toContain("July 2020");
    expect(texts).toContain("closes 2020-08-01");
    const past = clockChart(rows, {
      ...words,
      ...open,
      window: { since: "2019-01-01", until: "2020-01-01", label: "2019" },
    });
    expect((await drawn(past)).texts).not.toContain("2019");
  });

  it("is drawn where nothing has a date", async () => {
    const bare = clockChart([row(1, 1, {})], { ...words, ...face });
    expect(complaints(bare)).toEqual([]);
    expect((await drawn(bare)).texts).toContain("1 undated");
  });

  it("refuses no rows, and a close that is none", () => {
    const refused = (some: readonly ClockRow[], close: string): (() => unknown) => {
      return () => clockChart(some, { ...words, ...face, close });
    };
    expect(refused([], "2020-08-01")).toThrow(
      new InputError('clockChart: needs rows and a close, got 0 rows and "2020-08-01"'),
    );
    expect(refused(rows, "2020-08-01T99:00Z")).toThrow(
      new InputError('clockChart: needs rows and a close, got 8 rows and "2020-08-01T99:00Z"'),
    );
  });

  it("keeps hostile words as texts", async () => {
    const [title, label, , subtitle] = hostile;
    const own = { ...face, window: { since: "2020-07-01", until: "2020-08-01", label } };
    const { texts, svg } = await drawn(
      clockChart([row(1, 1, { ...rows[0], publisher: title })], { title, subtitle: [subtitle], ...own }),
    );
    expect(texts).toContain(inSvg(title));
    expect(texts).toContain(inSvg(label));
    expect(svg).not.toContain("<script");
  });
});
