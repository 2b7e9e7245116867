import { type Day, isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Resolution, ResolutionHistory } from "../core/resolution.js";

/**
 * A history with what is new: a resolution is added where its question, counted its way on its data set, has none yet, or
 * where state, outcome, value or data differ from the last one. Nothing is dropped or changed, and the same
 * resolutions recorded twice are recorded once.
 *
 * @throws InputError when the day is none
 * @example
 * recorded({ report: "r", entries: [] }, [], { written: "2024-01-01" }).entries // []
 */
export function recorded(
  history: ResolutionHistory,
  resolutions: readonly Resolution[],
  { written }: { written: Day },
): ResolutionHistory {
  if (!isDay(written))
    throw new InputError(`recorded: written needs a day as YYYY-MM-DD, got ${JSON.stringify(written)}`);
  const entries = [...history.entries];
  const last = new Map(entries.map((one) => [wayOf(one), foundIn(one)]));
  for (const one of resolutions) {
    if (last.get(wayOf(one)) === foundIn(one)) continue;
    entries.push({ ...one, written });
    last.set(wayOf(one), foundIn(one));
  }
  return { ...history, entries };
}

function wayOf({ question, label, data }: Resolution): string {
  return JSON.stringify([question, data.name, label]);
}

function foundIn({ state, outcome, observed, data }: Resolution): string {
  return JSON.stringify([state, outcome ?? null, observed ?? null, data.hash ?? null]);
}
