import type { Measured, Report } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { changeSeen } from "./changeSeen.js";
import { countVerdict } from "./countVerdict.js";
import { figureOf } from "./figures.js";
import { increaseVerdict } from "./increaseVerdict.js";
import { leadsVerdict } from "./leadsVerdict.js";
import { levelVerdict } from "./levelVerdict.js";
import { ratioLevelVerdict } from "./ratioLevelVerdict.js";
import { ratioVerdict } from "./ratioVerdict.js";
import { shareVerdict } from "./shareVerdict.js";

/** Snapshots by the names that a report gives its evidence. */
export type Snapshots = Readonly<Record<string, Snapshot>>;

/**
 * Each of a report's figures, and each change or count it claims, beside what the data say: agrees, differs, or cannot be
 * compared and why. A figure counted by a proxy is never said to agree in level; in ratio it may, and beside each ratio
 * stands how much the source counts apart from how it moves.
 */
export async function reproduce(
  report: Report,
  snapshots: Snapshots,
  { level }: { level: number },
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const figure of report.figures) {
    for (const measured of here(figure.measured, snapshots)) {
      verdicts.push(await levelVerdict(report, figure, measured, snapshots[measured.on], level));
    }
  }
  for (const claim of report.claims) {
    const { check } = claim;
    if (check?.type === "ratio") {
      const after = figureOf(report, check.after).measured;
      for (const first of here(figureOf(report, check.before).measured, snapshots)) {
        const last = after.find((one) => one.on === first.on && one.label === first.label);
        if (last === undefined) continue;
        const seen = await changeSeen(report, check, [first, last], snapshots[first.on]);
        verdicts.push(ratioVerdict(report, claim, check, seen, level));
        verdicts.push(ratioLevelVerdict(report, claim, check, seen, level));
      }
    }
    if (check?.type === "share") {
      for (const measured of here(figureOf(report, check.figure).measured, snapshots)) {
        verdicts.push(await shareVerdict(report, claim, check, measured, snapshots[measured.on], level));
      }
    }
    if (check?.type === "leads") {
      for (const measured of here(figureOf(report, check.part.before).measured, snapshots)) {
        verdicts.push(await leadsVerdict(report, claim, check, measured, snapshots[measured.on], level));
      }
    }
    if (check?.type === "count") {
      for (const measured of here(check.measured, snapshots)) {
        verdicts.push(await countVerdict(report, claim, check, measured, snapshots[measured.on], level));
      }
    }
    if (check?.type === "increase") {
      for (const measured of here(check.measured, snapshots)) {
        verdicts.push(await increaseVerdict(report, claim, check, measured, snapshots[measured.on], level));
      }
    }
  }
  return verdicts;
}

function here(measured: readonly Measured[], snapshots: Snapshots): readonly Measured[] {
  return measured.filter((one) => Object.hasOwn(snapshots, one.on));
}
