import { deflateRawSync, gzipSync } from "node:zlib";
import { acledLine, acledText, bytes, fails, kind, middle, reads, utf16 } from "./entry.js";
import { jsonOf } from "./json.js";
import { zipOf } from "./zip.js";

const text = acledText();
const whole = gzipSync(text);

/** A copy with a bit changed in some bytes, counted from the end. */
function spoilt(from: Uint8Array, ...places: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(from);
  for (const place of places) copy[copy.length - place] ^= 1;
  return copy;
}

/** A member with every optional part of the header: extra field, name, comment, checksum of the header. */
function adorned(): Uint8Array {
  const header = bytes([0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3], [4, 0, 0x41, 0x42, 0, 0], "rows.csv\0", "a comment\0");
  const sum = crc(header) & 0xffff;
  return bytes(header, [sum & 0xff, sum >> 8], deflateRawSync(text), whole.subarray(-8));
}

function crc(from: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of from) {
    sum ^= byte;
    for (let k = 0; k < 8; k++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** The same few bytes packed many times over: what is small on disk and does not end when unpacked. */
function members(content: string, times: number): Uint8Array {
  const one = gzipSync(content, { level: 9 });
  return Buffer.concat(Array.from({ length: times }, () => one));
}

const bad = /^read: .*gzip/i;
const halves = [text.slice(0, 700), text.slice(700)];
const letter = Buffer.from(text).indexOf(0xc3) + 1;

export const packed = kind("gzip", [
  reads("rows.csv.gz", "gzip", whole),
  reads("gzip-named-csv.csv", "gzip under the name of a CSV: its first bytes count", whole),
  reads("plain-named-gz.csv.gz", "plain text under the name of a gzip", text),
  reads("gzip-adorned.csv.gz", "a gzip header with every optional part", adorned()),
  reads("gzip-stored.csv.gz", "gzip that is not compressed at all", gzipSync(text, { level: 0 })),
  reads("gzip-utf16.csv.gz", "UTF-16 in gzip", gzipSync(utf16(`\uFEFF${text}`))),
  reads("gzip-members.csv.gz", "two members, cut within a row", bytes(...halves.map((half) => gzipSync(half)))),
  reads(
    "gzip-members-in-a-letter.csv.gz",
    "two members, cut between the two bytes of é",
    bytes(gzipSync(Buffer.from(text).subarray(0, letter)), gzipSync(Buffer.from(text).subarray(letter))),
  ),
  reads(
    "gzip-empty-member.csv.gz",
    "an empty member before, between and after",
    bytes(...["", text, ""].map((part) => gzipSync(part))),
  ),
  reads(
    "gzip-one-byte-members.csv.gz",
    "a member for every byte",
    Buffer.concat(Array.from(Buffer.from(text), (byte) => gzipSync(Buffer.of(byte)))),
  ),
  reads("gzip-json.json.gz", "the API's answer in gzip", gzipSync(jsonOf())),
  reads(
    "gzip-tight.csv.gz",
    "packed 500 times over, and yet only some megabytes: not a bomb",
    () =>
      gzipSync(acledText([{}, { notes: "n".repeat(1_000_000) }, {}, { notes: "m".repeat(1_000_000) }]), { level: 9 }),
    { kept: 4, facts: [{ id: "ERE4", notes: "m".repeat(1_000_000) }] },
  ),
  fails("gzip-bad-checksum.csv.gz", "one bit of the checksum is wrong", spoilt(whole, 8), bad),
  fails("gzip-bad-length.csv.gz", "the length at the end is wrong", spoilt(whole, 4), bad),
  fails(
    "gzip-bad-checksum-of-stored.csv.gz",
    "a digit of the text is wrong, the checksum is that of the right one",
    spoilt(gzipSync(text, { level: 0 }), 12),
    bad,
  ),
  fails("gzip-bad-block.csv.gz", "the compressed bytes are damaged", spoilt(whole, 200, 201, 202, 203), /^read: /),
  fails("gzip-cut.csv.gz", "cut in the middle", whole.subarray(0, whole.length >> 1), bad),
  fails("gzip-cut-trailer.csv.gz", "cut within the checksum: the text is all there", whole.subarray(0, -6), bad),
  fails("gzip-no-trailer.csv.gz", "without checksum and length: the text is all there", whole.subarray(0, -8), bad),
  fails("gzip-header-only.csv.gz", "ten bytes of header", whole.subarray(0, 10), bad),
  fails("gzip-two-bytes.csv.gz", "the two magic bytes", whole.subarray(0, 2), bad),
  fails("gzip-garbage.csv.gz", "text behind the last member", bytes(whole, "garbage"), bad),
  fails("gzip-then-plain-rows.csv.gz", "plain rows appended to a gzip", bytes(whole, `${acledLine(4)}\n`), bad),
  fails(
    "gzip-second-member-bad.csv.gz",
    "of two members, the second's checksum is wrong",
    spoilt(bytes(...halves.map((half) => gzipSync(half))), 8),
    bad,
  ),
  fails(
    "gzip-first-member-bad.csv.gz",
    "of two members, the first's checksum is wrong",
    bytes(spoilt(gzipSync(halves[0]), 8), gzipSync(halves[1])),
    bad,
  ),
  fails(
    "gzip-second-member-cut.csv.gz",
    "of two members, the second is cut",
    bytes(...halves.map((half) => gzipSync(half))).subarray(0, -40),
    bad,
  ),
  fails("gzip-of-nothing.csv.gz", "gzip of an empty file", gzipSync(""), /^read: .*empty/),
  fails("gzip-in-gzip.csv.gz", "gzip in gzip", gzipSync(whole), /^read: /, {
    chosen: "unpacked once; within lies what is not a text",
  }),
  fails("gzip-of-zip.csv.gz", "a zip in gzip", gzipSync(zipOf("rows.csv", text)), /^read: /),
  fails(
    "gzip-latin1.csv.gz",
    "Latin-1 in gzip",
    gzipSync(Buffer.from(text.replace("😀", "").replace(/[—平和]/g, ""), "latin1")),
    /^read: not in UTF-8/,
  ),
  fails(
    "gzip-header-row-only.csv.gz",
    "a header without rows in gzip",
    gzipSync(acledText([])),
    /^read: .*none of 0 rows/,
  ),
  fails(
    "bomb-blank-lines.csv.gz",
    "three good rows and 400 MB of blank lines: 1,000 times its size",
    () => bytes(gzipSync(text), members("\n".repeat(8_000_000), 50)),
    /^read: .*(unpack|gzip|times)/i,
  ),
  fails(
    "bomb-one-member.csv.gz",
    "the same in one member",
    () => gzipSync(Buffer.concat([Buffer.from(text), Buffer.alloc(300_000_000, "\r\n")]), { level: 6 }),
    /^read: .*(unpack|gzip|times)/i,
  ),
  fails("bomb-zeros.csv.gz", "400 MB of zeros", () => members("\0".repeat(8_000_000), 50), /^read: /),
  fails(
    "bomb-one-cell.csv.gz",
    "400 MB within one quoted cell",
    () => bytes(gzipSync(`${text}"`), members("a".repeat(8_000_000), 50)),
    /^read: /,
  ),
  fails(
    "bomb-one-line.csv.gz",
    "400 MB of header that does not end",
    () => members("a,".repeat(4_000_000), 50),
    /^read: /,
  ),
  fails(
    "bomb-rows.csv.gz",
    "400 MB of one row over and over: each would be refused as a twin",
    () => bytes(gzipSync(text), members(`${acledLine(1, { notes: "n".repeat(4000) })}\n`.repeat(2000), 46)),
    /^read: .*(unpack|gzip|times)/i,
  ),
  fails(
    "bomb-json.json.gz",
    "400 MB of JSON spaces",
    () => bytes(gzipSync("["), members(" ".repeat(8_000_000), 50)),
    /^read: /,
  ),
  reads(
    "gzip-after-good-rows.csv.gz",
    "the middle row is bad, in gzip",
    gzipSync(acledText(middle({ fatalities: "two" }))),
    {
      reasons: [{ row: 2, column: "fatalities", value: "two", line: 3 }],
    },
  ),
]);
