import { checkLevel } from "../core/checkLevel.js";
import { endsOf, lossOfInterval } from "./intervalScore.js";
import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";

/**
 * What the mean interval score of the VIEWS prediction challenge is the mean of. As there, the ends of the interval lie
 * on a straight line between two draws, and the level is 0.9 unless said (the challenge's published level; its program's
 * own default is 0.95). Of what is not draws it is `intervalScore`.
 *
 * @throws InputError when the level is not between 0 and 1
 * @see Hegre et al. (2025) Journal of Peace Research 62
 * @example
 * mis(0.5).score({ family: "draws", values: [1, 2, 3, 4, 5] }, 6) // 10
 */
export function mis(level = 0.9): Metric {
  checkLevel(level, "mis");
  return ofQuantiles({
    ...{ verb: "mis", name: `mis(${level})`, best: "low", isProper: true, levels: endsOf(level), isBetween: true },
    value: lossOfInterval(level),
  });
}
