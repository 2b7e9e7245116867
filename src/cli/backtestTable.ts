import type { Interval } from "../core/finding.js";
import type { Resolved } from "../core/forecast.js";
import { decimals } from "../core/print.js";
import type { Score } from "../core/score.js";
import { coverage } from "../scores/coverage.js";
import { crps } from "../scores/crps.js";
import { dieboldMariano } from "../scores/dieboldMariano.js";
import { score } from "../scores/score.js";
import { skill } from "../scores/skill.js";
import { summarise } from "../scores/summarise.js";
import { csvTable } from "../store/csvTable.js";

/** How much better than a reference a model was, on the forecasts that both made. */
export interface BacktestSkill {
  /** 1 less the CRPS over that of the reference; above 0 is better. */
  readonly skill: number | null;
  readonly interval?: Interval;
  /** Of equal accuracy, by Diebold and Mariano's test; of one step alone. */
  readonly p?: number;
}

/** How one model did at one step ahead, or at all of them together. */
export interface BacktestLine {
  readonly model: string;
  /** Absent of all steps together. */
  readonly step?: number;
  /** Forecasts scored. */
  readonly n: number;
  /** The mean continuous ranked probability score, in counts: 0 is perfect. */
  readonly crps: number;
  readonly interval?: Interval;
  /** The standard error that the draws leave in the mean. */
  readonly noise?: number;
  /** The share of counts within the central 90% intervals. */
  readonly coverage: number;
  readonly coverageInterval?: Interval;
  readonly skill: Readonly<Record<string, BacktestSkill>>;
}

/** What the intervals of a table are of, and what resampling them hangs on. */
export interface TableOptions {
  readonly level: number;
  readonly seed: number;
}

/** Every model in the order of its score over all steps, the best first, with each step below it. */
export function backtestLines(
  resolved: readonly Resolved[],
  references: readonly string[],
  { level, seed }: TableOptions,
): BacktestLine[] {
  const scores = score(resolved, [crps(), coverage(0.9)]);
  const lines: BacktestLine[] = [];
  for (const by of [["model"], ["model", "step"]]) {
    const options = { by, level, seed, missing: "common" } as const;
    const means = summarise(scores, options);
    const skills = references.map((against) => ({
      against,
      rows: skill(
        scores.filter(({ metric }) => metric === "crps()"),
        { ...options, against },
      ),
    }));
    for (const one of means.filter(({ metric }) => metric === "crps()")) {
      const isSame = (row: { model?: string; step?: number }): boolean =>
        row.model === one.model && row.step === one.step;
      const covered = means.find((row) => row.metric !== "crps()" && isSame(row));
      const { model = "", step, n, mean, interval, noise } = one;
      lines.push({
        ...{ model, ...(step !== undefined && { step }), n, crps: mean ?? Infinity },
        ...(interval !== undefined && { interval }),
        ...(noise !== undefined && { noise }),
        coverage: covered?.mean ?? Number.NaN,
        ...(covered?.interval !== undefined && { coverageInterval: covered.interval }),
        skill: Object.fromEntries(
          skills.map(({ against, rows }) => {
            const found = rows.find(isSame);
            return [against, { skill: found?.skill ?? (model === against ? 0 : null), ...intervalOf(found) }];
          }),
        ),
      });
    }
  }
  const order = new Map(lines.flatMap((one) => (one.step === undefined ? [[one.model, one.crps] as const] : [])));
  const crpsOf = new Map<string, Score[]>();
  for (const one of scores.filter(({ metric }) => metric === "crps()")) {
    const known = crpsOf.get(rowOf(one));
    if (known === undefined) crpsOf.set(rowOf(one), [one]);
    else known.push(one);
  }
  const tested = lines.map((one) => withTests(one, testsOf(crpsOf, references, one)));
  return tested.sort(
    (one, other) =>
      (order.get(one.model) ?? 0) - (order.get(other.model) ?? 0) ||
      (one.model < other.model ? -1 : one.model > other.model ? 1 : 0) ||
      (one.step ?? 0) - (other.step ?? 0),
  );
}

function intervalOf(found: { interval?: Interval } | undefined): { interval?: Interval } {
  return found?.interval === undefined ? {} : { interval: found.interval };
}

/** What scores of one model at one step are found by. */
function rowOf({ model, step }: { readonly model: string; readonly step: number }): string {
  return `${step} ${model}`;
}

/** The p of equal accuracy against each reference at a line's own step. */
function testsOf(
  crpsOf: ReadonlyMap<string, readonly Score[]>,
  references: readonly string[],
  { model, step }: BacktestLine,
): Map<string, number> {
  if (step === undefined) return new Map();
  const found = new Map<string, number>();
  for (const against of references.filter((name) => name !== model)) {
    const [own, theirs] = [model, against].map((name) => crpsOf.get(rowOf({ model: name, step })) ?? []);
    // The test asks for more origins than steps; a short back-test has none.
    const seen = new Set(theirs.map(({ origin }) => origin));
    if (new Set(own.flatMap(({ origin }) => (seen.has(origin) ? [origin] : []))).size <= step) continue;
    const [row] = dieboldMariano([...own, ...theirs], { of: model, against, metric: "crps()", by: ["step"] });
    if (row?.p !== undefined) found.set(against, row.p);
  }
  return found;
}

function withTests(line: BacktestLine, tests: ReadonlyMap<string, number>): BacktestLine {
  const skill = Object.entries(line.skill).map(([against, one]) => {
    const p = tests.get(against);
    return [against, { ...one, ...(p !== undefined && { p }) }] as const;
  });
  return { ...line, skill: Object.fromEntries(skill) };
}

/** The table as CSV, a line for each model and step; `all` is every step together. */
export function backtestCsv(lines: readonly BacktestLine[], references: readonly string[]): string {
  const ends = (name: string): string[] => [name, `${name}_low`, `${name}_high`];
  const own = references.flatMap((name) => [...ends(`skill_v_${name}`), `p_v_${name}`]);
  const columns = ["model", "step", "n", ...ends("crps"), "noise", ...ends("coverage_90"), ...own];
  const number = (value: number | null | undefined): string =>
    value === undefined || value === null || !Number.isFinite(value) ? "" : decimals(value, 4);
  const cells = (name: string, value: number | null, interval: Interval | undefined): [string, string][] => [
    [name, number(value)],
    [`${name}_low`, number(interval?.[0])],
    [`${name}_high`, number(interval?.[1])],
  ];
  const rows = lines.map(({ model, step = "all", n, crps: value, interval, noise, skill: skills, ...one }) => ({
    ...{ model, step, n, noise: number(noise) },
    ...Object.fromEntries([
      ...cells("crps", value, interval),
      ...cells("coverage_90", one.coverage, one.coverageInterval),
      ...references.flatMap((name) => [
        ...cells(`skill_v_${name}`, skills[name].skill, skills[name].interval),
        [`p_v_${name}`, skills[name].p === undefined ? "" : skills[name].p.toPrecision(3)],
      ]),
    ]),
  }));
  return csvTable(columns, rows);
}
