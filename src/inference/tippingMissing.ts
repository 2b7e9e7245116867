import { numbered } from "../core/print.js";
import type { Comparison } from "./compare.js";
import { directionOf } from "./directionOf.js";
import { type Stretch, totalOf } from "./test.js";
import { inWords, leastThat, summary } from "./tipping.js";

/**
 * How many events of the latest period would have to be missing from the data (reports come late, rows are added) for
 * the reading of a comparison to change once they are in.
 *
 * @example
 * tippingMissing(rateRatio("central")).compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "44 events against 144: clearly less; 17 events missing from the latest period would make that unclear"
 */
export function tippingMissing(by: Comparison): Comparison {
  return {
    name: `tippingMissing(${by.name})`,
    needs: by.needs,
    compare: (before, after, level) => {
      const says = directionOf(by, before, after, level);
      const most = 10 * (totalOf(before).count + totalOf(after).count) + 100;
      const estimate = leastThat((k) => directionOf(by, before, withMore(after, k), level) !== says, most);
      const end =
        estimate === undefined
          ? `however many events are missing from the latest period, it stays ${inWords(says)}`
          : `${numbered(estimate, "event")} missing from the latest period would make that ${inWords(directionOf(by, before, withMore(after, estimate), level))}`;
      return {
        ...summary(before, after, says, end),
        ...(estimate !== undefined && { estimate }),
        assumes: [`what ${by.name} assumes`, "all that is missing lies in the latest period"],
      };
    },
  };
}

function withMore(stretch: Stretch, more: number): Stretch {
  const { values } = stretch;
  return { ...stretch, values: values.with(-1, values[values.length - 1] + more) };
}
