import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { coverageOf, truths } from "./countModelCoverage.js";

// Writes tests/fixtures/countModelCoverage.json: npx tsx tests/simulate/countModels.ts, under a minute.
const sets = 2000;
const rows = truths.map((truth) => JSON.stringify(coverageOf(truth, { sets, seed: 20_231_213 })));
writeFileSync(join(import.meta.dirname, "..", "fixtures", "countModelCoverage.json"), `[\n ${rows.join(",\n ")}\n]\n`);
