import { logNegbin } from "../distributions/negbin.js";
import { goldenSection } from "../math/goldenSection.js";

/** How far counts lie about a smoothed forecast. */
export interface CountSpread {
  /** The least mean that is told: a forecast of 0 or less never is certain. */
  readonly floor: number;
  /** Of the negative binomial about the forecast: variance = mean + mean² / size. At most 1e6, which is a Poisson's. */
  readonly size: number;
}

/** Counts this many periods back weigh 1/e of the last one: how noisy a conflict is changes over the years. */
const memory = 36;

/**
 * The negative binomial that counts followed about their one-step forecasts: the size of the greatest likelihood, recent
 * counts weighing more, made smaller by the `spent` numbers that were fitted to the same counts.
 */
export function countSpread(values: ArrayLike<number>, forecasts: ArrayLike<number>, spent: number): CountSpread {
  const n = values.length;
  let sum = 0;
  for (let t = 0; t < n; t++) sum += values[t];
  const floor = Math.max(0.5 / n, Math.min(0.1, sum / n / 10));
  // Where nothing ever happened, nothing is known of its spread.
  if (sum === 0) return { floor, size: 1e6 };
  const height = (logSize: number): number => {
    let total = 0;
    for (let t = 0; t < n; t++)
      total += Math.exp((t - n) / memory) * logNegbin(values[t], Math.max(floor, forecasts[t]), Math.exp(logSize));
    return total;
  };
  const [least, most] = [Math.log(1e-3), Math.log(1e6)];
  let best = most;
  let top = height(most);
  for (let at = least; at < most; at += 1) {
    const reached = height(at);
    if (reached > top) [best, top] = [at, reached];
  }
  const { at } = goldenSection(height, Math.max(least, best - 1), Math.min(most, best + 1), 18);
  return { floor, size: Math.exp(at) * (Math.max(1, n - spent) / n) };
}
