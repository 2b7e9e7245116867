import {
  acledColumns,
  acledGrid,
  acledLine,
  acledLines,
  acledText,
  type Cells,
  fails,
  kind,
  line,
  middle,
  reads,
  standardFacts,
  written,
} from "./entry.js";

const [head, one, two, three] = acledLines();
const facts = standardFacts;

/** A grid with one more column at a place: its name, then a cell for each row. */
function withColumn(at: number, ...cells: readonly string[]): readonly (readonly string[])[] {
  return acledGrid().map((row, i) => [...row.slice(0, at), cells[i], ...row.slice(at)]);
}

/** The three rows under other names of columns. */
function named(name: (column: string) => string): readonly (readonly string[])[] {
  return [acledColumns.map(name), ...acledGrid().slice(1)];
}

const without = (...columns: readonly string[]): string =>
  acledText(undefined, { columns: acledColumns.filter((column) => !columns.includes(column)) });

export const delimiters = kind("delimiter", [
  reads("tab.tsv", "tabs", acledText(undefined, { delimiter: "\t" })),
  reads("semicolon.csv", "semicolons", acledText(undefined, { delimiter: ";" })),
  reads("pipe.txt", "pipes", acledText(undefined, { delimiter: "|" })),
  reads(
    "semicolon-quoted.csv",
    "semicolons, every cell quoted",
    acledText(undefined, { delimiter: ";", quoteAll: true }),
  ),
  reads(
    "semicolon-with-commas.csv",
    "semicolons, and more commas than semicolons in the rows",
    acledText([{}, {}, {}, { notes: ",".repeat(200) }], { delimiter: ";" }),
    { kept: 4, facts: [...facts, { id: "ERE4", notes: ",".repeat(200) }] },
  ),
  reads(
    "comma-with-tabs.csv",
    "commas, with tabs, semicolons and pipes within cells",
    acledText(middle({ notes: "a\tb;c|d\te;f|g", location: "\tHill;top|" })),
    { facts: [{ id: "ERE2", notes: "a\tb;c|d\te;f|g", place: "\tHill;top|" }] },
  ),
  reads(
    "semicolon-name-with-comma.csv",
    "semicolons, and an extra column whose quoted name holds ten commas",
    written(withColumn(31, "a,b,c,d,e,f,g,h,i,j,k", "x", "", "y,z"), { delimiter: ";" }).replace(
      /a,b.*k/,
      (name) => `"${name}"`,
    ),
    { facts },
  ),
  reads(
    "sep-semicolon.csv",
    "Excel's first line sep=;",
    `sep=;\r\n${acledText(undefined, { delimiter: ";", end: "\r\n" })}`,
  ),
  reads("sep-comma.csv", "Excel's first line sep=,", `sep=,\n${acledText()}`),
  reads("sep-tab.csv", "Excel's first line, with a tab", `sep=\t\n${acledText(undefined, { delimiter: "\t" })}`),
  reads("sep-bom.csv", "a byte order mark, then sep=;", `\uFEFFsep=;\n${acledText(undefined, { delimiter: ";" })}`),
  reads(
    "sep-lines.csv",
    "lines are still those of the file below sep=;",
    `sep=;\n${acledText(middle({ fatalities: "x" }), { delimiter: ";" })}`,
    { reasons: [{ row: 2, column: "fatalities", value: "x", line: 4 }] },
  ),
  fails("colons.csv", "colons are no delimiter", acledText(undefined, { delimiter: ":" }), /^read: /),
  fails("spaces.txt", "a table aligned with spaces", acledText().replaceAll(",", "   "), /^read: /),
  reads(
    "decimal-comma.csv",
    "semicolons with decimal commas in one row, as a German Excel writes them",
    acledText(middle({ latitude: "14,5", longitude: "-4,25" }), { delimiter: ";" }),
    { reasons: [{ row: 2, column: "latitude", value: "14,5" }] },
  ),
]);

