import { DataError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import { jsonIn } from "./readJson.js";
import { reportFaults } from "./reportFaults.js";
import { reportSchema } from "./reportSchema.js";

/**
 * A report from its JSON file, every name in it known.
 *
 * @throws InputError when there is no such file; DataError that lists every fault at once, of form and of names, each with its place
 */
export async function readReport(file: string): Promise<Report> {
  const written = await jsonIn(file, "report");
  const faults = reportFaults(written);
  if (faults.length > 0)
    throw new DataError(`report: ${faults.map(({ place, says }) => `${place}: ${says}`).join("; ")} (${file})`);
  const { $schema: _, ...report } = reportSchema.parse(written);
  return report;
}
