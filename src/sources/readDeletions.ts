import { z } from "zod";
import { type Day, isDay } from "../core/day.js";
import { readJson } from "./readJson.js";

const schema = z.array(z.object({ id: z.string().min(1), day: z.string().refine(isDay, "needs a day as YYYY-MM-DD") }));

/**
 * The rows that a publisher has taken back, from the JSON file that `hindcast pull` writes.
 *
 * @throws InputError when there is no such file; DataError that lists every fault, with its place
 */
export async function readDeletions(file: string): Promise<readonly { readonly id: string; readonly day: Day }[]> {
  return await readJson(file, schema, "deletions");
}
