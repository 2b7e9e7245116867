import { InputError } from "../core/errors.js";
import type { Past } from "./model.js";

/** Periods with the same count over the same exposure; `weight` is how many, or how much of them is meant. */
export interface CountGroup {
  readonly value: number;
  readonly exposure: number;
  readonly weight: number;
}

/** The last `window` periods, or all where it is null, with equal ones put together in the order they first came. */
export function groupsOf({ values, exposure }: Past, window: number | null): CountGroup[] {
  const from = window === null ? 0 : Math.max(0, values.length - window);
  const groups = new Map<string, { value: number; exposure: number; weight: number }>();
  for (let t = from; t < values.length; t++) {
    const name = `${values[t]} ${exposure[t]}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { value: values[t], exposure: exposure[t], weight: 1 });
    else group.weight++;
  }
  return [...groups.values()];
}

/** How much the groups hold, altogether. */
export function totalsOf(groups: readonly CountGroup[]): { events: number; exposure: number; periods: number } {
  const total = { events: 0, exposure: 0, periods: 0 };
  for (const { value, exposure, weight } of groups) {
    total.events += weight * value;
    total.exposure += weight * exposure;
    total.periods += weight;
  }
  return total;
}

/** @throws InputError when a window is neither a whole number of periods from `least` nor null, for all of them */
export function checkWindowFrom(window: number | null, least: number, name: string): void {
  if (window !== null && !(Number.isInteger(window) && window >= least))
    throw new InputError(
      `${name}: window needs a whole number of periods from ${least}, or null for all, got ${window}`,
    );
}
