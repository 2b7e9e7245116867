import { addDays, type Day, isDay, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import type { Claim } from "../core/ledger.js";
import type { PostedQuestion } from "../core/postedQuestion.js";
import { thresholdText } from "../core/thresholdText.js";
import type { Where } from "../core/where.js";
import { cdf } from "../distributions/cdf.js";
import { quantile } from "../distributions/quantile.js";
import { measureName } from "./toHub.js";

export interface ToQuestionOptions {
  /** The first day on which forecasts are taken; of a claim, unless said, the day of its issue. */
  readonly opens?: Day;
  /** Days between the end of the period and the day on which the count is taken: reports come late. */
  readonly wait: number;
  /** The name of the data that decide. */
  readonly source: string;
  /** The ends of the line of a number that is no count. */
  readonly range?: readonly [number, number];
  /** The highest count with a cut of its own; unless said, what lies below 99.9%. */
  readonly most?: number;
}

/** A discrete question has no more outcomes than this; of more, the line is cut in so many parts. */
const parts = 200;

/**
 * A forecast as a question that a platform of Metaculus' kind can be asked, with what the forecast says as its answer: yes or
 * no where a threshold is asked of, whole numbers where a count is forecast, else a number on a line. It closes as its
 * period begins, and is resolved so many days after the period's end. A claim's answer has its author and its day of issue.
 *
 * @throws InputError when a day is none or missing, it would open after it closes, or a number that is no count has no range
 */
export function toQuestion(forecast: Forecast | Claim, options: ToQuestionOptions): PostedQuestion {
  const claim = "issued" in forecast ? forecast : undefined;
  const { opens = claim?.issued, wait, source } = options;
  const { asks, key, recipe, target, says } = forecast;
  if (opens === undefined || !isDay(opens))
    throw new InputError(`toQuestion: opens needs a day as YYYY-MM-DD, got ${JSON.stringify(opens)}`);
  if (!(opens < target)) throw new InputError(`toQuestion: opens ${opens}, but its period begins on ${target}`);
  if (!(Number.isInteger(wait) && wait >= 0))
    throw new InputError(`toQuestion: wait needs a whole number of days from 0, got ${wait}`);
  const until = nextPeriod(target, recipe.every);
  const place = Object.values(key).join(", ") || "the whole area";
  const unit = measureName(recipe.measure);
  const span = `from ${target} to ${addDays(until, -1)}`;
  const decides = `the number of ${unit} that ${source} counts in ${place} ${span} (UTC, both days included), as it stands on ${addDays(until, wait)}`;
  const told = claim && { forecaster: claim.by, start_time: timeOf(claim.issued) };
  const base = {
    fine_print: `${countedText(recipe.where)} What the data do not cover annuls the question; later corrections do not change its answer.`,
    open_time: timeOf(opens),
    scheduled_close_time: timeOf(target),
    scheduled_resolve_time: timeOf(addDays(until, wait)),
  };
  if (asks !== undefined) {
    if (says.family !== "bernoulli")
      throw new InputError(`toQuestion: a question of yes or no needs a bernoulli, got ${says.family}`);
    return {
      title: `Will there be ${thresholdText(asks)} ${unit} in ${place} ${span}?`,
      resolution_criteria: `Yes where ${decides}, is ${thresholdText(asks)}; otherwise no.`,
      ...base,
      ...{
        type: "binary",
        unit: "",
        possibilities: { type: "binary" },
        forecast: { probability_yes: says.p, ...told },
      },
    };
  }
  const line = lineOf(forecast, options);
  const { min, max, count } = line;
  const cuts = Array.from({ length: count + 1 }, (_, i) => min + ((max - min) * i) / count);
  return {
    title: `How many ${unit} will there be in ${place} ${span}?`,
    resolution_criteria: `The answer is ${decides}.`,
    ...base,
    ...{ type: line.type, unit, open_lower_bound: line.isOpenBelow, open_upper_bound: true },
    scaling: { range_min: min, range_max: max, zero_point: null, inbound_outcome_count: count },
    possibilities: {
      ...{ type: "continuous", low: line.isOpenBelow ? "tail" : "none", high: "tail" },
      scale: { min, max, deriv_ratio: 1 },
    },
    forecast: { continuous_cdf: cuts.map((cut) => cdf(says, cut)), ...told },
  };
}

interface Line {
  readonly type: "numeric" | "discrete";
  readonly min: number;
  readonly max: number;
  readonly count: number;
  readonly isOpenBelow: boolean;
}

/** A count is cut between whole numbers, each with an outcome of its own while there are few enough. */
function lineOf({ says }: Forecast, { range, most }: ToQuestionOptions): Line {
  const isLine = ["gamma", "beta", "normal", "student"].includes(says.family);
  if (isLine && range === undefined)
    throw new InputError(`toQuestion: a forecast of ${says.family} needs a range, got none`);
  if (range !== undefined) {
    const [min, max] = range;
    if (!(min < max)) throw new InputError(`toQuestion: range needs two numbers in order, got ${min} and ${max}`);
    return { type: "numeric", min, max, count: parts, isOpenBelow: cdf(says, min) > 0 };
  }
  const top = most ?? Math.max(1, Math.ceil(quantile(says, 0.999)));
  if (!(Number.isInteger(top) && top >= 1))
    throw new InputError(`toQuestion: most needs a whole number from 1, got ${top}`);
  const wide = Math.ceil((top + 1) / parts);
  const count = Math.ceil((top + 1) / wide);
  return { type: wide === 1 ? "discrete" : "numeric", min: -0.5, max: count * wide - 0.5, count, isOpenBelow: false };
}

function timeOf(day: Day): string {
  return `${day}T00:00:00Z`;
}

function countedText(where: readonly Where[]): string {
  return where.length === 0 ? "Everything in the data counts." : `Counted is what meets ${JSON.stringify(where)}.`;
}
