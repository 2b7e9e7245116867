import { DataError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import { readJson } from "./readJson.js";
import { reportFaults } from "./reportFaults.js";
import { reportSchema } from "./reportSchema.js";

/**
 * A report from its JSON file, every name in it known.
 *
 * @throws InputError when there is no such file; DataError that lists every fault, with its place
 */
export async function readReport(file: string): Promise<Report> {
  const report: Report = await readJson(file, reportSchema, "report");
  const faults = reportFaults(report);
  if (faults.length > 0) throw new DataError(`report: ${faults.join("; ")} (${file})`);
  return report;
}
