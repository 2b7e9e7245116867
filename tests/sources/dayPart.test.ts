import { describe, expect, it } from "vitest";
import type { Part } from "../../src/core/source.js";
import { dayPart } from "../../src/sources/dayPart.js";
import { book, fault } from "../store/trial.js";

const context = { asOf: "2020-01-01", codebook: book };
const cells = (texts: readonly string[]): readonly (readonly string[])[] => texts.map((text) => [text]);

/** A part that has seen these dates, and its note. */
function settled(part: Part, texts: readonly string[]): { part: Part; note?: string } {
  if (part.settled === undefined) throw new Error("the part needs no settling");
  return part.settled(cells(texts));
}

describe("dayPart", () => {
  it("fills the day, or the field it is told", () => {
    expect(dayPart("when").fields).toEqual(["day"]);
    expect(dayPart("when").read(["31 May 2019"], context)).toEqual({ event: { day: "2019-05-31" } });
    expect(dayPart("to", { field: "until" }).read(["2019-05-31"], context)).toEqual({ event: { until: "2019-05-31" } });
  });

  it("reads the days of a file in the order that one of them proves, and says which", () => {
    const { part, note } = settled(dayPart("event_date"), ["03/04/2019", "31/12/2019", "2019-01-01", "30/12/2019"]);
    expect(note).toBe('event_date is read day first: "30/12/2019" proves it');
    expect(part.read(["03/04/2019"], context)).toEqual({ event: { day: "2019-04-03" } });
    const american = settled(dayPart("event_date"), ["03/04/2019", "12/31/2019"]);
    expect(american.note).toBe('event_date is read month first: "12/31/2019" proves it');
    expect(american.part.read(["03/04/2019"], context)).toEqual({ event: { day: "2019-03-04" } });
    const late = { column: "event_date", value: "31/04/2019", reason: "is not a day" };
    expect(part.read([late.value], context)).toEqual(late);
  });

  it("says nothing where no date depends on an order", () => {
    expect(Object.keys(settled(dayPart("d"), ["2019-01-02", "3 May 2019", "5/5/2019", "rubbish"]))).toEqual(["part"]);
    expect(Object.keys(settled(dayPart("d"), []))).toEqual(["part"]);
  });

  it("takes no proof from a day that neither order has", () => {
    expect(() => settled(dayPart("d"), ["31/02/2019", "13/13/2019", "45/3/2019", "3/4/2019"])).toThrow(
      fault(
        "DataError",
        'read: d "3/4/2019" may be day first or month first and no row tells; name the order with --dates day-first or month-first',
      ),
    );
  });

  it("refuses a file in two orders", () => {
    expect(() => settled(dayPart("d"), ["3/4/2019", "31/12/2019", "12/30/2019"])).toThrow(
      fault(
        "DataError",
        'read: d is written in two orders, "31/12/2019" is day first and "12/30/2019" is month first; name the order with --dates day-first or month-first',
      ),
    );
  });

  it("is settled from the start where the order is named", () => {
    const part = dayPart("d", { order: "month-first" });
    expect(part.settled).toBe(undefined);
    expect(part.read(["3/4/2019"], context)).toEqual({ event: { day: "2019-03-04" } });
    expect(part.read(["31/12/2019"], context)).toEqual({ column: "d", value: "31/12/2019", reason: "is not a day" });
  });
});
