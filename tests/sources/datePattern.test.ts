import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datePattern } from "../../src/sources/datePattern.js";
import { fault } from "../store/trial.js";

const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre"];
const french = [...months, "novembre", "décembre"];

describe("datePattern", () => {
  it.each([
    ["DD/MM/YYYY", "04/08/2023", "2023-08-04"],
    ["MM/DD/YYYY", "04/08/2023", "2023-04-08"],
    ["D/M/YYYY", "4/8/2023", "2023-08-04"],
    ["YYYYMMDD", "20230804", "2023-08-04"],
    ["DD MMM YYYY", "04 Aug 2023", "2023-08-04"],
    ["MMMM D, YYYY", "august 4, 2023", "2023-08-04"],
    ["YYYY-MM-DDTHH:mm:ssZ", "2023-08-04T23:59:59Z", "2023-08-04"],
    ["YYYY-MM-DD*", "2023-08-04T00:30:00.000+02:00", "2023-08-04"],
    ["D/M/YYYY H:mm*", "4/8/2023 2:30 PM", "2023-08-04"],
    ["'Tag' DD.MM.YYYY 'um' HH'h'", "Tag 04.08.2023 um 23h", "2023-08-04"],
    ["YYYY-MM", "2023-08", "2023-08-01"],
    ["YYYY", "2023", "2023-01-01"],
  ])("reads %s in %s", (pattern, text, day) => {
    expect(datePattern(pattern).read(text)).toBe(day);
  });

  it("reads military date-time groups, in the century it is told", () => {
    expect(datePattern("DDHHmm'Z'MMMYY", { century: 2000 }).read("041530ZAUG23")).toBe("2023-08-04");
    expect(datePattern("DDHHmm'Z' MMM YY", { century: 1900 }).read("312359Z Dec 99")).toBe("1999-12-31");
    expect(datePattern("DDHHmm*MMMYY", { century: 2000 }).read("041530DAUG23")).toBe("2023-08-04");
  });

  it("reads months by the names it is told, whatever their case and however their accents are coded", () => {
    const pattern = datePattern("D MMMM YYYY", { months: french });
    expect(["3 Août 2023", "28 fe\u0301vrier 2021", "1 JUIN 2020"].map(pattern.read)).toEqual([
      ...["2023-08-03", "2021-02-28", "2020-06-01"],
    ]);
    expect(pattern.read("3 August 2023")).toBe("");
  });

  it("says how exactly its dates say the day", () => {
    const precisions = ["DD/MM/YYYY", "MMM YYYY", "'Day' YYYY", "MM/YYYY 'D'"].map((one) => datePattern(one).precision);
    expect(precisions).toEqual(["day", "month", "year", "month"]);
  });

  it.each([
    ["DD/MM/YYYY", "31/02/2023"],
    ["DD/MM/YYYY", "4/8/2023"],
    ["DD/MM/YYYY", "04/08/2023 "],
    ["DD/MM/YYYY", "04-08-2023"],
    ["DD.MM.YYYY", "04/08/2023"],
    ["YYYY-MM-DD HH:mm", "2023-08-04 24:00"],
    ["YYYY-MM-DD HH:mm", "2023-08-04 23:60"],
    ["YYYY-MM-DD*", "2023-08-041"],
    ["*YYYY", "12023"],
    ["DD MMM YYYY", "04 Augu 2023"],
    ["DD MMM YYYY", "04 constructor 2023"],
    ["YYYY-MM-DD", ""],
    ["YYYY-MM-DD", "٢٠٢٣-٠٨-٠٤"],
  ])("does not read %s in %j", (pattern, text) => {
    expect(datePattern(pattern).read(text)).toBe("");
  });

  it.each([
    ["DD/MM", "has no year"],
    ["DD/YYYY", "has a day without a month"],
    ["DD/MM/YYYY DD", "has the day twice"],
    ["MMM MM YYYY", "has the month twice"],
    ["YYYYY-MM", "has Y, which is no token; text stands in quotes"],
    ["dd/MM/YYYY", "has d, which is no token; text stands in quotes"],
    ["YYYY 'um", "has ', which is no token; text stands in quotes"],
    ["DMYYYY", "needs a sign between D and M"],
    ["DD/MM/YY", "has a two-digit year and needs century"],
  ])("refuses %s: %s", (pattern, reason) => {
    expect(() => datePattern(pattern)).toThrow(fault("InputError", `datePattern: ${reason}, got ${pattern}`));
  });

  it("refuses a century for a year in full", () => {
    const message = "datePattern: has no two-digit year for century, got DD/MM/YYYY";
    expect(() => datePattern("DD/MM/YYYY", { century: 2000 })).toThrow(fault("InputError", message));
  });

  it("reads back every date it could have written", () => {
    const two = (number: number): string => String(number).padStart(2, "0");
    const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const token = (kind: string[]) => fc.constantFrom(...kind);
    const sign = fc.constantFrom("-", "/", ".", " ", ", ", "(", "' of '", "'DD'");
    const date = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    const parts = fc.tuple(token(["YYYY", "YY"]), token(["MM", "M", "MMM"]), token(["DD", "D"]), token(["HH", "H"]));
    const shuffled = parts.chain((tokens) => fc.shuffledSubarray(tokens, { minLength: 4 }));
    fc.assert(
      fc.property(date, shuffled, fc.array(sign, { minLength: 3, maxLength: 3 }), (when, tokens, signs) => {
        const [month, day, hour] = [when.getUTCMonth() + 1, when.getUTCDate(), when.getUTCHours()];
        const year = String(when.getUTCFullYear());
        const written: Readonly<Record<string, string>> = {
          ...{ YYYY: year, YY: year.slice(2), MM: two(month), M: String(month), MMM: names[month - 1].toUpperCase() },
          ...{ DD: two(day), D: String(day), HH: two(hour), H: String(hour) },
        };
        const pattern = tokens.map((one, i) => one + (signs[i] ?? "")).join("");
        const text = tokens.map((one, i) => written[one] + (signs[i] ?? "").replaceAll("'", "")).join("");
        const century = tokens.includes("YY") ? { century: 2000 } : {};
        expect(datePattern(pattern, century).read(text)).toBe(when.toISOString().slice(0, 10));
      }),
    );
  });
});
