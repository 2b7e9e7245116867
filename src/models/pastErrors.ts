import type { Distribution } from "../core/distribution.js";

/** A rule that makes one number of the past: what it says of the period `step` after the first `seen` periods, or nothing. */
export type PointRule = (seen: number, step: number) => number | undefined;

/** How few past errors tell of a spread: a step with fewer borrows those of the longest step that has as many. */
export const fewestErrors = 10;

/**
 * What a point forecast is worth: the point at each step, with the errors that the same rule made at that very step at every
 * origin of the past, as draws, of which none is left out. Errors are taken and put back on the scale of square roots, on which the spread of counts hardly
 * hangs on their level, so that errors of quiet years tell of lively ones; whole counts from 0. Draws of one place are of one origin
 * of the past at every step, which where steps have their first errors at different origins closes to a ring. The middle of the draws is the
 * point as far as the rule erred as often upwards as downwards; their mean lies above it, as counts are skewed.
 *
 * @see Bartlett (1936) Supplement to the Journal of the Royal Statistical Society 3, 68–78
 */
export function withPastErrors(values: readonly number[], steps: number, rule: PointRule): Distribution[] {
  const n = values.length;
  let errors: number[] = [];
  let first: number | undefined;
  return Array.from({ length: steps }, (_, i): Distribution => {
    const point = rule(n, i + 1) ?? 0;
    const { from, errors: found } = errorsAt(values, i + 1, rule);
    first ??= from;
    const own = turned(found, first - from);
    if (own.length >= Math.min(fewestErrors, n) || errors.length === 0) errors = own;
    const spread = errors.length === 0 ? [0] : errors;
    const moved = spread.map((error) => Math.round(Math.max(0, Math.sqrt(point) + error) ** 2));
    return { family: "draws", values: moved, isWhole: true };
  });
}

/** The errors at one step, from the first origin that allows them to the last whose target was seen. */
function errorsAt(values: readonly number[], step: number, rule: PointRule): { from: number; errors: number[] } {
  const errors: number[] = [];
  let from = 1;
  for (let seen = 1; seen + step <= values.length; seen++) {
    const point = rule(seen, step);
    if (point === undefined) continue;
    if (errors.length === 0) from = seen;
    errors.push(Math.sqrt(values[seen + step - 1]) - Math.sqrt(point));
  }
  return { from, errors };
}

/** A ring begun so many places later. */
function turned(ring: readonly number[], by: number): number[] {
  return ring.map((_, i) => ring[(((i + by) % ring.length) + ring.length) % ring.length]);
}
