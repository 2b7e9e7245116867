import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { join } from "node:path";

/**
 * The speed of automatic exponential smoothing, seasonal forms included, on made monthly counts of 96 to 170 months: each
 * turn in a process of its own on the built library, cold; R's `forecast::ets` on the first few beside it, where it is here.
 * `tsx tests/bench/ets.ts` after `npm run build`; `ROUNDS` is how many turns.
 */
const turns = Number(process.env["ROUNDS"] ?? 3);
/** 4,800 fits in 30 s on 2 cores. */
const most = 12.5;

interface Turn {
  readonly fits: number;
  readonly cpu: number;
  readonly values: readonly (readonly number[])[];
}

function turn(kind: string): Turn {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, "etsTurn.mjs"), kind], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** R's time for each fit, in ms; NaN where R or the package is not here. */
function timeOfR(values: readonly (readonly number[])[]): number {
  const series = values.map((one) => `ts(c(${one.join(",")}), frequency = 12)`).join(",");
  const script = `suppressMessages(library(forecast)); s <- list(${series}); cat(system.time(lapply(s, ets))[["user.self"]])`;
  const child = spawnSync("Rscript", ["-e", script], { encoding: "utf8" });
  return child.status === 0 ? (1000 * Number(child.stdout)) / values.length : Number.NaN;
}

for (const kind of ["with zeros", "above 0"]) {
  const all = Array.from({ length: turns }, () => turn(kind));
  const each = Math.min(...all.map(({ cpu, fits }) => cpu / fits));
  const theirs = timeOfR(all[0].values.slice(0, 4));
  console.log(
    `${each <= most ? "kept  " : "BROKEN"} ets(), counts ${kind}: ${each.toFixed(2)} ms of the processor's time a fit, the least of ` +
      `${turns} turns of ${all[0].fits} (at most ${most}); R ${theirs.toFixed(0)} ms; load ${loadavg()[0].toFixed(1)}`,
  );
  if (!(each <= most)) process.exitCode = 1;
}
