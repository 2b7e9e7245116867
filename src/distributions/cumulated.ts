/** What is known of the chances of whole counts from 0, added up from the lowest. */
export interface Cumulated {
  /** The least count up to which lies the chance `p`; undefined where that is too close to call by adding up, or too far away. */
  reaching(p: number): number | undefined;
}

/** Sums of chances closer than this to a level, or to nothing or all, are left to be told by tails that keep their digits. */
const margin = 1e-9;
/** No more counts are gone through. */
const mostCounts = 2000;

/** Adds up chances of counts as far as they are asked for, each once. */
export function cumulated(chanceOf: (count: number) => number): Cumulated {
  const sums: number[] = [];
  return {
    reaching: (p) => {
      if (!(p > 1000 * margin && p < 1 - 1000 * margin)) return undefined;
      for (let k = sums.length; k < mostCounts && !(sums[k - 1] >= p); k++) sums.push(chanceOf(k) + (sums[k - 1] ?? 0));
      let [low, high] = [-1, sums.length - 1];
      if (!(sums[high] > p + margin)) return undefined;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (sums[middle] >= p) high = middle;
        else low = middle;
      }
      const isClear = sums[high] > p + margin && !(sums[low] > p - margin);
      return isClear ? high : undefined;
    },
  };
}
