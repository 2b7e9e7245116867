import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrateNowcasts } from "./calibrateNowcasts.js";

// Writes tests/fixtures/nowcast-calibration.json: npm run simulate, about two minutes.
const found = calibrateNowcasts({ draws: 400, seed: 20_231_213 });
const lines = found.map((one) => JSON.stringify(one)).join(",\n ");
writeFileSync(join(import.meta.dirname, "..", "fixtures", "nowcast-calibration.json"), `[\n ${lines}\n]\n`);
