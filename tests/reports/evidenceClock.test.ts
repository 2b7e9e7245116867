import { describe, expect, it } from "vitest";
import { type ClockRow, DataError, evidenceClock, type Report } from "../../src/index.js";
import { blank, cites, claim, figure, shippedNotes } from "./cited.js";

const on = (date: string): ClockRow["standing"] =>
  evidenceClock({ ...blank, figures: [figure("raids", "autumn", 1)], citations: [cites(1, { date })] })[0].standing;

describe("the evidence clock", () => {
  it("puts every item beside the window of what it is cited for, and beside the close", () => {
    // The window runs from 1 August to 30 November; the report closes on 13 December at 15:00.
    expect(["2023-07-31", "2023-07", "2022"].map(on)).toEqual(Array(3).fill("before the window"));
    expect(["2023-08-01", "2023-11-30", "2023-09"].map(on)).toEqual(Array(3).fill("inside"));
    expect(["2023-12-01", "2023-12-12"].map(on)).toEqual(Array(2).fill("after the window, before the close"));
    expect(["2023-12-14", "2024-01", "2024"].map(on)).toEqual(Array(3).fill("after the cutoff day"));
    expect(["2023-12-13", "2023-12", "2023"].map(on)).toEqual(Array(3).fill("too coarse to tell"));
  });

  it("tells minutes where a post's number gives the moment", () => {
    const number = (at: string): string => String((BigInt(Date.parse(at)) - 1_288_834_974_657n) << 22n);
    const row = (at: string): ClockRow =>
      evidenceClock({ ...blank, citations: [cites(1, { url: `https://x.com/a/status/${number(at)}` })] })[0];
    expect(row("2023-12-13T15:02:03Z")).toMatchObject({ standing: "after the close", minutesAfterClose: 2.05 });
    expect(row("2023-12-13T15:00:00Z").standing).toBe("before the close");
    expect(row("2023-12-13T14:59:00Z")).not.toHaveProperty("minutesAfterClose");
    expect(row("2023-12-15T23:59:00Z").afterPublication).toBe(false);
    expect(row("2023-12-16T00:00:00Z").afterPublication).toBe(true);
  });

  it("closes as the cutoff day begins where no moment is given", () => {
    const { closed, ...open } = blank;
    const standing = (date: string): string => evidenceClock({ ...open, citations: [cites(1, { date })] })[0].standing;
    expect(["2023-12-12", "2023-12-13", "2023-12"].map(standing)).toEqual([
      "before the close",
      "after the cutoff day",
      "too coarse to tell",
    ]);
    const post = { url: "https://x.com/a/status/1734873870778122313" };
    expect(evidenceClock({ ...open, citations: [cites(1, post)] })[0].standing).toBe("after the cutoff day");
    expect(evidenceClock({ ...blank, citations: [cites(1, post)] })[0].standing).toBe("before the close");
  });

  it("takes what a note supports from the note and from the claim, each once", () => {
    const happened = { since: "2023-12-12", until: "2023-12-13" };
    const report: Report = {
      ...blank,
      figures: [figure("spring", "spring"), figure("autumn", "autumn")],
      claims: [
        claim("fell", { notes: [1], check: { type: "ratio", before: "spring", after: "autumn", word: "halved" } }),
        claim("overrun", { notes: [1], happened }),
        claim("always", { notes: [1] }),
      ],
      citations: [{ ...cites(1, { date: "2023-12-12" }, {}), supports: ["autumn", "overrun"] }],
    };
    const [row, other] = evidenceClock(report);
    expect(row.supports.map(({ id, what, from, since, until, lies }) => [id, what, from, since, until, lies])).toEqual([
      ["autumn", "figure", "window", "2023-08-01", "2023-12-01", "after"],
      ["fell", "claim", "window", "2023-01-01", "2023-12-01", "after"],
      ["overrun", "claim", "happened", "2023-12-12", "2023-12-13", "inside"],
    ]);
    expect(row.standing).toBe("inside");
    expect(other).toMatchObject({ item: 2, standing: "undated", source: "wire, page" });
    expect(other.supports.map((one) => one.lies)).toEqual(["undated", "undated", "undated"]);
  });

  it("finds the moments in the notes of the first case", () => {
    const rows = evidenceClock({ ...blank, citations: shippedNotes });
    // 17 posts by their numbers, cited 26 times; 12 addresses with a date; 5 reports behind a subscription, dated.
    expect(rows).toHaveLength(76);
    expect(rows.filter((row) => row.date?.from === "post number")).toHaveLength(26);
    expect(new Set(rows.flatMap((row) => row.date?.at ?? [])).size).toBe(17);
    expect(rows.filter((row) => row.date?.from === "address")).toHaveLength(12);
    expect(rows.find((row) => row.note === 27)?.date?.at).toBe("2023-12-13T15:02:03.054Z");
    expect(rows.find((row) => row.note === 6)?.date?.since).toBe("2023-11-08");
    expect(rows.find((row) => row.note === 17 && row.date !== undefined)?.date?.since).toBe("2020-07-23");
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it("refuses a close that is no moment in UTC", () => {
    for (const at of ["2023-12-13 10:00", "2023-12-13T10:00", "2023-13-13T10:00Z"])
      expect(() => evidenceClock({ ...blank, closed: { at, note: "" }, citations: [cites(1, {})] })).toThrow(
        new DataError(`evidenceClock: closed.at is ${JSON.stringify(at)}, not a moment in UTC (letter)`),
      );
  });
});
