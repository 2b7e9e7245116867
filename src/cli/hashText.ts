import { readFile } from "node:fs/promises";
import { printable } from "../core/printable.js";
import { type HashedLocation, hashReport } from "../reports/hashReport.js";
import { jsonIn } from "../sources/readJson.js";
import { readReport } from "../sources/readReport.js";
import { writeWhole } from "../store/files.js";

/**
 * The hashes of a report's located sentences as a table, a location a line; with `write`, those that it lacks are written
 * into its file, which keeps its indent. A hash that it has is never replaced.
 */
export async function hashText(
  file: string,
  text: string,
  { offset, write }: { offset?: number; write?: boolean },
): Promise<string> {
  const rows = hashReport(await readReport(file), text, { ...(offset !== undefined && { offset }) });
  const fresh = rows.filter(({ had, sha256 }) => !had && sha256 !== undefined);
  if (write && fresh.length > 0) await writeInto(file, fresh);
  const lines = rows.map(({ place, at, sha256 = "", had, why, text: sentence = "" }) =>
    [place, at.paragraph, at.sentence ?? "", sha256, why ?? (had ? "had" : "new"), sentence]
      .map(String)
      .map(printable)
      .join("\t"),
  );
  const done = write ? [`${fresh.length} written into ${file}`] : [];
  return `${[["place", "paragraph", "sentence", "sha256", "state", "text"].join("\t"), ...lines, ...done].join("\n")}\n`;
}

async function writeInto(file: string, fresh: readonly HashedLocation[]): Promise<void> {
  const written = await readFile(file, "utf8");
  const report = await jsonIn(file, "report");
  for (const { path, sha256 } of fresh) {
    Object.assign(
      path.reduce((one, step) => Object(one)[step], Object(report)),
      { sha256 },
    );
  }
  const indent = /^\{\r?\n([ \t]+)/.exec(written)?.[1] ?? "";
  await writeWhole(file, `${JSON.stringify(report, null, indent)}\n`);
}
