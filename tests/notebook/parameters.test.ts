import { describe, expect, it } from "vitest";
import type { Notebook, NotebookCell } from "../../src/notebook/notebookText.js";
import { parametersOf } from "../../src/notebook/parametersOf.js";
import { parameterValue } from "../../src/notebook/parameterValue.js";
import { withParameters } from "../../src/notebook/withParameters.js";
import { code } from "./trialRun.js";

const declared = `const zone = "mopti-delta"; const since = "2023-08-01";
const level: number = 0.95; let isShort = false; const years = [2022, 2023];
const zones = ["a", "b"]; const days = ["2023-01-01"]; const none: string[] = [];`;
const tagged = (source: string, tag = "parameters") => code(source, { metadata: { tags: ["x", tag] } });
const notebook = (...cells: NotebookCell[]): Notebook => ({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
const whole = notebook(code("1"), tagged(declared), code("zone"));

describe("parametersOf", () => {
  it("says name, type and value of each, in the order of the cell", () => {
    expect(parametersOf(whole, "a.ipynb").map(({ name, type }) => [name, type])).toEqual([
      ["zone", "string"],
      ["since", "day"],
      ["level", "number"],
      ["isShort", "boolean"],
      ["years", "list of numbers"],
      ["zones", "list of strings"],
      ["days", "list of days"],
      ["none", "list of strings"],
    ]);
    expect(parametersOf(whole, "a.ipynb")[4]?.value).toEqual([2022, 2023]);
    expect(parametersOf(notebook(tagged('const d = ["2023-01-01", "later"]')), "a")[0]?.type).toBe("list of strings");
    expect(parametersOf(notebook(tagged("const d: hc.Day[] = []")), "a")[0]?.type).toBe("list of days");
  });

  it("finds none where no cell is tagged, and reads a source kept in lines", () => {
    expect(parametersOf(notebook(code(declared)), "a.ipynb")).toEqual([]);
    const inLines = { ...tagged(""), source: ["const a = 1;\n", "const b = 2;"] };
    expect(parametersOf(notebook(inLines), "a.ipynb").map(({ value }) => value)).toEqual([1, 2]);
  });

  it("says what an earlier run put in its place", () => {
    const again = notebook(tagged("const a = 1; const b = 2"), tagged("const b = 3;", "injected-parameters"));
    expect(parametersOf(again, "a.ipynb")).toEqual([
      { name: "a", type: "number", value: 1 },
      { name: "b", type: "number", value: 2, set: 3 },
    ]);
  });

  it.each([
    [notebook(tagged("const a = 1"), tagged("const b = 1")), "needs one cell with this tag, got 2"],
    [notebook({ ...tagged("a"), cell_type: "markdown" }), "needs a cell of code with this tag, got markdown"],
    [notebook(tagged("const a = 1; let a = 2")), "a name is declared once, got a twice"],
    [
      notebook(tagged("const a = b")),
      "needs a text, a number, true, false or a list of these, got b; the tagged cell holds nothing but declarations with written-out values",
    ],
    [notebook(tagged("const a = [1, 'b']")), "a needs values of one type, got number and string"],
    [
      notebook(tagged("const a = []")),
      "a needs values of one type, got an empty list; write its type, as in const years: number[] = []",
    ],
  ])("refuses what cannot be told (%#)", (odd, message) => {
    expect(() => parametersOf(odd, "a.ipynb")).toThrow(
      expect.objectContaining({ name: "DataError", message: `parameters: ${message} (a.ipynb)` }),
    );
  });
});

describe("parameterValue", () => {
  it.each([
    ["0.5", "number", 0.5],
    ["-1e-3", "number", -0.001],
    ["0.5", "string", "0.5"],
    ["", "string", ""],
    ["a=b, [c", "string", "a=b, [c"],
    ["true", "boolean", true],
    ["false", "boolean", false],
    ["2024-02-29", "day", "2024-02-29"],
    ["2023, 2024", "list of numbers", [2023, 2024]],
    ["[2023, 2024]", "list of numbers", [2023, 2024]],
    ["", "list of strings", []],
    ['["a, b","c"]', "list of strings", ["a, b", "c"]],
    ["a, b", "list of strings", ["a", "b"]],
    ["true,false", "list of booleans", [true, false]],
    ["[true]", "list of booleans", [true]],
    ['["2024-01-01"]', "list of days", ["2024-01-01"]],
  ] as const)("takes %j as a %s", (text, type, value) => {
    expect(parameterValue(text, type)).toEqual(value);
  });

  it.each([
    ["high", "number"],
    ["", "number"],
    ["1e999", "number"],
    ["0x10", "number"],
    ["Infinity", "number"],
    ["yes", "boolean"],
    ["1", "boolean"],
    ["2023-02-29", "day"],
    ["2023-8-1", "day"],
    ["1,b", "list of numbers"],
    ["1,,2", "list of numbers"],
    ['["1"]', "list of numbers"],
    ["[1,", "list of numbers"],
    ["[1]", "list of strings"],
    ["[null]", "list of strings"],
    ['["true"]', "list of booleans"],
    ["2023-02-30", "list of days"],
  ] as const)("takes %j for no %s", (text, type) => {
    expect(parameterValue(text, type)).toBeUndefined();
  });
});

describe("withParameters", () => {
  it("declares what is set again in a tagged cell below, as the notebook declares it", () => {
    const set = { years: "2024", level: "0.9", zone: 'a "b"', isShort: "true" };
    const { cells } = withParameters(whole, set, "a.ipynb");
    expect(cells.map(({ source }) => source)).toEqual([
      "1",
      declared,
      '// Set for this run:\nconst zone = "a \\"b\\"";\nconst level: number = 0.9;\nlet isShort = true;\nconst years = [2024];',
      "zone",
    ]);
    expect(cells[2]).toMatchObject({
      id: "injected-parameters",
      cell_type: "code",
      metadata: { tags: ["injected-parameters"] },
      outputs: [],
    });
    expect(cells[1]).toBe(whole.cells[1]);
  });

  it("takes the place of an earlier run's cell, and leaves a notebook alone for which nothing is set", () => {
    const once = withParameters(whole, { zone: "b", level: "0.5" }, "a.ipynb");
    const twice = withParameters(once, { zone: "c" }, "a.ipynb");
    expect(twice).toEqual(withParameters(whole, { zone: "c" }, "a.ipynb"));
    expect(withParameters(once, {}, "a.ipynb")).toBe(once);
  });

  it("gives the cell an id only where cells may have one", () => {
    const old = withParameters({ ...whole, nbformat_minor: 4 }, { zone: "b" }, "a.ipynb");
    expect(Object.keys(old.cells[2] ?? {})).not.toContain("id");
  });

  it.each([
    [
      { zon: "x" },
      "the notebook declares no zon, got zon=x; there are zone (string), since (day), level (number), isShort (boolean), years (list of numbers), zones (list of strings), days (list of days), none (list of strings): --set zone=mopti-delta",
    ],
    [{ level: "high" }, 'level needs a number, got "high"; for example --set level=0.95'],
    [{ since: "2023-02-30" }, 'since needs a day, got "2023-02-30"; for example --set since=2023-08-01'],
    [{ years: "a" }, "years needs a list of numbers, got \"a\"; for example --set 'years=[2022,2023]'"],
  ])("refuses %j", (set, message) => {
    expect(() => withParameters(whole, set, "a.ipynb")).toThrow(
      expect.objectContaining({ name: "InputError", message: `parameters: ${message} (a.ipynb)` }),
    );
  });

  it("refuses to set anything in a notebook without parameters", () => {
    const message =
      "parameters: the notebook declares no a, got a=1; tag the cell that declares them parameters (a.ipynb)";
    expect(() => withParameters(notebook(code("1")), { a: "1" }, "a.ipynb")).toThrow(
      expect.objectContaining({ name: "InputError", message }),
    );
  });
});
