import type { Panel } from "../../src/index.js";

/** A panel of one series of counts by year. */
export function yearly(
  values: readonly number[],
  exposure: readonly number[] = values.map(() => 1),
  start = "1851-01-01",
): Panel {
  const recipe = { where: [], by: [], every: "year", measure: "events" } as const;
  return [{ key: {}, recipe, from: "abcdef1234", start, values, exposure }];
}
