import type { ConflictEvent } from "../core/event.js";
import type { Mapping } from "../core/mapping.js";
import { decimals } from "../core/print.js";
import { printable } from "../core/printable.js";
import type { MappingProposal } from "../sources/proposeMapping.js";
import type { Preview } from "./preview.js";

const width = 80;

/** What a preview shows of an event, with the width of each. */
const shown: readonly (readonly [string, number, (event: ConflictEvent) => string | number])[] = [
  ["id", 12, (event) => event.id],
  ["day", 10, (event) => event.day],
  ["kind", 15, (event) => event.kind],
  ["side 1", 13, (event) => event.side1.join(", ")],
  ["deaths", 6, (event) => event.deaths],
  ["where", 10, (event) => event.admin1 || event.place || event.country],
];

/** Whether a proposal holds all that a mapping needs. */
export function isComplete(proposal: MappingProposal): proposal is MappingProposal & { readonly mapping: Mapping } {
  const { id, day, kind } = proposal.mapping.columns;
  return id !== undefined && day !== undefined && kind !== undefined;
}

/** A proposal with its reasons and a preview, for a terminal of 80 columns. */
export function mapText({
  file,
  read,
  sampled,
  proposal,
  preview,
  out,
}: {
  file: string;
  read: number;
  sampled: number;
  proposal: MappingProposal;
  preview: Preview | undefined;
  out: string | undefined;
}): string {
  const { proposed, undecided, unused, passedOver } = proposal;
  const from = `${printable(file)}: ${decimals(read, 0)} rows${sampled < read ? `, ${decimals(sampled, 0)} of them looked at, spread over the file` : ""}`;
  const lacking = ["id", "day", "kind"].filter((field) => !proposed.some((one) => one.field === field));
  return [
    ...wrapped(from, ""),
    ...(passedOver === 0
      ? []
      : wrapped(`${decimals(passedOver, 0)} of them are not as long as the header and were passed over`, "")),
    ...section(
      "Proposed",
      proposed.flatMap(({ field, columns, confidence, why }) => {
        const start = `  ${field.padEnd(15)} ${columns.map(printable).join(" + ")} (${confidence})`;
        return [...wrapped(start, " ".repeat(18)), ...wrapped(`${" ".repeat(18)}${printable(why)}`, " ".repeat(18))];
      }),
    ),
    ...section(
      "Undecided",
      undecided.flatMap(({ field, why }) => wrapped(`  ${field.padEnd(15)} ${printable(why)}`, " ".repeat(18))),
    ),
    ...section(
      "Not used",
      unused.length === 0 ? [] : wrapped(`  ${unused.map((one) => printable(one) || '""').join(", ")}`, "  "),
    ),
    ...(preview === undefined ? [] : section("As it would be read", previewLines(preview, sampled))),
    "",
    ...ending({ file, out, lacking }),
    "",
  ].join("\n");
}

function previewLines({ read, refused, reasons, rows }: Preview, sampled: number): string[] {
  const head = `  ${"row".padStart(7)} ${shown.map(([name, size]) => name.padEnd(size)).join(" ")}`;
  return [
    head.trimEnd(),
    ...rows.flatMap(({ row, event, fault }) => {
      const start = `  ${String(row).padStart(7)} `;
      if (event !== undefined) {
        return `${start}${shown.map(([, size, text]) => clipped(String(text(event)), size)).join(" ")}`.trimEnd();
      }
      return fault === undefined ? [] : wrapped(`${start}refused: ${faultText(fault)}`, " ".repeat(10));
    }),
    ...wrapped(
      `  Of ${decimals(sampled, 0)} rows ${decimals(read, 0)} are read and ${decimals(refused, 0)} refused${refused === 0 ? "." : ":"}`,
      "  ",
    ),
    ...reasons
      .slice(0, 5)
      .flatMap((one) => wrapped(`  ${decimals(one.rows, 0)} rows, such as row ${one.row}: ${faultText(one)}`, "    ")),
    ...(reasons.length > 5 ? [`  and ${reasons.length - 5} reasons more, see --json`] : []),
  ];
}

function faultText({ column, value, reason }: { column: string; value: string; reason: string }): string {
  return printable(column === "" ? reason : `${column} ${clippedText(JSON.stringify(value), 60)} ${reason}`);
}

function ending({
  file,
  out,
  lacking,
}: {
  file: string;
  out: string | undefined;
  lacking: readonly string[];
}): string[] {
  const lines = out === undefined ? [] : wrapped(`Written to ${printable(out)}; read it over and edit it.`, "");
  if (lacking.length > 0) {
    return [...lines, ...wrapped(`Not complete: the mapping needs ${lacking.join(", ")}, see above.`, "")];
  }
  const name = out ?? "mapping.json";
  if (out === undefined) lines.push(`Write it:  hindcast map ${word(file)} --out ${name}`);
  return [...lines, `Then:      hindcast check ${word(file)} --mapping ${word(name)}`];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

/** A text over several lines of at most 80 signs, those after the first set in. */
function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = /^ */.exec(text)?.[0] ?? "";
  let isStart = true;
  for (const one of text.trimStart().split(" ")) {
    if (!isStart && [...line].length + 1 + [...one].length > width) {
      lines.push(line);
      line = indent;
      isStart = true;
    }
    line += isStart ? one : ` ${one}`;
    isStart = false;
  }
  return [...lines, line].flatMap((long) => cut(long, indent));
}

/** A word longer than a line, over several. */
function cut(line: string, indent: string): string[] {
  const signs = [...line];
  if (signs.length <= width) return [line];
  return [signs.slice(0, width).join(""), ...cut(`${indent}${signs.slice(width).join("")}`, indent)];
}

function clipped(text: string, size: number): string {
  return clippedText(printable(text), size).padEnd(size);
}

function clippedText(text: string, size: number): string {
  const signs = [...text];
  return signs.length <= size ? text : `${signs.slice(0, size - 1).join("")}…`;
}

/** A file's name as a shell takes it. */
function word(file: string): string {
  const plain = printable(file);
  return /^[\w./-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}
