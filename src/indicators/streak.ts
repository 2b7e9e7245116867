import { InputError } from "../core/errors.js";
import { type Indicator, perPeriod } from "./derive.js";

/**
 * How many periods in a row, up to this one, counted at least (or at most) so many; 0 where this one did not. Counts are
 * taken as they stand, a share or ratio as it is; one that is not defined ends the streak. A streak that runs from
 * the first period may have begun before it.
 *
 * @throws InputError when the level is not a number from 0
 * @example
 * streak("at most", 0).name // 'streak("at most", 0)'
 */
export function streak(side: "at least" | "at most", level: number): Indicator {
  if (!(level >= 0 && level < Infinity)) throw new InputError(`streak: needs a level from 0, got ${level}`);
  return {
    name: `streak("${side}", ${level})`,
    needs: 1,
    derive: (numbers) => {
      const values = numbers.ratio === undefined ? numbers.values : perPeriod(numbers).values;
      let length = 0;
      const lengths = values.map((value) => {
        length = (side === "at least" ? value >= level : value <= level) ? length + 1 : 0;
        return length;
      });
      return { unit: `${numbers.every}s in a row`, values: lengths };
    },
  };
}
