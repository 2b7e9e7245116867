import type { Surface } from "./quasiNewton.js";

/**
 * A surface whose slope is told by differences to both sides, good to about 10 digits of the slope, where no formula for it
 * is at hand.
 *
 * @example
 * numericSlope(([x]) => x * x)(Float64Array.of(3), new Float64Array(1)) // 9
 */
export function numericSlope(heightAt: (at: Float64Array) => number): Surface {
  return (at, slope) => {
    const near = at.slice();
    for (let i = 0; i < at.length; i++) {
      const reach = 6e-6 * Math.max(1, Math.abs(at[i]));
      const [above, below] = [at[i] + reach, at[i] - reach];
      near[i] = above;
      slope[i] = heightAt(near);
      near[i] = below;
      slope[i] = (slope[i] - heightAt(near)) / (above - below);
      near[i] = at[i];
    }
    return heightAt(at);
  };
}
