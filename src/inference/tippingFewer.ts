import { numbered } from "../core/print.js";
import type { Comparison } from "./compare.js";
import { directionOf } from "./directionOf.js";
import { type Stretch, totalOf } from "./test.js";
import { inWords, summary } from "./tipping.js";

/**
 * The fewest events that would have to be struck (one was counted twice, one was somebody else's) for the reading of a
 * comparison to change: the fragility of the reading. They are struck one at a time where each moves the reading most, so
 * for comparisons that look at single periods it is an upper bound, exact where it is 1.
 *
 * @see Walsh et al. (2014) Journal of Clinical Epidemiology 67, 622–628
 * @example
 * tippingFewer(rateRatio("central")).compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "44 events against 144: clearly less; 34 events fewer would make that unclear"
 */
export function tippingFewer(by: Comparison): Comparison {
  return {
    name: `tippingFewer(${by.name})`,
    needs: by.needs,
    compare: (before, after, level) => {
      const says = directionOf(by, before, after, level);
      const sides = says === "less" ? ["before"] : says === "more" ? ["after"] : ["before", "after"];
      const found = sides.flatMap((side) => struck(by, before, after, level, side === "before") ?? []);
      const least = found.sort((a, b) => a.struck - b.struck).at(0);
      const end =
        least === undefined
          ? `however many events are struck, it stays ${inWords(says)}`
          : `${numbered(least.struck, "event")} fewer would make that ${inWords(least.says)}`;
      return {
        ...summary(before, after, says, end),
        ...(least !== undefined && { estimate: least.struck }),
        assumes: [`what ${by.name} assumes`, "events are struck where each moves the reading most"],
      };
    },
  };
}

/** Strikes events from one side until the reading changes; nothing where it never does. */
function struck(by: Comparison, before: Stretch, after: Stretch, level: number, isBefore: boolean) {
  const says = directionOf(by, before, after, level);
  let stretch = isBefore ? before : after;
  const others = (one: Stretch) => (isBefore ? ([one, after] as const) : ([before, one] as const));
  for (let n = 1; stretch.values.some((value) => value >= 1); n++) {
    const ways = by.seesSums ? [stretch.values.findIndex((value) => value >= 1)] : [...stretch.values.keys()];
    let best = { p: Number.POSITIVE_INFINITY, stretch };
    for (const t of ways) {
      if (stretch.values[t] < 1) continue;
      const next = { ...stretch, values: stretch.values.with(t, stretch.values[t] - 1) };
      const now = directionOf(by, ...others(next), level);
      if (now !== says) return { struck: n, says: now };
      if (others(next).every((one) => totalOf(one).count === 0)) return undefined;
      const { p = 1 } = by.compare(...others(next), level);
      const reach = says === "unclear" ? p : -p;
      if (reach < best.p) best = { p: reach, stretch: next };
    }
    if (best.stretch === stretch) return undefined;
    stretch = best.stretch;
  }
  return undefined;
}
