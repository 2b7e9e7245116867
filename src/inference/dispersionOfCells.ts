import type { Triangle } from "../core/triangle.js";
import { chainLadder } from "./chainLadder.js";
import { corrected } from "./corrected.js";

/** How much more counts vary than Poisson counts: `phi` is 1 where they vary just as much. */
export interface Dispersion {
  readonly phi: number;
  /** How many numbers were compared with what was expected of them. */
  readonly n: number;
  readonly df: number;
}

/**
 * Pearson's chi-square of a triangle's cells about their chain-ladder fit, over its degrees of freedom. It sees how reports
 * scatter, not delays that drift.
 *
 * @see England & Verrall (2002) British Actuarial Journal 8, 443–518
 */
export function dispersionOfCells({ counts }: Triangle, recent: number): Dispersion {
  const rows = counts.slice(-recent);
  const { shares } = chainLadder(rows);
  let n = 0;
  let square = 0;
  let levels = 0;
  for (const row of corrected(rows).counts) {
    const seen = row.filter((one) => one !== null);
    const level = seen.reduce((sum, one) => sum + one, 0) / shares[seen.length - 1];
    if (!(level > 0)) continue;
    levels++;
    seen.forEach((added, d) => {
      const expected = level * (shares[d] - (d === 0 ? 0 : shares[d - 1]));
      if (!(expected > 0)) return;
      square += (added - expected) ** 2 / expected;
      n++;
    });
  }
  const delays = shares.filter((share, d) => share > (d === 0 ? 0 : shares[d - 1])).length;
  const df = n - levels - delays + 1;
  return { phi: square / df, n, df };
}
