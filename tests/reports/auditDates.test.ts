import { describe, expect, it } from "vitest";
import { auditDates, type Cited, type Report, type Verdict } from "../../src/index.js";
import { blank, cites, claim } from "./cited.js";

const april = { since: "2023-04-24", until: "2023-04-25" };
const cited = (...items: readonly Partial<Cited>[]): Report => ({
  ...blank,
  claims: [claim("raid", { happened: april, notes: [30] })],
  citations: [cites(30, ...items)],
});
const first = (...items: readonly Partial<Cited>[]): Verdict => auditDates(cited(...items))[0];

describe("the audit of dates of events", () => {
  it("fails a claim whose only source is a year older than the event, and names the year that would fit", () => {
    const one = first({ date: "2022-04" });
    expect(one).toMatchObject({ id: "dates/raid/sources", claim: "raid", verdict: "fails", n: 1 });
    expect(one.matters?.weight).toBe("high");
    expect(one.says).toBe("raid is so (2023-04-24)");
    expect(one.reading).toBe("[30] wire, page is of 2022-04, before it happened; the same day of 2022 would fit");
  });

  it("names no year where none puts the event just before its source", () => {
    for (const date of ["2022-04-23", "2022-06-01", "2010-04-25"])
      expect(first({ date }).reading, date).toBe(`[30] wire, page is of ${date}, before it happened`);
    for (const date of ["2022-04-24", "2022-05-25", "2020-04-30"])
      expect(first({ date }).reading, date).toContain(`${date.slice(0, 4)} would fit`);
  });

  it("is uncertain where other sources could report it, or have no date", () => {
    expect(first({ date: "2022" }, { date: "2023-04-24", title: "b" })).toMatchObject({
      verdict: "uncertain",
      n: 2,
      reading: "[30] wire, page is of 2022, before it happened; 1 other source could report it",
      matters: { weight: "low" },
    });
    expect(first({ date: "2022" }, { title: "b" })).toMatchObject({
      verdict: "uncertain",
      reading: "[30] wire, page is of 2022, before it happened; of 1 other the date is not known",
      matters: { weight: "medium" },
    });
  });

  it("passes a source of the day itself, and one known to a month or year that may be later", () => {
    for (const date of ["2023-04-24", "2023-04", "2023", "2023-05-01"])
      expect(auditDates(cited({ date })).map((one) => [one.id, one.verdict])).toEqual([["dates/all", "holds"]]);
    expect(auditDates(cited({ date: "2023-04-23" }))).toHaveLength(2);
  });

  it("fails what happened after the close, and doubts what runs past it", () => {
    const happened = (since: string, until: string): readonly (readonly string[])[] =>
      auditDates({ ...blank, claims: [claim("raid", { happened: { since, until } })] }).map((one) => [
        one.id,
        one.verdict,
      ]);
    expect(happened("2023-12-13", "2023-12-14")).toEqual([["dates/all", "uncertain"]]);
    expect(happened("2023-12-14", "2023-12-15")[0]).toEqual(["dates/raid/close", "fails"]);
    expect(happened("2023-12-13", "2023-12-15")[0]).toEqual(["dates/raid/close", "uncertain"]);
    const { closed, ...unclosed } = blank;
    const claims = [claim("raid", { happened: { since: "2023-12-13", until: "2023-12-14" } })];
    expect(auditDates({ ...unclosed, claims })[0].reading).toBe("it lies after the close, as 2023-12-13 began");
  });

  it("leaves forecasts out, and is silent where no claim says when", () => {
    const forecast = claim("f", { kind: "forecast", happened: { since: "2024-01-01", until: "2024-02-01" } });
    expect(auditDates({ ...blank, claims: [forecast, claim("always")] })).toEqual([]);
  });

  it("tells of how many claims it could be asked", () => {
    const claims = [
      claim("raid", { happened: april, notes: [30] }),
      claim("siege", { happened: april, notes: [31] }),
      claim("march", { happened: april }),
    ];
    const all = auditDates({ ...blank, claims, citations: [cites(30, { date: "2022-04" }), cites(31, {})] });
    expect(all.map((one) => one.id)).toEqual(["dates/raid/sources", "dates/all"]);
    expect(all[1]).toMatchObject({ verdict: "fails", n: 3 });
    expect(all[1].reading).toBe(
      "3 claims say when something happened; 1 of them has a dated source; 1 with a source from before, 0 after the close",
    );
  });
});
