import { InputError } from "../core/errors.js";
import { type Indicator, perPeriod } from "./derive.js";

/**
 * How unusual a period is for its season, against the same season of earlier years and those alone. "z" is how many
 * standard deviations above their mean; "percentile" is how many in a hundred of them lie below, a tie as half. Counts are
 * compared as a whole period would have had them. Not defined with fewer earlier years than asked for, and "z" not where they
 * are all equal. Few years make a rough ruler: with 5 the percentile moves in steps of 10 to 20.
 *
 * @throws InputError when the number of earlier years is not a whole number from 1, or from 2 for "z"
 * @see Wilks (2011) Statistical Methods in the Atmospheric Sciences, 3rd ed., section 3.4.2
 * @example
 * anomaly("percentile", 5).needsYears // 6
 */
export function anomaly(as: "z" | "percentile", years: number): Indicator {
  const least = as === "z" ? 2 : 1;
  if (!Number.isInteger(years) || years < least)
    throw new InputError(`anomaly: "${as}" needs a whole number of earlier years from ${least}, got ${years}`);
  return {
    name: `anomaly("${as}", ${years})`,
    needs: years + 1,
    needsYears: years + 1,
    derive: (numbers) => {
      const seen = new Map<string, number[]>();
      const found = perPeriod(numbers).values.map((value, t) => {
        const earlier = seen.get(numbers.seasons[t]) ?? [];
        const place = earlier.length < years ? Number.NaN : placeAmong(value, earlier, as);
        if (!Number.isNaN(value)) seen.set(numbers.seasons[t], [...earlier, value]);
        return place;
      });
      return { unit: as === "z" ? "standard deviations" : "percent of years", values: found };
    },
  };
}

function placeAmong(value: number, earlier: readonly number[], as: "z" | "percentile"): number {
  if (Number.isNaN(value)) return Number.NaN;
  const n = earlier.length;
  if (as === "percentile") {
    const below = earlier.filter((one) => one < value).length;
    return (100 * (below + earlier.filter((one) => one === value).length / 2)) / n;
  }
  // Equal numbers can have a mean that rounds away from them, and then a spread that is not 0.
  if (earlier.every((one) => one === earlier[0])) return Number.NaN;
  const mean = earlier.reduce((sum, one) => sum + one, 0) / n;
  const squares = earlier.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return (value - mean) / Math.sqrt(squares / (n - 1));
}
