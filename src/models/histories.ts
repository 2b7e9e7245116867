import { daysShared, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { isRatio } from "../core/isRatio.js";
import { keyText } from "../core/keyText.js";
import type { Panel, Series } from "../core/panel.js";
import type { History } from "./model.js";

/** Beyond a trillion doubles leave a distribution of counts too few digits, and whole numbers run out at 9e15. */
const mostCount = 1e12;

/**
 * Each series of a panel as models see it.
 *
 * @throws InputError when the panel is empty, is not of counts, or its series are not over the same periods
 */
export function historiesOf(panel: Panel, verb: string): History[] {
  if (panel.length === 0) throw new InputError(`${verb}: needs a series, got none`);
  const [first] = panel;
  for (const series of panel) {
    if (isRatio(series.recipe))
      throw new InputError(`${verb}: needs counts, got a share or ratio (${keyText(series.key)})`);
    const isAlike = series.start === first.start && series.values.length === first.values.length;
    if (!isAlike || series.recipe.every !== first.recipe.every)
      throw new InputError(`${verb}: needs series over the same periods (${keyText(series.key)} differs)`);
    const wrong = series.values.findIndex((value) => !(Number.isSafeInteger(value) && value >= 0));
    if (wrong >= 0)
      throw new InputError(
        `${verb}: needs whole counts from 0, got ${series.values[wrong]} (${keyText(series.key)}, period ${wrong + 1})`,
      );
    const vast = series.values.findIndex((value) => value > mostCount);
    if (vast >= 0)
      throw new InputError(
        `${verb}: needs counts up to ${mostCount}, got ${series.values[vast]} (${keyText(series.key)}, period ${vast + 1})`,
      );
    const idle = series.exposure.findIndex((value) => !(value > 0 && value < Infinity));
    if (idle >= 0)
      throw new InputError(
        `${verb}: needs exposure above 0, got ${series.exposure[idle]} (${keyText(series.key)}, period ${idle + 1})`,
      );
  }
  const beside = panel.map(({ values, exposure }) => ({ values, exposure }));
  return panel.map(({ values, exposure, start, recipe }, place) => ({
    ...{ values, exposure, start, every: recipe.every, beside, place },
  }));
}

/**
 * The first days of the periods after a series ends, and their exposure: days where the last period's is its days, or fewer (as
 * of a period cut short) while that of the two before it is theirs; else what the last period had.
 */
export function periodsAfter(
  { start, values, exposure, recipe: { every } }: Series,
  ahead: number,
): { origin: string; targets: string[]; exposure: number[] } {
  const n = values.length;
  let [earlier, before, origin] = [start, start, start];
  for (let t = 1; t < n; t++) [earlier, before, origin] = [before, origin, nextPeriod(origin, every)];
  const daysOf = (day: string): number => daysShared(day, every, { since: day, until: nextPeriod(day, every) });
  const last = exposure[n - 1];
  const isCut = n > 2 && exposure[n - 2] === daysOf(before) && exposure[n - 3] === daysOf(earlier);
  const isDays = last === daysOf(origin) || (isCut && last < daysOf(origin));
  const targets: string[] = [];
  for (let day = nextPeriod(origin, every); targets.length < ahead; day = nextPeriod(day, every)) targets.push(day);
  return { origin, targets, exposure: targets.map((day) => (isDays ? daysOf(day) : last)) };
}
