import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  DataError,
  InputError,
  periodsIn,
  triangleOf,
  triangleOfVintages,
  type Vintage,
} from "../../src/index.js";

const options = { every: "month", maxDelay: 2 } as const;
const vintages: readonly Vintage[] = Object.freeze([
  { asOf: "2024-02-03", start: "2023-12-01", values: [9, 4], from: "a" },
  { asOf: "2024-03-01", start: "2023-12-01", values: [9, 6, 3], from: "b" },
  { asOf: "2024-04-15", start: "2023-12-01", values: [8, 5, 3, 2, 1], from: "c" },
  { asOf: "2024-05-01", start: "2023-12-01", values: [8, 9, 3, 4, 7], from: "d" },
]);

describe("a triangle of vintages", () => {
  const triangle = triangleOfVintages(vintages, options);

  it("holds what each vintage has more than the one before, below 0 where rows were taken back", () => {
    expect(triangle.counts).toEqual([
      [4, 2, -1],
      [3, 0, 0],
      [2, 2, null],
      [7, null, null],
    ]);
  });

  it("starts with the last period that was over at the first vintage, and says what it left out of the newest", () => {
    expect(triangle).toMatchObject({ start: "2024-01-01", asOf: "2024-05-01", from: ["a", "b", "c", "d"] });
    expect(triangle.leftOut).toEqual({ before: 8, unfinished: 0, beyond: 9 - 5 });
  });

  it("does not mind the order of the vintages", () => {
    expect(triangleOfVintages([...vintages].reverse(), options)).toEqual(triangle);
  });

  it("is the triangle of the rows, where vintages count rows reported before their day", () => {
    const day = fc.integer({ min: 0, max: 150 });
    const row = fc.tuple(day, day, fc.nat(9)).map(([from, delay, n]) => ({
      reference: addDays("2024-01-01", from),
      report: addDays("2024-01-01", from + delay),
      n,
    }));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const ends = ["2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"];
        const counted = ends.map((asOf) => ({
          ...{ asOf, start: "2024-01-01", from: "x" },
          values: periodsIn({ since: "2024-01-01", until: asOf }, "month").map((period) => {
            const known = rows.filter((one) => one.report < asOf && one.reference.slice(0, 7) === period.slice(0, 7));
            return known.reduce((sum, one) => sum + one.n, 0);
          }),
        }));
        const { counts } = triangleOf(rows, { ...options, start: "2024-01-01", asOf: "2024-06-01" });
        expect(triangleOfVintages(counted, options).counts).toEqual(counts);
      }),
    );
  });

  it("throws where a period's end has no vintage or two, or there are not two in all", () => {
    const [first, second, third] = vintages;
    const fault = (text: string): InputError => new InputError(`triangleOfVintages: ${text}`);
    expect(() => triangleOfVintages([first], options)).toThrow(fault("needs at least 2 vintages, got 1"));
    expect(() => triangleOfVintages([first, third], options)).toThrow(
      fault("needs a vintage for the end of each month, got none for 2024-02-01"),
    );
    expect(() => triangleOfVintages([first, second, { ...second, asOf: "2024-03-09" }], options)).toThrow(
      fault("needs one vintage for the end of the month 2024-02-01, got 2024-03-01 and 2024-03-09"),
    );
    expect(() => triangleOfVintages([{ ...first, asOf: "2023-12-09" }, second], options)).toThrow(
      fault("no month from 2023-12-01 was over at 2023-12-09"),
    );
  });

  it("throws where a vintage lacks a period that was over, or holds no count", () => {
    const [first, second] = vintages;
    expect(() => triangleOfVintages([first, { ...second, values: [9, 6] }], options)).toThrow(
      new DataError("triangleOfVintages: no count of 2024-02-01 as of 2024-03-01"),
    );
    expect(() => triangleOfVintages([first, { ...second, values: [9, -6, 3] }], options)).toThrow(
      new DataError("triangleOfVintages: needs whole numbers from 0, got -6 (2024-01-01 as of 2024-03-01)"),
    );
  });
});
