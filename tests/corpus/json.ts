import {
  acledColumns,
  acledRow,
  type Cells,
  fails,
  kind,
  reads,
  standardFacts,
  ucdpColumns,
  ucdpFacts,
  ucdpRow,
  utf16,
} from "./entry.js";

const facts = standardFacts;
type Row = Readonly<Record<string, unknown>>;

/** The n-th row as an object of the columns of an export, with changes of any type. */
function row(n: number, changes: Row = {}): Row {
  const cells = acledRow(n);
  return { ...Object.fromEntries(acledColumns.map((column) => [column, cells[column]])), ...changes };
}

/** A row with the types that ACLED's API gives. */
function typed(n: number): Row {
  return row(n, { year: 2023, time_precision: 1, iso: 999, geo_precision: 1, fatalities: n, timestamp: 1767100000 });
}

const three = [1, 2, 3].map((n) => row(n));

/** ACLED's answer, as its API gives it. */
export function jsonOf(rows: readonly unknown[] = three, changes: Row = {}, indent?: number): string {
  return JSON.stringify(
    { status: 200, success: true, last_update: 1, count: rows.length, messages: [], data: rows, ...changes },
    null,
    indent,
  );
}

/** Three rows, the second changed. */
const middle = (changes: Row): readonly Row[] => [three[0], { ...three[1], ...changes }, three[2]];
/** The answer with a piece of its text replaced, for what JSON.stringify does not write. */
const edited = (from: string | RegExp, to: string): string => jsonOf().replace(from, to);
const second = { facts: [facts[0], facts[2]] };
const lines = (rows: readonly unknown[], end = "\n"): string =>
  rows.map((one) => `${JSON.stringify(one)}${end}`).join("");
const nested = (depth: number): string => "[".repeat(depth);

/** The n-th row of UCDP's API: numbers as numbers, what is empty as null. */
function ucdpObject(n: number, changes: Row = {}): Row {
  const day = `2022-05-${n + 12}T00:00:00`;
  const cells: Cells = ucdpRow(n, { date_start: day, date_end: day });
  const whole =
    /^(id|year|.*_g?id|type_of_violence|.*_prec|deaths_.*|best|high|low|gwno[ab]|latitude|longitude|.*_clarity|number_of_sources)$/;
  const value = (column: string): unknown =>
    cells[column] === "" ? null : whole.test(column) ? Number(cells[column]) : cells[column];
  return { ...Object.fromEntries(ucdpColumns.map((column) => [column, value(column)])), ...changes };
}

const ucdpRows = [1, 2, 3].map((n) => ucdpObject(n));
const ucdpJson = (rows: readonly unknown[] = ucdpRows, changes: Row = {}): string =>
  JSON.stringify({
    TotalCount: rows.length,
    TotalPages: 1,
    PreviousPageUrl: "",
    NextPageUrl: "",
    Result: rows,
    ...changes,
  });
const bad = /^read: /;
const notJson = /^read: .*JSON/i;

