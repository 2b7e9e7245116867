import type { Report } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Linted } from "./lintReport.js";
import { wordRange } from "./words.js";

/** Claims that nothing decides or that lack what their kind needs, and questions and figures of the wrong time. */
export function lintClaims(report: Report, rangeOf?: (word: string) => unknown): Linted[] {
  const asked = new Set(report.questions.map(({ claim }) => claim));
  return [
    ...report.claims.flatMap((claim, i) =>
      [...gaps(claim, asked.has(claim.id)), ...words(claim, rangeOf), ...late(report, claim)].map((one) => ({
        ...one,
        path: ["claims", i, ...one.path],
      })),
    ),
    ...report.figures.flatMap(({ window }, i) => {
      const says = pastCutoff(report, window);
      return says === "" ? [] : [{ path: ["figures", i, "window"], level: "advice" as const, says }];
    }),
    ...report.questions.flatMap(({ claim, window }, i) => {
      const kind = report.claims.find(({ id }) => id === claim)?.kind ?? "";
      const { until } = report.windows[window];
      if (!["forecast", "indicator"].includes(kind) || until > report.cutoff) return [];
      const says = `asks of a ${kind} what was decided by ${until}, at the cutoff ${report.cutoff} or before`;
      return [{ path: ["questions", i, "window"], level: "fault" as const, says }];
    }),
  ];
}

function gaps({ kind, check, unscoreable, repeats, likelihood }: ReportClaim, isAsked: boolean): Linted[] {
  const advice = (says: string): Linted => ({ path: [], level: "advice", says });
  const rows: Linted[] = [];
  if (check === undefined && unscoreable === undefined && repeats === undefined && !isAsked)
    rows.push(advice("has no check, no question, and no reason why it cannot be scored"));
  if (kind === "forecast" && likelihood === undefined) rows.push(advice("is a forecast without a likelihood"));
  return rows;
}

function words({ check, likelihood }: ReportClaim, rangeOf?: (word: string) => unknown): Linted[] {
  const rows: Linted[] = [];
  const says = (word: string): string => `the word ${JSON.stringify(word)} has no range`;
  if ((check?.type === "ratio" || check?.type === "pace") && !hasRange(check.word, wordRange))
    rows.push({ path: ["check", "word"], level: "fault", says: says(check.word) });
  if (rangeOf !== undefined && likelihood !== undefined && likelihood.range === undefined) {
    const { word } = likelihood;
    if (!hasRange(word, rangeOf)) rows.push({ path: ["likelihood", "word"], level: "advice", says: says(word) });
  }
  return rows;
}

function hasRange(word: string, rangeOf: (word: string) => unknown): boolean {
  try {
    return rangeOf(word) !== undefined;
  } catch {
    return false;
  }
}

/** Windows that an observation could not have seen to their end. */
function late(report: Report, { kind, check }: ReportClaim): Linted[] {
  if (kind !== "observation" || check === undefined) return [];
  const windows: readonly (readonly [string, string])[] =
    check.type === "count"
      ? [["window", check.window]]
      : check.type === "increase"
        ? [
            ["before", check.before],
            ["after", check.after],
          ]
        : [];
  return windows.flatMap(([field, window]) => {
    const says = pastCutoff(report, window);
    return says === "" ? [] : [{ path: ["check", field], level: "advice" as const, says }];
  });
}

function pastCutoff({ windows, cutoff }: Report, window: string): string {
  const { until } = windows[window];
  return until > cutoff ? `window ${window} runs until ${until}, past the cutoff ${cutoff}` : "";
}
