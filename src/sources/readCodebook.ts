import { z } from "zod";
import type { Codebook } from "../core/codebook.js";
import { DataError } from "../core/errors.js";
import { readJson } from "./readJson.js";

const names = z.array(z.string());

const schema = z.strictObject({
  name: z.string().min(1),
  note: z.string(),
  country: z.string().min(1),
  zones: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        label: z.string().min(1),
        places: z.array(z.strictObject({ admin1: names.min(1), admin2: names.min(1).optional() })),
      }),
    )
    .min(1),
  regions: z.record(z.string(), z.strictObject({ label: z.string().min(1), zones: names.min(1) })),
  actors: z.record(z.string(), names.min(1)),
  kinds: z.record(z.string(), names.min(1)).optional(),
});

/**
 * A codebook from its JSON file.
 *
 * @throws InputError when there is no such file; DataError that lists every fault, with its place
 */
export async function readCodebook(file: string): Promise<Codebook> {
  const book: Codebook = await readJson(file, schema, "codebook");
  const known = new Set(book.zones.map((zone) => zone.name));
  const faults = book.zones
    .filter((zone, i) => book.zones.findIndex((one) => one.name === zone.name) !== i)
    .map((zone) => `zone ${zone.name} stands twice`);
  for (const [name, { zones }] of Object.entries(book.regions)) {
    for (const zone of zones) if (!known.has(zone)) faults.push(`regions.${name} names ${zone}, which is not a zone`);
    if (known.has(name)) faults.push(`${name} is a zone and a region`);
  }
  if (faults.length > 0) throw new DataError(`codebook: ${faults.join("; ")} (${file})`);
  return book;
}
