import type { Distribution } from "../core/distribution.js";

/** A rule that makes one number of the past: what it says of the period `step` after the first `seen` periods, or nothing. */
export type PointRule = (seen: number, step: number) => number | undefined;

/** How few past errors tell of a spread: a step with fewer borrows those of the longest step that has as many. */
export const fewestErrors = 10;

/**
 * What a point forecast is worth: the point at each step, with the errors that the same rule made at that very step at every
 * origin of the past, as draws; floored at 0 and rounded to whole counts. Draws of one place belong to one origin of the
 * past as long as the steps have as many.
 */
export function withPastErrors(values: readonly number[], steps: number, rule: PointRule): Distribution[] {
  const n = values.length;
  let errors: number[] = [];
  return Array.from({ length: steps }, (_, i): Distribution => {
    const point = rule(n, i + 1) ?? 0;
    const own = errorsAt(values, i + 1, rule);
    if (own.length >= Math.min(fewestErrors, n) || errors.length === 0) errors = own;
    const spread = errors.length === 0 ? [0] : errors;
    return { family: "draws", values: spread.map((error) => Math.max(0, Math.round(point + error))) };
  });
}

/** The errors at one step, from the first origin that allows them to the last whose target was seen. */
function errorsAt(values: readonly number[], step: number, rule: PointRule): number[] {
  const errors: number[] = [];
  for (let seen = 1; seen + step <= values.length; seen++) {
    const point = rule(seen, step);
    if (point !== undefined) errors.push(values[seen + step - 1] - point);
  }
  return errors;
}
