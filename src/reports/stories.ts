import { addDays, type Day, sameTimeBefore } from "../core/day.js";
import type { Effect, Hypothesis } from "../core/hypothesis.js";
import type { Report } from "../core/report.js";

/** A hypothesis ready to be computed with: the courses of its effects by period and end. */
export interface Story {
  readonly id: string;
  readonly effects: readonly StoryEffect[];
  readonly ends: readonly (Day | "never")[];
}

/** An effect, the log of its size's median, and its course in a period (by its first day) should the hypothesis end on a day. */
export interface StoryEffect {
  readonly name: string;
  readonly zones: readonly string[];
  readonly centre: number;
  readonly sd: number;
  readonly doesEnd: boolean;
  readonly courseIn: (period: Day, end: Day | "never") => number;
}

/** A report's hypotheses, their dates so many years back; what recurs by the calendar stays where it is. */
export function storiesOf(report: Report, back: number): readonly Story[] {
  return report.hypotheses.map((one) => storyOf(report, one, back));
}

function storyOf(report: Report, { id, supposes, ends = ["never"] }: Hypothesis, back: number): Story {
  const earlier = (day: Day): Day => sameTimeBefore(day, back, report.every);
  return {
    id,
    ends: ends.map((end) => (end === "never" ? end : earlier(end))),
    effects: supposes.map((effect) => ({
      name: effect.name,
      zones: effect.zones,
      centre: Math.log(effect.size.median),
      sd: effect.size.sd,
      doesEnd: effect.lasts !== undefined,
      courseIn: (period, end) => {
        if (effect.since !== undefined && period < earlier(effect.since)) return 0;
        if (effect.lasts !== undefined && end !== "never" && period >= end) return 0;
        return seasonOf(effect, report, period);
      },
    })),
  };
}

/** The season's value times the covariate's in a period's month. */
function seasonOf({ season, covariate }: Effect, { every, covariates }: Report, period: Day): number {
  const day = every === "week" ? addDays(period, 3) : period;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const own = season === undefined ? 1 : season[month - 1];
  if (covariate === undefined) return own;
  const { profile, begins, heights } = covariates[covariate];
  return own * profile[month - 1] * (heights[String(month >= begins ? year : year - 1)] ?? 1);
}
