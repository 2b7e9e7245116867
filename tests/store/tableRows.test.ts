import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TableRow, tableColumns, tableRows } from "../../src/store/tableRows.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();

async function rowsOf(content: string | Uint8Array): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of tableRows(folder.write("t.csv", content))) rows.push(row);
  return rows;
}

describe("tableColumns", () => {
  it("reads the header", async () => {
    expect(await tableColumns(folder.write("t.csv", 'a,"b, c",__proto__\n1,2,3\n'))).toEqual([
      "a",
      "b, c",
      "__proto__",
    ]);
  });

  it("does not take a byte order mark for a part of the first name, quoted or not", async () => {
    expect(await tableColumns(folder.write("t.csv", "\uFEFFa,b\n"))).toEqual(["a", "b"]);
    expect(await tableColumns(folder.write("t.csv", '\uFEFF"a",b\n'))).toEqual(["a", "b"]);
  });

  it.each([
    ["no byte", ""],
    ["only line ends", "\n\n\r\n"],
    ["only a byte order mark", "\uFEFF"],
  ])("refuses a file with %s", async (_, content) => {
    const file = folder.write("t.csv", content);
    await expect(tableColumns(file)).rejects.toThrow(fault("DataError", `read: the file is empty (${file})`));
  });

  it("refuses a file that is not there, and a folder", async () => {
    const none = join(folder.path, "none.csv");
    await expect(tableColumns(none)).rejects.toThrow(fault("InputError", `read: no such file, got ${none}`));
    await expect(tableColumns(folder.path)).rejects.toThrow(
      fault("InputError", `read: needs a file, got a folder (${folder.path})`),
    );
  });
});

describe("tableRows", () => {
  it("counts records from 1 and says on which line of the file each ends", async () => {
    expect(await rowsOf('a,b\n1,"x\ny"\n2,z\n\n3,"q"\n')).toEqual([
      { row: 1, line: 3, cells: ["1", "x\ny"] },
      { row: 2, line: 4, cells: ["2", "z"] },
      { row: 3, line: 6, cells: ["3", "q"] },
    ]);
  });

  it("reads Windows and old Macintosh line ends, and a last line without one", async () => {
    const rows = [
      { row: 1, line: 2, cells: ["1", "2"] },
      { row: 2, line: 3, cells: ["3", "4"] },
    ];
    expect(await rowsOf("a,b\r\n1,2\r\n3,4\r\n")).toEqual(rows);
    expect(await rowsOf("a,b\r1,2\r3,4\r")).toEqual(rows);
    expect(await rowsOf("a,b\n1,2\n3,4")).toEqual(rows);
  });

  it("reads a file that mixes line ends, and keeps none of them in a cell", async () => {
    expect(await rowsOf("a,b\n1,2\r\n\r\n3,4\r5,6\n")).toEqual([
      { row: 1, line: 2, cells: ["1", "2"] },
      { row: 2, line: 4, cells: ["3", "4"] },
      { row: 3, line: 5, cells: ["5", "6"] },
    ]);
  });

  it("counts lines rightly behind a cell of several lines with Windows line ends", async () => {
    expect(await rowsOf('a,b\r\n1,"x\r\ny\r\nz"\r\n3,4\r\n')).toEqual([
      { row: 1, line: 4, cells: ["1", "x\r\ny\r\nz"] },
      { row: 2, line: 5, cells: ["3", "4"] },
    ]);
    await expect(rowsOf('a,b\r\n1,"x\r\ny"\r\n3,x"\r\n')).rejects.toThrow(
      fault("DataError", "read: line 4 breaks the quoting of the table (t.csv)"),
    );
  });

  it("is not misled when a chunk of a large file ends inside a Windows line end", async () => {
    for (const length of [65_534, 65_535, 65_536, 65_537]) {
      const rows = await rowsOf(`a,b\r\n${"x".repeat(length - 8)},1\r\n2,3\r\n`);
      expect(rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
        [2, "1"],
        [3, "3"],
      ]);
    }
  });

  it("hands on short and long rows as they stand, for the reader to judge", async () => {
    expect((await rowsOf("a,b\n1\n1,2,3\n,\n")).map(({ cells }) => cells)).toEqual([["1"], ["1", "2", "3"], ["", ""]]);
  });

  it("keeps spaces, accents and signs beyond the first plane", async () => {
    expect((await rowsOf("a,b\n  x ,Ségou 😀 漢\n"))[0].cells).toEqual(["  x ", "Ségou 😀 漢"]);
  });

  it("puts together a letter that the chunks of a large file cut in two", async () => {
    const cell = "é".repeat(65_536);
    const rows = await rowsOf(`a,b\nx${cell},1\n${cell},2\n`);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [`x${cell}`, "1"],
      [cell, "2"],
    ]);
  });

  it.each([
    ["text behind a closing quote", 'a,b\n1,2\n1,"x"y\n2,z\n', 3],
    ["a quote inside a bare cell", 'a,b\n1,2\n1,x"y\n2,z\n', 3],
    ["a quote that is never closed, seen at the end", 'a,b\n1,"x\n2,z\n3,4\n', 4],
  ])("names the line where the quoting breaks: %s", async (_, content, line) => {
    await expect(rowsOf(content)).rejects.toThrow(
      fault("DataError", `read: line ${line} breaks the quoting of the table (t.csv)`),
    );
  });

  it("refuses bytes that are not UTF-8, also a letter cut off by the end of the file", async () => {
    const refused = fault("DataError", "read: not in UTF-8 (t.csv); save it as UTF-8 first");
    await expect(rowsOf(Buffer.from("a,b\nS\xe9gou,1\n", "latin1"))).rejects.toThrow(refused);
    await expect(rowsOf(Buffer.from("a,b\n1,é").subarray(0, -1))).rejects.toThrow(refused);
  });

  it("refuses a file with a zero byte, as archives and UTF-16 have", async () => {
    const refused = fault("DataError", "read: not a text table, it holds a zero byte (t.csv)");
    await expect(rowsOf(Buffer.from([80, 75, 3, 4, 0, 0]))).rejects.toThrow(refused);
    await expect(rowsOf(Buffer.from("a,b\n1,2\n", "utf16le"))).rejects.toThrow(refused);
  });

  it("can be left before the end of the file and read again", async () => {
    const file = folder.write("long.csv", `a,b\n${"1,2\n".repeat(100_000)}`);
    for await (const { row } of tableRows(file)) if (row === 3) break;
    let last = 0;
    for await (const { row } of tableRows(file)) last = row;
    expect(last).toBe(100_000);
  });
});
