import { describe, expect, it } from "vitest";
import { plainRows } from "../../src/notebook/plainRows.js";

describe("a reader's own rows", () => {
  const column = (name: string, ...values: unknown[]): string[] =>
    plainRows(values.map((value) => ({ [name]: value }))).map((row) => row[name]);

  it("have the same decimals in a column, four digits of the largest", () => {
    expect(column("rate", 26.6667, 9.8333, 12, null)).toEqual(["26.67", "9.83", "12.00", "–"]);
    expect(column("ratio", 0.3688, 0.588)).toEqual(["0.3688", "0.5880"]);
    expect(column("n", 10858, 3)).toEqual(["10,858", "3"]);
    expect(column("deaths", 123456.7, 1)).toEqual(["123,457", "1"]);
  });

  it("keep the digits of the least where it is far below the largest", () => {
    expect(column("odd", 26.5, 0.00012345)).toEqual(["26.5", "0.0001234"]);
    expect(column("odd", Number.NaN, Number.POSITIVE_INFINITY, 0)).toEqual(["–", "∞", "0"]);
  });

  it("write shares, levels and p-values as elsewhere, and years as years", () => {
    expect(column("level", 0.95)).toEqual(["95%"]);
    expect(column("late share", 0.001, 0.127)).toEqual(["under 1%", "13%"]);
    expect(column("if Poisson, p", 1.305e-22, 0.000209)).toEqual(["1.3e-22", "0.00021"]);
    expect(column("year", 2023)).toEqual(["2023"]);
    // What is no share or p by its size is a number.
    expect(column("level", 95)).toEqual(["95"]);
    expect(column("p", 12.5)).toEqual(["12.5"]);
  });

  it("write two numbers as an interval, and other lists as lists", () => {
    expect(column("interval", [0.23134, 0.588], [2, null])).toEqual(["[0.231, 0.588]", "[2.000, no bound]"]);
    expect(column("counts", [3, 12])).toEqual(["[3, 12]"]);
    expect(column("sums", [4, 3, 2, 1], [], [101])).toEqual(["4 3 2 1", "none", "101"]);
    expect(column("of", [[260], [164], [115]])).toEqual(["260; 164; 115"]);
    expect(column("lacks", ["data", "deadline"])).toEqual(["data, deadline"]);
    expect(column("claims", [{ a: 1 }, { a: 2 }])).toEqual(["2 rows"]);
  });

  it("write stretches, data and estimates as elsewhere, and other objects field by field", () => {
    expect(column("window", { since: "2023-01-01", until: "2024-01-01" })).toEqual(["2023-01-01 up to 2024-01-01"]);
    expect(column("data", { name: "wire", asOf: "2020-11-01", hash: "ab" })).toEqual(["wire as of 2020-11-01"]);
    expect(column("found", { estimate: 0.5347, interval: [0.3725, null] })).toEqual(["0.53 [0.37, no bound]"]);
    expect(column("key", { zone: "coast", level: 0.5, isLate: false })).toEqual([
      "zone: coast, level: 50%, isLate: no",
    ]);
  });
});
