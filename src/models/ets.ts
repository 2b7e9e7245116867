import { InputError } from "../core/errors.js";
import { countOf } from "./countOf.js";
import { countSpread } from "./countSpread.js";
import { etsChoice } from "./etsChoice.js";
import { fitForm } from "./etsFit.js";
import { cycleOf, type EtsForm, etsBounds, etsFormNamed, etsSize } from "./etsForm.js";
import { type EtsPoint, etsPath } from "./etsPath.js";
import type { History, Model } from "./model.js";

/**
 * Exponential smoothing: a level, perhaps a trend (damped or not) and seasons (added or multiplied), each moving after what
 * came. The form is named as error, trend and season, such as `ets("MAdM")`, or else the one of the least AICc among those
 * that R's `forecast::ets` considers. Parameters and initial states have the greatest Gaussian likelihood, as there, and
 * `logLikelihood` is that of the density. Relative errors and multiplied seasons need counts above 0; seasons are those of
 * months, quarters and weekdays, and the automatic form of weeks has none. Exposure is not looked at.
 *
 * What may come is told by paths of counts: each a negative binomial draw about the form's forecast, from which the next
 * one goes on. Its size is what past counts showed about their one-step forecasts, recent ones above all. Rounded Gaussian
 * errors of one variance covered 75% where 90% was said, on counts whose level moves.
 *
 * @throws InputError when there is no such form; when fitted, where it needs seasons or counts above 0 that are not there
 * @see Hyndman, Koehler, Ord & Snyder (2008) Forecasting with exponential smoothing, Springer
 * @example
 * ets("AAdN").needs // 10
 */
export function ets(form?: string): Model {
  const named = form === undefined ? undefined : etsFormNamed(form);
  const name = named === undefined ? "ets()" : `ets(${JSON.stringify(named.name)})`;
  const needs = named === undefined ? 7 : named.season === "N" ? etsSize(named, 1) + 4 : 24;
  return { name, needs, fit: (history) => fitEts(history, named) };
}

function fitEts({ values, every }: History, named: EtsForm | undefined): ReturnType<Model["fit"]> {
  const n = values.length;
  const period = cycleOf(every);
  if (named !== undefined) checkForm(named, values, period);
  const y = Float64Array.from(values);
  const isConstant = y.every((one) => one === y[0]);
  const { form, at } = isConstant
    ? atRest(named ?? etsFormNamed("ANN"), y[0], period)
    : named === undefined
      ? etsChoice(y, period)
      : fitForm(y, named, period);
  const end = etsPath(y, form, at);
  const spent = etsSize(form, period) - 1;
  const spread = countSpread(y, end.fitted, spent);
  const seasons = Object.fromEntries(Array.from(at.seasons, (one, k) => [`season${k + 1}`, one]));
  return {
    parameters: {
      ...{
        relativeErrors: Number(form.error === "M"),
        multipliedSeasons: Number(form.season === "M"),
        alpha: at.alpha,
      },
      ...(form.trend !== "N" && { beta: at.beta }),
      ...(form.season !== "N" && { gamma: at.gamma }),
      ...(form.trend === "Ad" && { phi: at.phi }),
      ...{ level: at.level, ...(form.trend !== "N" && { slope: at.slope }), ...seasons },
      ...{ sd: Math.sqrt(end.squares / (n - spent)), size: spread.size },
    },
    ...(!isConstant && { logLikelihood: -0.5 * (end.height + n * (1 + Math.log((2 * Math.PI) / n))) }),
    ahead: ({ exposure, draws, uniform }) => {
      const values = exposure.map(() => new Array<number>(draws).fill(0));
      for (let d = 0; d < draws; d++) {
        let { level, slope } = end;
        const turning = Float64Array.from(end.seasons);
        for (let h = 0; h < exposure.length; h++) {
          const k = turning.length > 0 ? h % turning.length : 0;
          const isMultiplied = form.season === "M";
          // A path that has come down to nothing stays a path.
          const season = turning.length > 0 ? Math.max(isMultiplied ? 1e-3 : -Infinity, turning[k]) : 0;
          const base = Math.max(isMultiplied ? spread.floor : -Infinity, level + at.phi * slope);
          const expected = isMultiplied ? base * season : base + season;
          const count = countOf(Math.max(spread.floor, expected), 1 / spread.size, uniform);
          values[h][d] = count;
          const off = isMultiplied ? count / season - base : count - expected;
          if (turning.length > 0) turning[k] += at.gamma * (isMultiplied ? count / base - season : off);
          level = base + at.alpha * off;
          slope = at.phi * slope + at.beta * off;
        }
      }
      return values.map((each) => ({ family: "draws", values: each }));
    },
  };
}

function checkForm({ name, error, season, ...form }: EtsForm, values: readonly number[], period: number): void {
  if (season !== "N" && !(period > 1 && period <= 24))
    throw new InputError(`ets: ${name} needs seasons of 2 to 24 periods, got ${period}`);
  const zero = values.indexOf(0);
  if (error === "M" && zero >= 0) throw new InputError(`ets: ${name} needs counts above 0, got 0 (period ${zero + 1})`);
  const least = etsSize({ name, error, season, ...form }, period) + 4;
  if (values.length < least) throw new InputError(`ets: ${name} needs ${least} periods, got ${values.length}`);
}

/** Where a form stands that sees the same count always: nothing moves. */
function atRest(form: EtsForm, level: number, period: number): { form: EtsForm; at: EtsPoint } {
  const { least, leastDamping } = etsBounds;
  const seasons = new Float64Array(form.season === "N" ? 0 : period).fill(form.season === "M" ? 1 : 0);
  const phi = form.trend === "N" ? 0 : form.trend === "A" ? 1 : leastDamping;
  const beta = form.trend === "N" ? 0 : least;
  return { form, at: { alpha: least, beta, gamma: form.season === "N" ? 0 : least, phi, level, slope: 0, seasons } };
}
