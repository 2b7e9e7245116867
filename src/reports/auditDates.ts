import type { CitedDate } from "../core/clockRow.js";
import { daysIn, type Span, yearsBefore } from "../core/day.js";
import { numbered } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { citedDate } from "./citedDate.js";
import { dateText } from "./dateText.js";
import { closeOf } from "./evidenceClock.js";
import { printOf } from "./figures.js";
import { distinct, type Slot, slotsOf } from "./sourceOf.js";
import { notesOf } from "./supportedBy.js";

/** A claim that says when something happened. */
type Dated = ReportClaim & { readonly happened: Span };

/**
 * Clashes of dates: a claim about something that its own sources are too old to report, and one about something that
 * happened after the report closed. One line more says of how many claims it could be asked at all. Two claims are never
 * held against each other: whether they mean the same event is not data.
 *
 * @throws DataError when the close is no moment or a date given is no year, month or day
 */
export function auditDates(report: Report): Verdict[] {
  const claims = report.claims.flatMap((claim): Dated[] =>
    claim.happened === undefined || claim.kind === "forecast" ? [] : [{ ...claim, happened: claim.happened }],
  );
  if (claims.length === 0) return [];
  const asked = claims.filter((claim) => sourcesOf(report, claim).some((one) => one.date !== undefined));
  const early = asked.flatMap((claim) => tooEarly(report, claim));
  const late = claims.flatMap((claim) => tooLate(report, claim));
  return [...early, ...late, summary(report, claims.length, asked.length, early.length, late.length)];
}

interface Source extends Slot {
  readonly date?: CitedDate;
}

function sourcesOf(report: Report, claim: ReportClaim): readonly Source[] {
  const slots = distinct(slotsOf({ ...report, citations: notesOf(report, claim) }));
  return slots.map((slot) => {
    const date = citedDate(slot.cited);
    return date === undefined ? slot : { ...slot, date };
  });
}

function tooEarly(report: Report, claim: Dated): Verdict[] {
  const { happened } = claim;
  const sources = sourcesOf(report, claim);
  const before = sources.filter((one) => one.date !== undefined && one.date.until <= happened.since);
  if (before.length === 0) return [];
  const without = sources.filter((one) => one.date === undefined).length;
  const able = sources.length - before.length - without;
  const isAlone = before.length === sources.length;
  const named = before.map((one) => `[${one.note}] ${one.source} is of ${dateText(one.date)}`).join("; ");
  const rest = [
    ...(able > 0 ? [`${numbered(able, "other source")} could report it`] : []),
    ...(without > 0 ? [`of ${numbered(without, "other")} the date is not known`] : []),
  ];
  const years = isAlone ? before.flatMap((one) => yearsOff(happened, one.date)) : [];
  const slip =
    years.length > 0 && new Set(years).size === 1
      ? [`the same day of ${Number(happened.since.slice(0, 4)) - years[0]} would fit`]
      : [];
  return [
    {
      ...{ id: `dates/${claim.id}/sources`, by: "audit", claim: claim.id, at: claim.at, data: printOf(report) },
      label: `${claim.label}, against its sources' dates`,
      says: `${claim.says} (${spanText(happened)})`,
      verdict: isAlone ? "fails" : "uncertain",
      n: sources.length,
      reading: [`${named}, before it happened`, ...slip, ...rest].join("; "),
      how: "the last day that each source may be of, beside the first day of what it is cited for; an announcement of a plan may come before",
      couldFail: "yes: a source from the first day on would have passed",
      matters: isAlone
        ? { weight: "high", why: "no source given can report it: the date is wrong, or the source is of another event" }
        : able > 0
          ? { weight: "low", why: "another source given may carry it" }
          : { weight: "medium", why: "the only dated sources given are too old to report it" },
    },
  ];
}

/** By how many whole years the event would have to move back for this source to follow it within a month. */
function yearsOff({ since }: Span, date: CitedDate | undefined): number[] {
  if (date === undefined) return [];
  for (let years = 1; years <= 10 && years <= Number(since.slice(0, 4)); years++) {
    const moved = yearsBefore(since, years);
    if (moved < date.until) return daysIn({ since: moved, until: date.since }) <= 31 ? [years] : [];
  }
  return [];
}

function tooLate(report: Report, claim: Dated): Verdict[] {
  const { happened } = claim;
  const { until } = closeOf(report);
  if (happened.until <= until) return [];
  const isWhole = happened.since >= until;
  return [
    {
      ...{ id: `dates/${claim.id}/close`, by: "audit", claim: claim.id, at: claim.at, data: printOf(report) },
      label: `${claim.label}, against the close`,
      says: `${claim.says} (${spanText(happened)})`,
      verdict: isWhole ? "fails" : "uncertain",
      n: 1,
      reading: `${isWhole ? "it lies" : "part of it lies"} after the close, ${report.closed?.at ?? `as ${report.cutoff} began`}`,
      how: "the days on which it is said to have happened, beside the report's close; days are of UTC",
      couldFail: "yes: what was over by the close would have passed",
      matters: isWhole
        ? { weight: "high", why: "a report cannot know what came after it closed" }
        : { weight: "medium", why: "the rest of the stretch was still to come" },
    },
  ];
}

function spanText(span: Span): string {
  return daysIn(span) === 1 ? span.since : `from ${span.since} to before ${span.until}`;
}

function summary(report: Report, claims: number, asked: number, early: number, late: number): Verdict {
  return {
    ...{ id: "dates/all", by: "audit", data: printOf(report), label: "Dates of events and sources" },
    says: "no claim is older than its sources can be, none is later than the close",
    verdict: early + late > 0 ? "fails" : asked === claims ? "holds" : "uncertain",
    n: claims,
    reading: `${numbered(claims, "claim")} ${claims === 1 ? "says" : "say"} when something happened; ${asked} of them ${asked === 1 ? "has" : "have"} a dated source; ${early} with a source from before, ${late} after the close`,
    how: "claims with a day or stretch, forecasts left out",
    couldFail: `yes: ${asked} could have clashed with a source; the other ${claims - asked} could not`,
    matters: { weight: "low", why: "it says how much of the report could be asked" },
  };
}
