import { numbered } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Lack, ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { printOf } from "./figures.js";
import { notesOf } from "./supportedBy.js";

/**
 * Of a report's forecasts and its conditional indicators, how many set a deadline and a threshold, and how many name a
 * source; and which forecasts carry no word of likelihood.
 */
export function languageOfForecasts(report: Report): Verdict[] {
  return [...decidable(report, "forecast"), ...certain(report), ...decidable(report, "indicator")];
}

/**
 * Whether a claim lacks something as the report has it. A question in the report's own terms has a deadline and a threshold;
 * else it lacks what it is said to lack, and both where nothing is said.
 */
function lacksOf({ questions }: Report, { id, unscoreable }: ReportClaim, lack: Lack): boolean {
  if (questions.some((one) => one.claim === id && one.by === "report")) return false;
  return unscoreable === undefined || unscoreable.lacks.includes(lack);
}

function decidable(report: Report, kind: "forecast" | "indicator"): Verdict[] {
  const claims = report.claims.filter((one) => one.kind === kind);
  if (claims.length === 0) return [];
  const deadline = claims.filter((one) => lacksOf(report, one, "deadline"));
  const threshold = claims.filter((one) => lacksOf(report, one, "threshold"));
  const cause = claims.filter((one) => one.unscoreable?.lacks.includes("observable cause"));
  const source = claims.filter((one) => notesOf(report, one).length === 0);
  const open = claims.filter((one) => deadline.includes(one) || threshold.includes(one) || cause.includes(one));
  const isConditional = kind === "indicator";
  return [
    {
      ...{ id: `language/${kind}s`, by: "audit", data: printOf(report) },
      label: isConditional ? "Conditional indicators" : "What forecasts leave open",
      says: isConditional ? "what it would take as a sign is set" : "what would decide its forecasts is set",
      verdict: open.length === 0 ? "holds" : open.length === claims.length ? "fails" : "uncertain",
      n: claims.length,
      reading: `${numbered(claims.length, isConditional ? "conditional indicator" : "forecast")}: ${deadline.length} without a deadline, ${threshold.length} without a threshold, ${cause.length} with a cause that nothing shows, ${source.length} without a source`,
      how: "what each is encoded as lacking; a question in the report's own terms has a deadline and a threshold; where neither is encoded both are lacking",
      couldFail: "yes: a day and a number in each would have passed",
      matters: {
        weight: "high",
        why: isConditional
          ? "without a threshold any change can be read as the sign"
          : "what has no deadline or threshold can never be shown wrong",
      },
    },
  ];
}

function certain(report: Report): Verdict[] {
  const forecasts = report.claims.filter((one) => one.kind === "forecast");
  const bare = forecasts.filter((one) => one.likelihood === undefined);
  if (forecasts.length === 0) return [];
  return [
    {
      ...{ id: "language/certain", by: "audit", data: printOf(report), label: "Forecasts stated as certain" },
      says: "each forecast says how likely it is",
      verdict: bare.length === 0 ? "holds" : bare.length === forecasts.length ? "fails" : "uncertain",
      n: forecasts.length,
      reading: `${bare.length} of ${numbered(forecasts.length, "forecast")} ${bare.length === 1 ? "carries" : "carry"} no word of likelihood${bare.length === 0 ? "" : `: ${bare.map((one) => one.label).join(", ")}`}`,
      how: "forecasts as they were encoded",
      couldFail: "yes: a word of likelihood in each would have passed",
      matters: {
        weight: "medium",
        why: "what is stated as certain is wrong outright when it fails, or was not meant so",
      },
    },
  ];
}
