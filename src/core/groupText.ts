import type { ScoreGroup } from "./scoreGroup.js";
import { thresholdText } from "./thresholdText.js";

/**
 * What a group of scores is of, in words.
 *
 * @example
 * groupText({ model: "zero()", step: 2, key: { zone: "segou" } }) // "zero(), step 2, segou"
 */
export function groupText({ model, step, origin, target, asks, key }: ScoreGroup): string {
  const parts = [
    model,
    step === undefined ? undefined : `step ${step}`,
    origin === undefined ? undefined : `origin ${origin}`,
    target === undefined ? undefined : `target ${target}`,
    asks === undefined ? undefined : thresholdText(asks),
    ...Object.values(key),
  ];
  return parts.filter((part) => part !== undefined).join(", ") || "all";
}
