import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { keyText } from "../core/keyText.js";
import type { Panel } from "../core/panel.js";
import { upTo } from "./backtestPart.js";
import { historiesOf, periodsAfter } from "./histories.js";

const asNow =
  "counts as they stand now, not as they stood at each origin: late reports and corrections that a forecaster could not have seen are in them";

/**
 * The counts as they stood at each origin, where that is known, and what a reader has to know of it.
 *
 * @throws InputError when they are not of the panel's series in its order, or do not reach the origin
 */
export async function panelsAt(
  panel: Panel,
  origins: readonly Day[],
  knownAt: ((origin: Day) => Promise<Panel | undefined>) | undefined,
): Promise<{ at: ReadonlyMap<Day, Panel>; warnings: string[] }> {
  const at = new Map<Day, Panel>();
  if (knownAt === undefined) return { at, warnings: [asNow] };
  for (const origin of origins) {
    const known = await knownAt(origin);
    if (known === undefined) continue;
    historiesOf(known, "backtest");
    const keys = (one: Panel): string => one.map(({ key }) => keyText(key)).join(", ");
    if (keys(known) !== keys(panel))
      throw new InputError(
        `backtest: knownAt needs the panel's series, ${keys(panel)}, got ${keys(known)} (${origin})`,
      );
    const cut = known.map((series) => upTo(series, origin));
    const [{ values }] = cut;
    const last = values.length === 0 ? "none" : periodsAfter(cut[0], 0).origin;
    if (last !== origin)
      throw new InputError(
        `backtest: knownAt needs counts up to ${origin}, got ${last} as the last; allow a longer wait`,
      );
    at.set(origin, cut);
  }
  const without = origins.filter((origin) => !at.has(origin));
  if (without.length === 0) return { at, warnings: [] };
  if (at.size === 0) return { at, warnings: [asNow] };
  return {
    at,
    warnings: [
      `at ${without.length} of ${origins.length} origins (${without[0]} to ${without[without.length - 1]}) ${asNow}`,
    ],
  };
}
