import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * How long the whole table of `npm run backtest` takes, cold and with its data read: five zones, monthly origins of 2019 to
 * 2025, six steps, every model and ensemble of the table, scores and picture. `CORES` is how many work at once. Run it after `npm run build`.
 */
const most = 90;
const cores = process.env["CORES"] ?? String(Math.min(2, availableParallelism()));

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "hindcast-bench-"));
  const program = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
  const began = performance.now();
  const args = [program, "backtest", "--cores", cores, "--out", "table.csv", ...process.argv.slice(2)];
  const child = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const seconds = (performance.now() - began) / 1000;
  if (child.status !== 0) throw new Error(child.stderr);
  const [, ...lines] = readFileSync(join(folder, "table.csv"), "utf8").trimEnd().split("\n");
  const whole = lines.filter((line) => line.includes(",all,"));
  const isKept = seconds <= most;
  console.log(
    `${isKept ? "kept  " : "BROKEN"} the whole back-test table: ${seconds.toFixed(1)} s, ${whole.length} models in ${lines.length} lines, ${cores} cores, load ${loadavg()[0].toFixed(1)}; at most ${most} s`,
  );
  if (!isKept) process.exitCode = 1;
  rmSync(folder, { recursive: true });
}

main();
