import type { Dimension, Multiverse, ReadingVerdict } from "../core/multiverse.js";
import { percent } from "../core/print.js";
import type { CurvePoint } from "./curvePoints.js";

/** A row below a curve: a choice, or the name of what is chosen. Heights are counted in rows from the top. */
export interface CurveRow {
  readonly at: number;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
  readonly isHead: boolean;
  readonly head: string;
  readonly label: string;
  readonly share: string;
}

/** Places in a row that stand together and have one verdict. */
export interface CurveRun {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly verdict: ReadingVerdict;
}

const heads: Readonly<Record<Dimension, string>> = {
  source: "What is counted",
  zone: "Where",
  measure: "Measure",
  before: "Before",
  after: "After",
  threshold: "Threshold",
  dispersion: "Spread allowed for",
};

/** The rows below a curve, and the marks in them; a dimension with one choice has none. */
export function curveRows(
  { dimensions }: Multiverse,
  points: readonly CurvePoint[],
): { rows: CurveRow[]; runs: CurveRun[] } {
  const rows: CurveRow[] = [];
  const runs: CurveRun[] = [];
  for (const { name, choices } of dimensions) {
    if (choices.length < 2) continue;
    rows.push(rowAt(rows.length, { head: heads[name], label: "", share: "" }));
    for (const choice of choices) {
      const verdicts = points.map(({ choices: own, verdict, at }) =>
        name === "threshold" ? at[choice.name] : own[name] === choice.name ? verdict : undefined,
      );
      const row = rowAt(rows.length, { head: "", label: choice.label, share: shareText(verdicts) });
      rows.push(row);
      runs.push(...runsOf(verdicts, row));
    }
  }
  return { rows, runs };
}

function rowAt(at: number, texts: Pick<CurveRow, "head" | "label" | "share">): CurveRow {
  return { at, top: at + 0.1, middle: at + 0.5, bottom: at + 0.9, isHead: texts.head !== "", ...texts };
}

/** Neighbours with one verdict as one mark: a drawing of thousands of marks would be slow. */
function runsOf(verdicts: readonly (ReadingVerdict | undefined)[], { top, bottom }: CurveRow): CurveRun[] {
  const runs: CurveRun[] = [];
  for (let from = 0, to = 1; to <= verdicts.length; to++) {
    if (to < verdicts.length && verdicts[to] === verdicts[from]) continue;
    const verdict = verdicts[from];
    if (verdict !== undefined) runs.push({ left: from, right: to, top, bottom, verdict });
    from = to;
  }
  return runs;
}

/** What the marks of a row say, as shares of them. */
function shareText(verdicts: readonly (ReadingVerdict | undefined)[]): string {
  const marks = verdicts.filter((one) => one !== undefined);
  const share = (verdict: ReadingVerdict): string =>
    percent(marks.filter((one) => one === verdict).length / marks.length);
  return marks.length === 0 ? "cannot be compared" : `${share("holds")} hold, ${share("fails")} fail`;
}
