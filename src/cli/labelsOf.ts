import { labelOf } from "../events/codebook.js";
import type { Case } from "./openCase.js";

/** What people call the zones and regions of a case's codebook, by their names. */
export function labelsOf({ codebook }: Pick<Case, "codebook">): Readonly<Record<string, string>> {
  const names = [...codebook.zones.map((one) => one.name), ...Object.keys(codebook.regions)];
  return Object.fromEntries(names.map((name) => [name, labelOf(name, codebook)]));
}
