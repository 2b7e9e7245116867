import type { Every } from "../core/day.js";

/** How many periods a year has, but for a day or a part of a week. */
export const periodsInYear: Readonly<Record<Every, number>> = { day: 365, week: 52, month: 12, quarter: 4, year: 1 };
