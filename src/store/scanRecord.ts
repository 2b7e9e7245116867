/** What stands between two line ends of a text table, by its bytes. */
export interface ScannedRecord {
  /** Where it begins and where it ends, its line end left out, in the bytes scanned. */
  readonly start: number;
  readonly end: number;
  /** Where the next one begins. */
  readonly next: number;
  readonly cells: number;
  /** Where the delimiter after the last cell wanted stands; `end` where there is none. */
  readonly cut: number;
  /** 10 for a line feed, 13 for a carriage return, 23 for both, 0 at the end of the file. */
  readonly lineEnd: number;
  readonly broken: "" | "quote inside" | "text after quote";
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Scans one record of a text table (RFC 4180) without making texts of its cells; undefined where the bytes end
 * before the record does and more are to come. A record whose quoting is broken ends with the line on which it broke.
 */
export function scanRecord(
  bytes: Buffer,
  start: number,
  end: number,
  { delimiter, width, isLast }: { delimiter: number; width: number; isLast: boolean },
): ScannedRecord | undefined {
  let cells = 1;
  let cut = -1;
  let at = start;
  for (;;) {
    let byte = at < end ? bytes[at] : -1;
    if (byte === quote) {
      const closed = closingQuote(bytes, at + 1, end, isLast);
      if (closed === -1) return undefined;
      at = closed + 1;
      byte = at < end ? bytes[at] : -1;
      if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn && byte !== -1) {
        return brokenRecord(bytes, start, at, end, isLast, "text after quote");
      }
    } else {
      while (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn && byte !== quote && byte !== -1) {
        at++;
        byte = at < end ? bytes[at] : -1;
      }
      if (byte === quote) return brokenRecord(bytes, start, at, end, isLast, "quote inside");
    }
    if (byte === delimiter) {
      if (cells === width) cut = at;
      cells++;
      at++;
      continue;
    }
    const next = lineEndAt(bytes, at, end, isLast);
    if (next === undefined) return undefined;
    return { start, end: at, next, cells, cut: cut === -1 ? at : cut, lineEnd: lineEndOf(bytes, at, next), broken: "" };
  }
}

/** Where the quoted cell that begins here is closed; -1 where it is not, or where it takes a byte more to tell. */
function closingQuote(bytes: Buffer, from: number, end: number, isLast: boolean): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(quote, at);
    if (at === -1 || at >= end) return -1;
    if (at === end - 1) return isLast ? at : -1;
    if (bytes[at + 1] !== quote) return at;
    at += 2;
  }
}

function brokenRecord(
  bytes: Buffer,
  start: number,
  from: number,
  end: number,
  isLast: boolean,
  broken: ScannedRecord["broken"],
): ScannedRecord | undefined {
  let at = from;
  while (at < end && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
  const next = lineEndAt(bytes, at, end, isLast);
  if (next === undefined) return undefined;
  return { start, end: at, next, cells: 0, cut: at, lineEnd: lineEndOf(bytes, at, next), broken };
}

/** Where the line after the line end at this place begins; undefined where it takes more bytes to tell. */
function lineEndAt(bytes: Buffer, at: number, end: number, isLast: boolean): number | undefined {
  if (at >= end) return isLast ? end : undefined;
  if (bytes[at] === lineFeed) return at + 1;
  if (at + 1 >= end) return isLast ? end : undefined;
  return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
}

function lineEndOf(bytes: Buffer, at: number, next: number): number {
  if (next === at) return 0;
  return next - at === 2 ? lineFeed + carriageReturn : bytes[at];
}
