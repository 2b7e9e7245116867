import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { random } from "../../src/math/random.js";
import { crpsOfDraws } from "../../src/scores/crpsOfDraws.js";

/**
 * The speed of the CRPS of 100,000 forecasts by 1,000 whole draws each, on one core: the least of the processor's time over several
 * turns, as whatever else the machine does can only lengthen one. `npx tsx tests/bench/scores.ts`; `ROUNDS` is how many turns, and `PYTHON` a
 * Python with numpy and scoringrules, to measure beside it.
 */
const rounds = Number(process.env["ROUNDS"] ?? 7);
const python = process.env["PYTHON"];
const most = 0.4;

function least(work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = process.cpuUsage().user;
    work();
    best = Math.min(best, process.cpuUsage().user - start);
  }
  return best / 1e6;
}

/** Counts with a long tail: most below 40, few beyond 200. */
function drawn(n: number): Int32Array {
  const uniform = random(1);
  return Int32Array.from({ length: n }, () => Math.floor(-20 * Math.log(1 - uniform())));
}

const beside = `
import time, numpy as np, scoringrules
rng = np.random.default_rng(1)
draws = np.floor(rng.exponential(20, (5000, 1000)))
observed = np.floor(rng.exponential(20, 5000))
best = 1e9
for _ in range(3):
    start = time.process_time()
    scoringrules.crps_ensemble(observed, draws, estimator='qd', backend='numpy')
    best = min(best, time.process_time() - start)
print(20 * best)
`;

function main(): void {
  const [forecasts, size] = [100_000, 1000];
  const draws = drawn(forecasts * size);
  const observed = drawn(forecasts);
  console.log(
    `CRPS of ${forecasts} forecasts by ${size} draws, processor's time, the least of ${rounds} turns; load ${loadavg()[0].toFixed(1)}\n`,
  );
  const whole = least(() => crpsOfDraws(draws, size, observed));
  const isKept = whole <= most;
  console.log(`${isKept ? "kept  " : "BROKEN"} whole draws: ${whole.toPrecision(3)} s; at most ${most} s`);
  if (!isKept) process.exitCode = 1;
  const doubles = Float64Array.from(draws.subarray(0, 10_000_000));
  const tenth = observed.subarray(0, 10_000);
  console.log(
    `       whole draws kept as doubles: ${(10 * least(() => crpsOfDraws(doubles, size, tenth))).toPrecision(3)} s`,
  );
  for (let i = 0; i < doubles.length; i++) doubles[i] += 0.5 * (i % 3);
  console.log(
    `       other draws, sorted: ${(10 * least(() => crpsOfDraws(doubles, size, tenth))).toPrecision(3)} s (from 10,000)`,
  );
  if (python === undefined) return;
  const theirs = Number(execFileSync(python, ["-c", beside], { encoding: "utf8" }));
  console.log(`       scoringrules (numpy, sorting): ${theirs.toPrecision(3)} s (from 5,000)`);
}

main();
