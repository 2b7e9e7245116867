import { InputError } from "../core/errors.js";
import { checkOptions } from "./checkOptions.js";
import type { Model } from "./model.js";
import { checkYearSeen, seasonLag, yearsBackTo, yearsNeeded } from "./seasonLag.js";

export interface ClimatologyOptions {
  /** How many earlier years; all unless said. */
  readonly years?: number;
  /** How many periods before and after the same period are taken as well; 1 unless said. */
  readonly around?: number;
}

/**
 * The counts of the same season of earlier years, equally likely: the same period of the last `years` years in which it was
 * seen, and so many periods `around` each as were seen. It knows no trend and no exposure; as many draws as there are such counts.
 * It needs two years (24 months, 8 quarters), of weeks and days one (52, 364).
 *
 * @throws InputError when years or around is not a whole number above 0 (around: from 0), or it is fitted to less than a year
 * @example
 * climatology({ years: 10, around: 1 }).name // 'climatology({"years":10,"around":1})'
 */
export function climatology(options: ClimatologyOptions = {}): Model {
  checkOptions(options, ["years", "around"], "climatology");
  const { years = Infinity, around = 1 } = options;
  if (!(years > 0 && (Number.isInteger(years) || options.years === undefined)))
    throw new InputError(`climatology: years needs a whole number above 0, got ${years}`);
  if (!(Number.isInteger(around) && around >= 0))
    throw new InputError(`climatology: around needs a whole number from 0, got ${around}`);
  return {
    name: `climatology(${Object.keys(options).length === 0 ? "" : JSON.stringify(options)})`,
    needs: yearsNeeded("month"),
    needsOf: yearsNeeded,
    fit: ({ values, every }) => {
      checkYearSeen(values.length, every, "climatology");
      const n = values.length;
      return {
        parameters: {},
        ahead: ({ exposure }) =>
          exposure.map((_, i) => {
            const target = n + i;
            const first = yearsBackTo(n, target, every);
            const seen: number[] = [];
            for (let back = first; back < first + years; back++) {
              const centre = target - seasonLag(every, back);
              if (centre + around < 0) break;
              for (let t = Math.max(0, centre - around); t <= Math.min(n - 1, centre + around); t++)
                seen.push(values[t]);
            }
            return { family: "draws", values: seen, isWhole: true };
          }),
      };
    },
  };
}
