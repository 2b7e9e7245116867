// One piece of work of reports.ts, on the built library and the shipped report: prints the processor's time and the clock's, in ms.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCase } from "../../dist/cli/openCase.js";
import { resolveCase } from "../../dist/cli/resolveCase.js";
import * as hc from "../../dist/index.js";

const [work] = process.argv.slice(2);
const level = 0.95;
const settings = { level, seed: 1 };
const store = mkdtempSync(join(tmpdir(), "hindcast-bench-"));
const open = () => openCase("ctp-2023-12-13", { store, note: () => {} });

/** Each says how many things it found. */
const works = {
  "open into a store": async () => Object.keys((await open()).snapshots).length,
  audit: async ({ report }) => hc.audit(report, { level }).length,
  vary: async () => {
    const { report, snapshots } = await open();
    let found = 0;
    for (const one of report.readings) found += (await hc.vary(report, one, snapshots, settings)).readings.length;
    return found;
  },
  resolve: async (opened) => (await resolveCase(opened, settings)).resolutions.length,
  "reference class": async ({ report, snapshots }) => {
    for (const one of report.referenceClasses) await hc.referenceClass(report, one, snapshots[one.on], { level });
    return report.referenceClasses.length;
  },
  weigh: async ({ report, snapshots }) =>
    (await hc.weigh(report, snapshots[report.weighing.on], { draws: 300 })).hypotheses.length,
  separation: async ({ report, snapshots }) =>
    (await hc.separation(report, snapshots[report.weighing.on], { draws: 300, seed: 1 })).hypotheses.length,
};

const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const isOpening = work === "vary" || work === "open into a store";
const opened = isOpening ? undefined : await open();
const [cpu, clock] = [spent(), performance.now()];
const found = await works[work](opened);
process.stdout.write(JSON.stringify({ found, cpu: spent() - cpu, clock: performance.now() - clock }));
rmSync(store, { recursive: true });
