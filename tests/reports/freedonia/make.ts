import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freedoniaLog } from "./log.js";

/** Writes events.csv. */
writeFileSync(join(import.meta.dirname, "events.csv"), freedoniaLog());
