import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../src/index.js";
import { jsonRows } from "../../src/store/jsonRows.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();

/** The table of a JSON file: its columns, then its rows. */
async function tableOf(content: string | Uint8Array): Promise<readonly (readonly string[] | Fault)[]> {
  const table: (readonly string[] | Fault)[] = [];
  for await (const row of jsonRows(folder.write("t.json", content))) table.push(row);
  return table;
}

/** What stops a file from being a table. */
const faultOf = (words: string): unknown => fault("DataError", `read: ${words} (${folder.path}/t.json)`);

describe("jsonRows", () => {
  const rows = '[{"id":"A1","n":2},{"id":"A2","n":-3.50}]';
  const table = [
    ["id", "n"],
    ["A1", "2"],
    ["A2", "-3.50"],
  ];

  it.each([
    ["a bare array", rows],
    ["ACLED's answer", `{"status":200,"success":true,"count":2,"messages":[],"data":${rows},"filename":""}`],
    ["UCDP's answer", `{"TotalCount":2,"TotalPages":1,"NextPageUrl":"","Result":${rows}}`],
    ["HAPI's answer", `{"data":${rows}}`],
    ["a row a line", '{"id":"A1","n":2}\n{"id":"A2","n":-3.50}\n'],
    ["Windows lines and a mark", '\uFEFF{"id":"A1","n":2}\r\n{"id":"A2","n":-3.50}'],
  ])("reads %s", async (_, text) => {
    expect(await tableOf(text)).toEqual(table);
  });

  it("keeps numbers as they are written, and texts to the letter", async () => {
    const text =
      '[{"big":12345678901234567890123,"small":1E-7,"text":"a \\"b\\"\\n\\u00e9, é","yes":true,"no":false,"none":null}]';
    expect(await tableOf(text)).toEqual([
      ["big", "small", "text", "yes", "no", "none"],
      ["12345678901234567890123", "1E-7", 'a "b"\né, é', "true", "false", ""],
    ]);
  });

  it("collects columns that only later rows have", async () => {
    expect(await tableOf('[{"a":1},{"b":2,"a":3},{}]')).toEqual([
      ["a", "b"],
      ["1", ""],
      ["3", "2"],
      ["", ""],
    ]);
  });

  it("gives a row that is no plain object of texts and numbers as a fault of that row", async () => {
    const nested = "is a list or an object, not a value";
    expect(await tableOf('[{"a":1},{"a":{"b":[1,"x\\"",{},[],null,true]}},{"a":[]},{"a":2}]')).toEqual([
      ["a"],
      ["1"],
      { column: "a", value: JSON.stringify('{"b":[1,"x\\"",{},[],null,true]}'), reason: nested },
      { column: "a", value: '"[]"', reason: nested },
      ["2"],
    ]);
    expect(await tableOf('[{"a":1},{"a":1,"a":2},[2,[3]],null,7,{"a":3}]')).toEqual([
      ["a"],
      ["1"],
      { column: "a", value: '"2"', reason: "stands twice in the row" },
      { column: "", value: "[2,[3]]", reason: "is not an object of columns" },
      { column: "", value: "null", reason: "is not an object of columns" },
      { column: "", value: '"7"', reason: "is not an object of columns" },
      ["3"],
    ]);
    expect(await tableOf('[{"a":"x\\u0000"},{"a":"\\ud83d"},{"a":"ok"}]')).toMatchObject([
      ["a"],
      { column: "a", reason: "holds a sign that no text can hold" },
      { column: "a", reason: "holds a sign that no text can hold" },
      ["ok"],
    ]);
  });

  it("takes the names that every object has for columns like others", async () => {
    expect(await tableOf('[{"__proto__":"p","constructor":1,"toString":2}]')).toEqual([
      ["__proto__", "constructor", "toString"],
      ["p", "1", "2"],
    ]);
  });

  it("reads a row that is longer than a piece of the file", async () => {
    const long = "é".repeat(400_000);
    expect(await tableOf(JSON.stringify([{ a: long, b: 1 }]))).toEqual([
      ["a", "b"],
      [long, "1"],
    ]);
  });

  it.each([
    ["breaks off at line 2, column 6", '[{"a":1},\n{"b":'],
    ["breaks off at line 1, column 9", '[{"a":1}'],
    ["breaks off at line 1, column 10", '[{"a":1}]tru'],
    ["stops being JSON at line 1, column 9", '[{"a":1,}]'],
    ["stops being JSON at line 1, column 8", "[{'a':1}]".replace("[{", "      [")],
    ["a web page and not JSON", "\n<!DOCTYPE html><p>Sign in</p>"],
    ["row 1 is not an object of columns", "5"],
    ["row 2 is not an object of columns", '{"a":1}\n[2]'],
    ["holds more after its rows", '[{"a":1}]{"a":2}'],
    ["holds more after its rows", '{"data":[{"a":1}]}{"data":[{"a":2}]}'],
    ["the file holds no rows", "[]"],
    ["the file holds no rows", " "],
    ["the answer holds no rows, as it does for an account without access to events", '{"success":true,"data":[]}'],
    ["the answer announces 387426 rows and holds 1; pull every page", '{"TotalCount":387426,"Result":[{"a":1}]}'],
    ["the answer announces 3 rows and holds 1; pull every page", '{"data":[{"a":1}],"count":"3"}'],
    ["the publisher refused", '{"success":false}'],
    ["the publisher refused", '{"status":500,"success":true,"data":[{"a":1}]}'],
    ["the publisher refused: Access denied", '{"status":403,"success":false,"message":"Access denied"}'],
    ['the publisher refused: ["no tier"]', '{"success":false,"error":["no tier"],"data":[]}'],
    ["the publisher refused: Not found", '{"detail":"Not found"}'],
    ["not in UTF-8; save it as UTF-8 first", new Uint8Array([0x5b, 0x22, 0xe9, 0x22, 0x5d])],
    ["the file is empty", ""],
    [
      '"features" of row 1 is a long list or object; rows stand under data or Result',
      JSON.stringify({ type: "FeatureCollection", features: Array(9_000).fill({ a: 1 }) }),
    ],
  ])("stops: %s", async (words, text) => {
    await expect(tableOf(text)).rejects.toThrow(faultOf(words));
  });

  it("needs a file", async () => {
    await expect(jsonRows("/nowhere.json").next()).rejects.toThrow(
      fault("InputError", "read: no such file, got /nowhere.json"),
    );
    await expect(jsonRows(folder.path).next()).rejects.toThrow(
      fault("InputError", `read: needs a file, got a folder (${folder.path})`),
    );
  });

  it("reads back any table, in every container", async () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const row = fc.record({ id: fc.string(), ["__proto__"]: cell, b: cell });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (some) => {
        const array = JSON.stringify(some);
        const lines = some.map((one) => JSON.stringify(one)).join("\n");
        const expected = some.map((one) => ["id", "b"].map((name) => String(Reflect.get(one, name) ?? "")));
        for (const text of [array, lines, `{"count":${some.length},"data":${array}}`]) {
          const [columns, ...cells] = (await tableOf(text)).map((one) => ("reason" in one ? [] : one));
          const at = ["id", "b"].map((name) => columns.indexOf(name));
          expect(cells.map((one) => at.map((i) => one[i]))).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });
});
