import { readFile, stat } from "node:fs/promises";
import { zipSync } from "fflate";
import readSheets, { type Row, type Sheet } from "read-excel-file/node";
import { DataError, InputError } from "../core/errors.js";
import { columnName } from "../core/source.js";
import { unzipped } from "./unzipped.js";

/** What a workbook may unpack to, in bytes. */
const limit = 500_000_000;

/**
 * The rows of a workbook's data sheet as a table: first its columns, then the cells of every row that has any. The sheet is
 * the one whose first row has the most of the `known` columns (named as `columnName` gives them), at least two, or the only
 * one. A date is its ISO day, with the time where it has one; a number has the fifteen digits that a spreadsheet keeps.
 *
 * @throws InputError when there is no such file; DataError when it is no .xlsx, locked, damaged, too large, or no sheet fits
 */
export async function* xlsxRows(
  file: string,
  { known, most = limit }: { readonly known: readonly string[]; readonly most?: number },
): AsyncGenerator<readonly string[]> {
  const sheets = await sheetsOf(await checkedBytes(file, most), file, most);
  const { sheet, data } = dataSheet(sheets, new Set(known), file);
  let width = 0;
  for (const row of data) {
    const cells = row.map(textOf);
    while (cells.length > width && cells.at(-1) === "") cells.pop();
    if (cells.every((cell) => cell === "")) continue;
    if (width === 0) width = cells.length;
    yield cells;
  }
  if (width === 0) throw new DataError(`read: sheet ${JSON.stringify(sheet)} is empty (${file})`);
}

async function checkedBytes(file: string, most: number): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new InputError(`read: no such file, got ${file}`);
  if (!found.isFile()) throw new InputError(`read: needs a file, got a folder (${file})`);
  if (found.size > most) throw new DataError(`read: larger than ${most / 1e6} MB; save the sheet as CSV (${file})`);
  const bytes = await readFile(file);
  if (bytes.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1") {
    const isLocked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    const words = isLocked
      ? "the workbook is locked with a password; save it without"
      : "an .xls of old; save it as .xlsx";
    throw new DataError(`read: ${words} (${file})`);
  }
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\x03\x04") {
    throw new DataError(`read: not an .xlsx workbook (${file})`);
  }
  return bytes;
}

/** The sheets, parsed from a repacked archive of which every size is known to be true. */
async function sheetsOf(bytes: Buffer, file: string, most: number): Promise<readonly Sheet<string>[]> {
  const files = unzipped(bytes, { file, limit: most, wanted: (name) => /\.(xml|rels)$/.test(name) });
  if (!("xl/workbook.xml" in files)) throw new DataError(`read: an archive, but not an .xlsx workbook (${file})`);
  try {
    return await readSheets(Buffer.from(zipSync(files, { level: 0 })), { trim: false, parseNumber: fifteenDigits });
  } catch (error) {
    throw new DataError(`read: the workbook is damaged: ${error instanceof Error ? error.message : error} (${file})`);
  }
}

function dataSheet(sheets: readonly Sheet<string>[], known: ReadonlySet<string>, file: string): Sheet<string> {
  const fits = sheets
    .map((one) => {
      const header = one.data.find((row) => row.some((cell) => textOf(cell) !== "")) ?? [];
      return { one, met: header.filter((cell) => known.has(columnName(textOf(cell)))).length };
    })
    .sort((one, other) => other.met - one.met);
  const names = (some: readonly { one: Sheet<string> }[]): string =>
    some.map(({ one }) => JSON.stringify(one.sheet)).join(", ");
  if (sheets.length === 1) return sheets[0];
  const best = fits.filter(({ met }) => met >= 2 && met === fits[0].met);
  if (best.length === 1) return best[0].one;
  if (best.length > 1) {
    throw new DataError(`read: sheets ${names(best)} all hold events; save one as CSV (${file})`);
  }
  throw new DataError(`read: no sheet begins with the columns of a known source, of ${names(fits)} (${file})`);
}

function textOf(cell: Row<string>[number]): string {
  if (cell === null) return "";
  if (cell instanceof Date) return secondIn(cell).replace("T00:00:00", "");
  return String(cell);
}

/** A sheet keeps a time as a fraction of a day, which is off by less than a second. */
function secondIn(date: Date): string {
  return new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19);
}

function fifteenDigits(text: string): string {
  const number = Number(Number(text).toPrecision(15));
  const plain = String(number);
  return /e-/.test(plain) ? number.toFixed(20).replace(/0+$/, "") : plain;
}
