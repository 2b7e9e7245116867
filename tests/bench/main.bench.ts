import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench, describe } from "vitest";
import * as hc from "../../src/index.js";

const data = join(import.meta.dirname, "..", "..", "data");
const store = mkdtempSync(join(tmpdir(), "hindcast-bench-"));
const codebook = await hc.readCodebook(join(data, "codebooks", "central-mali.json"));
const report = await hc.readReport(join(data, "reports", "ctp-2023-12-13", "report.json"));
const file = join(data, "figures", "mali-violence-zone-month.csv");
const options = { name: "acled", asOf: "2026-04-30", codebook, store };
const acled = await hc.read(file, hc.totals(), options);
const before = { values: [20, 14, 13, 14, 30, 29, 24], exposure: [31, 28, 31, 30, 31, 30, 31] };
const after = { values: [12, 11, 7, 9], exposure: [31, 30, 31, 30] };

describe("inference", () => {
  bench("rateRatio central", () => void hc.rateRatio("central").compare(before, after, 0.95));
  bench("quasiPoisson", () => void hc.quasiPoisson().compare(before, after, 0.95));
  bench(
    "Garwood at a count of 1e6",
    () => void hc.poissonInterval("garwood").test({ values: [1e6], exposure: [1] }, 0.95),
  );
});

describe("evidence", () => {
  bench("read 855 rows into a store", async () => void (await hc.read(file, hc.totals(), options)));
  bench("count 3 zones by month", async () => {
    await hc.count(hc.select(acled, { zone: ["mopti-delta", "segou", "north"] }), { every: "month", by: ["zone"] });
  });
});

describe("reports", () => {
  bench("audit", () => void hc.audit(report, { level: 0.95 }));
  bench("weigh, 100 draws", async () => void (await hc.weigh(report, acled, { draws: 100 })), { iterations: 3 });
});
