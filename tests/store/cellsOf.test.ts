import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../src/store/cellsOf.js";
import { numberList } from "../../src/store/numberList.js";

describe("cellsOf", () => {
  it.each<[string, string[]]>([
    ["a,b", ["a", "b"]],
    ["", [""]],
    [",", ["", ""]],
    ["a,", ["a", ""]],
    [",a", ["", "a"]],
    ['""', [""]],
    ['"",""', ["", ""]],
    ['"a,b",c', ["a,b", "c"]],
    ['"a ""b""",c', ['a "b"', "c"]],
    ['""""', ['"']],
    ['"""","a"', ['"', "a"]],
    ['"two\nlines\r\n",x', ["two\nlines\r\n", "x"]],
    [" a , b ", [" a ", " b "]],
    ["é,漢,😀", ["é", "漢", "😀"]],
  ])("of %j are %j", (record, cells) => {
    expect(cellsOf(record, ",")).toEqual(cells);
  });

  it("are those that were written, whatever the delimiter", () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a",;\t|\n\ré😀') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(",", ";", "\t", "|"), (cells, delimiter) => {
        const record = cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter);
        expect(cellsOf(record, delimiter)).toEqual(cells);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("numberList", () => {
  it("gives back what was added, in order, however long it grows", () => {
    const list = numberList();
    expect(list.count()).toBe(0);
    for (let i = 0; i < 5000; i++) list.add(i * 1e12);
    expect(list.count()).toBe(5000);
    for (const i of [0, 1, 1023, 1024, 2047, 2048, 4999]) expect(list.at(i)).toBe(i * 1e12);
  });
});
