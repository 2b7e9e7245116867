import { acledText, type Cells, type Entry, fails, kind, middle, reads, standardFacts } from "./entry.js";

const facts = standardFacts;

/** A file whose second row has one bad cell, which is refused and named. */
function refuses(name: string, note: string, column: string, value: string, also: Cells = {}): Omit<Entry, "kind"> {
  return reads(`${name}.csv`, note, acledText(middle({ [column]: value, ...also })), {
    reasons: [{ row: 2, column, value, line: 3 }],
    facts: [facts[0], facts[2]],
  });
}

/** A file whose second row is kept as it stands. */
function keeps(name: string, note: string, changes: Cells, fact: Partial<(typeof facts)[number]>): Omit<Entry, "kind"> {
  return reads(`${name}.csv`, note, acledText(middle(changes)), {
    facts: [facts[0], { id: changes["event_id_cnty"] ?? "ERE2", ...fact }, facts[2]],
  });
}

/** Rows of these dates, each with its year. */
const dated = (...dates: readonly string[]): string => acledText(dates.map((event_date) => ({ event_date })));
/** The days that these rows must have. */
const days = (...all: readonly string[]) => all.map((day, i) => ({ id: `ERE${i + 1}`, day }));

export const dates = kind("date", [
  reads(
    "date-long.csv",
    "days as “31 December 2019”",
    dated("31 December 2019", "01 January 2020", "29 February 2020"),
    {
      facts: days("2019-12-31", "2020-01-01", "2020-02-29"),
    },
  ),
  reads("date-long-short-day.csv", "“1 January 2023”", dated("1 January 2023", "9 May 2023", "30 September 2023"), {
    facts: days("2023-01-01", "2023-05-09", "2023-09-30"),
  }),
  reads("date-mixed.csv", "ISO and long days in one file", dated("2023-03-01", "2 March 2023", "2023-03-03"), {
    facts: days("2023-03-01", "2023-03-02", "2023-03-03"),
  }),
  reads("date-day-first.csv", "slashes; 13/03 proves the day first", dated("04/03/2023", "13/03/2023", "05/03/2023"), {
    decided: /day/i,
    facts: days("2023-03-04", "2023-03-13", "2023-03-05"),
  }),
  reads(
    "date-month-first.csv",
    "slashes; 03/13 proves the month first",
    dated("03/04/2023", "03/13/2023", "03/05/2023"),
    {
      decided: /month/i,
      facts: days("2023-03-04", "2023-03-13", "2023-03-05"),
    },
  ),
  reads(
    "date-proof-last.csv",
    "the proof stands in the last of 400 rows",
    dated(...Array.from({ length: 399 }, (_, i) => `0${(i % 9) + 1}/12/2022`), "31/12/2022"),
    {
      kept: 400,
      facts: [
        { id: "ERE1", day: "2022-12-01" },
        { id: "ERE400", day: "2022-12-31" },
      ],
    },
  ),
  reads(
    "date-proof-in-refused.csv",
    "slashes with one impossible day, and a proof in another row",
    dated("01/02/2023", "30/02/2023", "25/02/2023"),
    {
      reasons: [{ row: 2, column: "event_date", value: "30/02/2023" }],
      facts: [
        { id: "ERE1", day: "2023-02-01" },
        { id: "ERE3", day: "2023-02-25" },
      ],
    },
  ),
  fails(
    "date-unproved.csv",
    "slashes, and no day above 12",
    dated("04/03/2023", "05/03/2023", "12/11/2023"),
    /^read: .*--dates/,
  ),
  fails(
    "date-unproved-one.csv",
    "one day with slashes among ISO days",
    dated("2023-03-01", "04/03/2023", "2023-03-13"),
    /^read: .*--dates/,
  ),
  fails(
    "date-contradictory.csv",
    "slashes in both orders: no order reads every row",
    dated("13/03/2023", "03/13/2023", "04/03/2023"),
    /^read: .*(both|order|--dates|contradict)/i,
    {
      chosen: "the file proves both, so neither: nothing is read rather than a third of it wrongly",
    },
  ),
  refuses("date-impossible", "30 February", "event_date", "2023-02-30"),
  refuses("date-no-leap", "29 February 2023", "event_date", "2023-02-29"),
  refuses("date-no-leap-1900", "1900 was no leap year", "event_date", "1900-02-29"),
  keeps("date-leap", "29 February 2024", { event_date: "2024-02-29" }, { day: "2024-02-29" }),
  keeps("date-leap-2000", "2000 was a leap year", { event_date: "2000-02-29" }, { day: "2000-02-29" }),
  refuses("date-impossible-long", "31 April, in words", "event_date", "31 April 2023"),
  refuses("date-month-13", "month 13", "event_date", "2023-13-01"),
  refuses("date-month-0", "month 0", "event_date", "2023-00-10"),
  refuses("date-day-0", "day 0", "event_date", "2023-03-00"),
  refuses("date-zeros", "MySQL's zero date", "event_date", "0000-00-00", { year: "2023" }),
  refuses("date-empty", "no date", "event_date", ""),
  refuses("date-space", "a space for a date", "event_date", " "),
  refuses("date-serial", "Excel's serial number", "event_date", "45000"),
  refuses("date-serial-time", "Excel's serial number with a time", "event_date", "45000.5"),
  refuses("date-unix", "a Unix time", "event_date", "1678000000", { year: "2023" }),
  refuses("date-short-year", "a year of two digits", "event_date", "02-Mar-23"),
  refuses("date-short-year-slash", "slashes and a year of two digits", "event_date", "13/03/23"),
  refuses("date-short-year-long", "a long day with a year of two digits", "event_date", "2 March 23"),
  refuses("date-short-iso", "ISO without zeros", "event_date", "2023-3-2"),
  refuses("date-week", "an ISO week", "event_date", "2023-W10-4"),
  refuses("date-month-only", "a month", "event_date", "2023-03"),
  refuses("date-year-only", "a year", "event_date", "2023"),
  refuses("date-french", "a month in French", "event_date", "2 décembre 2023"),
  refuses("date-full-width", "full-width digits", "event_date", "２０２３-０３-０２"),
  refuses("date-arabic", "Arabic digits", "event_date", "٢٠٢٣-٠٣-٠٢"),
  refuses("date-en-dash", "dashes of another kind", "event_date", "2023–03–02"),
  refuses("date-five-digits", "the year 12023", "event_date", "12023-03-02", { year: "2023" }),
  refuses("date-negative", "a year before Christ", "event_date", "-2023-03-02"),
  refuses("date-words", "“yesterday”", "event_date", "yesterday"),
  refuses("date-null", "NULL", "event_date", "NULL"),
  refuses("date-two", "two dates in one cell", "event_date", "2023-03-02; 2023-03-03"),
  refuses("date-line-end", "a date with a line end behind it", "event_date", "2023-03-02\n"),
  reads(
    "date-year-0025.csv",
    "the publisher's known defect: the year 0025, which is 2025",
    acledText(middle({ event_date: "0025-03-02", year: "2025" })),
    {
      kept: 3,
      repaired: 1,
      facts: [facts[0], { id: "ERE2", day: "2025-03-02", deaths: 2 }, facts[2]],
    },
    { chosen: "the year column says 2025; a file whose year column is damaged too is not in the corpus" },
  ),
  refuses("date-year-0025-impossible", "the known defect on 30 February", "event_date", "0025-02-30", { year: "2025" }),
  reads(
    "date-year-0025-other-year.csv",
    "the year 0025 where the year column says 2019: no known defect",
    acledText(middle({ event_date: "0025-03-02", year: "2019" })),
    {
      reasons: [{ row: 2, column: ["event_date", "year"] }],
      facts: [facts[0], facts[2]],
    },
  ),
  ...[
    ["date-other-year", "the year column says 2022", "2022"],
    ["date-year-words", "the year column is no year", "abc"],
  ].map(([name, note, year]) =>
    reads(`${name}.csv`, note, acledText(middle({ year })), {
      reasons: [{ row: 2, column: ["year", "event_date"] }],
      facts: [facts[0], facts[2]],
    }),
  ),
  reads("date-year-short.csv", "the year column has lost its century", acledText(middle({ year: "23" })), {
    repaired: 1,
    facts: [facts[0], facts[2]],
  }),
  ...[
    ["date-dashes", "13-03-2023"],
    ["date-dots", "13.03.2023"],
  ].map(([name, event_date]) =>
    reads(
      `${name}.csv`,
      "a date that proves the order of the only kind it could be in doubt of",
      acledText(middle({ event_date })),
      {
        facts: [facts[0], { id: "ERE2", day: "2023-03-13" }, facts[2]],
        decided: /day first/,
      },
    ),
  ),
  ...["2026-01-01", "2026-01-02", "2031-07-01", "9999-12-31"].map((day) =>
    reads(`date-as-of-${day}.csv`, "a day on or after the as-of day", acledText(middle({ event_date: day })), {
      reasons: [{ row: 2, column: ["day", "event_date"], reason: /2026-01-01/ }],
      facts: [facts[0], facts[2]],
    }),
  ),
  keeps(
    "date-before-as-of",
    "the day before the as-of day",
    { event_date: "2025-12-31", timestamp: "1767200000" },
    { day: "2025-12-31" },
  ),
  keeps("date-old", "a day of 1997", { event_date: "1997-01-01" }, { day: "1997-01-01" }),
]);

