import { checkLevel } from "../core/checkLevel.js";
import type { Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { PeriodMean } from "../core/periodMean.js";
import { sliceOf } from "../core/slice.js";
import { poissonInterval } from "./poissonInterval.js";
import { totalOf } from "./test.js";

/**
 * The mean count per period of each series in each stretch, with Garwood's interval (exact if the counts are Poisson).
 *
 * @throws InputError when a stretch holds no period of the panel, or the level is not between 0 and 1
 */
export function periodMeans(panel: Panel, spans: readonly Span[], { level }: { level: number }): PeriodMean[] {
  checkLevel(level, "periodMeans");
  return spans.flatMap((span) =>
    panel.map((series) => {
      const { values } = sliceOf(series, span);
      if (values.length === 0) throw new InputError(`periodMeans: no period starts in ${span.since} to ${span.until}`);
      const stretch = { values, exposure: values.map(() => 1) };
      const { estimate = 0, interval = [0, null] } = poissonInterval("garwood").test(stretch, level);
      return {
        key: series.key,
        since: span.since,
        until: span.until,
        n: totalOf(stretch).count,
        mean: estimate,
        interval,
      };
    }),
  );
}