export const headers = kind("header", [
  reads("upper-case.csv", "names in capitals", written(named((name) => name.toUpperCase())), { facts }),
  reads("spaced.csv", "names with spaces around them", written(named((name) => ` ${name}  `)), { facts }),
  reads(
    "spaces-for-dashes.csv",
    "names with spaces in place of underscores",
    written(named((name) => name.replaceAll("_", " "))),
    { facts },
  ),
  reads("accented.csv", "names with accents", written(named((name) => name.replaceAll("e", "é"))), { facts }),
  reads(
    "quoted-names.csv",
    "names in quotes",
    `${acledColumns.map((name) => `"${name}"`).join(",")}\n${one}\n${two}\n${three}\n`,
    { facts },
  ),
  reads("reversed.csv", "the columns backwards", acledText(undefined, { columns: [...acledColumns].reverse() })),
  reads(
    "proto-columns.csv",
    "columns named as what every object has",
    written(
      ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"].reduce<readonly (readonly string[])[]>(
        (grid, name) => grid.map((row, i) => [i === 0 ? name : "polluted", ...row]),
        acledGrid(),
      ),
    ),
    { facts },
  ),
  reads(
    "extra-columns.csv",
    "2,000 columns that nobody knows",
    written(
      acledGrid().map((row, i) => [
        ...row,
        ...Array.from({ length: 2000 }, (_, k) => (i === 0 ? `extra ${k}` : `${k}`)),
      ]),
    ),
    { facts },
  ),
  reads(
    "unnamed-column.csv",
    "a column without a name in front, as R writes row names",
    written(withColumn(0, "", "1", "2", "3")),
    { facts },
  ),
  reads("trailing-commas.csv", "a comma more at the end of every line", written(withColumn(31, "", "", "", "")), {
    facts,
  }),
  reads(
    "trailing-commas-five.csv",
    "five commas more at the end of every line, without names",
    `${acledText().replaceAll("\n", ",,,,,\n")}`,
    { facts },
  ),
  fails(
    "twice.csv",
    "a column that stands twice",
    written(withColumn(31, "fatalities", "9", "9", "9")),
    /^read: .*fatalities.*twice/,
  ),
  fails(
    "twice-by-case.csv",
    "a column that stands twice but for its case",
    written(withColumn(31, "FATALITIES", "9", "9", "9")),
    /^read: .*fatalities.*twice/i,
  ),
  fails(
    "twice-by-space.csv",
    "a column that stands twice but for a space",
    written(withColumn(31, " fatalities", "9", "9", "9")),
    /^read: .*fatalities.*twice/,
  ),
  fails(
    "twice-unused.csv",
    "a column that nobody reads stands twice",
    written(withColumn(31, "tags", "a", "b", "c")),
    /^read: .*tags.*twice/,
  ),
  fails(
    "proto-twice.csv",
    "__proto__ stands twice",
    written(withColumn(0, "__proto__", "", "", "").map((row, i) => [i === 0 ? "__proto__" : "", ...row])),
    /^read: .*twice/,
  ),
  fails("no-fatalities.csv", "without fatalities", without("fatalities"), /^read: .*fatalities/),
  fails("no-date.csv", "without event_date", without("event_date"), /^read: .*event_date/),
  fails(
    "no-three.csv",
    "without three columns: all are named",
    without("latitude", "event_date", "fatalities"),
    /^read: (?=.*latitude)(?=.*event_date)(?=.*fatalities)/,
  ),
  fails(
    "misspelt.csv",
    "a name misspelt",
    written(named((name) => (name === "fatalities" ? "fatalties" : name))),
    /^read: .*fatalities/,
  ),
  fails(
    "broken-header.csv",
    "the header's quoting is broken",
    `"event_id_cnty"x,${head.slice(head.indexOf(",") + 1)}\n${one}\n`,
    /^read: .*line 1/,
  ),
  fails(
    "header-without-end.csv",
    "the header's quote is never closed",
    `"${head}\n${one}\n${two}\n`,
    /^read: .*line 1\b/,
  ),
  reads(
    "hashtags.csv",
    "a second row of #hashtags",
    written([acledColumns, acledColumns.map((name) => `#${name}`), ...acledGrid().slice(1)]),
    { facts },
  ),
  reads(
    "hashtags-some.csv",
    "a second row of hashtags with gaps and attributes",
    written([
      acledColumns,
      acledColumns.map(
        (name) =>
          ({ event_id_cnty: "#event+id", event_date: "#date+occurred", fatalities: "#affected+killed" })[name] ?? "",
      ),
      ...acledGrid().slice(1),
    ]),
    { facts },
  ),
  reads(
    "hashtags-crlf.csv",
    "hashtags, and a bad row: its number and line do not count them and count them",
    written(
      [acledColumns, acledColumns.map((name) => `#${name}`), ...acledGrid(middle({ fatalities: "x" })).slice(1)],
      { end: "\r\n" },
    ),
    { reasons: [{ row: 2, column: "fatalities", value: "x", line: 4 }] },
  ),
  reads(
    "hashtags-late.csv",
    "hashtags behind the first row are a bad row",
    written([
      ...acledGrid([{}]),
      acledColumns.map((name) => `#${name}`),
      ...acledGrid([{}, { event_id_cnty: "ERE3" }]).slice(2),
    ]),
    { kept: 2, refused: 1, reasons: [{ row: 2, line: 3 }] },
  ),
  reads("hash-id.csv", "a first row whose id begins with # is a row", acledText([{ event_id_cnty: "#1" }, {}, {}]), {
    facts: [{ id: "#1", deaths: 1 }],
  }),
  reads(
    "repeated-header.csv",
    "two files pasted together: the header stands again",
    `${head}\n${one}\n${head}\n${three}\n`,
    {
      kept: 2,
      refused: 1,
      reasons: [{ row: 2, line: 3 }],
    },
  ),
]);

