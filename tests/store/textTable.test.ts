import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TextTable, textTable } from "../../src/store/textTable.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();
const aside = join(folder.path, "aside");
mkdirSync(aside);

async function tableOf(content: string): Promise<TextTable> {
  return await textTable(folder.write("t.csv", content), aside);
}

describe("the header of a text table", () => {
  it.each<[string, string, string[], string, number]>([
    ["commas", "a,b\n1,2\n", ["a", "b"], ",", 4],
    ["tabs", "a\tb,c\td\n", ["a", "b_c", "d"], "\t", 8],
    ["semicolons", "a;b,c;d\n", ["a", "b_c", "d"], ";", 8],
    ["bars", "a|b;c|d|e,f\n", ["a", "b_c", "d", "e_f"], "|", 12],
    ["quoted names", '"a;b";"c;d"\n', ["a_b", "c_d"], ";", 12],
    ["one column", "a\n1\n", ["a"], ",", 2],
    ["a mark", "\uFEFFa,b\n", ["a", "b"], ",", 7],
    ["blank lines before it", "\n\r\n\ra,b\n", ["a", "b"], ",", 8],
    ["no line end", "a,b", ["a", "b"], ",", 3],
    ["Excel's line", "sep=;\r\na;b,c\r\n1;2\r\n", ["a", "b_c"], ";", 14],
    ["Excel's line with a tab", "sep=\t\na\tb,c\n", ["a", "b_c"], "\t", 12],
    ["a mark and Excel's line", "\uFEFFsep=,\na,b;c;d\n", ["a", "b_c_d"], ",", 17],
    ["Excel's line with a sign that we do not know", "sep=^\na;b\n", ["a", "b"], ";", 10],
    ["a line end inside a name", '"a\nx",b\n1,2\n', ["a_x", "b"], ",", 8],
    ["a spare delimiter", "a,b,,\n", ["a", "b"], ",", 6],
    ["a name missing inside", "a,,b\n", ["a", "", "b"], ",", 5],
    ["hashtags", "a,b\n#event+id,#date\n1,2\n", ["a", "b"], ",", 20],
    ["some hashtags", "a,b,c\n#x,,\n", ["a", "b", "c"], ",", 11],
    ["a row that is none of hashtags", "a,b\n#1,#2\n", ["a", "b"], ",", 4],
    ["a row of a hashtag and a number", "a,b\n#x,2\n", ["a", "b"], ",", 4],
    ["a row of empty cells", "a,b\n,\n", ["a", "b"], ",", 4],
  ])("with %s", async (_, text, columns, delimiter, from) => {
    expect(await tableOf(text)).toMatchObject({ columns, delimiter, from });
  });

  it("must name something", async () => {
    const none = fault("DataError", "read: the first line names no columns (t.csv)");
    for (const text of [",,\n1,2,3\n", '""\n1\n', " , \n", "--,!\n"]) await expect(tableOf(text)).rejects.toThrow(none);
    const empty = fault("DataError", "read: the file is empty (t.csv)");
    for (const text of ["\n", "\uFEFF\n", "sep=;\n", "sep=;"]) await expect(tableOf(text)).rejects.toThrow(empty);
  });
});

describe("textTable", () => {
  it.each([
    ["line feeds", "a,b\n1,2\n", "\n", 1],
    ["Windows line ends", "a,b\r\n1,2\r\n", "\r\n", 1],
    ["no line end at the end", "a,b\r\n1,2", "\r\n", 1],
    ["a mark", "\uFEFFa,b\n1,2\n", "\n", 1],
    ["Excel's line and hashtags", "sep=,\na,b\n#x,#y\n1,2\n", "\n", 3],
  ])("leaves a regular file as it is: %s", async (_, text, lineEnd, skip) => {
    const table = await tableOf(text);
    expect(table).toMatchObject({ file: join(folder.path, "t.csv"), lineEnd, skip, malformed: [] });
    expect(table.sha256).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it.each([
    ["blank lines", "a,b\n1,2\n\n3,4\n\n"],
    ["blank lines first", "\n\na,b\n1,2\n3,4\n"],
    ["mixed line ends", "a,b\n1,2\r\n3,4\r"],
    ["another line end behind the header", "a,b\r\n1,2\n3,4\n"],
    ["old Macintosh line ends", "a,b\r1,2\r3,4\r"],
    ["spare delimiters", "a,b,\n1,2,,,\n3,4\n"],
    ["spare quoted nothings", 'a,b\n1,2,""\n3,4\n'],
    ["a line end in a name", '"a\n",b\n1,2\n3,4\n'],
    ["a malformed row", 'a,b\n1,2\nx\n3,4\ny"z,1\n'],
  ])("puts a regular copy aside of a file with %s", async (_, text) => {
    const table = await tableOf(text);
    expect(table).toMatchObject({ file: join(aside, "regular.csv"), lineEnd: "\n", skip: 1 });
    expect(readFileSync(table.file, "utf8").split("\n").slice(1)).toEqual(["1,2", "3,4", ""]);
    expect(table.records - table.malformed.length).toBe(2);
    expect(table.sha256).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("accounts for malformed records, and knows each row's line and text", async () => {
    const table = await tableOf('a,b\n1,2\n3\n\n4,"5"x\r\n6,"7\n""8"""\n9,10,11\n"x",y"\n12,13\n');
    expect(table.records).toBe(7);
    expect(table.malformed).toEqual([
      { row: 2, column: "b", value: "", reason: "the row ends after 1 of 2 columns" },
      { row: 3, column: "", value: '4,"5"x', reason: "has text after a closing quote" },
      { row: 5, column: "", value: "11", reason: "stands beyond the 2 columns" },
      { row: 6, column: "", value: '"x",y"', reason: "has a quote inside an unquoted cell" },
    ]);
    expect([0, 1, 2].map((index) => table.rowOf(index))).toEqual([1, 4, 7]);
    expect(await table.places([1, 2, 3, 4, 7])).toEqual([
      { line: 2, raw: "1,2" },
      { line: 3, raw: "3" },
      { line: 5, raw: '4,"5"x' },
      { line: 6, raw: '6,"7\n""8"""' },
      { line: 10, raw: "12,13" },
    ]);
  });

  it("shows no more than the beginning of a broken record as its value", async () => {
    const { malformed } = await tableOf(`a,b\n"${"x".repeat(500)}"y,z\n`);
    expect(malformed[0].value).toBe(`"${"x".repeat(199)}`);
  });

  it("knows whether a cell holds a line end, refused ones aside", async () => {
    const held = async (text: string) => (await tableOf(text)).hasLongCells;
    expect(await held("a,b\n1,2\n")).toBe(false);
    expect(await held('a,b\n1,"\n"\n')).toBe(true);
    expect(await held('a,b\r\n1,"\r"\r\n')).toBe(true);
    expect(await held('a,b\n1,2\n"x\ny"\n')).toBe(false);
    expect(await held('a,b\n1,"2\r\n",,\n')).toBe(true);
  });
});
