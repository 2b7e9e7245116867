import { daysIn, daysShared, earlierOf, nextPeriod, periodsIn } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Plan } from "../core/plan.js";
import type { Report } from "../core/report.js";
import type { ReportPlan } from "../core/reportClaim.js";
import type { Separation } from "../core/separation.js";
import { checkLevel } from "../inference/test.js";
import { windowOf } from "./figures.js";
import { decisionsOf } from "./planDecisions.js";
import { planRate } from "./planRate.js";
import { planReadings } from "./planReadings.js";
import { planRows } from "./planRows.js";

export interface PlanOptions {
  /** One less the error rate that is to be allowed; twice that rate is looked at too. */
  readonly level: number;
  /** The chance, before any data, that the rate is the high one: 0.5 unless told. */
  readonly prior?: number;
  /** What `separation` found of the explanations, to be told beside the rates. */
  readonly separations?: readonly Separation[];
}

/**
 * What a conditional indicator can tell, before data arrive: for each dispersion and each number of periods of its window, the
 * count from which on it would best say that the rate is the high one, how often that would mislead either way, and what
 * events that are not in yet, and rates known from few periods alone, do to it. Counts have variance phi times their mean
 * (Poisson at 1, else negative binomial), so that their totals are of the same kind; error rates are exact sums.
 *
 * @throws InputError when a figure is no rate, the rates do not rise from low to high, or an option is out of its range;
 * DataError when the report has no such figure or window
 * @see DeGroot (1970) Optimal Statistical Decisions, 136–153 (two simple hypotheses); Cameron & Trivedi (2013) Regression
 *   Analysis of Count Data, 2nd ed., 80–89 (variance in proportion to the mean)
 */
export function plan(report: Report, spec: ReportPlan, options: PlanOptions): Plan {
  const { level, prior = 0.5, separations = [] } = options;
  checkLevel(level, "plan");
  check(spec, prior);
  const { id, claim, reported } = spec;
  const [low, high] = [planRate(report, spec.low), planRate(report, spec.high)];
  if (low.per !== high.per) {
    throw new InputError(`plan: needs both rates in one unit, got per ${low.per} and per ${high.per} (${id})`);
  }
  if (!(low.rate > 0 && low.rate < high.rate)) {
    throw new InputError(
      `plan: needs a low rate above 0 and below the high one, got ${low.rate} and ${high.rate} (${id})`,
    );
  }
  const { per } = low;
  const window = windowOf(report, spec.window);
  const periods = periodsIn(window, per);
  if (periods.length === 0) throw new InputError(`plan: window ${spec.window} holds no ${per} (${id})`);
  const ahead = {
    lengths: periods.map((since) => daysShared(since, per, window) / daysIn({ since, until: nextPeriod(since, per) })),
    untils: periods.map((since) => earlierOf(nextPeriod(since, per), window.until)),
    reported: reported ?? [],
  };
  const phis = [...new Set(spec.phis)].sort((one, other) => one - other);
  const rows = phis.flatMap((phi) => planRows([low, high], { phi, prior }, ahead));
  const told = {
    ...{ id, claim, per, level, prior, low, high, window: window.label },
    ...(reported !== undefined && { reported }),
    ...{
      rows,
      decisions: decisionsOf(
        rows,
        [1, 2].map((times) => Number((times * (1 - level)).toPrecision(12))),
      ),
    },
    separations,
  };
  return { ...told, readings: planReadings(told, periods[0]), assumes: assumed };
}

const assumed = [
  "only two rates are possible, each the same in every period: neither a trend nor a season",
  "periods independent of each other, their variance phi times their mean, phi known",
  "rates known from few periods: gamma, as the printed means and the lengths of their windows say, their spread widened by phi",
  "of what is still to come in, the share is known, and each event comes in by itself",
];

function check({ id, phis, reported = [] }: ReportPlan, prior: number): void {
  if (!(prior > 0 && prior < 1)) throw new InputError(`plan: prior needs a number between 0 and 1, got ${prior}`);
  const phi = phis.find((one) => !(one >= 1 && one < Infinity));
  if (phis.length === 0 || phi !== undefined) {
    throw new InputError(`plan: phis need numbers from 1, got ${phi ?? "none"} (${id})`);
  }
  const share = reported.find((one, i) => !(one >= (reported[i - 1] ?? 0) && one <= 1));
  if (share !== undefined) throw new InputError(`plan: reported needs shares that rise up to 1, got ${share} (${id})`);
}
