import type { PlanDate, PlanDecision, PlanRow, Rule } from "../core/plan.js";

/** From when on both errors stay at most as large as allowed, for each dispersion and error rate. */
export function decisionsOf(rows: readonly PlanRow[], allowed: readonly number[]): PlanDecision[] {
  const phis = [...new Set(rows.map((row) => row.phi))];
  return phis.flatMap((phi) => {
    const own = rows.filter((row) => row.phi === phi);
    return allowed.map((most): PlanDecision => {
      const from = (ruleOf: (row: PlanRow) => Rule): PlanDate | undefined => {
        const last = own.findLastIndex((row) => Math.max(ruleOf(row).falseAlarm, ruleOf(row).miss) > most);
        const first = own.at(last + 1);
        return last === own.length - 1 || first === undefined
          ? undefined
          : { periods: first.periods, until: first.until };
      };
      const [known, uncertain] = [from((row) => row.known), from((row) => row.uncertain)];
      const corrected = from((row) => row.truncated?.corrected ?? row.known);
      const ignored = from((row) => row.truncated?.ignored ?? row.known);
      return {
        ...{ phi, allowed: most },
        ...(known !== undefined && { known }),
        ...(uncertain !== undefined && { uncertain }),
        ...(corrected !== undefined && { corrected }),
        ...(ignored !== undefined && { ignored }),
      };
    });
  });
}
