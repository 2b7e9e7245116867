import { describe, expect, it } from "vitest";
import { auditClock, type Report, type Verdict } from "../../src/index.js";
import { blank, cites, claim, figure, shippedNotes } from "./cited.js";

const found = (some: Partial<Report>): readonly Verdict[] => auditClock({ ...blank, ...some });
const ids = (verdicts: readonly Verdict[]): readonly string[] => verdicts.map((one) => one.id);
const { closed, ...unclosed } = blank;

describe("the audit of dates against the close", () => {
  const kidnap = { type: "count", window: "recent", atLeast: 1, measured: [] } as const;
  const shipped = found({
    citations: shippedNotes,
    figures: [figure("attacks", "recent", 1)],
    claims: [claim("kidnapped", { notes: [6], check: kidnap })],
  });
  const of = (id: string): Verdict | undefined => shipped.find((one) => one.id === id);

  it("finds what the first case cites from after its close, once for all notes", () => {
    expect(ids(shipped)).toEqual([
      "clock/note-27/1",
      "clock/note-34/1",
      "clock/note-6/1/before/kidnapped",
      "clock/old",
      "clock/dated",
    ]);
    expect(of("clock/note-27/1")?.says).toBe(
      "the report closed at 2023-12-13T15:00Z (10 a.m., taken as US Eastern), so Wamaps_news, cited in [27] [34] [35] [36], is from before",
    );
    expect(of("clock/note-27/1")?.reading).toBe(
      "x.com/i/status/1734951822782058853 is of 2023-12-13 15:02:03 UTC, 2.1 minutes after the close",
    );
    expect(of("clock/note-27/1")?.how).toContain("10 a.m., taken as US Eastern");
    expect(of("clock/note-34/1")?.reading).toBe(
      "thedefensepost.com/2023/12/14/jihadist-attack-central-mali is of 2023-12-14",
    );
  });

  it("finds the post of 8 November that supports a count since the 19th", () => {
    const one = of("clock/note-6/1/before/kidnapped");
    expect(one).toMatchObject({
      verdict: "fails",
      claim: "kidnapped",
      at: { paragraph: 6 },
      matters: { weight: "low" },
    });
    expect(one?.reading).toBe(
      "x.com/i/status/1722240831757967577 is of 2023-11-08 13:13:06 UTC, before 2023-11-19: it reports nothing of that stretch",
    );
  });

  it("finds the old ones, the post of July 2020 among them, and counts what can be dated", () => {
    expect(of("clock/old")?.reading).toContain("[17] UN_MINUSMA, 2020-07-23 12:07:51 UTC (3.4 years)");
    expect(of("clock/dated")).toMatchObject({ n: 76, verdict: "uncertain" });
    expect(of("clock/dated")?.reading).toBe(
      "43 of 76 items can be dated: 26 by the number of a post, 5 by a date given, 12 by the address; 6 of them after the close, 0 too coarse to tell; of 33 nothing tells the date",
    );
  });

  it("weighs what is cited for a figure more, and what came after publication most", () => {
    const early = found({ figures: [figure("raids", "recent", 1)], citations: [cites(1, { date: "2023-10-01" })] });
    expect(early[0]).toMatchObject({ id: "clock/note-1/1/before/raids", matters: { weight: "medium" } });
    const after = found({ citations: [cites(1, { date: "2023-12-16" })] });
    expect(after[0]).toMatchObject({ id: "clock/note-1/1", verdict: "fails", matters: { weight: "high" } });
    expect(after[0].reading).toBe("wire, page is of 2023-12-16, and after publication on 2023-12-15");
  });

  it("says hours and days where they are more than two", () => {
    const late = (at: string): string => {
      const number = (BigInt(Date.parse(at)) - 1_288_834_974_657n) << 22n;
      return found({ citations: [cites(1, { url: `x.com/a/status/${number}` })] })[0].reading;
    };
    expect(late("2023-12-13T16:59:00Z")).toContain(", 119.0 minutes after the close");
    expect(late("2023-12-13T18:30:00Z")).toContain(", 3.5 hours after the close");
    expect(late("2023-12-15T21:00:00Z")).toContain(", 2.3 days after the close");
  });

  it("finds a date given that is not the post's, and allows a day for time zones", () => {
    const dated = (date: string): readonly string[] =>
      ids(found({ citations: [cites(1, { url: "https://x.com/a/status/1733797129691263112", date })] }));
    // The post is of 10 December 2023.
    expect(dated("2023-12-12")).toContain("clock/note-1/1/date");
    expect(dated("2022-12")).toContain("clock/note-1/1/date");
    for (const date of ["2023-12-09", "2023-12-10", "2023-12-11", "2023-12", "2023"])
      expect(dated(date), date).not.toContain("clock/note-1/1/date");
  });

  it("leaves claims that say when something happened to the audit of dates", () => {
    const happened = { since: "2023-12-01", until: "2023-12-02" };
    const claims = [claim("raid", { notes: [1], happened })];
    expect(ids(found({ claims, citations: [cites(1, { date: "2022" })] }))).toEqual(["clock/dated"]);
  });

  it("says which close it took where the report gives none", () => {
    const [one] = auditClock({ ...unclosed, citations: [cites(1, { date: "2023-12-13" })] });
    expect(one.says).toBe("the report closed as 2023-12-13 began, so wire, cited in [1], is from before");
    expect(one.how).toContain("a day is read as UTC");
  });

  it("holds where all is dated and in time, and is silent without notes", () => {
    const good = found({ citations: [cites(1, { date: "2023-12-01" })] });
    expect(good.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["clock/old", "holds"],
      ["clock/dated", "holds"],
    ]);
    expect(found({})).toEqual([]);
  });
});
