import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel, Series } from "../core/panel.js";
import type { Signal } from "../core/signal.js";
import { sameTimeOf } from "./sameTimeOf.js";
import { type Stretch, stretchOf } from "./test.js";

/** What a detector says of one period, before the verb says of which series. */
export type Watched = Omit<Signal, "method" | "key" | "from" | "period" | "observed" | "exposure">;

/** A watch over counts as they come in: one row for each period from the index `first` on, none of them knowing later ones. */
export interface Detector {
  readonly name: string;
  /** The least number of periods before the first one watched. */
  readonly needs: number;
  /** Where the baseline lies in earlier years: how many, with `needs` periods more before them. */
  readonly needsYears?: number;
  monitor(stretch: Stretch, first: number): readonly Watched[];
}

/**
 * Watches every series with every detector, period by period from a day on, as one would have done at the time: a row for
 * each period that starts on that day or later. Counts of the last periods must be whole: complete them first, or stop before.
 *
 * @throws InputError when no period starts so late, the baseline is shorter than a detector needs, or a count or an exposure cannot be
 * @example
 * monitor([{ key: {}, recipe: { where: [], by: [], every: "week", measure: "events" }, from: "", start: "2024-01-01", values: [1, 2, 3, 2, 1, 3, 2, 9], exposure: [7, 7, 7, 7, 7, 7, 7, 7] }], [ears("C1")], { since: "2024-02-19" })[0].alarm // true
 */
export function monitor(panel: Panel, detectors: readonly Detector[], { since }: { since: Day }): Signal[] {
  return panel.flatMap((series) => {
    const stretch = { ...checked(series), periods: stretchOf(series).periods ?? [] };
    const { values, exposure, periods } = stretch;
    const first = periods.findIndex((period) => period >= since);
    if (first < 0)
      throw new InputError(`monitor: no period starts on ${since} or later, the last on ${periods.at(-1)}`);
    return detectors.flatMap((one) => {
      checkBaseline(one, periods, first);
      return one.monitor(stretch, first).map((row, i) => {
        const [period, observed] = [periods[first + i], values[first + i]];
        const about = { method: one.name, key: series.key, from: series.from, period };
        return { ...about, observed, exposure: exposure[first + i], ...row, reading: `${period}: ${row.reading}` };
      });
    });
  });
}

function checked({ values, exposure }: Series): Stretch {
  values.forEach((value, t) => {
    if (!(Number.isSafeInteger(value) && value >= 0 && exposure[t] > 0))
      throw new InputError(`monitor: needs whole counts and exposure above 0, got ${value} in ${exposure[t]}`);
  });
  return { values, exposure };
}

/** Names the first period that could be watched, where the one asked for cannot. */
function checkBaseline({ name, needs, needsYears }: Detector, periods: readonly Day[], first: number): void {
  const before = (t: number): number => (needsYears === undefined ? t : sameTimeOf(periods, t, needsYears));
  if (before(first) >= needs) return;
  const could = periods.find((_, t) => before(t) >= needs);
  const length = needsYears === undefined ? `${needs} periods` : `${needsYears} years and ${needs} periods`;
  const cure = could === undefined ? "no period has them" : `since ${could} would do`;
  throw new InputError(`monitor: ${name} needs ${length} before ${periods[first]}, got ${first} periods; ${cure}`);
}
