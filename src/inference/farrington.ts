import { InputError } from "../core/errors.js";
import { decimals, pText } from "../core/print.js";
import { logTails } from "../distributions/logTails.js";
import { normalQuantile, normalUpper } from "../distributions/normal.js";
import { quantile } from "../distributions/quantile.js";
import { countOf } from "./countOf.js";
import { farringtonBase } from "./farringtonBase.js";
import { type Expectation, farringtonFit } from "./farringtonFit.js";
import type { Detector, Watched } from "./monitor.js";
import type { Stretch } from "./test.js";
import { writtenAs } from "./writtenAs.js";

/** Which earlier counts are compared with, how they are fitted, and which count is too many. */
export interface FarringtonOptions {
  /** As published in 1996, or as improved in 2013: what stands below under "flexible" is what changes unless said. */
  readonly method: "original" | "flexible";
  /** How many years back. */
  readonly years: number;
  /** Periods on each side of the same time of the year: 3 for weeks, 1 for months. */
  readonly halfWindow: number;
  /** The chance that an ordinary period alarms. */
  readonly falseAlarm: number;
  /** Parts of the year with a level each, the window being one: 1; flexible: 10. */
  readonly seasons?: number;
  /** The last periods before this one that tell nothing, so that an outbreak does not hide itself: a half window; 26 weeks in the paper of 2013. */
  readonly skip?: number;
  /** From which Anscombe residual a past count gets less weight: 1; flexible: 2.58. */
  readonly weightsThreshold?: number;
  /** Whether a trend may be kept: by default it may. */
  readonly trend?: boolean;
  /** A normal limit for a power of the count ("power"), or a quantile of the negative binomial ("nbPlugin"; "muan" with room for the error of the mean): "power"; flexible: "nbPlugin". */
  readonly limit?: "power" | "nbPlugin" | "muan";
  /** The power: 2/3, or 1/2 or 1. */
  readonly power?: number;
  /** No alarm with fewer events than this in the last so many periods, this one included: 5 in 4. */
  readonly atLeast?: { readonly events: number; readonly periods: number };
}

/**
 * Whether a count is above what the same time of earlier years leads one to expect, for weeks and months with years of
 * history: a quasi-Poisson fit with a trend where it is clear, past outbreaks weighed down, exposure as offset. The
 * statistic is the excess over the expected as a share of what the threshold allows, above 1 where it is crossed. With
 * "flexible" and one season only the windows are used. A baseline without an event has the threshold 0.
 *
 * @throws InputError when an option cannot be; from monitor, when a year has no room for the window and the seasons
 * @see Farrington, Andrews, Beale & Catchpole (1996) Journal of the Royal Statistical Society A 159, 547–563
 * @see Noufaily, Enki, Farrington, Garthwaite, Andrews & Charlett (2013) Statistics in Medicine 32, 1206–1222
 * @example
 * farrington({ method: "original", years: 5, halfWindow: 3, falseAlarm: 0.005 }).needsYears // 5
 */
export function farrington(options: FarringtonOptions): Detector {
  const chosen = chosenOf(options);
  const { years, halfWindow, falseAlarm, atLeast } = chosen;
  return {
    name: writtenAs("farrington", options),
    needs: halfWindow,
    needsYears: years,
    monitor: (stretch, first) =>
      stretch.values.slice(first).map((observed, i): Watched => {
        const t = first + i;
        if (stretch.periods === undefined)
          throw new InputError("farrington: needs the first day of each period; monitor() fills them in");
        const base = farringtonBase(stretch.periods, t, chosen);
        const n = base.periods.length;
        const { expected, threshold, p, trend } = limitsOf(stretch, t, base, chosen);
        const recent = stretch.values.slice(Math.max(0, t - atLeast.periods + 1), t + 1).reduce((a, b) => a + b, 0);
        const isOver = threshold !== null && observed > threshold;
        const alarm = isOver && recent >= atLeast.events;
        const room = threshold === null ? 0 : threshold - expected;
        const statistic = room > 0 ? (observed - expected) / room : null;
        const few = isOver && !alarm ? `, but fewer than ${atLeast.events} in ${atLeast.periods} periods` : "";
        const limit = threshold === null ? "no threshold to be had" : `threshold ${decimals(threshold, 1)}`;
        const seen = `${observed} against ${decimals(expected, 1)} of n = ${n} earlier periods`;
        const rate = trend === null ? "" : `, trend ${trend < 0 ? "falling" : "rising"}`;
        const chance = p === undefined ? "" : `, ${pText(p)}`;
        const allowed = falseAlarm >= 1e-4 ? ` for ${decimals(100 * falseAlarm, 2)}% false alarms` : "";
        const reading = `${seen}${rate}: ${limit}${allowed}${chance}${few}${alarm ? ": alarm" : ""}`;
        return { n, expected, threshold, statistic, ...(p !== undefined && { p }), alarm, reading };
      }),
  };
}