export const json = kind("JSON", [
  reads("acled.json", "ACLED's answer, cells as texts", jsonOf()),
  reads("acled-typed.json", "ACLED's answer, numbers as numbers", jsonOf([1, 2, 3].map(typed))),
  reads("acled-pretty.json", "the same, indented", jsonOf(three, {}, 2)),
  reads("acled-named-csv.csv", "JSON under the name of a CSV", jsonOf()),
  reads("array.json", "an array of rows and nothing else", JSON.stringify(three)),
  reads("array-pretty.json", "an array over many lines", JSON.stringify(three, null, 4)),
  reads("lines.jsonl", "a row a line", lines(three)),
  reads("lines-crlf.jsonl", "a row a line, CRLF", lines(three, "\r\n")),
  reads("lines-blank.jsonl", "a row a line, with blank lines between", lines(three, "\n\n")),
  reads("lines-no-end.jsonl", "a row a line, none after the last", lines(three).trimEnd()),
  reads("bom.json", "a byte order mark before JSON", `\uFEFF${jsonOf()}`),
  reads("bom-lines.jsonl", "a byte order mark before a row a line", `\uFEFF${lines(three)}`),
  reads("spaces-before.json", "spaces and line ends before JSON", ` \r\n\t\n${jsonOf()}\n\n`),
  reads("utf16.json", "JSON in UTF-16", utf16(`\uFEFF${jsonOf()}`)),
  reads(
    "escapes.json",
    "every letter beyond ASCII as an escape",
    jsonOf().replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`),
  ),
  reads(
    "slashes.json",
    "slashes escaped, as PHP writes them",
    jsonOf(middle({ notes: "a/b" })).replace("a/b", "a\\/b"),
    { facts: [{ id: "ERE2", notes: "a/b" }] },
  ),
  reads("line-end-in-cell.json", "line ends in a cell", jsonOf(middle({ notes: "a\nb\r\nc" })), {
    facts: [{ id: "ERE2", notes: "a\nb\r\nc" }],
  }),
  reads(
    "nulls.json",
    "null is an empty cell",
    jsonOf(middle({ assoc_actor_1: null, admin3: null, tags: null, notes: null })),
    {
      facts: [{ id: "ERE2", notes: "", deaths: 2 }],
    },
  ),
  reads("null-needed.json", "null where a number is needed", jsonOf(middle({ fatalities: null })), {
    ...second,
    reasons: [{ row: 2, column: "fatalities", value: "" }],
  }),
  reads("text-number.json", 'a number as a text, beside "x"', jsonOf(middle({ fatalities: "x" })), {
    ...second,
    reasons: [{ row: 2, column: "fatalities", value: "x" }],
  }),
  reads("fraction.json", "a number with a fraction", jsonOf(middle({ fatalities: 2.5 })), {
    ...second,
    reasons: [{ row: 2, column: "fatalities", value: "2.5" }],
  }),
  reads("negative.json", "a negative number", jsonOf(middle({ fatalities: -1 })), {
    ...second,
    reasons: [{ row: 2, column: "fatalities", value: "-1" }],
  }),
  reads("huge.json", "a number above 2 to the 53rd", edited('"fatalities":"2"', '"fatalities":9007199254740993'), {
    ...second,
    reasons: [{ row: 2, column: "fatalities", value: "9007199254740993" }],
  }),
  reads(
    "exponent.json",
    "a number with an exponent",
    edited('"fatalities":"2"', '"fatalities":1e3'),
    { ...second, reasons: [{ row: 2, column: "fatalities" }] },
    {
      chosen: "a number's text counts, as in a CSV; a whole number is written in digits",
    },
  ),
  reads("true.json", "true where a number is needed", jsonOf(middle({ fatalities: true })), {
    ...second,
    reasons: [{ row: 2 }],
  }),
  reads("nested.json", "an object in a cell", jsonOf(middle({ notes: { text: "a" } })), {
    ...second,
    reasons: [{ row: 2, column: "notes" }],
  }),
  reads("nested-array.json", "an array in a cell", jsonOf(middle({ actor1: ["a", "b"] })), {
    ...second,
    reasons: [{ row: 2, column: "actor1" }],
  }),
  reads("nested-empty.json", "an empty object in a cell", jsonOf(middle({ tags: {} })), {
    ...second,
    reasons: [{ row: 2, column: "tags" }],
  }),
  reads(
    "double-key.json",
    "a key that stands twice in a row, with two values",
    edited('"fatalities":"2"', '"fatalities":"2","fatalities":"40"'),
    { ...second, reasons: [{ row: 2 }] },
    {
      chosen: "refused: whichever of the two is taken, the other is lost unseen",
    },
  ),
  reads(
    "double-key-escaped.json",
    "the same, the second written with an escape",
    edited('"fatalities":"2"', '"fatalities":"2","fataliti\\u0065s":"40"'),
    { ...second, reasons: [{ row: 2 }] },
    {
      chosen: "as above",
    },
  ),
  reads(
    "proto-key.json",
    "a key __proto__ in every row",
    jsonOf().replaceAll('{"event_id_cnty"', '{"__proto__":"x","constructor":"y","event_id_cnty"'),
    { facts },
  ),
  reads(
    "proto-object.json",
    "a key __proto__ that would give a row its deaths",
    jsonOf().replace(/"fatalities":"2"/, '"__proto__":{"fatalities":"40"}'),
    { ...second, reasons: [{ row: 2 }] },
  ),
  reads(
    "other-order.json",
    "the keys of each row in another order",
    jsonOf([three[0], Object.fromEntries(Object.entries(three[1]).reverse()), three[2]]),
  ),
  reads("missing-key.json", "a row without fatalities", jsonOf(middle({ fatalities: undefined })), {
    ...second,
    reasons: [{ row: 2 }],
  }),
  reads(
    "null-row.json",
    "null in place of a row",
    jsonOf([three[0], null, three[2]]),
    { kept: 2, refused: 1, ...second, reasons: [{ row: 2 }] },
    { chosen: "a row of another kind is refused, not a fault of the file" },
  ),
  reads(
    "array-row.json",
    "an array in place of a row",
    jsonOf([three[0], ["ERE2", "2023-03-02"], three[2]]),
    { kept: 2, refused: 1, ...second, reasons: [{ row: 2 }] },
    { chosen: "as above" },
  ),
  reads(
    "zero-escape.json",
    "U+0000 as an escape",
    jsonOf(middle({ notes: "a\u0000b" })),
    { ...second, reasons: [{ row: 2 }] },
    {
      chosen: "the row is refused: the file itself holds no zero byte",
    },
  ),
  reads(
    "half-pair.json",
    "half a pair of surrogates as an escape: it cannot be stored as it stands",
    edited("He said", "\\ud83d said"),
    { ...second, reasons: [{ row: 2 }] },
    {
      chosen: "refused: stored, it would silently become U+FFFD",
    },
  ),
  reads("braces-in-cell.json", "brackets, braces and quotes within a cell", jsonOf(middle({ notes: '}]}{"a":[\\"' })), {
    facts: [{ id: "ERE2", notes: '}]}{"a":[\\"' }],
  }),
  reads("data-key-in-cell.json", 'a cell that holds "data":[', jsonOf(middle({ notes: '"data":[{"a":1}]' })), {
    facts: [{ id: "ERE2", notes: '"data":[{"a":1}]' }],
  }),
  reads(
    "data-first.json",
    "the count stands behind the rows",
    JSON.stringify({ data: three, count: 3, success: true, status: 200 }),
  ),
  reads("long-cell.json", "500 kB in a cell", jsonOf(middle({ notes: "n".repeat(500_000) })), {
    facts: [{ id: "ERE2", notes: "n".repeat(500_000) }],
  }),
  fails("cut.json", "cut in the middle of a row", jsonOf().slice(0, 1500), notJson),
  fails(
    "cut-behind-row.json",
    "cut behind the second row",
    jsonOf().slice(0, jsonOf().indexOf('{"event_id_cnty":"ERE3"') - 1),
    notJson,
  ),
  fails("cut-last-brace.json", "without its last brace", jsonOf().slice(0, -1), notJson),
  fails("cut-array.json", "an array without its last bracket", JSON.stringify(three).slice(0, -1), notJson),
  fails("cut-lines.jsonl", "a row a line, the last cut", lines(three).slice(0, -40), notJson),
  fails("rest.json", "something behind the answer", `${jsonOf()}garbage`, notJson),
  fails("two.json", "two answers, one behind the other", jsonOf() + jsonOf(), bad),
  fails("two-lines.json", "two answers, a line each: 6 rows", `${jsonOf()}\n${jsonOf()}\n`, bad),
  fails("comma.json", "a comma behind the last row", edited("}]", "},]"), notJson),
  fails("comment.json", "a comment", `// rows\n${jsonOf()}`, bad),
  fails(
    "apostrophes.json",
    "apostrophes for quotes, as Python prints",
    JSON.stringify(three).replaceAll('"', "'"),
    bad,
  ),
  fails("nan.json", "NaN, as Python writes it", edited('"fatalities":"2"', '"fatalities":NaN'), notJson),
  fails("raw-line-end.json", "a line end within a text", edited("He said", "He\nsaid"), notJson),
  fails("leading-zero.json", "a number with a leading zero", edited('"fatalities":"2"', '"fatalities":02'), notJson),
  fails("jsonp.json", "a call around the answer", `callback(${jsonOf()});`, bad),
  fails("success-false.json", "success is false, with rows", jsonOf(three, { success: false }), bad),
  fails(
    "denied.json",
    "the API's refusal",
    '{"status":403,"success":false,"data":[],"count":0,"error":[{"status":403,"message":"Access denied"}]}',
    bad,
  ),
  fails("status-500.json", "status 500, with rows", jsonOf(three, { status: 500 }), bad, {
    chosen: "an answer that says it failed is not read, whatever its success says",
  }),
  fails("count-less.json", "count says 2, there are 3", jsonOf(three, { count: 2 }), /^read: (?=.*\b2\b)(?=.*\b3\b)/),
  fails("count-more.json", "count says 5, there are 3", jsonOf(three, { count: 5 }), /^read: (?=.*\b5\b)(?=.*\b3\b)/),
  fails(
    "count-behind.json",
    "the same, the count behind the rows",
    JSON.stringify({ data: three, success: true, count: 5 }),
    /^read: (?=.*\b5\b)(?=.*\b3\b)/,
  ),
  fails("empty-data.json", "no rows: a token whose account gives none", jsonOf([]), bad),
  fails("empty-array.json", "an empty array", "[]", bad),
  fails("empty-object.json", "an empty object", "{}", bad),
  fails("data-object.json", "data is an object", jsonOf(three, { data: { 0: three[0] } }), bad),
  fails("data-null.json", "data is null", jsonOf(three, { data: null }), bad),
  fails("number.json", "a number", "42", bad),
  fails("text.json", "a text", '"event_id_cnty"', bad),
  fails("null.json", "null", "null", bad),
  fails(
    "sales.json",
    "rows of another kind",
    JSON.stringify([
      { sku: "A1", price: 3 },
      { sku: "A2", price: 4 },
    ]),
    /^read: .*not a/,
  ),
  fails(
    "geo.json",
    "GeoJSON",
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"event_id_cnty":"ERE1"},"geometry":null}]}',
    bad,
  ),
  fails(
    "no-column.json",
    "rows without fatalities",
    JSON.stringify(three.map(({ fatalities, ...rest }) => ({ ...rest, died: fatalities }))),
    /^read: .*fatalities/,
  ),
  fails("deep.json", "100,000 brackets that open", nested(100_000), bad),
  fails("deep-closed.json", "100,000 brackets that open and close", `${nested(100_000)}${"]".repeat(100_000)}`, bad),
  fails(
    "deep-objects.json",
    "100,000 objects within each other",
    `${'{"data":'.repeat(100_000)}1${"}".repeat(100_000)}`,
    bad,
  ),
  fails(
    "deep-in-data.json",
    "100,000 brackets in place of a row",
    `{"status":200,"success":true,"count":1,"data":[${nested(100_000)}`,
    bad,
  ),
  reads("ucdp.json", "UCDP's answer", ucdpJson(), { source: "ucdp", facts: ucdpFacts }),
  reads("ucdp-array.json", "UCDP's rows as an array", JSON.stringify(ucdpRows), { source: "ucdp", facts: ucdpFacts }),
  reads("ucdp-lines.jsonl", "UCDP's rows, one a line", lines(ucdpRows), { source: "ucdp", facts: ucdpFacts }),
  reads(
    "ucdp-long-id.json",
    "an id of 64 bits, to the digit",
    ucdpJson().replace('"id":702', '"id":9007199254740993').replace('"id":703', '"id":9223372036854775807'),
    {
      source: "ucdp",
      facts: [ucdpFacts[0], { id: "9007199254740993", deaths: 2 }, { id: "9223372036854775807", deaths: 3 }],
    },
  ),
  reads(
    "ucdp-close-ids.json",
    "two ids that are one as doubles",
    ucdpJson().replace('"id":701', '"id":9007199254740992').replace('"id":702', '"id":9007199254740993'),
    {
      source: "ucdp",
      facts: [{ id: "9007199254740992", deaths: 1 }, { id: "9007199254740993", deaths: 2 }, ucdpFacts[2]],
    },
  ),
  reads(
    "ucdp-digits.json",
    "coordinates of fifteen digits",
    ucdpJson().replace('"latitude":14.5', '"latitude":14.1234567890123'),
    { source: "ucdp", facts: [{ id: "701", lat: 14.1234567890123 }] },
  ),
  reads(
    "ucdp-null-best.json",
    "null for the best estimate",
    ucdpJson([ucdpRows[0], ucdpObject(2, { best: null }), ucdpRows[2]]),
    {
      source: "ucdp",
      reasons: [{ row: 2, column: "best", value: "" }],
      facts: [ucdpFacts[0], ucdpFacts[2]],
    },
  ),
  fails(
    "ucdp-page.json",
    "one page of several",
    ucdpJson(ucdpRows, { TotalCount: 2500, TotalPages: 834, NextPageUrl: "https://example.invalid/?page=1" }),
    /^read: (?=.*\b2,?500\b)(?=.*\b3\b)/,
  ),
  fails(
    "ucdp-less.json",
    "TotalCount says 2, there are 3",
    ucdpJson(ucdpRows, { TotalCount: 2 }),
    /^read: (?=.*\b2\b)(?=.*\b3\b)/,
  ),
  fails("ucdp-empty.json", "no rows", ucdpJson([]), bad),
  fails("ucdp-cut.json", "cut in the middle", ucdpJson().slice(0, 2000), notJson),
]);
