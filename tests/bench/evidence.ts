import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acledFile } from "./acledFile.js";

/**
 * The work on a large ACLED export beside DuckDB alone, in turns, each turn in a process of its own: medians of time and
 * peak memory, and whether they keep to what we promise. `npm run bench` runs it; `ROWS` and `ROUNDS` change its size.
 */
const rows = Number(process.env["ROWS"] ?? 400_000);
const rounds = Number(process.env["ROUNDS"] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "hindcast-bench-"));
const file = join(folder, "acled.csv");
const works = ["duckdb import", "import", "count", "duckdb group", "tally"] as const;
type Work = (typeof works)[number];

interface Measured {
  readonly ms: number;
  readonly peak: number;
}

function turn(work: Work): Measured {
  const script = join(import.meta.dirname, "evidenceTurn.mjs");
  const child = spawnSync(process.execPath, [script, work, file, folder], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${work}: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

async function main(): Promise<void> {
  await acledFile(file, rows, 1);
  console.log(`${rows} rows, ${Math.round(statSync(file).size / 1e6)} MB, ${rounds} rounds in turns\n`);
  const found = new Map<Work, Measured[]>(works.map((work) => [work, []]));
  for (let round = 0; round < rounds; round++) for (const work of works) found.get(work)?.push(turn(work));
  const of = (work: Work, what: keyof Measured): number => median((found.get(work) ?? []).map((one) => one[what]));
  for (const work of works) {
    const times = (found.get(work) ?? []).map(({ ms }) => ms);
    const spread = `${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))}`;
    console.log(
      `${work.padEnd(14)} ${String(Math.round(of(work, "ms"))).padStart(6)} ms (${spread}), peak ${Math.round(of(work, "peak"))} MB`,
    );
  }
  // Each turn beside the one that went before it, as the machine itself is now faster and now slower.
  const beside = (work: Work, other: Work): number =>
    median((found.get(work) ?? []).map(({ ms }, i) => ms / (found.get(other)?.[i].ms ?? 1)));
  const promises: readonly (readonly [string, number, number])[] = [
    ["import over DuckDB's own read_csv to Parquet", beside("import", "duckdb import"), 2],
    ["peak memory of the import, MB", of("import", "peak"), 700],
    ["monthly counts by admin1 and kind from the snapshot, ms", of("count", "ms"), 60],
    ["tally straight from CSV over DuckDB alone", beside("tally", "duckdb group"), 1.3],
  ];
  console.log("");
  for (const [name, value, most] of promises) {
    console.log(`${value <= most ? "kept  " : "BROKEN"} ${name}: ${value.toPrecision(3)} (at most ${most})`);
    if (value > most) process.exitCode = 1;
  }
}

main().finally(() => rmSync(folder, { recursive: true, force: true }));
