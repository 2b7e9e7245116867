import { styleText } from "node:util";
import type { DataReport, Named } from "../core/dataReport.js";
import { decimals, percent } from "../core/print.js";
import { printable } from "../core/printable.js";

type Tone = "bold" | "dim" | "green" | "red" | "yellow";

/** How many lines a list may take before the rest is counted. */
const longest = 8;

/** What a file holds, for a terminal 80 columns wide. */
export function checkText(report: DataReport, { colour }: { readonly colour: boolean }): string {
  const paint = (tone: Tone, text: string): string =>
    colour ? styleText(tone, text, { validateStream: false }) : text;
  const { rows, file, days, covers } = report;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint("bold", title), ...lines];
  return [
    paint("bold", cut(file.name, 80)),
    cut(`read as ${report.source}, as of ${report.asOf}, codebook ${report.codebook}`, 80),
    paint("dim", `${decimals(file.bytes, 0)} bytes, SHA-256 ${file.sha256.slice(0, 16)}`),
    ...section("Rows", [
      line("read", rows.read),
      paint(rows.refused === 0 ? "green" : "yellow", line("kept", rows.kept)),
      ...(rows.repaired > 0 ? [paint("yellow", line("  of these repaired", rows.repaired))] : []),
      ...(rows.revisions > 0 ? [line("  of these older forms", rows.revisions)] : []),
      paint(rows.refused === 0 ? "dim" : "red", line("refused", rows.refused)),
    ]),
    ...section(
      "Why rows were refused",
      some(report.reasons, ({ column, reason, n, row, value }) =>
        [
          `  ${decimals(n, 0).padStart(9)}  ${cut(`${column} ${reason}`.trim(), 64)}`,
          paint("dim", `             first: row ${row}, ${cut(JSON.stringify(value), 44)}`),
        ].join("\n"),
      ),
    ),
    ...section(
      "Repaired by rule",
      report.repairs.map(({ rule, n, row }) =>
        [`  ${decimals(n, 0).padStart(9)}  ${cut(rule, 66)}`, paint("dim", `             first: row ${row}`)].join(
          "\n",
        ),
      ),
    ),
    ...section(
      "Decided while reading",
      report.notes.map((note) => `  ${cut(note, 76)}`),
    ),
    ...section("Columns", columnLines(report)),
    ...section("Days", [
      `  ${days.first} to ${days.last}; the file speaks for ${covers.since} up to ${covers.until}`,
      ...(report.emptyMonths.length === 0 ? [] : [`  months without a row: ${monthsText(report.emptyMonths)}`]),
      cut(
        `  known to the ${report.precision.map(({ name, n }) => `${name} ${percent(n / rows.kept)}`).join(", ")}`,
        80,
      ),
    ]),
    ...section("Kinds (events)", names(report.kinds)),
    ...section("Deaths", [
      `  ${decimals(report.deaths.total, 0)} in all, at most ${decimals(report.deaths.most, 0)} in a row`,
    ]),
    ...section("Zones of the codebook (rows)", names(report.zones)),
    ...section("Places in no zone (rows)", names(report.unknownPlaces)),
    ...section("Groups of actors (rows named in)", names(report.groups)),
    ...section("Actors in no group (rows named in)", names(report.unknownActors)),
    "",
  ].join("\n");
}

function columnLines({ columns, rows }: DataReport): string[] {
  const width = Math.min(22, Math.max(...columns.map(({ name }) => name.length)));
  return columns.map(({ name, fields, filled, least, most }) => {
    const used = fields.length === 0 ? "not used" : fields.join(", ");
    const range =
      least === undefined ? "empty" : least === most ? cut(least, 30) : `${cut(least, 14)} … ${cut(most ?? "", 14)}`;
    return `  ${cut(name, width).padEnd(width)} ${percent(filled / rows.read).padStart(8)}  ${range.padEnd(31)} ${cut(used, 80 - width - 45)}`.trimEnd();
  });
}

function names(list: readonly Named[]): string[] {
  return some(list, ({ name, n }) => `  ${decimals(n, 0).padStart(9)}  ${cut(name, 66)}`);
}

function some<T>(list: readonly T[], text: (one: T) => string): string[] {
  const rest = list.length - longest;
  return [
    ...list.slice(0, longest).map(text),
    ...(rest > 0 ? [`             and ${decimals(rest, 0)} more (--json)`] : []),
  ];
}

function monthsText(months: readonly string[]): string {
  const shown = months.slice(0, 5).map((month) => month.slice(0, 7));
  return `${shown.join(", ")}${months.length > 5 ? ` and ${months.length - 5} more` : ""}`;
}

function line(name: string, n: number): string {
  return `  ${decimals(n, 0).padStart(9)}  ${name}`;
}

function cut(text: string, width: number): string {
  const signs = [...printable(text)];
  return signs.length <= width ? signs.join("") : `${signs.slice(0, width - 1).join("")}…`;
}