const lines = [head, one, two, three];

export const lineEnds = kind("line end", [
  reads("crlf.csv", "CRLF", acledText(undefined, { end: "\r\n" })),
  reads("cr.csv", "CR alone, as old Macs wrote", acledText(undefined, { end: "\r" })),
  reads("mixed-ends.csv", "LF, CRLF and CR in one file", `${head}\r\n${one}\n${two}\r${three}\r\n`, { facts }),
  reads("no-final-end.csv", "no line end after the last row", acledText(undefined, { final: false })),
  reads("no-final-end-cr.csv", "CR, none after the last row", acledText(undefined, { end: "\r", final: false })),
  reads(
    "blank-between.csv",
    "blank lines between the rows: neither rows nor refused, but lines",
    `${head}\n\n${one}\n\n\n${acledLine(2, { fatalities: "x" })}\n${three}\n\n\n`,
    {
      reasons: [{ row: 2, column: "fatalities", value: "x", line: 6 }],
    },
  ),
  reads("blank-crlf.csv", "blank lines of CRLF", lines.join("\r\n\r\n"), { facts }),
  reads("blank-before-header.csv", "blank lines before the header", `\n\r\n${acledText()}`, { facts }),
  reads(
    "crlf-over-chunk.csv",
    "CR and LF on the two sides of a 64 KiB edge",
    () => {
      const rest = head.length + 2 + acledLine(1, { notes: "" }).length;
      return acledText([{ notes: "n".repeat(65_535 - rest) }, {}, {}], { end: "\r\n" });
    },
    { facts: facts.slice(1) },
  ),
  reads(
    "other-ends-in-cells.csv",
    "U+2028, U+0085, form feed and vertical tab are no line ends",
    acledText(middle({ notes: "a\u2028b\u2029c\u0085d\fe\vf" })),
    {
      facts: [{ id: "ERE2", notes: "a\u2028b\u2029c\u0085d\fe\vf" }],
    },
  ),
  reads(
    "spaces-line.csv",
    "a line of spaces",
    `${head}\n${one}\n   \n${three}\n`,
    { kept: 2, refused: 1, reasons: [{ row: 2, line: 3 }] },
    {
      chosen: "not blank: it is refused and so seen, rather than dropped",
    },
  ),
  reads(
    "commas-line.csv",
    "a line of thirty commas, as Excel leaves it",
    `${head}\n${one}\n${",".repeat(30)}\n${three}\n`,
    { kept: 2, refused: 1, reasons: [{ row: 2, line: 3 }] },
    {
      chosen: "not blank: refused for its empty cells",
    },
  ),
  reads(
    "end-of-file-sign.csv",
    "Ctrl-Z after the last line, as DOS wrote",
    `${acledText()}\x1a`,
    { kept: 3, refused: 1, reasons: [{ row: 4, line: 5 }] },
    {
      chosen: "a row of one cell: refused and so seen",
    },
  ),
]);

