import { acledText, bytes, fails, kind } from "./entry.js";
import { zipOf } from "./zip.js";

const text = acledText();
const login = '<html><head><title>Sign in</title></head><body><form action="/login">Password</form></body></html>\n';
const png = bytes(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6],
  [0, 0, 0, 0x1f, 0x15, 0xc4, 0x89],
);
const some = /^read: /;

export const foreign = kind("another kind of file", [
  fails("export.zip", "the CSV in a zip", zipOf("export.csv", text), /^read: .*zip/i),
  fails("zip-named-csv.csv", "a zip under the name of a CSV", zipOf("export.csv", text), /^read: .*zip/i),
  fails("zip-empty.zip", "a zip of nothing", bytes("PK\x05\x06", new Uint8Array(18)), /^read: .*zip/i),
  fails("book.xlsx", "an Excel workbook: a zip", zipOf("xl/workbook.xml", "<workbook/>"), /^read: .*(zip|xlsx|Excel)/i),
  fails(
    "book.xls",
    "an old Excel workbook",
    bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(504)),
    /^read: .*(xls|Excel)/i,
  ),
  fails("report.pdf", "a PDF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", /^read: .*PDF/i),
  fails(
    "pdf-binary.pdf",
    "a PDF as they are: bytes behind its first line",
    bytes("%PDF-1.4\n%", [0xe2, 0xe3, 0xcf, 0xd3], "\n1 0 obj\n"),
    /^read: .*PDF/i,
  ),
  fails("map.png", "a picture", png, /^read: .*(PNG|picture|image)/i),
  fails("map.jpg", "a photograph", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0x10], "JFIF\0"), some),
  fails("events.parquet", "a Parquet file", bytes("PAR1", [0x15, 4, 0x15, 0], "PAR1"), /^read: .*Parquet/i),
  fails("events.sqlite", "an SQLite database", bytes("SQLite format 3\0", new Uint8Array(84)), /^read: .*SQLite/i),
  fails("events.7z", "a 7-Zip archive", Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), some),
  fails("events.csv.bz2", "bzip2", bytes("BZh91AY&SY", [0x8a, 0x1e, 0xff, 0xc3, 0x90]), some),
  fails("events.csv.xz", "xz", Uint8Array.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4, 0xe6, 0xd6]), some),
  fails("events.csv.zst", "Zstandard", Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 4, 0x58, 0x51, 0]), some),
  fails("events.tar", "a tar of the CSV", tarOf("export.csv", text), some),
  fails("login.csv", "a page to sign in, saved as CSV", `<!DOCTYPE html>\n${login}`, /^read: .*HTML/i),
  fails("login-bare.csv", "the same without its doctype", login, /^read: .*HTML/i),
  fails(
    "login-upper.csv",
    "the same in capitals",
    "<!DOCTYPE HTML>\n<HTML><BODY>Sign in</BODY></HTML>\n",
    /^read: .*HTML/i,
  ),
  fails("login-indented.csv", "the same behind blank lines and spaces", `\n\n   \t${login}`, /^read: .*HTML/i),
  fails("login-bom.csv", "the same behind a byte order mark", `\uFEFF<!doctype html>\n${login}`, /^read: .*HTML/i),
  fails(
    "table.xls",
    "an HTML table under the name of an Excel file",
    "<html><table><tr><td>event_id_cnty</td></tr></table></html>",
    /^read: .*HTML/i,
  ),
  fails("answer.xml", "XML", '<?xml version="1.0" encoding="UTF-8"?>\n<rows><row id="1"/></rows>\n', /^read: .*XML/i),
  fails("answer-bom.xml", "XML behind a byte order mark", '\uFEFF<?xml version="1.0"?><rows/>', /^read: .*XML/i),
  fails(
    "page.xhtml",
    "XHTML: XML and HTML at once",
    `<?xml version="1.0"?>\n<!DOCTYPE html>\n${login}`,
    /^read: .*(XML|HTML)/i,
  ),
  fails("document.rtf", "a rich text", "{\\rtf1\\ansi ACLED export\\par}\n", some),
  fails(
    "lfs.csv",
    "a Git LFS pointer in place of the file",
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    some,
  ),
  fails("limit.csv", "a server's excuse, saved as CSV", "Too many requests\n", some),
  fails("error.csv", "a server's excuse as JSON, saved as CSV", '{"message":"Unauthorized"}\n', some),
  fails("empty.csv", "no byte at all", "", /^read: .*empty/),
  fails("bom-only.csv", "a byte order mark and nothing else", "\uFEFF", /^read: .*empty/),
  fails("one-line-end.csv", "one line end", "\n", /^read: .*(empty|blank)/),
  fails("blank-lines.csv", "blank lines only", "\r\n\n\r\r\n\n", /^read: .*(empty|blank)/),
  fails("one-letter.csv", "one letter", "x", some),
  fails("header-only.csv", "a header without rows", acledText([]), /^read: .*none of 0 rows/),
  fails(
    "header-only-no-end.csv",
    "a header without rows and without a line end",
    acledText([], { final: false }),
    /^read: .*none of 0 rows/,
  ),
  fails(
    "header-and-blank-lines.csv",
    "a header, then blank lines",
    `${acledText([])}\n\n\r\n`,
    /^read: .*none of 0 rows/,
  ),
  fails("rows-only.csv", "rows without a header", text.slice(text.indexOf("\n") + 1), some),
]);

function tarOf(name: string, content: string): Uint8Array {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write(`${Buffer.byteLength(content).toString(8).padStart(11, "0")}\0`, 124);
  header.write("ustar\x0000", 257);
  return bytes(header, content, new Uint8Array(1024));
}
