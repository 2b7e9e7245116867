import type { EtsFit } from "./etsFit.js";
import { fitForm } from "./etsFit.js";
import { etsForms } from "./etsForm.js";
import type { EtsPoint } from "./etsPath.js";

/**
 * The form of the least AICc among those that these counts allow: relative errors and seasons only where no count is 0,
 * seasons only of 2 to 24 periods. A form that cannot come near the best so far is not fitted to the end.
 */
export function etsChoice(values: Float64Array, period: number): EtsFit {
  const isPositive = values.every((y) => y > 0);
  const isSeasonal = period > 1 && period <= 24 && values.length > period;
  const room = new Float64Array(values.length * (isSeasonal ? period + 8 : 6));
  let best: EtsFit | undefined;
  const tops = new Map<string, EtsPoint[]>();
  // All without seasons come first: they cost little, and leave the others a hard rival.
  for (const season of ["N", "A", "M"] as const) {
    for (const form of etsForms) {
      if (form.season !== season || (form.error === "M" && !isPositive) || (season !== "N" && !isSeasonal)) continue;
      const near = tops.get(season) ?? [];
      const fit = fitForm(values, form, period, { near, room, ...(best !== undefined && { rival: best.aicc }) });
      if (fit.height < Infinity) tops.set(season, [...near.slice(-1), fit.at]);
      if (best === undefined || fit.aicc < best.aicc) best = fit;
    }
  }
  if (best === undefined) throw new RangeError("etsChoice: no form");
  return best;
}
