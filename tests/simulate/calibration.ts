import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrate } from "./calibrate.js";

// Writes tests/fixtures/calibration.json: npm run simulate, about a minute.
const found = calibrate({ draws: 20_000, seed: 20_231_213 });
const lines = found.map((one) => JSON.stringify(one)).join(",\n ");
writeFileSync(join(import.meta.dirname, "..", "fixtures", "calibration.json"), `[\n ${lines}\n]\n`);
