import { addDays, type Day, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import { sliceOf } from "../core/slice.js";
import type { Snapshot } from "../core/snapshot.js";
import { asKnown } from "../events/asKnown.js";
import { type CountOptions, count } from "../events/count.js";

export interface AsKnownOptions extends CountOptions {
  /** Days from the end of a period to the forecast, for its reports to come in; 0 unless said. */
  readonly wait?: number;
}

/**
 * The counts as they stood at each origin of a back-test, from the snapshots of one dataset as of several days: at an origin
 * they are counted from what was known when its period was over and `wait` days had gone (see `asKnown`). Undefined where no
 * snapshot is as old, or the newest of then does not reach the end of the origin's period.
 *
 * @throws InputError when the wait cannot be; the function it gives, as `count` and `asKnown` do
 */
export function panelsAsKnown(
  snapshots: readonly Snapshot[],
  { wait = 0, ...options }: AsKnownOptions,
): (origin: Day) => Promise<Panel | undefined> {
  if (!(Number.isInteger(wait) && wait >= 0))
    throw new InputError(`panelsAsKnown: wait needs a whole number of days from 0, got ${wait}`);
  return async (origin) => {
    const until = nextPeriod(origin, options.every);
    const snapshot = await asKnown(snapshots, addDays(until, wait));
    if (snapshot === undefined || snapshot.covers.until < until || snapshot.covers.since > origin) return undefined;
    const panel = await count(snapshot, options);
    const isThere = panel.every((series) => sliceOf(series, { since: origin, until }).values.length === 1);
    return isThere ? panel : undefined;
  };
}
