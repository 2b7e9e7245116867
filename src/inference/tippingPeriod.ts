import { type Day, daysIn, type Every, nextPeriod } from "../core/day.js";
import type { Comparison } from "./compare.js";
import { directionOf } from "./directionOf.js";
import { type Stretch, totalOf } from "./test.js";
import { inWords, leastThat, summary } from "./tipping.js";

/**
 * How many events one more period would have to hold, with the exposure of the latest, for the reading of a comparison to
 * change. `estimate` is the count nearest to the rate so far that changes it.
 *
 * @example
 * tippingPeriod(rateRatio("central")).compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "44 events against 144: clearly less; a further period with 85 events or more would make that unclear"
 */
export function tippingPeriod(by: Comparison): Comparison {
  return {
    name: `tippingPeriod(${by.name})`,
    needs: by.needs,
    compare: (before, after, level) => {
      const says = directionOf(by, before, after, level);
      const total = totalOf(after);
      const further = after.exposure[after.exposure.length - 1];
      const usual = Math.round((total.count / total.exposure) * further);
      const most = 10 * (totalOf(before).count + total.count) + 100;
      const at = (k: number) => directionOf(by, before, withPeriod(before, after, k, further), level);
      const up = leastThat((k) => at(usual + k) !== says, most);
      const down = at(usual) === says ? leastThat((k) => at(usual - k) !== says, usual) : undefined;
      const ends = [
        ...(down === undefined ? [] : [`${usual - down} events or fewer would make that ${inWords(at(usual - down))}`]),
        ...(up === undefined ? [] : [`${usual + up} events or more would make that ${inWords(at(usual + up))}`]),
      ];
      const isDown = down !== undefined && (up === undefined || down < up);
      const estimate = isDown ? usual - down : up === undefined ? undefined : usual + up;
      const end =
        at(usual) !== says
          ? `a further period at the rate so far (${usual} events) already makes that ${inWords(at(usual))}`
          : ends.length > 0
            ? `a further period with ${ends.join(", with ")}`
            : `whatever a further period holds, it stays ${inWords(says)}`;
      return {
        ...summary(before, after, says, end),
        ...(at(usual) !== says ? { estimate: usual } : estimate !== undefined && { estimate }),
        assumes: [`what ${by.name} assumes`, "the further period has the exposure of the latest"],
      };
    },
  };
}

function withPeriod(before: Stretch, { values, exposure, periods }: Stretch, count: number, further: number): Stretch {
  const every = everyOf(periods) ?? everyOf(before.periods);
  return {
    values: [...values, count],
    exposure: [...exposure, further],
    ...(periods && every && { periods: [...periods, nextPeriod(periods[periods.length - 1], every)] }),
  };
}

/** How long periods are, by the last two of them. */
function everyOf(periods: readonly Day[] = []): Every | undefined {
  const [since, until] = periods.slice(-2);
  if (until === undefined) return undefined;
  const days = daysIn({ since, until });
  return days === 1 ? "day" : days === 7 ? "week" : days <= 31 ? "month" : days <= 92 ? "quarter" : "year";
}
