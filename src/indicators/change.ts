import { type Indicator, perPeriod } from "./derive.js";

/**
 * How much more than in the period before, or than in the same season of the year before: as a difference, or as how many
 * times. Counts are compared as a whole period would have had them, shares and ratios as they are. The ratio on an earlier
 * 0 is not defined, nor is anything against a period there is none of: the first, the 53rd week, 29 February.
 *
 * @see Hyndman & Athanasopoulos (2021) Forecasting: Principles and Practice, 3rd ed., section 9.1
 * @example
 * change("ratio", "year before").name // 'change("ratio", "year before")'
 */
export function change(as: "difference" | "ratio", since: "period before" | "year before"): Indicator {
  return {
    name: `change("${as}", "${since}")`,
    needs: 2,
    ...(since === "year before" && { needsYears: 2 }),
    derive: (numbers) => {
      const { unit, values } = perPeriod(numbers);
      const { years, seasons } = numbers;
      const at = new Map(years.map((year, t) => [`${year} ${seasons[t]}`, t]));
      const changes = values.map((value, t) => {
        const before = since === "period before" ? t - 1 : (at.get(`${years[t] - 1} ${seasons[t]}`) ?? -1);
        const earlier = before < 0 ? Number.NaN : values[before];
        if (as === "difference") return value - earlier;
        return earlier > 0 ? value / earlier : Number.NaN;
      });
      return { unit: as === "ratio" ? "times" : unit, values: changes };
    },
  };
}
