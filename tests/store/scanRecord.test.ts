import { describe, expect, it } from "vitest";
import { type ScannedRecord, scanRecord } from "../../src/store/scanRecord.js";

function scanned(text: string, width = 2, isLast = true, start = 0): ScannedRecord | undefined {
  const bytes = Buffer.from(`${text}STALE,"\n`);
  return scanRecord(bytes, start, Buffer.byteLength(text), { delimiter: 44, width, isLast });
}

describe("scanRecord", () => {
  it("finds where a record ends and where the next begins, for each line end", () => {
    expect(scanned("a,b\nc")).toMatchObject({ start: 0, end: 3, next: 4, cells: 2, lineEnd: 10, broken: "" });
    expect(scanned("a,b\rc")).toMatchObject({ end: 3, next: 4, lineEnd: 13 });
    expect(scanned("a,b\r\nc")).toMatchObject({ end: 3, next: 5, lineEnd: 23 });
    expect(scanned("a,b\n\rc")).toMatchObject({ end: 3, next: 4, lineEnd: 10 });
    expect(scanned("a,b")).toMatchObject({ end: 3, next: 3, lineEnd: 0 });
    expect(scanned("x\na,b\nc", 2, true, 2)).toMatchObject({ start: 2, end: 5, next: 6, cells: 2 });
  });

  it("takes delimiters and line ends inside quotes for text", () => {
    expect(scanned('"a,\r\n""b""",c\nd')).toMatchObject({ end: 13, next: 14, cells: 2, cut: 13, broken: "" });
    expect(scanned('"",""\n')).toMatchObject({ end: 5, cells: 2 });
    expect(scanned('""""\n')).toMatchObject({ end: 4, cells: 1 });
  });

  it("counts cells, and says where the last one wanted ends", () => {
    expect(scanned("\n")).toMatchObject({ end: 0, next: 1, cells: 1, cut: 0 });
    expect(scanned("a\n")).toMatchObject({ cells: 1, cut: 1 });
    expect(scanned("a,\n")).toMatchObject({ cells: 2, cut: 2 });
    expect(scanned("a,b,\n")).toMatchObject({ cells: 3, cut: 3, end: 4 });
    expect(scanned("a,b,c,d\n")).toMatchObject({ cells: 4, cut: 3, end: 7 });
    expect(scanned('"x,y",b,"z"\n')).toMatchObject({ cells: 3, cut: 7, end: 11 });
  });

  it.each([
    ['1,"x"y,z\nn', "text after quote", 8],
    ['1,"x" ,z\nn', "text after quote", 8],
    ['1,x"y,z\nn', "quote inside", 7],
    ['1, "x",z\r\nn', "quote inside", 8],
    ['"x""\n"y\nn', "text after quote", 7],
  ])("says that quoting is broken and ends the record with the line: %j", (text, broken, end) => {
    expect(scanned(text)).toMatchObject({ broken, end, cells: 0 });
  });

  it("waits for more bytes where the record may not be over", () => {
    for (const text of ["a,b", "a,b\r", '"a', '"a"', '"a""', '"a"",', 'a"b', "", '"a\n', 'a"b\r'])
      expect(scanned(text, 2, false), JSON.stringify(text)).toBeUndefined();
    expect(scanned("a,b\n", 2, false)).toMatchObject({ next: 4 });
    expect(scanned("a,b\rx", 2, false)).toMatchObject({ next: 4 });
  });

  it("takes the end of the file for the end of the record, but not of a quoted cell", () => {
    expect(scanned("a,b\r")).toMatchObject({ end: 3, next: 4, lineEnd: 13 });
    expect(scanned('a,"b"')).toMatchObject({ end: 5, next: 5, cells: 2 });
    expect(scanned('a"b')).toMatchObject({ end: 3, next: 3, broken: "quote inside" });
    for (const text of ['"a', '"a""', '"', 'x,"a\n']) expect(scanned(text), JSON.stringify(text)).toBeUndefined();
  });
});
