import type { Day } from "../core/day.js";
import type { Distribution } from "../core/distribution.js";
import type { PlanRate, PlanRow, Rule } from "../core/plan.js";
import { cdf } from "../distributions/cdf.js";
import { logTails } from "../distributions/logTails.js";
import { bestRule, ruleAt } from "./bestRule.js";
import { type RateBelief, rateBelief } from "./rateBelief.js";
import { mostOf, type StretchPart, totalChances } from "./totalChances.js";

/** The periods to come, each by how long it is (1 for a whole one) and the day it is over. */
export interface PlanPeriods {
  readonly lengths: readonly number[];
  readonly untils: readonly Day[];
  /** The share of a period's events that is in at once, after one more period, and so on. */
  readonly reported: readonly number[];
}

/** The rules for each number of periods at one dispersion. */
export function planRows(
  [low, high]: readonly [PlanRate, PlanRate],
  { phi, prior }: { readonly phi: number; readonly prior: number },
  { lengths, untils, reported }: PlanPeriods,
): PlanRow[] {
  const beliefs = [low, high].map((one) => rateBelief(one.n, one.periods, phi));
  const isLate = reported.some((share) => share < 1);
  return untils.map((until, i) => {
    const parts = lengths
      .slice(0, i + 1)
      .map((exposure, j) => ({ exposure, share: i - j < reported.length ? reported[i - j] : 1 }));
    const exposure = parts.reduce((sum, one) => sum + one.exposure, 0);
    const inSoFar = parts.reduce((sum, one) => sum + one.exposure * one.share, 0);
    const whole = [{ exposure, share: 1 }];
    const given = { prior, exposure };
    const known = exactRule(
      bestRule({ ...chancesAt(low.rate, high.rate, phi, whole), ...given }),
      [low, high],
      phi,
      given,
    );
    const poisson = bestRule({ ...chancesAt(low.rate, high.rate, 1, whole), ...given }).threshold;
    const asPoisson = exactRule({ ...known, threshold: poisson }, [low, high], phi, given);
    const uncertain = bestRule({ ...believedChances(beliefs, phi, exposure), ...given });
    const row = { phi, periods: i + 1, until, known, uncertain, asPoisson };
    if (!isLate) return row;
    const late = { ...chancesAt(low.rate, high.rate, phi, parts), prior };
    const truncated = {
      share: inSoFar / exposure,
      corrected: inSoFar > 0 ? bestRule({ ...late, exposure: inSoFar }) : ruleAt(null, { ...late, exposure }),
      ignored: ruleAt(known.threshold, { ...late, exposure }),
    };
    return { ...row, truncated };
  });
}

function chancesAt(
  low: number,
  high: number,
  phi: number,
  parts: readonly StretchPart[],
): { low: Float64Array; high: Float64Array } {
  const exposure = parts.reduce((sum, one) => sum + one.exposure, 0);
  const most = mostOf(high * exposure, phi);
  return { low: totalChances(low, phi, parts, most), high: totalChances(high, phi, parts, most) };
}

/** Chances of each total, the rate drawn from what is believed of it. */
function believedChances(
  beliefs: readonly RateBelief[],
  phi: number,
  exposure: number,
): { low: Float64Array; high: Float64Array } {
  const fastest = Math.max(...beliefs.flatMap(({ rates }) => rates.at(-1) ?? 0));
  const most = mostOf(fastest * exposure, phi);
  const [low, high] = beliefs.map(({ rates, weights }) => {
    const all = new Float64Array(most + 1);
    rates.forEach((rate, g) => {
      const reach = Math.min(most, mostOf(rate * exposure, phi));
      const own = totalChances(rate, phi, [{ exposure, share: 1 }], reach);
      for (let count = 0; count <= reach; count++) all[count] += weights[g] * own[count];
    });
    return all;
  });
  return { low, high };
}

/** The errors of a threshold from the tails of the totals' own distributions, to all their digits. */
function exactRule(
  { threshold }: Rule,
  [low, high]: readonly [PlanRate, PlanRate],
  phi: number,
  { prior, exposure }: { readonly prior: number; readonly exposure: number },
): Rule {
  if (threshold === null) return { threshold, rate: null, falseAlarm: 0, miss: 1, mean: prior };
  const falseAlarm = Math.exp(logTails(totalOf(low.rate * exposure, phi), threshold).upper);
  const miss = cdf(totalOf(high.rate * exposure, phi), threshold - 1);
  return { threshold, rate: threshold / exposure, falseAlarm, miss, mean: (1 - prior) * falseAlarm + prior * miss };
}

/** A total of periods whose variance is phi times their mean. */
function totalOf(mean: number, phi: number): Distribution {
  return phi === 1 ? { family: "poisson", mean } : { family: "negbin", mean, size: mean / (phi - 1) };
}
