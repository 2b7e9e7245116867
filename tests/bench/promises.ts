import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Everything that is promised of speed and memory, measured in turn; the exit code is 1 where a promise is broken. */
for (const script of ["evidence.ts", "inference.ts", "reports.ts", "scores.ts", "ets.ts", "backtest.ts"]) {
  const told = [...process.execArgv, join(import.meta.dirname, script)];
  if (spawnSync(process.execPath, told, { stdio: "inherit" }).status !== 0) process.exitCode = 1;
}