type Chosen = Required<FarringtonOptions>;

interface Limits {
  readonly expected: number;
  readonly threshold: number | null;
  readonly p?: number;
  readonly trend: number | null;
}

function limitsOf(stretch: Stretch, t: number, base: ReturnType<typeof farringtonBase>, chosen: Chosen): Limits {
  const own = base.periods.filter((_, j) => base.parts[j] === 0);
  if (own.every((i) => stretch.values[i] === 0)) return { expected: 0, threshold: 0, trend: null };
  const fit = farringtonFit(stretch, t, base, chosen);
  const limits = chosen.limit === "power" ? byPower : byQuantile;
  return { expected: Math.exp(fit.log), trend: fit.trend, ...limits(stretch.values[t], fit, chosen) };
}

/** A normal limit for the power of the count, with the error of the mean inside. */
function byPower(observed: number, { log, error, phi }: Expectation, { power, falseAlarm }: Chosen) {
  const mean = Math.exp(log);
  const spread = power * mean ** (power - 0.5) * Math.sqrt(phi + mean * error * error);
  const threshold = (mean ** power - normalQuantile(falseAlarm) * spread) ** (1 / power);
  return { threshold, p: Math.exp(normalUpper((observed ** power - mean ** power) / spread)) };
}

/** A quantile of the negative binomial with this dispersion, about the mean or an upper limit of it. */
function byQuantile(observed: number, { log, error, phi }: Expectation, { limit, falseAlarm }: Chosen) {
  const mean = Math.exp(limit === "muan" ? log - normalQuantile(falseAlarm) * error : log);
  if (!(mean < 1e15)) return { threshold: null };
  const count = countOf(mean, phi > 1 ? mean / (phi - 1) : undefined);
  return {
    threshold: quantile(count, 1 - falseAlarm),
    p: Math.exp(logTails(count, observed).upper),
  };
}

function chosenOf(options: FarringtonOptions): Chosen {
  const { method, halfWindow } = options;
  const usual = {
    original: { seasons: 1, weightsThreshold: 1, limit: "power" as const },
    flexible: { seasons: 10, weightsThreshold: 2.58, limit: "nbPlugin" as const },
  }[method];
  const chosen = {
    trend: true,
    skip: halfWindow,
    power: 2 / 3,
    atLeast: { events: 5, periods: 4 },
    ...usual,
    ...options,
  };
  for (const [name, least] of [
    ["years", 1],
    ["halfWindow", 0],
    ["seasons", 1],
    ["skip", 0],
  ] as const)
    if (!Number.isInteger(chosen[name]) || chosen[name] < least)
      throw new InputError(`farrington: ${name} needs a whole number from ${least}, got ${chosen[name]}`);
  const { falseAlarm, power, weightsThreshold, atLeast } = chosen;
  if (!(falseAlarm > 0 && falseAlarm < 0.5))
    throw new InputError(`farrington: falseAlarm needs a number between 0 and 0.5, got ${falseAlarm}`);
  if (!(power > 0 && power <= 1)) throw new InputError(`farrington: power needs a number above 0, to 1, got ${power}`);
  if (!(weightsThreshold > 0))
    throw new InputError(`farrington: weightsThreshold needs a number above 0, got ${weightsThreshold}`);
  if (!(atLeast.events >= 0 && atLeast.periods >= 1))
    throw new InputError(
      `farrington: atLeast needs events from 0 and periods from 1, got ${atLeast.events} and ${atLeast.periods}`,
    );
  return chosen;
}