const deaths = (name: string, note: string, value: string) => refuses(`deaths-${name}`, note, "fatalities", value);

export const numbers = kind("number", [
  deaths("thousands", "a comma between thousands", "1,000"),
  deaths("point", "a decimal point", "1.0"),
  deaths("half", "half a death", "0.5"),
  deaths("exponent", "an exponent", "1e3"),
  deaths("negative", "a negative number", "-1"),
  deaths("minus-zero", "minus zero", "-0"),
  deaths("plus", "a plus sign", "+3"),
  deaths("empty", "nothing", ""),
  deaths("space", "a space", " "),
  deaths("leading-space", "a space before", " 3"),
  deaths("trailing-space", "a space behind", "3 "),
  deaths("no-break-space", "a no-break space between thousands", "1\u00A0000"),
  deaths("zero-width", "a zero-width space behind", "3\u200B"),
  deaths("nan", "NaN", "NaN"),
  deaths("infinity", "Infinity", "Infinity"),
  deaths("null", "NULL", "NULL"),
  deaths("excel-error", "an error of Excel's", "#REF!"),
  deaths("words", "a word", "ten"),
  deaths("range", "a range", "3-5"),
  deaths("at-least", "at least", ">3"),
  deaths("arabic", "an Arabic digit", "٣"),
  deaths("full-width", "full-width digits", "３"),
  deaths("superscript", "a superscript", "²"),
  deaths("hexadecimal", "hexadecimal", "0x10"),
  deaths("underscore", "an underscore between thousands", "1_000"),
  deaths("huge-exponent", "1e20", "1e20"),
  deaths("huge", "twenty-one digits", "100000000000000000000"),
  deaths("beyond-doubles", "2 to the 53rd and one", "9007199254740993"),
  deaths("line-end", "a line end behind", "3\n"),
  deaths("formula", "a formula", "=1+2"),
  keeps("deaths-zero", "no deaths are a fact", { fatalities: "0" }, { deaths: 0 }),
  keeps("deaths-many", "a large number that is one", { fatalities: "800000" }, { deaths: 800_000 }),
  ...(
    [
      ["lat-above", "latitude above 90", "latitude", "90.0001"],
      ["lat-below", "latitude below -90", "latitude", "-91"],
      ["lat-comma", "a decimal comma", "latitude", "14,5"],
      ["lat-na", "N/A", "latitude", "N/A"],
      ["lat-degree", "a degree sign", "latitude", "12°"],
      ["lat-north", "a letter for the hemisphere", "latitude", "14.5N"],
      ["lat-sexagesimal", "minutes and seconds", "latitude", "14°30'0\""],
      ["lat-empty", "nothing", "latitude", ""],
      ["lat-nan", "NaN", "latitude", "NaN"],
      ["lat-infinity", "Infinity", "latitude", "Infinity"],
      ["lat-thousands", "points between thousands", "latitude", "14.500.000"],
      ["lat-micro", "a decimal point lost", "latitude", "145000"],
      ["lat-minus", "a minus sign of another kind", "latitude", "−14.5"],
      ["lat-hexadecimal", "hexadecimal", "latitude", "0x0E"],
      ["lon-above", "longitude above 180", "longitude", "180.5"],
      ["lon-below", "longitude below -180", "longitude", "-181"],
      ["lon-empty", "nothing", "longitude", ""],
      ["lon-both", "both in one cell", "longitude", "14.5, -4.25"],
    ] as const
  ).map(([name, note, column, value]) => refuses(name, note, column, value)),
  reads(
    "lat-lon-swapped.csv",
    "latitude and longitude the wrong way round, seen as one is out of range",
    acledText(middle({ latitude: "104.25", longitude: "14.5" })),
    {
      reasons: [{ row: 2, column: "latitude", value: "104.25" }],
    },
  ),
  keeps(
    "lat-lon-swapped-unseen",
    "the same where both are in range: nobody can tell",
    { latitude: "-4.25", longitude: "14.5" },
    { lat: -4.25, lon: 14.5 },
  ),
  keeps("lat-lon-pole", "a pole on the date line", { latitude: "-90", longitude: "180" }, { lat: -90, lon: 180 }),
  keeps("lat-lon-null-island", "0, 0", { latitude: "0", longitude: "0.0" }, { lat: 0, lon: 0 }),
  keeps(
    "lat-digits",
    "fifteen digits",
    { latitude: "14.1234567890123", longitude: "-4.00000000001" },
    { lat: 14.1234567890123, lon: -4.00000000001 },
  ),
  ...["time_precision", "geo_precision"].flatMap((column) =>
    ["0", "4", "", "1.0", "-1", "one", "２"].map((value, i) =>
      refuses(`${column.replace("_", "-")}-${i + 1}`, `“${value}” is not 1, 2 or 3`, column, value),
    ),
  ),
  refuses("timestamp-words", "nobody knows when the row was changed", "timestamp", "yesterday"),
]);

