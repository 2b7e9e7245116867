// One piece of work of inference.ts, on the built library: prints the processor's time and the clock's of each round, in ms.
import { readFileSync } from "node:fs";
import * as hc from "../../dist/index.js";
import { fitNegbin } from "../../dist/inference/fitCounts.js";
import { segmentCost } from "../../dist/inference/segmentCost.js";
import { drawnSums, everySum } from "../../dist/math/arrangements.js";
import { pelt } from "../../dist/math/pelt.js";

const [work, file] = process.argv.slice(2);
const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
const table = rows.map((row) => row.split(",").map(Number));
const values = table.map(([value]) => value);

const stretch = (some) => ({ values: some, exposure: some.map(() => 1) });

/** The two-sided p of the sum of the numbers from place `k` on, among the sums of as many dealt out otherwise. */
const pOf = (k, sumsOf, extra) => {
  const observed = values.slice(k).reduce((sum, value) => sum + value, 0);
  const sums = sumsOf(values.toReversed(), values.length - k);
  let below = extra;
  let above = extra;
  for (let i = 0; i < sums.length; i++) {
    if (sums[i] <= observed) below++;
    if (sums[i] >= observed) above++;
  }
  return Math.min(1, (2 * Math.min(below, above)) / (sums.length + extra));
};

const compared = (k) => {
  const [before, after] = [stretch(values.slice(0, k)), stretch(values.slice(k))];
  const permutation = hc.permutation({ seed: 1, draws: 100_000 });
  return () => permutation.compare(before, after, 0.95).p;
};

const works = {
  glm: () => {
    const columns = table[0].slice(2).map((_, j) => Float64Array.from(table, (row) => row[j + 2]));
    const offset = Float64Array.from(table, (row) => Math.log(row[1]));
    return () => {
      const fit = fitNegbin({ columns, values, offset });
      return [...fit.coefficients, fit.theta];
    };
  },
  pelt: () => () => {
    const { costOf } = segmentCost(stretch(values), "poisson");
    return pelt(costOf, { length: values.length, penalty: 2 * Math.log(values.length), minimum: 1, slack: 0 }).cuts
      .length;
  },
  "exact p": () => () => pOf(7, everySum, 0),
  "exact compare": () => compared(7),
  "drawn p": () => () => pOf(12, (numbers, k) => drawnSums(numbers, k, 100_000, 1), 1),
  "drawn compare": () => compared(12),
};

/** Rounds of about 3 ms or more each, for a second and a half, after a warming of half a second. */
const run = works[work]();
const found = run();
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let calls = 0;
const warming = performance.now();
for (; performance.now() - warming < 500; calls++) run();
const many = Math.max(1, Math.ceil((3 * calls) / 500));
const cpus = [];
const clocks = [];
for (const start = performance.now(); cpus.length < 5 || performance.now() - start < 1500; ) {
  const [cpu, clock] = [spent(), performance.now()];
  for (let i = 0; i < many; i++) run();
  cpus.push((spent() - cpu) / many);
  clocks.push((performance.now() - clock) / many);
}
process.stdout.write(JSON.stringify({ by: "hindcast", found, cpu: cpus, clock: clocks }));
