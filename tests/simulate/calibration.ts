import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrate } from "./calibrate.js";

// Writes tests/fixtures/calibration.json: npm run simulate, a few minutes.
const began = performance.now();
const found = calibrate({ draws: 10_000, seed: 20_231_213 });
const lines = found.map((one) => JSON.stringify(one)).join(",\n ");
writeFileSync(join(import.meta.dirname, "..", "fixtures", "calibration.json"), `[\n ${lines}\n]\n`);
process.stdout.write(`${found.length} rates in ${Math.round((performance.now() - began) / 1000)} s\n`);
