import { describe, expect, it } from "vitest";
import { literalDeclarations } from "../../src/notebook/literalDeclarations.js";

const values = (code: string) => Object.fromEntries(literalDeclarations(code).map(({ name, value }) => [name, value]));

describe("literalDeclarations", () => {
  it("reads names, written types and values, in order", () => {
    const code = `const zone = "mopti-delta"; const since: hc.Day = '2023-08-01'
let level = 0.95, isShort = false;
const years: readonly number[] = [2022, 2_023,];`;
    expect(literalDeclarations(code)).toEqual([
      { keyword: "const", name: "zone", annotation: "", value: "mopti-delta" },
      { keyword: "const", name: "since", annotation: "hc.Day", value: "2023-08-01" },
      { keyword: "let", name: "level", annotation: "", value: 0.95 },
      { keyword: "let", name: "isShort", annotation: "", value: false },
      { keyword: "const", name: "years", annotation: "readonly number[]", value: [2022, 2023] },
    ]);
  });

  it.each([
    ["1e-3", 0.001],
    ["-.5", -0.5],
    ["1_000.5", 1000.5],
    ["7.", 7],
    ["`a // b`", "a // b"],
    [String.raw`"a \"b\" 'c' \u00e9\x41\u{1F600}\n\\"`, "a \"b\" 'c' éA😀\n\\"],
    ["'it\\'s; const x = 1'", "it's; const x = 1"],
    ["[]", []],
    ["['a', `b`]", ["a", "b"]],
    ["[true,false]", [true, false]],
  ])("reads %s as JavaScript does", (text, value) => {
    expect(values(`const x = ${text}`)).toEqual({ x: value });
  });

  it("passes over comments and imports", () => {
    const code = `// the zone; const no = 1
import * as hc from "hindcast"; import { a } from 'b'
/* const neither = 2 */ const zone /* where */ = "a"; // delta`;
    expect(values(code)).toEqual({ zone: "a" });
    expect(values("")).toEqual({});
  });

  it.each([
    ["const x = 1 + 1", "parameters: needs const or let, got + 1"],
    ["const x = zone", "parameters: needs a text, a number, true, false or a list of these, got zone"],
    ["const x = new Date()", "parameters: needs a text, a number, true, false or a list of these, got new Date ( )"],
    ["const x = -'a'", "parameters: needs a text, a number, true, false or a list of these, got 'a'"],
    ["const x = `$" + "{1}`", "parameters: needs a text, a number, true, false or a list of these, got ` $ { 1 } `"],
    ['const x = "', 'parameters: needs a text, a number, true, false or a list of these, got "'],
    ["const x = 'a\n'", "parameters: needs a text, a number, true, false or a list of these, got ' a '"],
    ["const x = 0x10", "parameters: needs a text, a number, true, false or a list of these, got 0x10"],
    ["const x = 10n", "parameters: needs a text, a number, true, false or a list of these, got 10n"],
    ["const x = 1.5.2", "parameters: needs const or let, got .2"],
    ["const x = True", "parameters: needs a text, a number, true, false or a list of these, got True"],
    ["const x = [[1]]", "parameters: needs a text, a number, true, false or a list of these, got [ 1 ] ]"],
    ["const x = [1 2]", "parameters: needs a , or a ] in a list, got 2 ]"],
    ["const x = [1", "parameters: needs a , or a ] in a list, got the end"],
    ["const x;", "parameters: needs a value for x, got ;"],
    ["const x: 'a' | 'b' = 'a'", "parameters: needs a type, got 'a' | 'b' = 'a'"],
    ["const { a } = { a: 1 }", "parameters: needs a name, got { a } = { a"],
    ["console.log(1)", "parameters: needs const or let, got console.log ( 1 )"],
    ["const x = 'a'.length", "parameters: needs const or let, got . length"],
    ["import('a')", "parameters: needs const or let, got import ( 'a' )"],
    ["import a", "parameters: needs what an import is from, got the end"],
  ])("refuses %s", (code, message) => {
    expect(() => literalDeclarations(code)).toThrow(expect.objectContaining({ name: "DataError", message }));
  });
});
