import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayOrder, dayReader, isNumericDate } from "../../src/sources/dayReader.js";
import { monthNumber } from "../../src/sources/monthNumber.js";

const names = "January February March April May June July August September October November December".split(" ");
const read = dayReader();

describe("dayReader", () => {
  it.each([
    ...["2019-12-31", "2019/12/31", "2019-12-31T00:00:00", "2019-12-31 00:00:00.000", "2019-12-31T00:00:00+00:00"],
    ...["2019-12-31 00:00:00+00:00", "2019-12-31T23:59:59.5Z", "2019-12-31T13:00 UTC", "31 December 2019"],
    ...["31 DECEMBER 2019", "31 Dec 2019", "31-Dec-2019", "31-december-2019", "December 31, 2019", "Dec 31 2019"],
    ...["31 December 2019 00:00:00"],
  ])("reads %j", (text) => {
    expect(read(text)).toEqual({ day: "2019-12-31" });
  });

  it.each([
    ["31/12/2019", "day-first"],
    ["31.12.2019", "day-first"],
    ["31-12-2019", "day-first"],
    ["31/12/2019 00:00", "day-first"],
    ["12/31/2019", "month-first"],
    ["12/31/2019 00:00:00", "month-first"],
  ] as const)("reads %j %s, and not without being told", (text, order) => {
    expect(dayReader(order)(text)).toEqual({ day: "2019-12-31" });
    expect(read(text)).toEqual({ reason: "does not say which number is the day and which the month" });
    expect(isNumericDate(text)).toBe(true);
  });

  it("needs no order where both numbers are the same", () => {
    expect(read("5/5/2019")).toEqual({ day: "2019-05-05" });
  });

  it.each([
    ["2019-02-29", "is not a day"],
    ["29 February 2019", "is not a day"],
    ["0 May 2019", "is not a day"],
    ["31/04/2019", "is not a day"],
    ["13/13/2019", "is not a day"],
    ["2019-12-31T24:00:00", "is not a day"],
    ["2019-12-31T12", "is not a day"],
    ["2019-12-31x", "is not a day"],
    ["2019-12/31", "is not a day"],
    ["31/12-2019", "is not a day"],
    ["20191231", "is not a day"],
    ["31 Decembre 2019", "is not a day"],
    ["31 Dec 019", "is not a day"],
    ["31 __proto__ 2019", "is not a day"],
    ["yesterday", "is not a day"],
    [" 2019-12-31", "is not a day"],
    ["", "is empty"],
    ["  ", "is empty"],
    ["31/12/19", "has a year of two digits, which does not name the century"],
    ["31-Dec-19", "has a year of two digits, which does not name the century"],
    ["31.12.19 00:00", "has a year of two digits, which does not name the century"],
    ["2019-12-31T00:00:00+03:00", "has a time in a zone other than UTC"],
    ["31/12/2019 13:30", "has a time of day, which only ISO dates may have"],
    ["0025-03-01", "has the year 0025"],
    ["1/3/0025", "has the year 0025"],
    ["1 March 0025", "has the year 0025"],
    [
      "43830",
      "is a spreadsheet's number for a day (2019-12-31 where it counts from 1900); save the column as YYYY-MM-DD",
    ],
    [
      "43830.52",
      "is a spreadsheet's number for a day (2019-12-31 where it counts from 1900); save the column as YYYY-MM-DD",
    ],
  ])("refuses %j", (text, reason) => {
    expect(dayReader("day-first")(text)).toEqual({ reason });
  });

  it("reads back every day in every way it may be written", () => {
    const two = (number: number): string => String(number).padStart(2, "0");
    const days = fc.date({ min: new Date("1946-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const iso = date.toISOString().slice(0, 10);
        const name = names[month - 1];
        const ways: [string, DayOrder | undefined][] = [
          [iso, undefined],
          [iso.replaceAll("-", "/"), undefined],
          [date.toISOString(), undefined],
          [`${iso} 00:00:00.000`, undefined],
          [`${day} ${name} ${year}`, undefined],
          [`${two(day)} ${name.slice(0, 3)} ${year}`, undefined],
          [`${two(day)}-${name.slice(0, 3).toUpperCase()}-${year}`, undefined],
          [`${name} ${day}, ${year}`, undefined],
          ...["/", ".", "-"].flatMap((sign): [string, DayOrder][] => [
            [[two(day), two(month), year].join(sign), "day-first"],
            [[day, month, year].join(sign), "day-first"],
            [[two(month), two(day), year].join(sign), "month-first"],
            [`${[month, day, year].join(sign)} 00:00:00`, "month-first"],
          ]),
        ];
        for (const [text, order] of ways) expect(dayReader(order)(text)).toEqual({ day: iso });
      }),
    );
  });

  it("gives a day or a reason for any text at all, and never a day of another text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = read(text);
        expect("day" in found ? found.day : found.reason).toMatch(/^(\d{4}-\d{2}-\d{2}|(is|has|does) .*)$/);
      }),
    );
  });
});

describe("monthNumber", () => {
  it("knows names and their first three letters", () => {
    expect(names.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(names.map((name) => monthNumber(name.slice(0, 3).toLowerCase()))).toEqual(names.map((_, i) => i + 1));
    expect(["Sept", " may ", "Ma", "", "Decembre"].map(monthNumber)).toEqual([9, 5, 0, 0, 0]);
  });
});
