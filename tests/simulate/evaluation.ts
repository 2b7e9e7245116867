import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { evaluationErrors } from "./evaluationErrors.js";

// Writes tests/fixtures/evaluation-errors.json: npx tsx tests/simulate/evaluation.ts, under a minute.
const found = evaluationErrors({ draws: 400, seed: 20_231_213 });
const lines = found.map((one) => JSON.stringify(one)).join(",\n ");
writeFileSync(join(import.meta.dirname, "..", "fixtures", "evaluation-errors.json"), `[\n ${lines}\n]\n`);
