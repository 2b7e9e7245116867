import type { ClaimRow, ClaimTotals } from "../core/claimRow.js";
import type { ClockRow } from "../core/clockRow.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Under, Verdict } from "../core/verdict.js";
import {
  baseRateRow,
  brief,
  resolutionRow,
  seasonRow,
  settledRow,
  sourceOf,
  watchedPeriodRow,
  watchedRow,
  wordScoreRow,
} from "./resolutionRows.js";

type Row = Readonly<Record<string, string>>;

/** How a noun is known, and the row that it becomes. */
interface Kind<Noun> {
  readonly has: readonly string[];
  readonly row: (one: Noun) => Row;
}

/** The row of a noun of reports, by the fields that tell it; undefined for anything else. */
export function reportRow(one: object): Row | undefined {
  return kinds.find(({ has }) => has.every((field) => field in one))?.row(one as never);
}

const kinds: readonly Kind<never>[] = [
  { has: ["verdict", "couldFail", "label"], row: verdictRow },
  { has: ["fits", "possible", "estimate"], row: underRow },
  { has: ["rounding", "exposure", "sums"], row: windowsRow },
  { has: ["standing", "supports", "item"], row: clockRow },
  { has: ["claim", "status", "others"], row: claimRow },
  { has: ["scoreable", "notScoreable", "saidAgain"], row: totalsRow },
  { has: ["says", "kind", "at", "notes"], row: reportClaimRow },
  { has: ["question", "isByProxy", "ways"], row: settledRow },
  { has: ["question", "state", "asks"], row: resolutionRow },
  { has: ["question", "brier", "word"], row: wordScoreRow },
  { has: ["question", "forecast", "k"], row: baseRateRow },
  { has: ["couldFail", "state", "needed"], row: watchedRow },
  { has: ["wide", "poisson", "period"], row: watchedPeriodRow },
  { has: ["year", "rates", "counts"], row: seasonRow },
];

function verdictRow(one: Verdict): Row {
  const { n, reading, matters } = one;
  return {
    ...{ verdict: one.verdict, what: one.label, estimate: estimateOf(one), n: n > 0 ? decimals(n, 0) : "" },
    ...{ data: sourceOf(one), reading },
    ...(matters && { matters: `${matters.weight}: ${matters.why}` }),
  };
}

function estimateOf({ estimate, interval, scale }: Pick<Verdict, "estimate" | "interval" | "scale">): string {
  if (estimate === undefined || interval === undefined) return "";
  return scale === "probability"
    ? `${percent(estimate)}, ${percent(interval[0])} to ${percent(interval[1] ?? 1)}`
    : withInterval(estimate, interval, 2);
}

/** A claim under another reading of the numbers behind it. */
function underRow({ label, estimate, interval, fits, possible }: Under): Row {
  return {
    ...{ reading: label, "times the rate": withInterval(estimate, interval, 2) },
    ...{ "its word fits": fits ? "yes" : "no", "the calendar allows it": possible ? "yes" : "no" },
  };
}

interface Windows extends Pick<Under, "possible"> {
  readonly rounding: string;
  readonly periods: readonly number[];
  readonly exposure: readonly number[];
  readonly sums: readonly (readonly (readonly number[])[])[];
}

/** One way in which printed means could have come about. */
function windowsRow({ rounding, periods, exposure, sums, possible }: Windows): Row {
  const range = (all: readonly number[]): string => [...new Set([all[0], all[all.length - 1]])].join("–");
  return {
    ...{ rounding, periods: periods.join(" and "), "of them before the cutoff": exposure.map(brief).join(" and ") },
    "whole sums": sums.map((means) => means.map(range).join(", ")).join("; "),
    "the calendar allows it": possible ? "yes" : "no",
  };
}

function clockRow({ note, item, publisher, date, standing, minutesAfterClose, supports }: ClockRow): Row {
  const late =
    minutesAfterClose !== undefined && minutesAfterClose > 0 ? ` (${decimals(minutesAfterClose, 1)} minutes)` : "";
  const clashes = supports.filter(({ lies }) => lies === "before").map(({ label }) => label);
  return {
    ...{ note: `[${note}] ${item}`, publisher, dated: dateText(date), "told by": date?.from ?? "" },
    ...{ standing: `${standing}${late}`, "from before what it is cited for": clashes.join("; ") },
  };
}

function dateText(date: ClockRow["date"]): string {
  if (date === undefined) return "no date";
  if (date.at !== undefined) return `${date.at.slice(0, 16).replace("T", " ")} UTC`;
  return date.since.slice(0, { moment: 10, day: 10, month: 7, year: 4 }[date.precision]);
}

/** A claim and what became of it: the verdict by data where there is one, else by its print. */
function claimRow({ label, kind, at, status, by, likelihood, lacks = [], repeats, print, data }: ClaimRow): Row {
  const one = status === "print alone" ? print : (data ?? print);
  const isJudged = one !== undefined && status !== "no data here";
  return {
    ...{
      claim: label,
      "¶": String(at.paragraph),
      kind: likelihood === undefined ? kind : `${kind}, "${likelihood.word}"`,
    },
    status: `${status}${by === "us" ? ", as we put it" : ""}${repeats === undefined ? "" : ` (${repeats})`}`,
    found: isJudged
      ? [one.verdict, estimateOf(one)].join(" ").trim()
      : lacks.length > 0
        ? `lacks ${lacks.join(", ")}`
        : "",
    n: isJudged && one.n > 0 ? decimals(one.n, 0) : "",
    "could it fail": isJudged ? doubtOf(one) : "",
    source: isJudged ? sourceOf(one).replace(/ as of .{10}/, "") : "",
  };
}

function doubtOf({ power, usual, couldFail }: Verdict): string {
  if (power !== undefined) return `${percent(power.chance)} power for ${power.of}`;
  if (usual !== undefined) return `yes in ${usual.yes} of ${usual.years} earlier years`;
  return couldFail.split(/[:;,]/)[0];
}

function totalsRow({ claims, scoreable, notScoreable, saidAgain, status }: ClaimTotals): Row {
  const counts = { claims, scoreable, ...status, "not scoreable": notScoreable, "said again": saidAgain };
  return Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, String(value)]));
}

function reportClaimRow({ label, kind, at, likelihood, says, unscoreable }: ReportClaim): Row {
  return {
    ...{ claim: label, "¶": String(at.paragraph), kind, ...(likelihood && { word: likelihood.word }), says },
    ...(unscoreable && { lacks: unscoreable.lacks.join(", "), "would take": unscoreable.wouldTake }),
  };
}
