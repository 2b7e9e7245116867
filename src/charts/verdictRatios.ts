import type { Verdict } from "../core/verdict.js";
import type { Ratio } from "./forest.js";

/** What holds comes first, what could not be told before what fails. */
const order = ["holds", "agrees", "uncertain", "ambiguous", "differs", "fails"];

/**
 * Verdicts on changes as rows of a forest plot, gathered by verdict and in their own order in each: what a report claims of
 * rates, and what the data say. Verdicts on anything but a ratio of rates, or without an estimate above 0, are left out.
 *
 * @example
 * verdictRatios([]) // []
 */
export function verdictRatios(verdicts: readonly Verdict[]): Ratio[] {
  return verdicts
    .flatMap(({ label, verdict, scale, estimate, interval, n }) =>
      scale === "ratio" && estimate !== undefined && interval !== undefined && estimate > 0
        ? [{ label, group: verdict, estimate, interval, n }]
        : [],
    )
    .map((ratio) => ({ ratio, place: order.indexOf(ratio.group) }))
    .sort((one, other) => one.place - other.place)
    .map(({ ratio }) => ratio);
}
