import {
  acledColumns,
  acledGrid,
  acledText,
  type Cells,
  fails,
  kind,
  reads,
  standardFacts,
  ucdpColumns,
  ucdpExportColumns,
  ucdpFacts,
  ucdpRow,
  ucdpText,
  written,
} from "./entry.js";

const middle = (changes: Cells): readonly Cells[] => [{}, changes, {}];
const rest = [ucdpFacts[0], ucdpFacts[2]];
const exported = (changes: readonly Cells[]): string =>
  ucdpText(
    changes.map((change, i) => {
      const day = `05/${String(i + 13)}/2022 00:00:00`;
      return { date_start: day, date_end: day, ...change };
    }),
    { columns: ucdpExportColumns },
  );

/** A UCDP file whose second row has one bad cell, which is refused and named. */
const refuses = (name: string, note: string, column: string, value: string, also: Cells = {}) =>
  reads(`ucdp-${name}.csv`, note, ucdpText(middle({ [column]: value, ...also })), {
    source: "ucdp",
    reasons: [{ row: 2, column, value, line: 3 }],
    facts: rest,
  });

export const ucdpFiles = kind("UCDP", [
  reads("ucdp-global.csv", "UCDP's global CSV", ucdpText(), { source: "ucdp", facts: ucdpFacts }),
  reads("ucdp-export.csv", "a country export: other names, days as 05/13/2022 00:00:00", exported([{}, {}, {}]), {
    source: "ucdp",
    facts: ucdpFacts,
  }),
  reads(
    "ucdp-export-comma.csv",
    "a country export with one comma more than headers",
    exported([{}, {}, {}])
      .split("\n")
      .map((text, i) => (i > 0 && text !== "" ? `${text},` : text))
      .join("\n"),
    { source: "ucdp", facts: ucdpFacts },
  ),
  reads(
    "ucdp-export-lines.csv",
    "a country export with texts of several lines",
    exported([{ source_headline: 'Clash\r\n1, "again"\n\n' }, { best_est: "two" }, {}]),
    {
      source: "ucdp",
      reasons: [{ row: 2, column: "best_est", value: "two", line: 6 }],
      facts: [{ id: "701", notes: 'Clash\r\n1, "again"\n\n' }, ucdpFacts[2]],
    },
  ),
  reads(
    "ucdp-semicolon.csv",
    "UCDP with semicolons and a byte order mark",
    `\uFEFF${ucdpText(undefined, { delimiter: ";", end: "\r\n" })}`,
    { source: "ucdp", facts: ucdpFacts },
  ),
  reads(
    "ucdp-iso-days.csv",
    "days without a time",
    ucdpText([13, 14, 15].map((day) => ({ date_start: `2022-05-${day}`, date_end: `2022-05-${day}` }))),
    { source: "ucdp", facts: ucdpFacts },
  ),
  reads(
    "ucdp-stretch.csv",
    "an event of several days",
    ucdpText(middle({ date_end: "2022-05-20 00:00:00.000", date_prec: "2" })),
    { source: "ucdp", facts: [{ id: "702", day: "2022-05-14", until: "2022-05-20" }] },
  ),
  reads("ucdp-low-above-best.csv", "a low estimate above the best: kept as published", ucdpText(middle({ low: "9" })), {
    source: "ucdp",
    facts: [{ id: "702", deaths: 2, deathsLow: 9 }],
  }),
  reads(
    "ucdp-long-id.csv",
    "ids that are one number as doubles",
    ucdpText([{ id: "9007199254740992" }, { id: "9007199254740993" }, {}]),
    {
      source: "ucdp",
      facts: [
        { id: "9007199254740992", deaths: 1 },
        { id: "9007199254740993", deaths: 2 },
      ],
    },
  ),
  reads(
    "ucdp-types.csv",
    "the three types of violence",
    ucdpText([1, 2, 3].map((type) => ({ type_of_violence: String(type) }))),
    {
      source: "ucdp",
      facts: ["state-based", "non-state", "one-sided"].map((kind, i) => ({ id: String(701 + i), kind })),
    },
  ),
  refuses("type-4", "a fourth type of violence", "type_of_violence", "4"),
  refuses("type-empty", "no type of violence", "type_of_violence", ""),
  refuses("where-8", "a precision of place above 7", "where_prec", "8"),
  refuses("where-0", "a precision of place of 0", "where_prec", "0"),
  refuses("date-prec-6", "a precision of time above 5", "date_prec", "6"),
  refuses("date-prec-1.0", "a precision of time with a point", "date_prec", "1.0"),
  refuses("best-point", "a best estimate with a point", "best", "2.0"),
  refuses("best-empty", "no best estimate", "best", ""),
  refuses("high-words", "a high estimate that is a word", "high", "many"),
  refuses("low-negative", "a negative low estimate", "low", "-1"),
  refuses("start-impossible", "a first day that does not exist", "date_start", "2022-02-30 00:00:00.000"),
  refuses("end-before", "a last day before the first", "date_end", "2022-05-01 00:00:00.000"),
  refuses("end-empty", "no last day", "date_end", ""),
  refuses("lat-above", "latitude above 90", "latitude", "91"),
  refuses("id-empty", "no id", "id", ""),
  reads("ucdp-id-twin.csv", "a row that stands twice", ucdpText([{}, { ...ucdpRow(1) }, {}]), {
    source: "ucdp",
    reasons: [{ row: 2, column: "id", value: "701", line: 3 }],
    facts: rest,
  }),
  reads(
    "ucdp-id-contradicts.csv",
    "one id, two contents: UCDP gives no timestamp, so the later row is refused",
    ucdpText([{}, { id: "701" }, {}]),
    {
      source: "ucdp",
      reasons: [{ row: 2, column: "id", value: "701", line: 3 }],
      facts: rest,
    },
  ),
  reads(
    "ucdp-as-of.csv",
    "a day on the as-of day",
    ucdpText(middle({ date_start: "2026-01-01", date_end: "2026-01-01", year: "2026" })),
    {
      source: "ucdp",
      reasons: [{ row: 2, column: ["day", "date_start"] }],
      facts: rest,
    },
  ),
  fails(
    "ucdp-no-best.csv",
    "without any best estimate",
    ucdpText(undefined, { columns: ucdpColumns.filter((column) => column !== "best") }),
    /^read: .*best/,
  ),
  fails("ucdp-header-only.csv", "a header without rows", ucdpText([]), /^read: .*none of 0 rows/),
  fails(
    "ucdp-all-bad.csv",
    "every row is refused: the first reason is named",
    ucdpText([{ best: "x" }, { best: "y" }]),
    /^read: kept none of 2 rows.*best/,
  ),
]);

