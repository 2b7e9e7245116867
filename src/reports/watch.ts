import { type Day, isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import type { WatchedQuestion } from "../core/watchedQuestion.js";
import { checkLevel } from "../inference/test.js";
import type { Snapshots } from "./reproduce.js";
import { watchOne } from "./watchOne.js";

export interface WatchOptions {
  /** Only periods that were over on this day, and before the data's own day, are used. */
  readonly asOf: Day;
  /** Of the intervals, and of the evidence needed: at 0.95 that is 20 to 1. */
  readonly level: number;
  /** A ratio that the rise has to pass (or below 1 the fall), beside no change. */
  readonly threshold?: number;
  /** The most that variances may be over means; estimated from the baseline and earlier years where absent. */
  readonly phi?: number;
}

/**
 * Where each increase that a report waits for stands as its periods arrive, one row a way of counting it: the running ratio
 * over the baseline with evidence that may be looked at as often as one likes, what was passed and when, what the next
 * period would have to bring, and what the same stretches of earlier years did.
 *
 * The state goes by evidence that allows for counts varying as much as they did before; beside it stands what Poisson counts
 * would say, and the interval of a single look. Nothing in a row depends on later periods. Counts are as the snapshot has
 * them: open an older one for what was known at the time.
 *
 * @throws InputError when asOf is not a day, the level is not between 0 and 1, the threshold is not above 0 or is 1, or phi
 *   is below 1
 * @see Wasserman, Ramdas & Balakrishnan (2020) PNAS 117, 16880–16890; Ramdas, Grünwald, Vovk & Shafer (2023) Statistical
 *   Science 38, 576–601
 */
export async function watch(report: Report, snapshots: Snapshots, options: WatchOptions): Promise<WatchedQuestion[]> {
  const { asOf, level, threshold, phi } = options;
  if (!isDay(asOf)) throw new InputError(`watch: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  checkLevel(level, "watch");
  if (threshold !== undefined && !(threshold > 0 && threshold < Infinity && threshold !== 1))
    throw new InputError(`watch: threshold needs a ratio above 0 that is not 1, got ${threshold}`);
  if (phi !== undefined && !(phi >= 1 && phi < Infinity))
    throw new InputError(`watch: phi needs a number from 1, got ${phi}`);
  const watched: WatchedQuestion[] = [];
  for (const claim of report.claims) {
    const { check } = claim;
    if (check?.type !== "increase") continue;
    for (const measured of check.measured) {
      if (!Object.hasOwn(snapshots, measured.on)) continue;
      watched.push(await watchOne(report, claim, check, measured, snapshots[measured.on], options));
    }
  }
  return watched;
}
