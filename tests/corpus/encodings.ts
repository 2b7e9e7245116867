import {
  acledColumns,
  acledGrid,
  acledLines,
  acledText,
  bytes,
  fails,
  kind,
  middle,
  reads,
  standardFacts,
  utf16,
  written,
} from "./entry.js";

const [head, one, two, three] = acledLines();
const notUtf8 = /^read: not in UTF-8 \(.*\); save it as UTF-8 first$/;
const zeroByte = /^read: .*zero byte/;
const bom = "\uFEFF";

/** Rows 1 and 3 stand; in row 2 the place is given by its bytes. */
function placed(place: readonly number[]): Uint8Array {
  const [before, after] = two.replace('"Wét, Land"', "\u0001").split("\u0001");
  return bytes(`${head}\n${one}\n${before}`, place, `${after}\n${three}\n`);
}

/** The three rows, then 300 more, so that what is odd comes late. */
function long(last: Uint8Array): Uint8Array {
  const rows = Array.from({ length: 300 }, () => ({ notes: "n".repeat(700) }));
  return bytes(acledText([{}, {}, {}, ...rows]), last);
}

export const encodings = kind("encoding", [
  reads("utf8.csv", "nothing is odd: UTF-8 without a byte order mark", acledText()),
  reads("utf8-bom.csv", "UTF-8 with a byte order mark, as Excel writes it", bom + acledText()),
  reads(
    "utf8-bom-quoted.csv",
    "a byte order mark before a quoted header",
    bom + acledText(undefined, { quoteAll: true }),
  ),
  reads("utf8-two-boms.csv", "two byte order marks: a tool put its own before another's", bom + bom + acledText()),
  reads("utf16le.csv", "UTF-16LE with a byte order mark", utf16(bom + acledText())),
  reads("utf16be.csv", "UTF-16BE with a byte order mark", utf16(bom + acledText(), "be")),
  reads(
    "utf16le-tabs.txt",
    "Excel's “Unicode text”: UTF-16LE, tabs, CRLF",
    utf16(bom + acledText(undefined, { delimiter: "\t", end: "\r\n" })),
  ),
  reads(
    "mojibake.csv",
    "UTF-8 once read as Latin-1 and saved again: valid text, kept as it stands",
    acledText(middle({ location: "SÃ©gou" })),
    { facts: [{ id: "ERE2", place: "SÃ©gou" }] },
  ),
  reads(
    "replacement-character.csv",
    "U+FFFD stands in the file itself: somebody lost a letter before us",
    acledText(middle({ location: "S\uFFFDgou" })),
    { facts: [{ id: "ERE2", place: "S\uFFFDgou" }] },
  ),
  reads(
    "noncharacters.csv",
    "noncharacters and letters beyond the first plane are valid UTF-8",
    acledText(middle({ notes: "\uFFFE \uFFFF \u{1FFFE} \u{10FFFF} \u{1E900}" })),
    { facts: [{ id: "ERE2", notes: "\uFFFE \uFFFF \u{1FFFE} \u{10FFFF} \u{1E900}" }] },
  ),
  reads(
    "bom-in-cell.csv",
    "a byte order mark within a cell is a character like any other",
    acledText(middle({ location: `${bom}Hilltop` })),
    { facts: [{ id: "ERE2", place: `${bom}Hilltop` }] },
  ),
  reads(
    "utf8-over-chunks.csv",
    "letters of three and four bytes over every edge of a 64 KiB chunk",
    acledText(middle({ notes: `x${"平😀".repeat(40_000)}` })),
    { facts: [{ id: "ERE2", notes: `x${"平😀".repeat(40_000)}` }] },
  ),
  reads(
    "utf16-over-chunks.csv",
    "UTF-16 pairs of surrogates over every edge of a 64 KiB chunk",
    utf16(bom + acledText(middle({ notes: `x${"😀".repeat(60_001)}` })), "be"),
    { facts: [{ id: "ERE2", notes: `x${"😀".repeat(60_001)}` }] },
  ),
  fails("latin1.csv", "Latin-1: é is the byte E9", placed([0x53, 0xe9, 0x67, 0x6f, 0x75]), notUtf8),
  fails("windows1252.csv", "Windows-1252: curly quotes are the bytes 93 and 94", placed([0x93, 0x48, 0x94]), notUtf8),
  fails("gbk.csv", "GBK: 平 is the bytes C6 BD", placed([0xc6, 0xbd, 0xba, 0xcd]), notUtf8),
  fails("shift-jis.csv", "Shift-JIS", placed([0x95, 0xbd, 0x98, 0x61]), notUtf8),
  fails("overlong.csv", "an overlong form of “/” (C0 AF)", placed([0xc0, 0xaf]), notUtf8),
  fails(
    "surrogates-in-utf8.csv",
    "a surrogate written in UTF-8 (CESU-8)",
    placed([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
    notUtf8,
  ),
  fails("beyond-unicode.csv", "a code point above U+10FFFF", placed([0xf4, 0x90, 0x80, 0x80]), notUtf8),
  fails("lone-continuation.csv", "a continuation byte without a first", placed([0x48, 0x80]), notUtf8),
  fails(
    "cut-in-a-letter.csv",
    "the file ends within a letter",
    bytes(`${head}\n${one}\n${two}\n${three.slice(0, -1)}`, [0xc3]),
    notUtf8,
  ),
  fails(
    "latin1-late.csv",
    "one Latin-1 byte after 300 kB of good rows",
    long(bytes("ERE900,S", [0xe9], "gou\n")),
    notUtf8,
  ),
  fails(
    "ebcdic.csv",
    "EBCDIC, from a mainframe",
    Uint8Array.from([0x85, 0xa5, 0x85, 0x95, 0xa3, 0x6d, 0x89, 0x84, 0x6b, 0x25]),
    notUtf8,
  ),
  fails(
    "utf16le-no-bom.csv",
    "UTF-16LE without a byte order mark: every other byte is zero",
    utf16(acledText()),
    zeroByte,
  ),
  fails("utf16be-no-bom.csv", "UTF-16BE without a byte order mark", utf16(acledText(), "be"), zeroByte),
  fails("utf16-odd.csv", "UTF-16 that ends within a letter", utf16(bom + acledText()).subarray(0, -1), /^read: .*UTF/, {
    chosen: "half a letter at the end is damage like any other: refused rather than dropped",
  }),
  fails(
    "utf16-lone-surrogate.csv",
    "half a pair of surrogates in UTF-16",
    utf16(bom + acledText(middle({ notes: "a\uD83Db" }))),
    /^read: .*UTF/,
    {
      chosen: "read as U+FFFD it would be a silent repair",
    },
  ),
  fails(
    "utf16-bom-only.csv",
    "a UTF-16 byte order mark and nothing else",
    Uint8Array.from([0xff, 0xfe]),
    /^read: .*(empty|none of 0 rows)/,
  ),
  fails(
    "utf32le.csv",
    "UTF-32LE: its mark begins like that of UTF-16LE, then come zeros",
    utf32(bom + acledText()),
    /^read: /,
  ),
  fails(
    "utf32be.csv",
    "UTF-32BE begins with two zeros",
    bytes([0, 0, 0xfe, 0xff], utf32(acledText()).subarray(3)),
    /^read: /,
  ),
  fails("zero-byte.csv", "a zero byte within a cell", acledText(middle({ notes: "a\u0000b" })), zeroByte),
  fails(
    "zero-byte-in-utf16.csv",
    "U+0000 within a cell of UTF-16",
    utf16(bom + acledText(middle({ notes: "a\u0000b" }))),
    /^read: .*zero/,
    {
      chosen: "the same character in another encoding has the same fate",
    },
  ),
  fails("zero-byte-last.csv", "a zero byte after the last line end", `${acledText()}\u0000`, zeroByte),
  fails(
    "torn-file.csv",
    "a torn copy: good rows, then a block of zeros",
    `${acledText()}${"\u0000".repeat(4096)}`,
    zeroByte,
  ),
  fails("zero-byte-late.csv", "a zero byte after 200 kB of good rows", long(bytes("ERE900,", [0], "\n")), zeroByte),
  reads(
    "accented-header.csv",
    "a header name with an accent",
    written([acledColumns.map((name) => (name === "notes" ? "Nótes" : name)), ...acledGrid().slice(1)]),
    { facts: standardFacts },
  ),
]);

function utf32(text: string): Uint8Array {
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return Buffer.concat(
    points.map((point) => {
      const four = Buffer.alloc(4);
      four.writeUInt32LE(point);
      return four;
    }),
  );
}