/** Rows of these ids. */
const identified = (...ids: readonly string[]): string => acledText(ids.map((event_id_cnty) => ({ event_id_cnty })));
const apart = (name: string, note: string, ...ids: readonly string[]) =>
  reads(`${name}.csv`, note, identified(...ids), {
    kept: ids.length,
    facts: ids.map((id, i) => ({ id, deaths: i + 1 })),
  });
const idColumn = ["id", "event_id_cnty"];
const [older, newer, newest] = ["1700000000", "1700000001", "1710000000"];
const same = { event_id_cnty: "ERE1", event_date: "2023-03-01", location: "Hilltop" };

export const ids = kind("id", [
  refuses("id-empty", "no id", "event_id_cnty", ""),
  refuses("id-spaces", "spaces for an id", "event_id_cnty", "  "),
  reads("id-twin.csv", "a row that stands twice", acledText([{}, { ...same, notes: "first", fatalities: "1" }, {}]), {
    reasons: [{ row: 2, column: idColumn, value: "ERE1", reason: /1/, line: 3 }],
    facts: [facts[0], facts[2]],
  }),
  reads(
    "id-twin-last.csv",
    "the first row stands again as the last",
    acledText([{}, {}, {}, { ...same, notes: "first", fatalities: "1" }]),
    {
      kept: 3,
      refused: 1,
      reasons: [{ row: 4, column: idColumn, value: "ERE1", line: 5 }],
      facts,
    },
  ),
  reads(
    "id-three-twins.csv",
    "one row three times",
    acledText([{}, { ...same, notes: "first", fatalities: "1" }, { ...same, notes: "first", fatalities: "1" }]),
    {
      kept: 1,
      refused: 2,
      reasons: [
        { row: 2, column: idColumn },
        { row: 3, column: idColumn },
      ],
      facts: [facts[0]],
    },
  ),
  reads(
    "id-contradicts.csv",
    "one id, one timestamp, two contents: the later row is refused",
    acledText([{}, { ...same, fatalities: "40" }, {}]),
    {
      reasons: [{ row: 2, column: idColumn, value: "ERE1", line: 3 }],
      facts: [facts[0], facts[2]],
    },
  ),
  reads(
    "id-revised.csv",
    "one id, two timestamps: the newer is kept, the older as its revision",
    acledText([{ timestamp: older }, { ...same, timestamp: newer, fatalities: "9", notes: "corrected" }, {}]),
    { kept: 3, revisions: 1, facts: [{ id: "ERE1", deaths: 9, notes: "corrected" }, facts[2]] },
  ),
  reads(
    "id-revised-newer-first.csv",
    "the same, the newer first",
    acledText([
      { timestamp: newer, fatalities: "9", notes: "corrected" },
      { ...same, timestamp: older, fatalities: "1" },
      {},
    ]),
    { kept: 3, revisions: 1, facts: [{ id: "ERE1", deaths: 9, notes: "corrected" }, facts[2]] },
  ),
  reads(
    "id-revised-twice.csv",
    "one id, three timestamps, out of order",
    acledText([
      { timestamp: newer, fatalities: "5" },
      { ...same, timestamp: newest, fatalities: "7" },
      { ...same, timestamp: older, fatalities: "3" },
    ]),
    { kept: 3, revisions: 2, facts: [{ id: "ERE1", deaths: 7 }] },
  ),
  reads(
    "id-revised-same-content.csv",
    "one id, two timestamps, the same content",
    acledText([{ timestamp: older }, { ...same, timestamp: newer, notes: "first", fatalities: "1" }, {}]),
    { kept: 3, revisions: 1, facts: [{ id: "ERE1", deaths: 1 }, facts[2]] },
    { chosen: "a row that was touched and not changed is a revision all the same" },
  ),
  reads(
    "id-revised-and-twin.csv",
    "an old row, its revision, and the old row again",
    acledText([
      { timestamp: older },
      { ...same, timestamp: newer, fatalities: "9" },
      { ...same, timestamp: older, notes: "first", fatalities: "1" },
    ]),
    {
      kept: 2,
      refused: 1,
      revisions: 1,
      reasons: [{ row: 3, column: idColumn, value: "ERE1", line: 4 }],
      facts: [{ id: "ERE1", deaths: 9 }],
    },
  ),
  reads(
    "id-revised-badly.csv",
    "the newer row is bad: the older stands, and the bad one is seen",
    acledText([{ timestamp: older }, { ...same, timestamp: newer, fatalities: "nine" }, {}]),
    { reasons: [{ row: 2, column: "fatalities", value: "nine" }], facts: [{ id: "ERE1", deaths: 1 }, facts[2]] },
  ),
  reads(
    "id-of-refused.csv",
    "the id of a refused row is free",
    acledText([{ fatalities: "x" }, { ...same, fatalities: "6" }, {}]),
    {
      reasons: [{ row: 1, column: "fatalities", value: "x" }],
      facts: [{ id: "ERE1", deaths: 6 }, facts[2]],
    },
  ),
  apart("id-inner-space", "a space within an id", "ERE1", "ERE 1", "ERE  1"),
  apart("id-outer-space", "spaces around an id are part of it", "ERE1", " ERE1", "ERE1 "),
  apart("id-case", "the case of an id is part of it", "ERE1", "ere1", "Ere1"),
  apart("id-cyrillic", "letters that only look alike", "ERE1", "ЕRE1", "ERΕ1"),
  apart("id-composed", "é in one piece and in two", "ERÉ1", "ERE\u03011"),
  apart("id-zero-width", "what cannot be seen is part of it", "ERE1", "ERE\u200B1", "ERE\u00AD1"),
  apart("id-full-width", "full-width letters", "ERE1", "ＥＲＥ1"),
  apart(
    "id-long",
    "ids of ten thousand letters that differ in the last",
    `${"E".repeat(9_999)}1`,
    `${"E".repeat(9_999)}2`,
  ),
  apart(
    "id-numbers",
    "numbers that are one number as doubles",
    "9007199254740992",
    "9007199254740993",
    "9007199254740992.0",
  ),
  apart("id-zeros", "leading zeros", "1", "01", "001"),
  apart("id-of-objects", "names that every object has", "__proto__", "constructor", "toString", "hasOwnProperty"),
  apart("id-quotes", "quotes, commas and line ends", 'a"b', "a,b", "a\nb", "'; DROP TABLE events; --"),
]);
