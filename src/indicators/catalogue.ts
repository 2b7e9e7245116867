import { InputError } from "../core/errors.js";
import type { Measure } from "../core/panel.js";
import type { Where } from "../core/where.js";
import { acrossPlaces } from "./acrossPlaces.js";
import { counted } from "./counted.js";
import { overTime } from "./overTime.js";

/** An indicator that has a name: what it asks, which events it counts, and how. */
export interface CatalogueEntry {
  readonly name: string;
  readonly label: string;
  readonly group: "what is counted" | "over time" | "across places";
  readonly unit: string;
  /** What a higher number means. */
  readonly higher: string;
  /** Which events; add a zone and dates. `@name` is a group of the codebook. */
  readonly where: Where;
  readonly measure: Measure;
  /** What it is over, where it is a ratio of two counts. */
  readonly below?: { readonly where: Where; readonly measure: Measure };
  /** The calls that make it, in order. `where`, `measure` and `below` are the fields beside, `zones` the zones you ask about. */
  readonly steps: readonly string[];
  /** Author, year and pages, or the publisher's codebook. */
  readonly sources: readonly string[];
  /** Why it is not the thing itself, where it is a proxy for what no publisher codes. */
  readonly proxy?: string;
  /** What else to keep in mind. */
  readonly caveat?: string;
  readonly example: string;
}

/**
 * The indicators that have names, or those of them that are named here, each with its criteria as plain data: read them,
 * change them, count with them. Every call gives a copy of its own.
 *
 * @throws InputError when there is none of a name
 * @example
 * catalogue("engagement")[0].where // { kind: "@violence", actor: "@stateForces" }
 */
export function catalogue(...names: readonly string[]): readonly CatalogueEntry[] {
  const all = structuredClone([...counted, ...overTime, ...acrossPlaces]);
  const unknown = names.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new InputError(`catalogue: no indicator ${unknown}; there are ${all.map((one) => one.name).join(", ")}`);
  return names.length === 0 ? all : all.filter((one) => names.includes(one.name));
}
