import { acledColumns } from "../bench/acledFile.js";

export { acledColumns };

/** The day all of the corpus is read as of. */
export const asOf = "2026-01-01";

/** What a stored event must hold for its cells to have been read right; `side1` and `side2` are the first of each side. */
export type Fact = { readonly id: string } & Readonly<
  Partial<
    Record<
      | "day"
      | "until"
      | "country"
      | "admin1"
      | "admin2"
      | "place"
      | "notes"
      | "kind"
      | "subkind"
      | "side1"
      | "side2"
      | "deaths"
      | "deathsLow"
      | "deathsHigh"
      | "lat"
      | "lon",
      string | number
    >
  >
>;

/** What is known of one refused row; a column may have the publisher's name or that of the field it fills. */
export interface Reason {
  readonly row: number;
  readonly column?: string | readonly string[];
  readonly value?: string;
  readonly reason?: string | RegExp;
  readonly line?: number;
}

/** A file that is read: how many rows are kept and refused (with every refused row), and what the kept must hold. */
export interface Accepted {
  readonly kept: number;
  readonly refused: number;
  readonly repaired: number;
  readonly revisions: number;
  readonly source: "acled" | "ucdp";
  readonly reasons: readonly Reason[];
  readonly facts: readonly Fact[];
  /** What the manifest's notes say of what was decided about the file. */
  readonly decided?: RegExp;
}

/** A file that is not read: the class of the error and what its message says. */
export interface Faulty {
  readonly error: RegExp;
  readonly class: "DataError" | "InputError";
}

export type Content = string | Uint8Array;

/** One odd file, and what a trustworthy tool does with it. */
export interface Entry {
  /** The file's name in the folder. */
  readonly name: string;
  readonly kind: string;
  /** Why it is odd. */
  readonly note: string;
  /** Absent where `place` makes it. */
  readonly content?: Content | (() => Content);
  /** Makes what is more than a file, and says under which path it is asked for. */
  readonly place?: (folder: string) => string;
  /** The format that the user named; absent where it is recognised. */
  readonly named?: "acled" | "ucdp";
  readonly expect: Accepted | Faulty;
  /** Where the specification leaves it open: what was chosen, and why. */
  readonly chosen?: string;
}

type Draft = Omit<Entry, "kind">;
type More = Pick<Draft, "chosen" | "named" | "place">;

/** A file that is read; where nothing is said of it, it is the three standard rows. */
export function reads(
  name: string,
  note: string,
  content: Entry["content"],
  expect: Partial<Accepted> = { facts: standardFacts },
  more: More = {},
): Draft {
  const { reasons = [] } = expect;
  const whole = { kept: 3 - reasons.length, refused: reasons.length, repaired: 0, revisions: 0, facts: [] };
  return { name, note, content, expect: { ...whole, source: "acled", reasons, ...expect }, ...more };
}

/** A file that is not read, its data being at fault. */
export function fails(name: string, note: string, content: Entry["content"], error: RegExp, more: More = {}): Draft {
  return { name, note, content, expect: { error, class: "DataError" }, ...more };
}

/** Entries of one kind. */
export function kind(name: string, drafts: readonly Draft[]): readonly Entry[] {
  return drafts.map((draft) => ({ ...draft, kind: name }));
}

export type Cells = Readonly<Record<string, string>>;

const standard: readonly Cells[] = [
  { location: "Hilltop", notes: "first" },
  { location: "Wét, Land", notes: 'He said "no", twice' },
  { location: "Ségou", notes: "ends — 平和 😀" },
];

/** What the three standard rows must hold. */
export const standardFacts: readonly Fact[] = standard.map(({ location, notes }, i) => ({
  ...{ id: `ERE${i + 1}`, day: `2023-03-0${i + 1}`, deaths: i + 1, place: location, notes, admin1: "Hill" },
  ...{ kind: "Battles", subkind: "Armed clash", side1: "Army of Erewhon", lat: 14.5, lon: -4.25, country: "Erewhon" },
}));

/** The n-th row (from 1) of a made-up ACLED export, with changes; its year is that of its date. */
export function acledRow(n: number, changes: Cells = {}): Cells {
  const date = changes["event_date"] ?? `2023-03-${String(n).padStart(2, "0")}`;
  return {
    ...{ event_id_cnty: `ERE${n}`, event_date: date, year: yearOf(date), time_precision: "1" },
    ...{ disorder_type: "Political violence", event_type: "Battles", sub_event_type: "Armed clash" },
    ...{ actor1: "Army of Erewhon", assoc_actor_1: "", inter1: "State forces" },
    ...{ actor2: "Rebels of the Hill", assoc_actor_2: "", inter2: "Rebel group" },
    ...{ interaction: "State forces-Rebel group", civilian_targeting: "", iso: "999", region: "Nowhere" },
    ...{ country: "Erewhon", admin1: "Hill", admin2: "Upper Hill", admin3: "", location: "Hilltop" },
    ...{ latitude: "14.5", longitude: "-4.25", geo_precision: "1", source: "Erewhon Gazette" },
    ...{ source_scale: "National", notes: `note ${n}`, fatalities: String(n), tags: "", timestamp: "1767100000" },
    ...standard[n - 1],
    ...changes,
  };
}

function yearOf(date: string): string {
  return /(?:^|\D)(\d{4})(?:\D|$)/.exec(date)?.[1] ?? "2023";
}

/** Three rows, the second changed. */
export function middle(changes: Cells): readonly Cells[] {
  return [{}, changes, {}];
}

