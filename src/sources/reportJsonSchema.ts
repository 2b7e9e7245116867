import { z } from "zod";
import { reportSchema } from "./reportSchema.js";

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The form of a report file as a JSON Schema (draft 2020-12), for editors and other programs; a report that names it in
 * `$schema` is completed and checked as it is written. What a schema cannot say, such as that a name is there, `readReport` checks.
 *
 * @example
 * reportJsonSchema()["$schema"] // "https://json-schema.org/draft/2020-12/schema"
 */
export function reportJsonSchema(): JsonSchema {
  const { $schema, ...form } = z.toJSONSchema(reportSchema, { target: "draft-2020-12", io: "input" });
  return { $schema, title: "A report, encoded so that it can be tested", ...form };
}
