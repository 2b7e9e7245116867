import type { Words } from "../charts/zoneMonths.js";
import type { Plan, PlanRow, Rule } from "../core/plan.js";
import { decimals, percent } from "../core/print.js";
import type { Report } from "../core/report.js";
import { wrapped } from "./wrapped.js";

/** What is said above the drawing of a plan. */
export function planWords(plan: Plan, report: Report): Words {
  const { low, high, per, decisions, level } = plan;
  const allowed = [...new Set(decisions.map((one) => percent(one.allowed)))].join(" and ");
  const title = plan.readings[0].split(":")[0];
  const subtitle = [
    `Errors of the best threshold between ${low.printed} and ${high.printed} a ${per}, by the day on which the ${per}s seen are over, ${plan.window}`,
    `Solid: the two rates taken as known; dashed: known from the ${decimals(low.periods, 1)} and ${decimals(high.periods, 1)} ${per}s printed; dotted: ${allowed}`,
    `${report.id}, as printed: n = ${decimals(low.n, 1)} and ${decimals(high.n, 1)} events; level ${level}`,
  ];
  return { title, subtitle };
}

/** A plan as a person reads it in a terminal. */
export function planText(plan: Plan, { report, width }: { readonly report: Report; readonly width: number }): string {
  const { rows, low, high, per, readings, assumes } = plan;
  const claim = report.claims.find((one) => one.id === plan.claim);
  const isLate = rows.some((row) => row.truncated !== undefined);
  const lines = [
    `${claim?.says ?? plan.claim} (${plan.id})`,
    `Low: ${low.printed} a ${per}, ${low.label} (n = ${decimals(low.n, 1)})`,
    `High: ${high.printed} a ${per}, ${high.label} (n = ${decimals(high.n, 1)})`,
    "",
    `  Says the high rate at so many or more; errors: high said though low / low said though high`,
    `  phi  ${`${per}s`.padEnd(7)}over        at least  rates known    rates uncertain${isLate ? "  in so far  corrected    ignored" : ""}`,
    ...rows.map(rowText),
    "",
    ...readings.map((one) => `- ${one}.`),
    "",
    "Assumed:",
    ...assumes.map((one) => `- ${one}`),
    `Source: the figures of ${report.id}, as printed`,
  ];
  return `${lines.map((line) => wrapped(line, { width: line.startsWith("  ") ? Math.max(width, line.length) : width, indent: "  " })).join("\n")}\n`;
}

function rowText({ phi, periods, until, known, uncertain, truncated }: PlanRow): string {
  const start = `  ${String(phi).padEnd(5)}${String(periods).padEnd(7)}${until}  ${String(known.threshold ?? "never").padStart(8)}`;
  const late =
    truncated === undefined
      ? ""
      : `  ${percent(truncated.share).padEnd(9)}  ${errors(truncated.corrected).padEnd(11)}  ${errors(truncated.ignored)}`;
  return `${start}  ${errors(known).padEnd(13)}  ${errors(uncertain).padEnd(15)}${late}`.trimEnd();
}

function errors({ falseAlarm, miss }: Rule): string {
  return `${percentOf(falseAlarm)} / ${percentOf(miss)}`;
}

/** In a table, small shares keep a digit more. */
function percentOf(share: number): string {
  return share < 0.0005 ? "0.0%" : `${(100 * share).toFixed(1)}%`;
}
