import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { wideAlarms } from "./wideAlarms.js";

// Writes tests/fixtures/wideAlarms.json: npx tsx tests/simulate/wide.ts, about ten minutes.
const settings = [
  [1, 1],
  [1, 2],
  [2, 2],
  [4, 4],
  [2, 4],
  [2, "estimated"],
  [4, "estimated"],
] as const;
const lines = settings.map(([phi, allowed]) => JSON.stringify(wideAlarms(phi, allowed, 1000, 11)));
writeFileSync(join(import.meta.dirname, "..", "fixtures", "wideAlarms.json"), `[\n ${lines.join(",\n ")}\n]\n`);
