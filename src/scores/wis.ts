import { checkLevel } from "../core/checkLevel.js";
import { InputError } from "../core/errors.js";
import { hubLevels } from "../core/hubLevels.js";
import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";

/** What a weighted interval score is the sum of. */
export interface WisParts {
  readonly dispersion: number;
  readonly underprediction: number;
  readonly overprediction: number;
}

/**
 * The weighted interval score: the mean loss of the central intervals between the quantiles of `levels` (those of forecast
 * hubs unless said), each weighed by half its tail chance, and of the median with weight a half. Zero is perfect; in the
 * unit of the count; with more and more levels evenly spread it nears the CRPS. It is `wisPart`'s three parts added up.
 *
 * @throws InputError when levels are not rising and between 0 and 1, with 1 - level beside each level
 * @see Bracher, Ray, Gneiting & Reich (2021) PLOS Computational Biology 17, e1008618
 * @example
 * wis([0.25, 0.5, 0.75]).score({ family: "draws", values: [1, 2, 3, 4] }, 7) // 4.666666666666666
 */
export function wis(levels: readonly number[] = hubLevels): Metric {
  checkPairs(levels, "wis");
  const name = levels === hubLevels ? "wis()" : `wis(${JSON.stringify(levels)})`;
  return ofQuantiles({
    ...{ verb: "wis", name, best: "low", isProper: true, levels },
    value: (quantiles, observed) => {
      const { dispersion, underprediction, overprediction } = wisPartsOf(levels, quantiles, observed);
      return dispersion + underprediction + overprediction;
    },
  });
}

/** The parts of the score of quantiles at levels that `checkPairs` has let through. */
export function wisPartsOf(levels: readonly number[], quantiles: readonly number[], observed: number): WisParts {
  const pairs = Math.floor(levels.length / 2);
  let [dispersion, underprediction, overprediction] = [0, 0, 0];
  for (let i = 0; i < pairs; i++) {
    const [low, high] = [quantiles[i], quantiles[levels.length - 1 - i]];
    dispersion += levels[i] * (high - low);
    underprediction += Math.max(0, observed - high);
    overprediction += Math.max(0, low - observed);
  }
  if (levels.length > 2 * pairs) {
    underprediction += Math.max(0, observed - quantiles[pairs]) / 2;
    overprediction += Math.max(0, quantiles[pairs] - observed) / 2;
  }
  const whole = levels.length / 2;
  return {
    dispersion: dispersion / whole,
    underprediction: underprediction / whole,
    overprediction: overprediction / whole,
  };
}

/** @throws InputError when levels are not rising and between 0 and 1, with 1 - level beside each level */
export function checkPairs(levels: readonly number[], verb: string): void {
  if (!Array.isArray(levels)) throw new InputError(`${verb}: needs a list of levels, got ${levels}`);
  if (levels.length === 0) throw new InputError(`${verb}: needs a level, got none`);
  for (const level of levels) checkLevel(level, verb);
  const wrong = levels.findIndex(
    (level, i) => level <= levels[i - 1] || Math.abs(level + levels[levels.length - 1 - i] - 1) > 1e-12,
  );
  if (wrong >= 0)
    throw new InputError(
      `${verb}: needs rising levels in pairs that add to 1, got ${levels[wrong]} (level ${wrong + 1})`,
    );
}