/** How a table is written. */
export interface Dialect {
  readonly columns?: readonly string[];
  readonly delimiter?: string;
  readonly end?: string;
  readonly quoteAll?: boolean;
  readonly final?: boolean;
}

/** An ACLED export of as many rows as there are changes, as text. */
export function acledText(changes: readonly Cells[] = [{}, {}, {}], dialect: Dialect = {}): string {
  return written(acledGrid(changes, dialect.columns), dialect);
}

/** The header of an ACLED export and a row for each of the changes. */
export function acledGrid(
  changes: readonly Cells[] = [{}, {}, {}],
  columns: readonly string[] = acledColumns,
): readonly (readonly string[])[] {
  const rows = changes.map((change, i) => acledRow(i + 1, change));
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
}

/** Rows of cells as text; without `quoteAll`, only the cells that need it are quoted. */
export function written(grid: readonly (readonly string[])[], dialect: Dialect = {}): string {
  const { end = "\n", final = true } = dialect;
  return grid.map((cells) => line(cells, dialect)).join(end) + (final ? end : "");
}

/** One row of cells as text, without a line end. */
export function line(cells: readonly string[], { delimiter = ",", quoteAll = false }: Dialect = {}): string {
  const needs = (cell: string): boolean => quoteAll || /["\r\n]/.test(cell) || cell.includes(delimiter);
  return cells.map((cell) => (needs(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}

/** An ACLED row as a line. */
export function acledLine(n: number, changes: Cells = {}): string {
  const row = acledRow(n, changes);
  return line(acledColumns.map((column) => row[column]));
}

/** A header and three rows of an ACLED export as lines. */
export function acledLines(): [string, string, string, string] {
  return [acledColumns.join(","), acledLine(1), acledLine(2), acledLine(3)];
}

/** The columns of UCDP's global CSV. */
export const ucdpColumns = [
  ...["id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"],
  ...["conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"],
  ...["side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"],
  ...["source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description"],
  ...["adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"],
  ...["event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"],
  ...["deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"],
];

/** The columns of a country export: the estimates under other names. */
export const ucdpExportColumns = ucdpColumns.map((column) =>
  ["best", "high", "low"].includes(column) ? `${column}_est` : column,
);

/** The n-th row (from 1) of a made-up UCDP file, global or export, with changes. */
export function ucdpRow(n: number, changes: Cells = {}): Cells {
  const day = `2022-05-${String(n + 12)}`;
  return {
    ...{ id: String(700 + n), relid: `ERE-2022-1-${n}`, year: "2022", active_year: "1", code_status: "Clear" },
    ...{ type_of_violence: "1", conflict_dset_id: "9001", conflict_new_id: "9001", conflict_name: "Erewhon: Hill" },
    ...{ dyad_dset_id: "9002", dyad_new_id: "9002", dyad_name: "Government of Erewhon - Rebels of the Hill" },
    ...{ side_a_dset_id: "91", side_a_new_id: "91", side_a: "Government of Erewhon" },
    ...{ side_b_dset_id: "92", side_b_new_id: "92", side_b: "Rebels of the Hill", number_of_sources: "1" },
    ...{ source_article: '"Erewhon Gazette, 2022-05-20"', source_office: "Erewhon Gazette", source_date: "2022-05-20" },
    ...{ source_headline: `Clash ${n}, "again"`, source_original: "army", where_prec: "1" },
    ...{ where_coordinates: "Hilltop", where_description: "near Hilltop", adm_1: "Hill", adm_2: "Upper Hill" },
    ...{ latitude: "14.5", longitude: "-4.25", geom_wkt: "POINT (-4.25 14.5)", priogrid_gid: "150000" },
    ...{ country: "Erewhon", country_id: "999", region: "Africa", event_clarity: "1", date_prec: "1" },
    ...{ date_start: `${day} 00:00:00.000`, date_end: `${day} 00:00:00.000` },
    ...{ deaths_a: "0", deaths_b: "0", deaths_civilians: "0", deaths_unknown: String(n) },
    ...{ best: String(n), high: String(n + 2), low: "0", gwnoa: "999", gwnob: "" },
    ...{ best_est: String(n), high_est: String(n + 2), low_est: "0" },
    ...changes,
  };
}

/** A UCDP file of as many rows as there are changes, as text. */
export function ucdpText(changes: readonly Cells[] = [{}, {}, {}], dialect: Dialect = {}): string {
  const { columns = ucdpColumns } = dialect;
  const rows = changes.map((change, i) => ucdpRow(i + 1, change));
  return written([columns, ...rows.map((row) => columns.map((column) => row[column]))], dialect);
}

/** What the three standard rows of a UCDP file must hold. */
export const ucdpFacts: readonly Fact[] = [1, 2, 3].map((n) => ({
  ...{ id: String(700 + n), day: `2022-05-${n + 12}`, until: `2022-05-${n + 12}`, deaths: n, deathsHigh: n + 2 },
  ...{ deathsLow: 0, place: "Hilltop", notes: `Clash ${n}, "again"`, side1: "Government of Erewhon", admin1: "Hill" },
  ...{ side2: "Rebels of the Hill", lat: 14.5, lon: -4.25, kind: "state-based", country: "Erewhon" },
}));

/** Bytes of texts and byte arrays, one after the other. */
export function bytes(...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))));
}

/** A text in UTF-16, without a byte order mark of its own. */
export function utf16(text: string, order: "le" | "be" = "le"): Uint8Array {
  const little = Buffer.from(text, "utf16le");
  return order === "le" ? little : little.swap16();
}
