import { countOf } from "./countOf.js";
import { countSpread } from "./countSpread.js";
import { cycleOf } from "./etsForm.js";
import type { Model } from "./model.js";
import { thetaExpected, thetaFit } from "./thetaFit.js";

/**
 * The Theta method: exponential smoothing with half the slope of the straight line through the counts, seasons taken out
 * first where a test finds them (multiplied; added where a count is 0). Exposure is not looked at.
 *
 * What may come is told by paths of counts, each a negative binomial draw about the method's forecast, as `ets` does.
 *
 * @see Assimakopoulos & Nikolopoulos (2000) International Journal of Forecasting 16, 521–530
 * @see Hyndman & Billah (2003) International Journal of Forecasting 19, 287–290
 * @example
 * theta().needs // 7
 */
export function theta(): Model {
  return {
    name: "theta()",
    needs: 7,
    fit: ({ values: seen, every }) => {
      const n = seen.length;
      const fit = thetaFit(seen, cycleOf(every));
      const { alpha, level, last, drift, seasons } = fit;
      const spread = countSpread(seen, fit.fitted, 3 + Math.max(0, seasons.length - 1));
      const told = Object.fromEntries(seasons.map((one, k) => [`season${k + 1}`, one]));
      const expectedAt = thetaExpected(fit, n);
      return {
        parameters: { alpha, level, drift, ...told, size: spread.size },
        ahead: ({ exposure, draws, uniform }) => {
          const values = exposure.map(() => new Array<number>(draws).fill(0));
          for (let d = 0; d < draws; d++) {
            let level = last;
            for (let h = 0; h < exposure.length; h++) {
              const expected = expectedAt(level, h);
              const count = countOf(Math.max(spread.floor, expected), 1 / spread.size, uniform);
              values[h][d] = count;
              const season = fit.season === "multiplied" ? seasons[(n + h) % seasons.length] : 1;
              level += (alpha * (count - expected)) / season;
            }
          }
          return values.map((each) => ({ family: "draws", values: each }));
        },
      };
    },
  };
}
