import { printable } from "../core/printable.js";
import type { LintRow } from "../reports/lintReport.js";
import { wrapped } from "./wrapped.js";

/** The rows of a linter for a person to read: faults, then advice, what is said of several places once with its places. */
export function lintText(file: string, rows: readonly LintRow[], { width }: { width: number }): string {
  const faults = rows.filter(({ level }) => level === "fault");
  const advice = rows.filter(({ level }) => level === "advice");
  const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
  const total = `${many(faults.length, "fault", "faults")}, ${many(advice.length, "piece of advice", "pieces of advice")}`;
  const lines = [
    `${file}: ${rows.length === 0 ? "nothing to say" : total}`,
    ...section("Faults", faults),
    ...section("Advice", advice),
  ];
  return `${lines.map((line) => wrapped(printable(line), { width, indent: "      " })).join("\n")}\n`;
}

function section(title: string, rows: readonly LintRow[]): string[] {
  if (rows.length === 0) return [];
  const groups = new Map<string, string[]>();
  for (const { says, place } of rows) groups.set(says, [...(groups.get(says) ?? []), place]);
  return ["", title].concat(
    [...groups].flatMap(([says, places]) =>
      places.length === 1
        ? [`  ${places[0]}: ${says}`]
        : [`  ${says} (${places.length})`, ...places.map((place) => `    ${place}`)],
    ),
  );
}