export const ragged = kind("ragged", [
  reads(
    "one-cell-short.csv",
    "a row without its last cell",
    `${head}\n${one}\n${two.slice(0, two.lastIndexOf(","))}\n${three}\n`,
    {
      reasons: [{ row: 2, column: "timestamp", reason: "the row ends after 30 of 31 columns", line: 3 }],
    },
  ),
  reads("one-cell.csv", "a row of one cell", `${head}\n${one}\nERE2\n${three}\n`, {
    reasons: [{ row: 2, column: "event_date", reason: "the row ends after 1 of 31 columns", line: 3 }],
  }),
  reads("cut-row.csv", "a download cut within the last row", acledText().slice(0, acledText().lastIndexOf("ends")), {
    reasons: [{ row: 3, reason: "the row ends after 28 of 31 columns", line: 4 }],
    facts: facts.slice(0, 2),
  }),
  reads(
    "broken-row.csv",
    "a row broken by a line end that nobody quoted",
    `${head}\n${one}\n${two.replace("Hill,Upper", "Hill\n,Upper")}\n${three}\n`,
    {
      kept: 2,
      refused: 2,
      reasons: [
        { row: 2, line: 3, reason: "the row ends after 19 of 31 columns" },
        { row: 3, line: 4, reason: "the row ends after 13 of 31 columns" },
      ],
    },
  ),
  reads("cell-more.csv", "a cell more", `${head}\n${one}\n${two},more\n${three}\n`, {
    reasons: [{ row: 2, value: "more", reason: "stands beyond the 31 columns", line: 3 }],
  }),
  reads(
    "cells-more-late.csv",
    "three cells more, the last of which is not empty",
    `${head}\n${one}\n${two},,,x\n${three}\n`,
    {
      reasons: [{ row: 2, value: "x", reason: "stands beyond the 31 columns" }],
    },
  ),
  reads(
    "space-more.csv",
    "a cell more, of one space",
    `${head}\n${one}\n${two}, \n${three}\n`,
    {
      reasons: [{ row: 2, value: " ", reason: "stands beyond the 31 columns" }],
    },
    { chosen: "a space is not empty: cells are taken as they stand" },
  ),
  reads("empty-more.csv", "rows with one and with three empty cells more", `${head}\n${one},\n${two},,,\n${three}\n`, {
    facts,
  }),
  reads("quoted-empty-more.csv", 'a cell more that is empty in quotes: ""', `${head}\n${one},""\n${two}\n${three}\n`, {
    facts,
  }),
  reads(
    "unquoted-comma.csv",
    "a comma in the notes that nobody quoted",
    `${head}\n${one.replace(",first,", ",fir,st,")}\n${two}\n${three}\n`,
    {
      reasons: [{ row: 1, reason: "stands beyond the 31 columns" }],
      facts: facts.slice(1),
    },
  ),
  reads(
    "unquoted-comma-shifts.csv",
    "the same where tags are empty: no cell too many, but all are shifted",
    `${head}\n${one}\n${acledLine(2, { notes: "a" }).replace(",a,2,,1767100000", ",a,b,2,1767100000")}\n${three}\n`,
    {
      reasons: [{ row: 2, column: "fatalities", value: "b" }],
    },
  ),
  reads(
    "many-refused.csv",
    "30,000 refused rows between three good ones",
    () => `${head}\n${one}\n${two}\n${"ERE,2023-03-02,2023\n".repeat(30_000)}${three}\n`,
    {
      ...{ kept: 3, refused: 30_000, facts },
      reasons: Array.from({ length: 30_000 }, (_, i) => ({
        ...{ row: i + 3, line: i + 4, column: "time_precision", reason: "the row ends after 3 of 31 columns" },
      })),
    },
  ),
]);

