import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { xlsxRows } from "../../src/store/xlsxRows.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();
const known = ["country", "month", "year", "events"];

type Cell = string | number | boolean | { readonly date: number } | { readonly raw: string } | undefined;
type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function cellXml(cell: Cell, place: string): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
  return "date" in cell ? `<c r="${place}" s="1"><v>${cell.date}</v></c>` : cell.raw.replace("<c", `<c r="${place}"`);
}

/** The files of a workbook, made up from its cells. */
function workbook(sheets: Sheets): Record<string, Uint8Array> {
  const names = Object.keys(sheets);
  const each = (text: (name: string, n: number) => string): string =>
    names.map((name, i) => text(name, i + 1)).join("");
  const rows = (some: readonly (readonly Cell[])[]): string =>
    some
      .map((cells, i) => {
        const texts = cells.map((cell, j) => cellXml(cell, `${String.fromCharCode(65 + j)}${i + 1}`));
        return `<row r="${i + 1}">${texts.join("")}</row>`;
      })
      .join("");
  const links = each(
    (_, n) => `<Relationship Id="r${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const texts: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(
      (name, n) => `<sheet name="${name}" sheetId="${n}" r:id="r${n}"/>`,
    )}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, i) => {
    texts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<worksheet xmlns="${main}"><sheetData>${rows(sheets[name])}</sheetData></worksheet>`;
  });
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
}

const file = `${folder.path}/t.xlsx`;

async function tableOf(bytes: Uint8Array, most?: number): Promise<readonly (readonly string[])[]> {
  folder.write("t.xlsx", bytes);
  const table: (readonly string[])[] = [];
  for await (const row of xlsxRows(file, { known, ...(most !== undefined && { most }) })) table.push(row);
  return table;
}

const read = (sheets: Sheets): Promise<readonly (readonly string[])[]> => tableOf(zipSync(workbook(sheets)));
const faultOf = (words: string): unknown => fault("DataError", `read: ${words} (${file})`);
const data = [
  ["Country", "Month", "Year", "Events"],
  ["Erewhon", "May", 2023, 3],
];
const texts = [
  ["Country", "Month", "Year", "Events"],
  ["Erewhon", "May", "2023", "3"],
];

