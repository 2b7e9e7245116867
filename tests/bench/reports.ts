import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { join } from "node:path";

/**
 * The speed of a report's verbs on the shipped report: each turn in a process of its own, cold. A promise is judged on the
 * least of the processor's time: whatever else the machine does can only lengthen it. `npm run bench` runs it; `ROUNDS` is
 * how many turns each has.
 */
const turns = Number(process.env["ROUNDS"] ?? 5);

interface Work {
  readonly name: string;
  /** What it counts. */
  readonly finds: string;
  /** In s; without one it is told and not judged. */
  readonly most?: number;
  /** How many it must find. */
  readonly fewest?: number;
}

interface Turn {
  readonly found: number;
  readonly cpu: number;
  readonly clock: number;
}

const works: readonly Work[] = [
  { name: "open into a store", finds: "data sets" },
  { name: "audit", finds: "verdicts", most: 1, fewest: 1 },
  { name: "vary", finds: "readings, the store written first", most: 5, fewest: 200 },
  { name: "resolve", finds: "resolutions with base rates" },
  { name: "reference class", finds: "classes" },
  { name: "weigh", finds: "hypotheses, 300 sets drawn under each" },
  { name: "separation", finds: "hypotheses, 300 sets made under each" },
];

function turn(work: string): Turn {
  const script = join(import.meta.dirname, "reportsTurn.mjs");
  const child = spawnSync(process.execPath, [script, work], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${work}: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

function main(): void {
  console.log(
    `Processor's time, the least of ${turns} turns (the clock's), on the shipped report; load ${loadavg()[0].toFixed(1)}\n`,
  );
  const found = new Map<string, Turn[]>(works.map(({ name }) => [name, []]));
  for (let i = 0; i < turns; i++) for (const { name } of works) found.get(name)?.push(turn(name));
  for (const { name, finds, most, fewest = 0 } of works) {
    const all = found.get(name) ?? [];
    const [cpu, clock] = (["cpu", "clock"] as const).map((what) => Math.min(...all.map((one) => one[what])) / 1000);
    const told = `${name}: ${cpu.toPrecision(3)} s (${clock.toPrecision(3)} s), ${all[0].found} ${finds}`;
    if (most === undefined) console.log(`       ${told}`);
    else {
      const isKept = cpu <= most && all[0].found >= fewest;
      console.log(`${isKept ? "kept  " : "BROKEN"} ${told}; at most ${most} s for at least ${fewest}`);
      if (!isKept) process.exitCode = 1;
    }
  }
}

main();
