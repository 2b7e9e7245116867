import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { DataError, InputError } from "../core/errors.js";

/**
 * A JSON file that fits a schema.
 *
 * @throws InputError when there is no such file; DataError when it is not JSON, or with every place where it does not fit
 */
export async function readJson<T>(file: string, schema: z.ZodType<T>, what: string): Promise<T> {
  const found = schema.safeParse(await jsonIn(file, what));
  if (found.success) return found.data;
  throw new DataError(`${what}: ${formFaults(found.error).join("; ")} (${file})`);
}

/**
 * What a JSON file holds.
 *
 * @throws InputError when there is no such file; DataError when it is not JSON
 */
export async function jsonIn(file: string, what: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new InputError(`${what}: no such file, got ${file}`);
  });
  return parsed(text, file, what);
}

/** Every place where something does not fit a schema, with what is wrong there. */
export function formFaults({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
}

function parsed(text: string, file: string, what: string): unknown {
  let found: unknown;
  let named = false;
  try {
    found = JSON.parse(text, (key, value) => {
      if (key === "__proto__") named = true;
      return value;
    });
  } catch {
    throw new DataError(`${what}: not JSON (${file})`);
  }
  if (named) throw new DataError(`${what}: nothing may be named __proto__ (${file})`);
  return found;
}
