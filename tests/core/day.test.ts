import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayNumber,
  daysShared,
  earlierOf,
  everies,
  isDay,
  nextPeriod,
  sameTimeBefore,
  yearsBefore,
} from "../../src/core/day.js";
import { addDays, type Day, daysIn, type Every, periodOf, periodsIn } from "../../src/index.js";
import { fault } from "../store/trial.js";

const notADay = (text: unknown) => fault("InputError", `day: needs a day as YYYY-MM-DD, got ${JSON.stringify(text)}`);

describe("isDay", () => {
  it.each(["2023-12-13", "2024-02-29", "2000-02-29", "1969-12-31", "0001-01-01", "9999-12-31"])("knows %s", (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    ...["2023-02-29", "1900-02-29", "2023-02-30", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00"],
    ...["2023-1-1", "20230101", " 2023-01-01", "2023-01-01\n", "2023-01-01T00:00:00Z", "13/12/2023", "", "٢٠٢٣-٠١-٠١"],
    ...["+002023-01-01", "-0001-01-01"],
    ...[null, undefined, 20230101, ["2023-01-01"], new Date(0)],
  ])("refuses %j", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("dayNumber", () => {
  it("counts from 1970-01-01, backwards before it", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("1970-02-01")).toBe(31);
    expect(dayNumber("1969-12-31")).toBe(-1);
    expect(dayNumber("2000-03-01")).toBe(11017);
    expect(dayNumber("0001-01-01")).toBe(-719162);
  });

  it("refuses what is not a day, and says what stood there", () => {
    expect(() => dayNumber("2023-02-30")).toThrow(notADay("2023-02-30"));
    expect(() => dayNumber("")).toThrow(notADay(""));
  });
});

describe("addDays", () => {
  it("steps over month ends, leap days and years, both ways", () => {
    expect(addDays("2023-12-31", 1)).toBe("2024-01-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2023-02-28", 1)).toBe("2023-03-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(addDays("1970-01-01", -1)).toBe("1969-12-31");
    expect(addDays("2023-06-15", 0)).toBe("2023-06-15");
  });

  it("is not moved by the clock changes of the machine's time zone", () => {
    expect(process.env["TZ"]).toBe("Pacific/Auckland");
    expect(addDays("2023-09-23", 2)).toBe("2023-09-25");
    expect(addDays("2024-04-06", 2)).toBe("2024-04-08");
  });

  it("refuses to leave the calendar rather than answer with half a year number", () => {
    expect(addDays("9999-12-30", 1)).toBe("9999-12-31");
    const beyond = (number: number) =>
      fault("InputError", `day: needs a day of the years 0000 to 9999, got day number ${number}`);
    expect(() => addDays("9999-12-31", 1)).toThrow(beyond(2932897));
    expect(() => addDays("0000-01-01", -1)).toThrow(beyond(-719529));
    expect(() => addDays("2023-01-01", Number.NaN)).toThrow(beyond(Number.NaN));
  });
});

describe("daysIn", () => {
  it("counts the first day and not the last", () => {
    expect(daysIn({ since: "2023-11-19", until: "2023-12-13" })).toBe(24);
    expect(daysIn({ since: "2024-02-01", until: "2024-03-01" })).toBe(29);
    expect(daysIn({ since: "2023-01-01", until: "2023-01-01" })).toBe(0);
  });

  it("is negative for a stretch that runs backwards", () => {
    expect(daysIn({ since: "2023-01-03", until: "2023-01-01" })).toBe(-2);
  });
});

describe("periodOf", () => {
  it.each<[Day, Every, Day]>([
    ["2023-12-13", "day", "2023-12-13"],
    ["2023-12-13", "week", "2023-12-11"],
    ["2023-12-11", "week", "2023-12-11"],
    ["2023-12-17", "week", "2023-12-11"],
    ["2021-01-03", "week", "2020-12-28"],
    ["2024-12-31", "week", "2024-12-30"],
    ["2025-01-05", "week", "2024-12-30"],
    ["1970-01-01", "week", "1969-12-29"],
    ["1969-12-28", "week", "1969-12-22"],
    ["0001-01-01", "week", "0001-01-01"],
    ["0001-01-07", "week", "0001-01-01"],
    ["2024-02-29", "month", "2024-02-01"],
    ["2023-03-31", "quarter", "2023-01-01"],
    ["2023-04-01", "quarter", "2023-04-01"],
    ["2023-09-30", "quarter", "2023-07-01"],
    ["2023-12-31", "quarter", "2023-10-01"],
    ["2024-12-31", "year", "2024-01-01"],
    ["0001-12-31", "year", "0001-01-01"],
    ["0099-05-05", "month", "0099-05-01"],
  ])("places %s in the %s of %s", (day, every, first) => {
    expect(periodOf(day, every)).toBe(first);
  });

  it("refuses what is not a day, whatever the period", () => {
    for (const every of everies) expect(() => periodOf("2023-02-29", every)).toThrow(notADay("2023-02-29"));
  });

  it("refuses a week that begins before the calendar", () => {
    expect(() => periodOf("0000-01-01", "week")).toThrow(
      fault("InputError", "day: needs a day of the years 0000 to 9999, got day number -719533"),
    );
  });
});

describe("nextPeriod", () => {
  it.each<[Day, Every, Day]>([
    ["2024-02-28", "day", "2024-02-29"],
    ["2023-12-27", "week", "2024-01-01"],
    ["2024-01-31", "month", "2024-02-01"],
    ["2024-02-01", "month", "2024-03-01"],
    ["2023-02-01", "month", "2023-03-01"],
    ["2023-12-01", "month", "2024-01-01"],
    ["2023-01-15", "quarter", "2023-04-01"],
    ["2023-10-01", "quarter", "2024-01-01"],
    ["2023-01-01", "year", "2024-01-01"],
    ["2024-12-31", "year", "2025-01-01"],
  ])("after %s comes the %s of %s", (day, every, next) => {
    expect(nextPeriod(day, every)).toBe(next);
  });
});

describe("periodsIn", () => {
  it("takes every period that the stretch touches, cut ones too", () => {
    expect(periodsIn({ since: "2023-11-19", until: "2024-01-01" }, "month")).toEqual(["2023-11-01", "2023-12-01"]);
    expect(periodsIn({ since: "2023-11-19", until: "2024-01-02" }, "month").at(-1)).toBe("2024-01-01");
    expect(periodsIn({ since: "2020-12-31", until: "2021-01-05" }, "week")).toEqual(["2020-12-28", "2021-01-04"]);
    expect(periodsIn({ since: "2022-05-01", until: "2024-02-01" }, "year")).toEqual([
      "2022-01-01",
      "2023-01-01",
      "2024-01-01",
    ]);
  });

  it("has none in an empty stretch or one that runs backwards", () => {
    expect(periodsIn({ since: "2023-11-19", until: "2023-11-19" }, "month")).toEqual([]);
    expect(periodsIn({ since: "2023-11-19", until: "2023-01-01" }, "day")).toEqual([]);
  });
});

describe("periods", () => {
  const first = -719162;
  const last = 2932896 - 2000;
  const day = fc.integer({ min: first, max: last }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

  it("tile the calendar: each day lies in one, and where one ends the next begins", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...everies), (one, every) => {
        const start = periodOf(one, every);
        const next = nextPeriod(one, every);
        expect(start <= one && one < next).toBe(true);
        expect(periodOf(start, every)).toBe(start);
        expect(periodOf(next, every)).toBe(next);
        expect(periodOf(addDays(next, -1), every)).toBe(start);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it("share out every day of a stretch once", () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 1500 }), fc.constantFrom(...everies), (since, days, every) => {
        const span = { since, until: addDays(since, days) };
        const periods = periodsIn(span, every);
        const shared = periods.map((period) => daysShared(period, every, span));
        expect(shared.reduce((sum, n) => sum + n, 0)).toBe(daysIn(span));
        expect(shared.every((n) => n > 0)).toBe(true);
        for (let i = 1; i < periods.length; i++) expect(periods[i]).toBe(nextPeriod(periods[i - 1], every));
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});

describe("daysShared", () => {
  it("is the whole period inside the stretch, a part where it is cut, and none outside", () => {
    const span = { since: "2024-02-10", until: "2024-04-05" };
    expect(daysShared("2024-02-01", "month", span)).toBe(20);
    expect(daysShared("2024-03-01", "month", span)).toBe(31);
    expect(daysShared("2024-04-01", "month", span)).toBe(4);
    expect(daysShared("2024-05-01", "month", span)).toBe(0);
    expect(daysShared("2024-01-01", "month", span)).toBe(0);
    expect(daysShared("2024-01-01", "year", span)).toBe(55);
  });
});

describe("yearsBefore", () => {
  it("keeps the day, and takes 28 for 29 February where there is none", () => {
    expect(yearsBefore("2024-01-15", 1)).toBe("2023-01-15");
    expect(yearsBefore("2024-02-29", 1)).toBe("2023-02-28");
    expect(yearsBefore("2024-02-29", 4)).toBe("2020-02-29");
    expect(yearsBefore("2000-02-29", 100)).toBe("1900-02-28");
  });
});

describe("sameTimeBefore", () => {
  it("moves months, quarters and years by the calendar", () => {
    for (const every of ["month", "quarter", "year"] as const)
      expect(sameTimeBefore("2024-02-29", 3, every), every).toBe("2021-02-28");
  });

  it("keeps the day of the week, and is never more than half a week from the same day of the year", () => {
    for (let years = -20; years <= 60; years++) {
      for (const every of ["day", "week"] as const) {
        const moved = sameTimeBefore("2024-01-01", years, every);
        expect(new Date(moved).getUTCDay()).toBe(1);
        // Half a week, and the day by which leap years run ahead of the mean year or behind it.
        expect(Math.abs(dayNumber(moved) - dayNumber(yearsBefore("2024-01-01", years)))).toBeLessThanOrEqual(4);
      }
    }
    expect(sameTimeBefore("2024-01-01", 3, "week")).toBe("2020-12-28");
    expect(sameTimeBefore("2024-01-01", 1, "week")).toBe("2023-01-02");
  });
});

describe("earlierOf", () => {
  it("is the first of two days, whichever way they are given", () => {
    expect(earlierOf("2023-12-31", "2024-01-01")).toBe("2023-12-31");
    expect(earlierOf("2024-01-01", "2023-12-31")).toBe("2023-12-31");
  });
});
