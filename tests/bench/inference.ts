import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import { random } from "../../src/math/random.js";
import { regressionData } from "./regressionData.js";

/**
 * The speed of inference beside R and Python, where they are, on the same counts: each in its turn, in a process of its
 * own, warmed up, in many rounds. A promise is judged on the least of the processor's time a call: whatever else the machine
 * does can only lengthen it, and the clock's far more. `npm run bench` runs it; `ROUNDS` is how many
 * turns each has, `PYTHON` the Python to ask.
 */
const turns = Number(process.env["ROUNDS"] ?? 3);
const folder = mkdtempSync(join(tmpdir(), "hindcast-bench-"));

interface Turn {
  readonly by: string;
  readonly found: number | readonly number[];
  readonly cpu: readonly number[];
  readonly clock?: readonly number[];
}

interface Work {
  readonly name: string;
  /** What the scripts of a turn call it. */
  readonly work: string;
  readonly file: string;
  /** In ms; without one it is told and not judged. */
  readonly most?: number;
  readonly peers: readonly ("R" | "Python")[];
  /** What R or Python cannot be asked, and why. */
  readonly note?: string;
}

function written(name: string, rows: readonly (readonly number[])[]): string {
  const file = join(folder, `${name}.csv`);
  const head = rows[0].map((_, i) => `c${i}`).join(",");
  writeFileSync(file, `${head}\n${rows.map((row) => row.join(",")).join("\n")}\n`);
  return file;
}

/** Counts about 5 and, when they change, 10 in every other stretch of 200. */
function series(length: number, isChanging: boolean): number[][] {
  const uniform = random(1);
  const mean = (t: number): number => (isChanging && Math.floor(t / 200) % 2 === 1 ? 10 : 5);
  return Array.from({ length }, (_, t) => [sampleNb1(mean(t), 1, uniform())]);
}

function works(): Work[] {
  const { columns, values, offset } = regressionData();
  const glm = values.map((value, i) => [value, Math.round(Math.exp(offset[i])), ...columns.map((column) => column[i])]);
  const eleven = [20, 14, 13, 14, 30, 29, 24, 12, 11, 7, 9];
  const twoYears = Array.from({ length: 24 }, (_, month) => 5 + ((month * 7) % 23));
  const [few, many] = [
    written(
      "eleven",
      eleven.map((one) => [one]),
    ),
    written(
      "years",
      twoYears.map((one) => [one]),
    ),
  ];
  const pelt = (name: string, most: number, length: number, isChanging: boolean): Work => ({
    name: `PELT with Poisson cost, ${name}`,
    ...{ work: "pelt", file: written(`pelt${length}${isChanging}`, series(length, isChanging)), most, peers: ["R"] },
    note: "ruptures has no Poisson cost",
  });
  return [
    {
      name: "negative binomial GLM, 7 coefficients and theta on 96 months",
      ...{ work: "glm", file: written("glm", glm), most: 0.5, peers: ["R", "Python"] },
    },
    pelt("10,000 periods with a change every 200", 8, 10_000, true),
    pelt("100,000 periods with a change every 200", 80, 100_000, true),
    pelt("10,000 periods without a change", 170, 10_000, false),
    {
      name: "exact permutation p of 11 months, 7 v 4: all 330 sums",
      ...{ work: "exact p", file: few, most: 0.05, peers: ["R", "Python"] },
    },
    { name: "the same with interval and reading", work: "exact compare", file: few, peers: [] },
    {
      name: "permutation p of 24 months, 12 v 12: 100,000 seeded draws",
      ...{ work: "drawn p", file: many, most: 6, peers: ["R", "Python"] },
    },
    { name: "the same with interval and reading", work: "drawn compare", file: many, peers: [] },
  ];
}

const commands = {
  hindcast: [process.execPath, "inferenceTurn.mjs"],
  R: ["Rscript", "peers.R"],
  Python: [process.env["PYTHON"] ?? "python3", "peers.py"],
} as const;

/** One turn, or in words why there is none. */
function turn(who: keyof typeof commands, { work, file }: Work): Turn | string {
  const [command, script] = commands[who];
  const child = spawnSync(command, [join(import.meta.dirname, script), work, file], { encoding: "utf8" });
  if (child.error !== undefined) return `${who} not installed`;
  if (child.status !== 0) throw new Error(`${who}: ${work}: ${child.stderr}`);
  const said = JSON.parse(child.stdout);
  return said.missing === undefined ? said : `${said.missing} not installed`;
}

/** The value below which a share of them lies. */
function at(share: number, values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(share * (values.length - 1))];
}

function time(ms: number): string {
  return ms < 0.1 ? `${(1000 * ms).toPrecision(3)} µs` : `${ms.toPrecision(3)} ms`;
}

/** Coefficients and theta of the regression with 17 of 50 digits, by `fit_theta` of tests/fixtures/regression.py. */
const exact = [
  "-0.99668942885995099",
  "0.11283952966596111",
  "0.24001427976341452",
  "-0.016765068825901939",
  "-0.028130959097997427",
  "-0.022518124908766942",
  "-0.63357038595298974",
  "6.134261686363778",
].map(Number);

function digitsOf(found: Turn["found"]): number {
  const worst = Math.max(...[found].flat().map((one, i) => Math.abs(one / exact[i] - 1)));
  return -Math.log10(Math.max(worst, Number.EPSILON));
}

function judge(isKept: boolean, what: string): void {
  console.log(`${isKept ? "kept  " : "BROKEN"} ${what}`);
  if (!isKept) process.exitCode = 1;
}

function main(): void {
  console.log(
    `Processor's time a call: the least, which is judged (lower quartile, median), of ${turns} turns; load ${loadavg()[0].toFixed(1)}\n`,
  );
  for (const work of works()) {
    console.log(work.name);
    const who = ["hindcast", ...work.peers] as const;
    const said = new Map<string, Turn[]>();
    for (let i = 0; i < turns; i++) {
      for (const one of who) {
        const found = turn(one, work);
        if (typeof found !== "string") said.set(one, [...(said.get(one) ?? []), found]);
        else if (i === 0) console.log(`       ${found}`);
      }
    }
    if (work.note !== undefined) console.log(`       ${work.note}`);
    for (const some of said.values()) {
      const cpu = some.flatMap((one) => one.cpu);
      const clock = some.flatMap((one) => one.clock ?? []);
      const clocked = clock.length > 0 ? `, by the clock ${time(at(0, clock))}` : "";
      const digits = work.work === "glm" ? `, ${digitsOf(some[0].found).toFixed(1)} digits` : "";
      const spread = `(${time(at(0.25, cpu))}, ${time(at(0.5, cpu))})`;
      console.log(`       ${some[0].by}: ${time(at(0, cpu))} ${spread}${clocked}${digits}`);
    }
    const own = said.get("hindcast") ?? [];
    const least = at(
      0,
      own.flatMap((one) => one.cpu),
    );
    if (work.most !== undefined) judge(least <= work.most, `${time(least)}, at most ${time(work.most)}`);
    if (work.work === "glm") judge(digitsOf(own[0].found) >= 12, "12 digits of every coefficient and of theta");
    console.log("");
  }
}

try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