const both = written(
  acledGrid().map((cells, i) => [
    ...cells,
    ...ucdpColumns
      .filter((column) => !acledColumns.includes(column))
      .map((column) => (i === 0 ? column : ucdpRow(i)[column])),
  ]),
);

export const formats = kind("format", [
  fails("sales.csv", "a table of sales", "order,customer,price\n1,A,3.50\n2,B,4.00\n", /^read: .*not a/),
  fails("sales.tsv", "a table of sales with tabs", "order\tcustomer\tprice\n1\tA\t3.50\n", /^read: .*not a/),
  fails("one-column.csv", "a list of words", "word\nhill\nriver\n", /^read: /),
  fails("text.txt", "a text", "On 3 March 2023, clashes were reported near Hilltop.\nNo more is known.\n", /^read: /),
  fails("program.csv", "a program", '#!/usr/bin/env python3\nprint("event_id_cnty")\n', /^read: /),
  fails(
    "some-acled.csv",
    "a table with a few of ACLED's columns",
    "event_date,country,admin1,fatalities\n2023-03-01,Erewhon,Hill,3\n",
    /^read: /,
  ),
  fails("both-formats.csv", "the columns of two formats at once", both, /^read: (?=.*acled)(?=.*ucdp)/i, {
    chosen: "both are named; a DataError, as it is the file that does not decide",
  }),
  reads(
    "both-named-acled.csv",
    "the same, where the user says that it is ACLED's",
    both,
    { facts: standardFacts },
    { named: "acled" },
  ),
  reads("acled-named-acled.csv", "ACLED's, and named so", acledText(), { facts: standardFacts }, { named: "acled" }),
  reads(
    "ucdp-named-ucdp.csv",
    "UCDP's, and named so",
    ucdpText(),
    { source: "ucdp", facts: ucdpFacts },
    { named: "ucdp" },
  ),
  fails("acled-named-ucdp.csv", "ACLED's columns, which the user says are UCDP's", acledText(), /^read: .*ucdp/i, {
    named: "ucdp",
  }),
  fails("ucdp-named-acled.csv", "UCDP's columns, which the user says are ACLED's", ucdpText(), /^read: .*acled/i, {
    named: "acled",
  }),
  fails(
    "sales-named-acled.csv",
    "a table of sales, which the user says is ACLED's",
    "order,customer,price\n1,A,3.50\n",
    /^read: .*acled/i,
    { named: "acled" },
  ),
  fails(
    "acled-all-bad.csv",
    "every row is refused: the first reason is named",
    acledText([{ fatalities: "x" }, { fatalities: "y" }]),
    /^read: kept none of 2 rows.*fatalities/,
  ),
  fails(
    "acled-all-bad-hostile.csv",
    "the same, the first reason being hostile to a terminal and a log",
    acledText([{ fatalities: "\u001b[2Jx\nERROR: y\u2028z\u0085" }, { fatalities: "y" }]),
    /^read: kept none of 2 rows/,
  ),
  fails(
    "acled-all-bad-long.csv",
    "the same, the first reason being of 500 kB",
    acledText([{ fatalities: "9".repeat(500_000) }]),
    /^read: kept none of 1 rows/,
  ),
  fails(
    "hostile-column.csv",
    "a column that stands twice and whose name is hostile",
    written(acledGrid().map((cells, i) => [...cells, ...(i === 0 ? ["x\u001b[2J\ny", "x\u001b[2J\ny"] : ["", ""])])),
    /^read: .*twice/,
  ),
]);
