import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, openCase } from "../../src/cli/openCase.js";
import type { Report } from "../../src/index.js";
import { freedoniaLog } from "./freedonia/log.js";

/** The made-up weekly report: another country, other words and windows, and a table of one's own read through a mapping. */
export const freedonia = join(import.meta.dirname, "freedonia");

let made = 0;

/** A copy of the case, with another report or a busier country where given; the path of its report.json. */
export function freedoniaIn(
  folder: string,
  { change = (same) => same, times }: { change?: (report: Report) => object; times?: number } = {},
): string {
  const own = join(folder, `freedonia-${made++}`);
  cpSync(freedonia, own, { recursive: true });
  const file = join(own, "report.json");
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")))));
  if (times !== undefined) writeFileSync(join(own, "events.csv"), freedoniaLog({ times }));
  return file;
}

/** The case as it lies there, or another one, opened. */
export async function freedoniaCase(folder: string, file = freedonia): Promise<Case> {
  return await openCase(file, { store: join(folder, `freedonia-store-${made++}`), note: () => {} });
}

/** The words of what was made that speak of months, in JSON those of dates and axes aside: of weeks there is none. */
export function monthsIn(made: unknown): readonly string[] {
  const text = typeof made === "string" ? made : JSON.stringify(made);
  const words = text.replaceAll(/"month":\d+/g, "").replaceAll('"interval":"month"', "");
  return words.match(/.{0,40}month.{0,20}/gi) ?? [];
}
