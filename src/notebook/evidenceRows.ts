import type { DataReport } from "../core/dataReport.js";
import type { Diff } from "../core/diff.js";
import type { Refusal, Repair } from "../core/event.js";
import type { Nowcast } from "../core/nowcast.js";
import { decimals, percent, withInterval } from "../core/print.js";
import { printable } from "../core/printable.js";
import type { Manifest } from "../core/snapshot.js";

type Row = Readonly<Record<string, string>>;

/** Rows under a title of their own. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** The objects that the rows were made from, one a row, where there are such: they hold the numbers unrounded. */
  readonly of?: readonly object[];
}

/** What a file holds, in the order in which a reader asks. */
export function reportSections(report: DataReport): Section[] {
  const { file, source, asOf, rows, days, covers } = report;
  const named = (list: DataReport["zones"], what: string): Row[] =>
    list.map(({ name, n }) => ({ [what]: printable(name), rows: count(n) }));
  const sections: Section[] = [
    {
      title: `${printable(file.name)}, read as ${source}, as of ${asOf}`,
      rows: [
        {
          ...{ read: count(rows.read), kept: count(rows.kept), refused: count(rows.refused) },
          ...{ repaired: count(rows.repaired), "older forms": count(rows.revisions) },
          ...{
            "first event": days.first,
            "last event": days.last,
            "speaks for": `${covers.since} up to ${covers.until}`,
          },
        },
      ],
    },
    {
      title: "Why rows were refused",
      rows: report.reasons.map(({ column, reason, n, row, value }) => ({
        ...{ rows: count(n), column, reason, first: `row ${row}: ${cut(JSON.stringify(value))}` },
      })),
    },
    {
      title: "Repaired by rule",
      rows: report.repairs.map(({ rule, n, row }) => ({ rows: count(n), rule, first: `row ${row}` })),
    },
    { title: "Zones of the codebook", rows: named(report.zones, "zone") },
    { title: "Places in no zone", rows: named(report.unknownPlaces, "place") },
    { title: "Actors in no group", rows: named(report.unknownActors, "actor") },
  ];
  return sections.filter((section) => section.rows.length > 0);
}

/** What changed between two vintages. */
export function diffSections({ older, newer, moves, fields, ...diff }: Diff): Section[] {
  const { added, revised, removed, unchanged } = diff;
  const value = (n: number): string => (Number.isInteger(n) ? count(n) : decimals(n, 3));
  return [
    {
      title: `${older.name}: as of ${older.asOf} (${older.hash.slice(0, 8)}) and as of ${newer.asOf} (${newer.hash.slice(0, 8)})`,
      rows: [
        {
          ...{ added: count(added), revised: count(revised), removed: count(removed), unchanged: count(unchanged) },
          "revised in": fields.map(({ field, n }) => `${field} ${count(n)}`).join(", "),
        },
      ],
    },
    {
      title: "Counts over the periods that both cover",
      of: moves,
      rows: moves.map(({ indicator, key, before, after, moved, periods, largest }) => ({
        ...{ indicator, ...key, before: value(before), after: value(after), "periods moved": `${moved} of ${periods}` },
        "most in":
          largest === undefined ? "" : `${largest.period}: ${value(largest.before)} to ${value(largest.after)}`,
      })),
    },
  ].filter((section) => section.rows.length > 0);
}

/** What recent periods will come to. */
export function nowcastSections({ every, level, periods, reading, delays, asOf }: Nowcast): Section[] {
  const rows = periods.map(({ period, observed, share, estimate, interval, n }) => ({
    ...{ [every]: period, "so far": count(observed), "share in": percent(share) },
    "once complete":
      estimate === undefined || interval === undefined ? "too early" : withInterval(estimate, interval, 0),
    "delays from n": count(n),
  }));
  return [{ title: `As of ${asOf}, ${percent(level)} intervals: ${reading}. ${delays.reading}`, rows, of: periods }];
}

/** A snapshot in one row. */
export function manifestRow({
  name,
  asOf,
  source,
  covers,
  read,
  kept,
  refused,
  repaired,
  revisions,
  events,
  hash,
}: Manifest): Row {
  return {
    ...{ dataset: name, "as of": asOf, source, covers: `${covers.since} up to ${covers.until}` },
    ...{ read: count(read), kept: count(kept), refused: count(refused), repaired: count(repaired) },
    ...{ "older forms": count(revisions), events: count(events), snapshot: hash.slice(0, 8) },
  };
}

/** A refused or a repaired row, its record cut short. */
export function rejectRow(one: Refusal | Repair): Row {
  const at = { row: String(one.row), line: one.line === 0 ? "" : String(one.line) };
  if ("rule" in one) return { ...at, rule: one.rule, cells: cut(JSON.stringify(one.cells)), record: cut(one.raw) };
  return { ...at, column: one.column, value: cut(one.value), reason: one.reason, record: cut(one.raw) };
}

function count(n: number): string {
  return decimals(n, 0);
}

function cut(text: string): string {
  const signs = [...printable(text)];
  return signs.length <= 40 ? signs.join("") : `${signs.slice(0, 39).join("")}…`;
}
