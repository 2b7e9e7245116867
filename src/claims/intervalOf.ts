import type { Interval } from "../core/finding.js";
import type { Criterion } from "../core/question.js";
import { wider } from "../core/wider.js";
import { studentQuantile } from "../distributions/student.js";
import { pearson } from "../inference/dispersion.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { rateRatio } from "../inference/rateRatio.js";
import { clopperPearson } from "../inference/share.js";
import { spreadRatio } from "../inference/spreadRatio.js";
import { atRisk, type Stretch, totalOf } from "../inference/test.js";

/**
 * An interval for what lies behind a value: the exact one of Poisson counts (of a share, of binomial ones) or, where it is
 * wider, the one that allows for the spread seen between the periods. Of a count it is for the count expected in such
 * a window, of a ratio for the ratio of the rates. `like` are other stretches whose spread counts beside that of a ratio's own:
 * of deaths, which come many at a time, a few even months tell too little.
 *
 * @see Garwood (1936) Biometrika 28, 437–442; Clopper & Pearson (1934) Biometrika 26, 404–413; Przyborowski & Wilenski
 * (1940) Biometrika 31, 313–323; McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 198–200
 * @example
 * intervalOf([{ values: [0, 0], exposure: [1, 1] }], "count", 0.95)[1] // 3.688879454113936
 */
export function intervalOf(
  stretches: readonly Stretch[],
  type: Criterion["type"],
  level: number,
  { like = [] }: { like?: readonly Stretch[] } = {},
): Interval {
  const [window, against] = stretches;
  const { count, exposure } = totalOf(window);
  if (type === "share") return clopperPearson(count, exposure, level);
  if (against === undefined) {
    const whole = (n: number): Interval =>
      poissonInterval("garwood").test({ values: [n], exposure: [1] }, level).interval ?? [0, null];
    const phi = Math.max(1, pearson(window) / Math.max(1, window.values.length - 1));
    const [low, high] = whole(count / phi);
    return wider(whole(count), [low * phi, high === null ? null : high * phi]);
  }
  const exact = rateRatio("central").compare(against, window, level).interval ?? [0, null];
  const own = wider(exact, spreadRatio(against, window, level) ?? exact);
  return like.length === 0 ? own : wider(own, pooledRatio(against, window, like, level) ?? own);
}

/** On Student's t, with the dispersion of all the stretches, each about its own rate. */
function pooledRatio(
  before: Stretch,
  after: Stretch,
  like: readonly Stretch[],
  level: number,
): readonly [number, number] | undefined {
  const [first, last] = [totalOf(before), totalOf(after)];
  const { phi, df } = spreadAmong([before, after, ...like]);
  if (!(phi > 0) || first.count === 0 || last.count === 0) return undefined;
  const centre = Math.log(last.count / last.exposure) - Math.log(first.count / first.exposure);
  const reach = studentQuantile(1 - (1 - level) / 2, df) * Math.sqrt(phi * (1 / first.count + 1 / last.count));
  return [Math.exp(centre - reach), Math.exp(centre + reach)];
}

/** How many times more than Poisson counts the periods of all these stretches vary, each about its own rate; 0 where nothing tells. */
export function spreadAmong(stretches: readonly Stretch[]): { readonly phi: number; readonly df: number } {
  let [square, df] = [0, 0];
  for (const one of stretches) {
    if (totalOf(one).count === 0) continue;
    square += pearson(one);
    df += atRisk(one).values.length - 1;
  }
  return { phi: df > 0 ? square / df : 0, df };
}
