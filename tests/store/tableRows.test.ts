import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TableRow, tableColumns, tableRows } from "../../src/store/tableRows.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();

async function rowsOf(content: string | Uint8Array, limit = 99): Promise<readonly TableRow[]> {
  return await tableRows(folder.write("t.csv", content), limit);
}

describe("tableColumns", () => {
  it("reads the header, its names folded", async () => {
    expect(await tableColumns(folder.write("t.csv", 'a,"B, c",__proto__,Événement_ID\n1,2,3,4\n'))).toEqual([
      ...["a", "b_c", "proto", "evenement_id"],
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
    const shown = content === "" ? file : "t.csv";
    await expect(tableColumns(file)).rejects.toThrow(fault("DataError", `read: the file is empty (${shown})`));
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
  it("counts records from 1 and says on which line of the file each begins", async () => {
    expect(await rowsOf('a,b\n1,"x\ny"\n2,z\n\n3,"q"\n')).toEqual([
      { row: 1, line: 2, cells: ["1", "x\ny"] },
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
      { row: 1, line: 2, cells: ["1", "x\r\ny\r\nz"] },
      { row: 2, line: 5, cells: ["3", "4"] },
    ]);
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

  it("leaves out rows that are short, or hold something beyond the columns, and counts them", async () => {
    expect(await rowsOf("a,b\n1\n1,2,3\n,\n1,2,,\n")).toEqual([
      { row: 3, line: 4, cells: ["", ""] },
      { row: 4, line: 5, cells: ["1", "2"] },
    ]);
  });

  it.each([
    ["text behind a closing quote", '1,"x"y'],
    ["a quote inside a bare cell", '1,x"y'],
  ])("leaves out a row where the quoting breaks, and no other: %s", async (_, broken) => {
    expect(await rowsOf(`a,b\n1,2\n${broken}\n2,z\n`)).toEqual([
      { row: 1, line: 2, cells: ["1", "2"] },
      { row: 3, line: 4, cells: ["2", "z"] },
    ]);
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

  it("names the line of a quote that is never closed", async () => {
    await expect(rowsOf('a,b\n1,"x\n2,z\n3,4\n')).rejects.toThrow(
      fault("DataError", "read: line 2 opens a quote that is never closed (t.csv)"),
    );
  });

  it("refuses bytes that are not UTF-8, also a letter cut off by the end of the file", async () => {
    const refused = fault("DataError", "read: not in UTF-8 (t.csv); save it as UTF-8 first");
    await expect(rowsOf(Buffer.from("a,b\nS\xe9gou,1\n", "latin1"))).rejects.toThrow(refused);
    await expect(rowsOf(Buffer.from("a,b\n1,é").subarray(0, -1))).rejects.toThrow(refused);
  });

  it("refuses a file with a zero byte, as UTF-16 without a mark has", async () => {
    const refused = fault("DataError", "read: not a text table, it holds a zero byte (t.csv)");
    await expect(rowsOf(Buffer.from("a,b\n1,2\n", "utf16le"))).rejects.toThrow(refused);
  });

  it("gives as many as are asked for, spread evenly over the file, and all where there are fewer", async () => {
    const text = `a,b\n${"1,2\n".repeat(1000)}`;
    expect((await rowsOf(text, 3)).map(({ row }) => row)).toEqual([1, 334, 667]);
    expect((await rowsOf(text, 5000)).at(-1)).toEqual({ row: 1000, line: 1001, cells: ["1", "2"] });
    expect(await rowsOf(text, 0)).toEqual([]);
    expect(await rowsOf("a,b\n", 9)).toEqual([]);
  });
});
