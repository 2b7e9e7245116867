import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { trippedWires } from "./trippedWires.js";

// Writes tests/fixtures/tripwires.json: npx tsx tests/simulate/tripwires.ts, under a minute.
const rows = trippedWires({ series: 1000, seed: 20_231_213 });
const file = join(import.meta.dirname, "..", "fixtures", "tripwires.json");
writeFileSync(file, `[\n ${rows.map((row) => JSON.stringify(row)).join(",\n ")}\n]\n`);
