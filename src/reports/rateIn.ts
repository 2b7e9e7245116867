import type { Interval } from "../core/finding.js";
import type { Series } from "../core/panel.js";
import { studentQuantile } from "../distributions/student.js";
import { pearson } from "../inference/dispersion.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { atRisk, totalOf } from "../inference/test.js";

/** How often something came, with an interval, and how that was made. */
export interface Rate {
  readonly n: number;
  readonly estimate: number;
  readonly interval: Interval;
  readonly how: string;
}

/**
 * The rate of a series over so much exposure. Events have Garwood's exact Poisson interval. Deaths come several at a time,
 * so theirs is widened to the spread seen between periods (quasi-Poisson, log scale, Student's t); with one period, or no
 * death, there is no spread to see, and it says so.
 *
 * @see Garwood (1936) Biometrika 28, 437–442; McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 198–200
 */
export function rateIn(series: Series, exposure: number, level: number): Rate {
  const { count } = totalOf(series);
  const { estimate = 0, interval: exact = [0, null] } = poissonInterval("garwood").test(
    { values: [count], exposure: [exposure] },
    level,
  );
  const found = { n: count, estimate };
  const garwood = "Garwood's exact Poisson interval";
  if (series.recipe.measure !== "deaths") return { ...found, interval: exact, how: garwood };
  const df = atRisk(series).values.length - 1;
  const phi = df > 0 && count > 0 ? pearson(series) / df : 0;
  if (!(phi > 0)) return { ...found, interval: exact, how: `${garwood}, too short for deaths, which come together` };
  const reach = studentQuantile(1 - (1 - level) / 2, df) * Math.sqrt(phi / count);
  const [low, high] = exact;
  const top = high === null ? null : Math.max(high, estimate * Math.exp(reach));
  return {
    ...found,
    interval: [Math.min(low, estimate * Math.exp(-reach)), top],
    how: `the wider of ${garwood} and one for the spread between ${series.recipe.every}s (quasi-Poisson)`,
  };
}
