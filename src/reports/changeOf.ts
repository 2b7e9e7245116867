import type { Interval } from "../core/finding.js";
import { isRatio } from "../core/isRatio.js";
import type { Series } from "../core/panel.js";
import { decimals, withInterval } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import { wider } from "../core/wider.js";
import { pearson } from "../inference/dispersion.js";
import { powerOfRatio } from "../inference/powerOfRatio.js";
import { rateRatio } from "../inference/rateRatio.js";
import { spreadRatio } from "../inference/spreadRatio.js";
import { totalOf } from "../inference/test.js";
import { tippingPhi } from "../inference/tippingPhi.js";

/** A change between two stretches, in periods of the series. */
export interface Change {
  readonly n: number;
  readonly counts: readonly [number, number];
  /** Later over earlier exposure. */
  readonly odds: number;
  /** Variance over mean inside the stretches. */
  readonly phi: number;
  /** Absent where there was no event before. */
  readonly estimate?: number;
  readonly interval: Interval;
  readonly reading: string;
}

/** How the interval of a change was made, in a sentence. */
export const howOfChange =
  "the wider of the exact conditional interval for Poisson counts (central) and the quasi-Poisson interval with the spread seen inside the stretches";

/** A change between two stretches, with the wider of the exact interval and the one that allows for the spread seen. */
export function changeOf(before: Series, after: Series, level: number): Change {
  const first = totalOf(before);
  const last = totalOf(after);
  const n = first.count + last.count;
  const counts = [first.count, last.count] as const;
  const odds = last.exposure / first.exposure;
  const phi = (pearson(before) + pearson(after)) / Math.max(1, before.values.length + after.values.length - 2);
  const head = isRatio(before.recipe)
    ? `${last.count} of ${last.exposure} after ${first.count} of ${first.exposure}`
    : `${last.count} in ${decimals(last.exposure, 2)} ${before.recipe.every}s after ${first.count} in ${decimals(first.exposure, 2)}`.replaceAll(
        ".00",
        "",
      );
  if (n === 0)
    return { n, counts, odds, phi, interval: [0, null], reading: `${head}: no ${unitOf(before)} on either side` };
  const { estimate, interval: narrow = [0, null] } = rateRatio("central").compare(before, after, level);
  const wide = spreadRatio(before, after, level) ?? narrow;
  const interval = wider(narrow, wide);
  const poisson = `[${decimals(narrow[0], 4)}, ${decimals(narrow[1], 4)}] if Poisson`;
  const spread = wide === narrow ? "if Poisson, no spread seen" : `with the spread seen, ${poisson}`;
  const size = estimate === undefined ? `at least ${decimals(interval[0], 4)}` : withInterval(estimate, interval, 4);
  const tipping = tippingPhi().compare(before, after, level).reading;
  const reading = `${head}: ${size} times the ${isRatio(before.recipe) ? "share" : "rate"} ${spread}; ${tipping}`;
  return { n, counts, odds, phi, ...(estimate !== undefined && { estimate }), interval, reading };
}

/** What a verdict says of a change in numbers. */
export function numbersOf(
  { n, counts, estimate, interval }: Change,
  level: number,
): Pick<Verdict, "n" | "scale" | "counts" | "estimate" | "interval" | "level"> {
  return { n, scale: "ratio", counts, ...(estimate !== undefined && { estimate }), interval, level };
}

/**
 * About how often a change of this ratio would be told from none, among so many events with this spread: the exact test's
 * power at the number of events that Poisson counts of the same precision would have.
 */
export function powerOfChange({ n, odds, phi }: Change, ratio: number, level: number): number {
  return powerOfRatio({ n: Math.round(n / Math.max(1, phi)), odds, ratio, level });
}

/** Whether a verdict could have failed, in a word, where a change worth the name would be told with such a chance. */
export function easeOf(power: number): "yes" | "seldom" | "hardly" | "no" {
  if (power >= 0.5) return "yes";
  if (power >= 0.1) return "seldom";
  return power >= 0.005 ? "hardly" : "no";
}

/** What a series counts: "event" or "death". */
export function unitOf({ recipe }: Pick<Series, "recipe">): string {
  return recipe.measure === "deaths" ? "death" : "event";
}

/** How a series was counted, in words: "events by month". */
export function countedAs({ recipe }: Pick<Series, "recipe">): string {
  const what = isRatio(recipe) ? "events of the kind and of the whole" : `${unitOf({ recipe })}s`;
  return `${what} by ${recipe.every}`;
}
