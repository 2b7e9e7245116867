import type { Interval } from "../core/finding.js";
import type { Criterion } from "../core/question.js";
import { wider } from "../core/wider.js";
import { pearson } from "../inference/dispersion.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { quasiPoisson } from "../inference/quasiPoisson.js";
import { rateRatio } from "../inference/rateRatio.js";
import { clopperPearson } from "../inference/share.js";
import { type Stretch, totalOf } from "../inference/test.js";

/**
 * An interval for what lies behind a value: the exact one of Poisson counts (of a share, of binomial ones) or, where it is
 * wider, the one that allows for the spread seen between the periods. Of a count it is for the count expected in such
 * a window, of a ratio for the ratio of the rates.
 *
 * @see Garwood (1936) Biometrika 28, 437–442; Clopper & Pearson (1934) Biometrika 26, 404–413; Przyborowski & Wilenski
 * (1940) Biometrika 31, 313–323; McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 198–200
 * @example
 * intervalOf([{ values: [0, 0], exposure: [1, 1] }], "count", 0.95)[1] // 3.688879454113936
 */
export function intervalOf(stretches: readonly Stretch[], type: Criterion["type"], level: number): Interval {
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
  return wider(exact, quasiPoisson().compare(against, window, level).interval ?? exact);
}
