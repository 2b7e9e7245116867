import type { Interval } from "../core/finding.js";
import { decimals, percent } from "../core/print.js";
import { isEnsemble } from "../models/ensemble.js";
import type { Model } from "../models/model.js";
import type { BacktestLine } from "./backtestTable.js";
import { markdownText } from "./markdownText.js";

/** How a table is told: names by what they are called in it, and the width that a terminal has. */
export interface MarkdownOptions {
  readonly references: readonly string[];
  readonly short: ReadonlyMap<string, string>;
  /** Signs are left as they are, and columns left out until it fits; in Markdown, where absent, all are there. */
  readonly width?: number;
}

interface Column {
  readonly head: string;
  readonly cell: (line: BacktestLine) => string;
  /** Columns of a higher one are left out first. */
  readonly spare: number;
}

/** The table of all steps together, the best first, with tests of equal accuracy at some steps. */
export function backtestMarkdown(
  lines: readonly BacktestLine[],
  { references, short, width }: MarkdownOptions,
): string {
  const whole = lines.filter(({ step }) => step === undefined);
  const stepOf = new Map(lines.map((line) => [`${line.model} ${line.step}`, line]));
  const [first] = references;
  const named = (name: string): string => written(short.get(name) ?? name, width);
  const skillOf = (against: string): Column => ({
    head: `skill v ${named(against)}`,
    cell: ({ model, skill }) => (model === against ? "" : withRange(skill[against].skill, skill[against].interval, 3)),
    spare: against === first ? 0 : 4,
  });
  const tests = (first === undefined ? [] : someSteps(lines, 3)).map(
    (step): Column => ({
      head: `p at ${step}`,
      cell: ({ model }) => chance(stepOf.get(`${model} ${step}`)?.skill[first].p),
      spare: 1,
    }),
  );
  const isSame = whole.every(({ n }) => n === whole[0].n);
  const columns: Column[] = [
    { head: "model", cell: ({ model }) => named(model), spare: 0 },
    { head: "n", cell: ({ n }) => decimals(n, 0), spare: isSame ? 5 : 2 },
    { head: "CRPS", cell: ({ crps }) => decimals(crps, 2), spare: 0 },
    { head: "90% interval", cell: ({ interval }) => range(interval, 2), spare: 3 },
    { head: "in 90%", cell: ({ coverage }) => percent(coverage), spare: 0 },
    ...references.map(skillOf),
    ...tests,
  ];
  const tableOf = (most: number): string => {
    const kept = columns.filter(({ spare }) => spare <= most);
    return table(
      kept.map(({ head }) => head),
      whole.map((line) => kept.map(({ cell }) => cell(line))),
    );
  };
  let most = 5;
  while (width !== undefined && most > 0 && tableOf(most).indexOf("\n") > width) most -= 1;
  return tableOf(most);
}

/** The best ensemble, the first reference and the best single model beside each other, by step; nothing of one step alone. */
export function backtestStepsMarkdown(
  lines: readonly BacktestLine[],
  models: readonly Model[],
  { references, short, width }: MarkdownOptions,
): string {
  const steps = someSteps(lines, 6);
  if (steps.length < 2) return "";
  const kinds = new Map(models.map((model) => [model.name, isEnsemble(model)]));
  const bestOf = (isMade: boolean) => lines.find(({ model }) => kinds.get(model) === isMade)?.model;
  const told = [...new Set([bestOf(true), bestOf(false), references[0]])].filter((name) => name !== undefined);
  const rows = told.flatMap((model) => {
    const at = (cell: (line: BacktestLine) => string): string[] =>
      steps.map((step) => lines.filter((one) => one.model === model && one.step === step).map(cell)[0] ?? "");
    const name = written(short.get(model) ?? model, width);
    const [first] = references;
    return [
      [name, "CRPS", ...at(({ crps }) => decimals(crps, 2))],
      ["", "in 90%", ...at(({ coverage }) => percent(coverage))],
      ...(first === undefined || model === first
        ? []
        : [
            ["", "skill", ...at(({ skill }) => (skill[first].skill === null ? "" : decimals(skill[first].skill, 3)))],
            ["", "p", ...at(({ skill }) => chance(skill[first].p))],
          ]),
    ];
  });
  return table(["model", "by step", ...steps.map(String)], rows);
}

/** The first step, the last, and some between. */
function someSteps(lines: readonly BacktestLine[], most: number): number[] {
  const steps = [...new Set(lines.flatMap(({ step }) => step ?? []))].sort((one, other) => one - other);
  if (steps.length <= most) return steps;
  return Array.from({ length: most }, (_, i) => steps[Math.floor((i * (steps.length - 1)) / (most - 1))]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  const text = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return `${[text(head), rule, ...rows.map(text)].join("\n")}\n`;
}

function written(name: string, width: number | undefined): string {
  return width === undefined ? markdownText(name) : name;
}

function withRange(value: number | null, interval: Interval | undefined, digits: number): string {
  return value === null ? "" : [decimals(value, digits), range(interval, 2)].filter((text) => text !== "").join(" ");
}

function range(interval: Interval | undefined, digits: number): string {
  return interval === undefined ? "" : `[${decimals(interval[0], digits)}, ${decimals(interval[1], digits)}]`;
}

function chance(p: number | undefined): string {
  if (p === undefined) return "";
  return p < 0.001 ? "<.001" : decimals(p, 3);
}
