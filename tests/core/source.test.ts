import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnName } from "../../src/core/source.js";

describe("columnName", () => {
  it.each([
    ["event_id_cnty", "event_id_cnty"],
    [" EVENT_ID_CNTY", "event_id_cnty"],
    ["Événement: date", "evenement_date"],
    ["E\u0301tat", "etat"],
    ["date (UTC)", "date_utc"],
    ["side-A.name", "side_a_name"],
    ["__proto__", "proto"],
    ["#Date+Start", "#date+start"],
    [" #event ", "#event"],
    ["2023-01", "2023_01"],
    ["日期", "日期"],
    ["  ", ""],
    ["--", ""],
    ["", ""],
  ])("of %j is %j", (text, name) => {
    expect(columnName(text)).toBe(name);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(columnName(columnName(text))).toBe(columnName(text));
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
