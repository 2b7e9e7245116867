import { describe, expect, it } from "vitest";
import { faultLines } from "../../src/cli/faultLines.js";

describe("what is wrong with a ledger", () => {
  it("is a line each, and one for lines on end that have the same fault", () => {
    const crlf = "ends in CR LF: a program has changed its line ends";
    const faults = [1, 2, 3, 5].map((line) => ({ line, why: crlf }));
    expect(faultLines([])).toEqual([]);
    expect(faultLines([...faults, { line: 6, why: "is not JSON" }])).toEqual([
      `lines 1 to 3: each ${crlf}`,
      `line 5 ${crlf}`,
      "line 6 is not JSON",
    ]);
  });

  it("is of very many the first twenty, and how many lines more", () => {
    const faults = Array.from({ length: 30 }, (_, i) => ({ line: 2 * i + 1, why: "is not JSON" }));
    const told = faultLines(faults);
    expect(told.slice(19)).toEqual([
      "line 39 is not JSON",
      "and 10 more lines; hindcast ledger verify --json tells all",
    ]);
    expect(faultLines(faults.slice(0, 20))).toEqual(told.slice(0, 20));
  });
});
