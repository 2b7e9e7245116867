import type { ZoneCounts } from "../../src/reports/timeline.js";

/** Months from a first, each of 30 days. */
export function stretch(first: string, values: readonly number[]): ZoneCounts["past"] {
  const [year, month] = first.split("-").map(Number);
  const periods = values.map((_, i) => {
    const at = 12 * year + month - 1 + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  });
  return { values, exposure: values.map(() => 30), periods };
}

/** A zone's counts: a past from January 2020, a forecast from the month after it, and earlier years. */
export function zoneOf(
  zone: string,
  past: readonly number[],
  forecast: readonly number[],
  earlier: readonly (readonly number[])[] = [],
): ZoneCounts {
  return {
    zone,
    past: stretch("2020-01", past),
    forecast: stretch(`2020-${String(past.length + 1).padStart(2, "0")}`, forecast),
    earlier: earlier.map((values, i) => stretch(`${2019 - i}-01`, values)),
  };
}
