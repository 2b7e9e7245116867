import type { Every } from "../core/day.js";
import { type Indicator, perPeriod } from "./derive.js";

const days: Readonly<Record<Every, number>> = { day: 1, week: 7, month: 30.436875, quarter: 91.310625, year: 365.2425 };

/**
 * How many a day, week, month, quarter or year, from the days each period was at risk: a short month or a cut period is
 * not a quiet one. A month is 30.436875 days, the mean of the calendar. A share or ratio is itself, not defined on a whole of 0.
 *
 * @see Rothman, Greenland & Lash (2008) Modern Epidemiology, 3rd ed., chapter 3
 * @example
 * rate("week").derive({ values: [16], exposure: [24], periods: [1], every: "month", counted: "events", years: [2023], seasons: ["12"] }) // { unit: "events per week", values: [14 / 3] }
 */
export function rate(per: Every): Indicator {
  return {
    name: `rate("${per}")`,
    needs: 1,
    derive: (numbers) => {
      if (numbers.ratio !== undefined) return perPeriod(numbers);
      const { values, exposure, counted } = numbers;
      const rates = values.map((value, t) => (exposure[t] > 0 ? (value * days[per]) / exposure[t] : Number.NaN));
      return { unit: `${counted} per ${per}`, values: rates };
    },
  };
}