/** The three rows as lines, the second as it is given. */
const secondLine = (text: string): string => `${head}\n${one}\n${text}\n${three}\n`;
/** The second row with its notes written as they are given. */
const rawNotes = (notes: string, changes: Cells = {}): string =>
  acledLine(2, { ...changes, notes: "\u0001" }).replace("\u0001", notes);
const badRecord = { reasons: [{ row: 2, line: 3, reason: /quot/ }], facts: [facts[0], facts[2]] };

export const quoting = kind("quoting", [
  reads("quote-all.csv", "every cell quoted", acledText(undefined, { quoteAll: true })),
  reads(
    "multi-line.csv",
    "cells of several lines, and a bad row behind them: its line counts them",
    acledText([{ notes: "a\nb\r\nc\rd" }, { location: "e\n\nf", fatalities: "x" }, {}]),
    {
      reasons: [{ row: 2, column: "fatalities", value: "x", line: 6 }],
      facts: [{ id: "ERE1", notes: "a\nb\r\nc\rd" }, facts[2]],
    },
  ),
  reads(
    "ten-thousand-lines.csv",
    "a cell of ten thousand lines",
    acledText([{ notes: "x\n".repeat(9_999) }, { fatalities: "x" }, {}]),
    {
      reasons: [{ row: 2, line: 10_002 }],
      facts: [{ id: "ERE1", notes: "x\n".repeat(9_999) }],
    },
  ),
  reads(
    "doubled-quotes.csv",
    "doubled quotes, alone, at the ends and in a row",
    acledText(middle({ notes: '"a""b"', location: '"', actor1: '""' })),
    {
      facts: [{ id: "ERE2", notes: '"a""b"', place: '"', side1: '""' }],
    },
  ),
  reads("quoted-header-in-cell.csv", "a cell that holds a whole table", acledText(middle({ notes: acledText() })), {
    facts: [{ id: "ERE2", notes: acledText() }],
  }),
  reads("after-closing.csv", "text after a closing quote", secondLine(rawNotes('"a"b')), badRecord),
  reads("space-after-closing.csv", "a space after a closing quote", secondLine(rawNotes('"a" ')), badRecord),
  reads("space-before-opening.csv", "a space before an opening quote", secondLine(rawNotes(' "a"')), badRecord),
  reads("inner-quote.csv", 'a quote inside an unquoted cell: 5" shell', secondLine(rawNotes('5" shell')), badRecord),
  reads(
    "inner-quotes.csv",
    "a quoted word inside an unquoted cell",
    secondLine(rawNotes('the "army" came')),
    badRecord,
  ),
  reads("inner-quote-last.csv", "a quote at the end of an unquoted cell", secondLine(rawNotes('shell 5"')), badRecord),
  reads(
    "two-bad-records.csv",
    "two bad records, one after the other",
    `${head}\n${one}\n${rawNotes('"a"b')}\n${acledLine(4).replace("note 4", 'no"te')}\n${three}\n`,
    {
      kept: 2,
      refused: 2,
      reasons: [
        { row: 2, line: 3, reason: /quot/ },
        { row: 3, line: 4, reason: /quot/ },
      ],
      facts: [facts[0], facts[2]],
    },
  ),
  reads(
    "last-record-bad.csv",
    "the last record is bad, without a line end",
    `${head}\n${one}\n${two}\n${acledLine(3, { notes: "\u0001" }).replace("\u0001", '"a"b')}`,
    {
      reasons: [{ row: 3, line: 4, reason: /quot/ }],
      facts: facts.slice(0, 2),
    },
  ),
  reads(
    "backslash.csv",
    "a quote “escaped” by a backslash: text after a closing quote",
    secondLine(rawNotes('"a \\"b\\" c"')),
    badRecord,
  ),
  reads(
    "backslashes.csv",
    "backslashes are letters",
    acledText(middle({ notes: "C:\\new\\table \\N \\\\", location: '\\"' })),
    {
      facts: [{ id: "ERE2", notes: "C:\\new\\table \\N \\\\", place: '\\"' }],
    },
  ),
  reads("single-quotes.csv", "apostrophes do not quote", acledText(middle({ notes: "'a, b', c'" })), {
    facts: [{ id: "ERE2", notes: "'a, b', c'" }],
  }),
  reads(
    "closed-by-the-next.csv",
    "a quote never closed in row 2, which the first quote of row 3 closes",
    `${head}\n${one}\n${rawNotes('"never closed')}\n${acledLine(4, { notes: 'with "words"' })}\n${three}\n`,
    {
      kept: 2,
      refused: 1,
      reasons: [{ row: 2, line: 3, reason: /quot/ }],
      facts: [facts[0], facts[2]],
    },
    { chosen: "reading resumes at the line behind the fault (line 5): the refused record is both lines" },
  ),
  fails(
    "never-closed.csv",
    "a quote never closed",
    secondLine(rawNotes('"never closed')).replace(three, acledLine(3, { location: "Segou" })),
    /^read: .*\bline 3\b/,
  ),
  fails(
    "never-closed-late.csv",
    "a quote never closed, and 500 rows behind it",
    `${secondLine(rawNotes('"never closed'))}${Array.from({ length: 500 }, (_, i) => `${acledLine(i + 4)}\n`).join("")}`,
    /^read: .*\bline 3\b/,
  ),
  fails(
    "never-closed-huge.csv",
    "a quote never closed, and 3 MB behind it",
    () =>
      `${secondLine(rawNotes('"never closed'))}${Array.from({ length: 10_000 }, (_, i) => `${acledLine(i + 4)}\n`).join("")}`,
    /^read: .*\bline 3\b/,
    {
      chosen: "either fault (never closed, or a cell over 1 MiB) must name the line on which the cell begins",
    },
  ),
  fails(
    "cell-over-1-mib.csv",
    "a quoted cell of 1,100,000 letters",
    acledText(middle({ notes: `n,${"n".repeat(1_100_000)}` })),
    /^read: .*\bline 3\b/,
  ),
  fails(
    "unquoted-over-1-mib.csv",
    "an unquoted cell of 1,100,000 letters",
    acledText(middle({ notes: "n".repeat(1_100_000) })),
    /^read: .*\bline 3\b/,
  ),
  reads("cell-under-1-mib.csv", "a cell of 1,000,000 letters", acledText(middle({ notes: "n".repeat(1_000_000) })), {
    facts: [{ id: "ERE2", notes: "n".repeat(1_000_000) }],
  }),
  reads(
    "quote-over-chunk.csv",
    "a doubled quote on the two sides of a 64 KiB edge",
    () => {
      const before = acledText([{ notes: "\u0001" }]).indexOf("\u0001") + 1;
      return acledText([{ notes: `${"n".repeat(65_535 - before)}"x` }, {}, {}]);
    },
    { facts: facts.slice(1) },
  ),
  reads(
    "quoted-row.csv",
    "one row quoted throughout, among others that are not",
    `${head}\n${one}\n${line(acledGrid([{}, {}])[2], { quoteAll: true })}\n${three}\n`,
    { facts },
  ),
]);