describe("xlsxRows", () => {
  it("reads the sheet that has the columns of a source", async () => {
    expect(await read({ Licence: [["Terms of use"], ["Country of origin"]], Data: data })).toEqual(texts);
  });

  it("reads the only sheet, whatever its columns, below empty rows", async () => {
    expect(await read({ Sheet1: [[], [""], ["a", "b"], [1, 2]] })).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("gives cells as text: days, times, yes or no, and numbers without the noise of binary fractions", async () => {
    const cells = ["Erewhon", { date: 43830 }, { date: 43830.520833333336 }, true, false, 0.1 + 0.2, -4.25, 1.7e9];
    const names = ["country", "month", "c", "d", "e", "f", "g", "h"];
    expect(await read({ Data: [names, cells] })).toEqual([
      names,
      ["Erewhon", "2019-12-31", "2019-12-31T12:30:00", "true", "false", "0.3", "-4.25", "1700000000"],
    ]);
    expect(await read({ Data: [["a"], [1e-7], [123456789012345], [45.00000000000001]] })).toEqual([
      ...[["a"], ["0.0000001"], ["123456789012345"], ["45"]],
    ]);
  });

  it("keeps spaces, leaves out empty rows, and keeps what stands beyond the columns", async () => {
    const table = await read({
      Data: [["a", "b"], [], [" x ", undefined], [undefined, ""], ["1", "2", undefined, "3"]],
    });
    expect(table).toEqual([
      ["a", "b"],
      [" x ", ""],
      ["1", "2", "", "3"],
    ]);
  });

  it("asks which of two like sheets is meant, and names those that do not fit", async () => {
    await expect(read({ One: data, Two: data, Terms: [["Country"]] })).rejects.toThrow(
      faultOf('sheets "One", "Two" all hold events; save one as CSV'),
    );
    await expect(read({ Terms: [["Terms"]], Notes: [] })).rejects.toThrow(
      faultOf('no sheet begins with the columns of a known source, of "Terms", "Notes"'),
    );
    await expect(read({ Data: [[]] })).rejects.toThrow(faultOf('sheet "Data" is empty'));
  });

  it("refuses a workbook that unpacks to more than is allowed, before it unpacks it", async () => {
    const bomb = { ...workbook({ Data: data }), "xl/media.xml": new Uint8Array(3_000_000) };
    const zip = zipSync(bomb, { level: 9 });
    expect(zip.length).toBeLessThan(10_000);
    await expect(tableOf(zip, 2_000_000)).rejects.toThrow(faultOf("unpacks to more than 2 MB; save the sheet as CSV"));
    const large = new Uint8Array(2_000_001);
    await expect(tableOf(large, 2_000_000)).rejects.toThrow(faultOf("larger than 2 MB; save the sheet as CSV"));
  });

  it("refuses a file in an archive that unpacks to more than it declares", async () => {
    const zip = Buffer.from(zipSync({ ...workbook({ Data: data }), "xl/lie.xml": new Uint8Array(100_000) }));
    const declared = zip.lastIndexOf("xl/lie.xml", undefined, "latin1") - 46 + 24;
    zip.writeUInt32LE(10, declared);
    await expect(tableOf(zip)).rejects.toThrow(faultOf("xl/lie.xml is damaged"));
  });

  it("refuses a workbook with one wrong byte", async () => {
    const zip = Buffer.from(zipSync(workbook({ Data: data }), { level: 0 }));
    zip[zip.indexOf("Erewhon")] = 0x45 + 1;
    await expect(tableOf(zip)).rejects.toThrow(faultOf("xl/worksheets/sheet1.xml is damaged"));
  });

  it("refuses what is no workbook, and says what it is", async () => {
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    await expect(tableOf(old)).rejects.toThrow(faultOf("an .xls of old; save it as .xlsx"));
    const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]);
    await expect(tableOf(locked)).rejects.toThrow(faultOf("the workbook is locked with a password; save it without"));
    await expect(tableOf(strToU8("a,b\n1,2\n"))).rejects.toThrow(faultOf("not an .xlsx workbook"));
    await expect(tableOf(zipSync({ "a.txt": strToU8("a") }))).rejects.toThrow(
      faultOf("an archive, but not an .xlsx workbook"),
    );
    const whole = zipSync(workbook({ Data: data }));
    await expect(tableOf(whole.slice(0, whole.length / 2))).rejects.toThrow(
      faultOf("the file is torn: it ends before its list of contents"),
    );
    await expect(xlsxRows("/nowhere.xlsx", { known }).next()).rejects.toThrow(
      fault("InputError", "read: no such file, got /nowhere.xlsx"),
    );
    await expect(xlsxRows(folder.path, { known }).next()).rejects.toThrow(
      fault("InputError", `read: needs a file, got a folder (${folder.path})`),
    );
  });

  it("refuses a file locked inside the archive, and one packed by a rare method", async () => {
    const zip = Buffer.from(zipSync(workbook({ Data: data })));
    const entry = zip.lastIndexOf("xl/workbook.xml", undefined, "latin1") - 46;
    const locked = Buffer.from(zip);
    locked.writeUInt16LE(1, entry + 8);
    await expect(tableOf(locked)).rejects.toThrow(faultOf("xl/workbook.xml is locked with a password"));
    zip.writeUInt16LE(12, entry + 10);
    await expect(tableOf(zip)).rejects.toThrow(faultOf("xl/workbook.xml is packed by a method that is not known, 12"));
  });

  it("says that a workbook without its sheet is damaged", async () => {
    const { "xl/worksheets/sheet1.xml": _, ...rest } = workbook({ Data: data });
    await expect(tableOf(zipSync(rest))).rejects.toThrow(/^read: the workbook is damaged: .* \(.*t\.xlsx\)$/);
  });
});
