import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { calibrate, questions } from "./calibrate.js";

// Writes tests/fixtures/calibration.json: npm run simulate, a few minutes on two cores. Each question is its own process.
const draws = Number(process.env["DRAWS"] ?? 2000);
const seed = 20_231_213;
const [only] = process.argv.slice(2);

if (only !== undefined) {
  process.stdout.write(JSON.stringify(calibrate({ draws, seed, only: Number(only) })));
} else {
  const began = performance.now();
  const found: string[] = questions.map(() => "");
  const todo = questions.map((_, i) => i);
  const work = async (): Promise<void> => {
    for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
      const arguments_ = [...process.execArgv, process.argv[1], String(next)];
      const { stdout } = await promisify(execFile)(process.execPath, arguments_, { maxBuffer: 1e8 });
      const rows: unknown[] = JSON.parse(stdout);
      found[next] = rows.map((row) => JSON.stringify(row)).join(",\n ");
      process.stderr.write(`${questions[next]}: ${Math.round((performance.now() - began) / 1000)} s\n`);
    }
  };
  Promise.all([work(), work()]).then(() => {
    writeFileSync(join(import.meta.dirname, "..", "fixtures", "calibration.json"), `[\n ${found.join(",\n ")}\n]\n`);
  });
}
