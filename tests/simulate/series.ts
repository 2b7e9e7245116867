import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrateSeries } from "./calibrateSeries.js";

// Writes tests/fixtures/series-calibration.json: npx tsx tests/simulate/series.ts, under a minute.
const found = calibrateSeries({ panels: 500, seed: 20_231_213 });
const lines = found.map((one) => JSON.stringify(one)).join(",\n ");
writeFileSync(join(import.meta.dirname, "..", "fixtures", "series-calibration.json"), `[\n ${lines}\n]\n`);
