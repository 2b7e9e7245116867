import { DataError, InputError } from "../core/errors.js";
import type { Mapping } from "../core/mapping.js";
import { mappingFaults } from "./mappingFaults.js";
import { type FullMapping, mappingSchema } from "./mappingSchema.js";
import { formFaults, readJson } from "./readJson.js";

/**
 * A mapping from its JSON file.
 *
 * @throws InputError when there is no such file; DataError that lists every fault, with its place
 */
export async function readMapping(file: string): Promise<Mapping> {
  const mapping = await readJson(file, mappingSchema, "mapping");
  const faults = mappingFaults(mapping);
  if (faults.length > 0) throw new DataError(`mapping: ${faults.join("; ")} (${file})`);
  return mapping;
}

/**
 * A mapping with every short form written out.
 *
 * @throws InputError that lists every fault, with its place
 */
export function fullMapping(mapping: Mapping): FullMapping {
  const found = mappingSchema.safeParse(mapping);
  const faults = found.success ? mappingFaults(found.data) : formFaults(found.error);
  if (!found.success || faults.length > 0) throw new InputError(`mapped: ${faults.join("; ")}`);
  return found.data;
}
