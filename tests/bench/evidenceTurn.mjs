// One piece of work of evidence.ts, on the built library: prints its time and the peak memory of the process.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import * as hc from "../../dist/index.js";

const [work, file, folder] = process.argv.slice(2);
const codebook = await hc.readCodebook(join(import.meta.dirname, "../../data/codebooks/central-mali.json"));
const store = join(folder, "store");
const asOf = "2024-06-01";

const duckdb = async (sql) => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.runAndReadAll(sql);
};
const monthly = `SELECT date_trunc('month', event_date) AS month, admin1, event_type, count(*), sum(fatalities)
  FROM read_csv('${file}') GROUP BY ALL`;

/** The median of several runs in this process. */
const again = async (times, run) => {
  const found = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    found.push(performance.now() - start);
  }
  return found.sort((one, other) => one - other)[Math.floor(times / 2)];
};

const works = {
  "duckdb import": async () => {
    await duckdb(`COPY (SELECT * FROM read_csv('${file}')) TO '${join(folder, "own.parquet")}' (FORMAT parquet)`);
  },
  import: async () => {
    rmSync(store, { recursive: true, force: true });
    await hc.read(file, hc.acled(), { name: "acled", asOf, codebook, store });
  },
  count: async () => {
    const snapshot = await hc.open("acled", { store });
    const regions = [
      "Mopti",
      "Ségou",
      "Gao",
      "Tombouctou",
      "Kidal",
      "Ménaka",
      "Kayes",
      "Koulikoro",
      "Sikasso",
      "Bamako",
    ];
    const kinds = [
      "Battles",
      "Explosions/Remote violence",
      "Violence against civilians",
      "Protests",
      "Strategic developments",
    ];
    const keys = regions.flatMap((admin1) => kinds.map((kind) => ({ admin1, kind })));
    return await again(9, async () => {
      await hc.count(snapshot, { every: "month", by: ["admin1", "kind"], keys });
    });
  },
  "duckdb group": async () => await again(5, async () => await duckdb(monthly)),
  tally: async () =>
    await again(5, async () => {
      await hc.tally(file, hc.acled(), { by: ["admin1", "kind"], every: "month", asOf, codebook });
    }),
};

const start = performance.now();
const own = await works[work]();
const ms = own ?? performance.now() - start;
process.stdout.write(JSON.stringify({ ms, peak: process.resourceUsage().maxRSS / 1024 }));
