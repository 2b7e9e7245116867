import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, DataError, InputError, type Reported, triangleOf } from "../../src/index.js";

const options = { start: "2024-01-01", every: "month", maxDelay: 2, asOf: "2024-05-10", from: ["abc"] } as const;
const rows: readonly Reported[] = Object.freeze([
  { reference: "2024-01-05", report: "2024-01-31", n: 3 },
  { reference: "2024-01-31", report: "2024-02-01", n: 1 },
  { reference: "2024-03-02", report: "2024-04-30", n: 2 },
  { reference: "2023-12-31", report: "2024-01-02", n: 5 },
  { reference: "2024-01-01", report: "2024-04-01", n: 7 },
  { reference: "2024-04-01", report: "2024-05-01", n: 11 },
  { reference: "2024-05-01", report: "2024-05-02", n: 13 },
]);

describe("a triangle of rows", () => {
  const triangle = triangleOf(rows, options);

  it("counts each row in the period it tells of, at the periods that ended until its report", () => {
    expect(triangle.counts).toEqual([
      [3, 1, 0],
      [0, 0, 0],
      [0, 2, null],
      [0, null, null],
    ]);
  });

  it("says what has no cell, and why", () => {
    expect(triangle.leftOut).toEqual({ before: 5, unfinished: 11 + 13, beyond: 7 });
  });

  it("keeps its layout and its sources, and survives JSON", () => {
    expect(triangle).toMatchObject({
      every: "month",
      start: "2024-01-01",
      asOf: "2024-05-10",
      maxDelay: 2,
      from: ["abc"],
    });
    expect(JSON.parse(JSON.stringify(triangle))).toEqual(triangle);
  });

  it("knows a period's report only when the period is over, a day that is excluded being the as-of day", () => {
    expect(triangleOf(rows, { ...options, asOf: "2024-05-31" }).counts).toHaveLength(4);
    expect(triangleOf(rows, { ...options, asOf: "2024-06-01" }).counts).toHaveLength(5);
  });

  it("counts every event once, in a cell or among those left out, whatever the order of the rows", () => {
    const day = fc.integer({ min: 0, max: 200 });
    const row = fc.tuple(day, day, fc.nat(9)).map(([from, delay, n]) => ({
      reference: addDays("2023-12-01", from),
      report: addDays("2023-12-01", from + delay),
      n,
    }));
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom("day", "week", "month", "quarter"), (made, every) => {
        const start = every === "week" ? "2024-01-01" : options.start;
        const found = triangleOf(made, { ...options, start, every });
        const { before, unfinished, beyond } = found.leftOut;
        const inCells = found.counts.flat().reduce((sum: number, one) => sum + (one ?? 0), 0);
        expect(inCells + before + unfinished + beyond).toBe(made.reduce((sum, one) => sum + one.n, 0));
        expect(triangleOf([...made].reverse(), { ...options, start, every })).toEqual(found);
      }),
    );
  });

  it("throws where it cannot be laid out", () => {
    const thrown = (change: object): unknown => {
      try {
        return triangleOf(rows, { ...options, ...change });
      } catch (error) {
        return error;
      }
    };
    const fault = (text: string): InputError => new InputError(`triangleOf: ${text}`);
    expect(thrown({ every: "hour" })).toEqual(fault("every needs one of day, week, month, quarter, year, got hour"));
    expect(thrown({ maxDelay: 0 })).toEqual(fault("maxDelay needs a whole number from 1, got 0"));
    expect(thrown({ asOf: "May" })).toEqual(fault('asOf needs a day as YYYY-MM-DD, got "May"'));
    expect(thrown({ start: "2024-01-02" })).toEqual(fault('start needs the first day of a month, got "2024-01-02"'));
    expect(thrown({ asOf: "2024-01-31" })).toEqual(fault("no month from 2024-01-01 was over at 2024-01-31"));
  });

  it("throws on a row that is no day, no count or reported before it happened", () => {
    const [row] = rows;
    const fault = (text: string): DataError => new DataError(`triangleOf: row 1: ${text}`);
    expect(() => triangleOf([{ ...row, report: "2024-02-30" }], options)).toThrow(
      fault("needs days as YYYY-MM-DD, got 2024-02-30"),
    );
    expect(() => triangleOf([{ ...row, n: 1.5 }], options)).toThrow(fault("n needs a whole number from 0, got 1.5"));
    expect(() => triangleOf([{ ...row, n: -1 }], options)).toThrow(fault("n needs a whole number from 0, got -1"));
    expect(() => triangleOf([{ ...row, report: "2024-01-04" }], options)).toThrow(
      fault("is of 2024-01-05, got a report of 2024-01-04, before it"),
    );
  });
});
