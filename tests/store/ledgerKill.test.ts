import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { readLedger } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { claimed } from "../claims/forecasts.js";
import { trialFolder } from "./trial.js";

const folder = trialFolder();
const built = JSON.stringify(resolve(import.meta.dirname, "../../dist/store/appendLedger.js"));
const kills = 50;

/** Adds claims to a ledger in a loop once it is told to; says which entries were acknowledged, a line each. */
const program = (file: string, name: string, times: number, size: number): string => `
  const { appendLedger } = await import(${built});
  const item = ${JSON.stringify(claimed("x"))};
  process.stdin.once("data", async () => {
    for (let i = 0; i < ${times}; i++) {
      const claim = { ...item.claim, id: "${name}-" + i, note: "n".repeat((i * 7919) % ${size}) };
      const options = { written: "2024-01-05T09:30:00Z", name: "trial" };
      const { added } = await appendLedger(${JSON.stringify(file)}, () => [{ ...item, claim }], options);
      process.stdout.write(added.at(-1).hash + "\\n");
    }
    process.exit(0);
  });
  process.stdout.write("ready\\n");`;

interface Writer {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ready: Promise<unknown>;
  readonly gone: Promise<unknown>;
  /** Resolves once it has said that an entry is on the disk, or is gone. */
  readonly begun: Promise<unknown>;
  /** The hashes that it said were on the disk. */
  readonly acknowledged: () => string[];
}

function writer(file: string, name: string, { times = 100_000, size = 200_000 } = {}): Writer {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program(file, name, times, size)]);
  let out = "";
  let begin: (value?: unknown) => void = () => {};
  const begun = new Promise((done) => {
    begin = done;
  });
  child.on("close", begin);
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (acknowledged().length > 0) begin();
  });
  child.stderr.pipe(process.stderr);
  const acknowledged = () => out.split("\n").filter((line) => line.length === 64);
  return { child, ready: once(child.stdout, "data"), gone: once(child, "close"), begun, acknowledged };
}

it(`loses no acknowledged entry, whenever the writer is killed (${kills} times)`, async () => {
  const next = random(1066);
  const said = new Set<string>();
  const written: number[] = [];
  let [file, waiting] = ["", writer(join(folder.path, "kill0", "ledger.jsonl"), "w0")];
  for (let i = 0; i < kills; i++) {
    // A ledger of its own for every ten writers, so that it is begun anew under the gun too.
    file = join(folder.path, `kill${Math.floor(i / 10)}`, "ledger.jsonl");
    if (i % 10 === 0) said.clear();
    const { child, ready, gone, begun, acknowledged } = waiting;
    await ready;
    child.stdin.write("go");
    // The first of a ledger's writers is killed as it begins the ledger, the others once they have written to it.
    if (i % 10 > 0) await begun;
    await setTimeout(next() * (i % 10 > 0 ? 60 : 30));
    child.kill("SIGKILL");
    await gone;
    waiting = writer(join(folder.path, `kill${Math.floor((i + 1) / 10)}`, "ledger.jsonl"), `w${i + 1}`);
    for (const hash of acknowledged()) said.add(hash);
    written.push(acknowledged().length);
    if (!existsSync(file)) {
      expect(said.size).toBe(0);
      continue;
    }
    const { entries, faults, torn } = await readLedger(file);
    const hashes = new Set(entries.map(({ hash }) => hash));
    expect([...said].filter((hash) => !hashes.has(hash))).toEqual([]);
    // A kill may leave a torn line, or a file with nothing in it yet; never another fault.
    expect(faults.length).toBe(torn > 0 || entries.length === 0 ? 1 : 0);
  }
  waiting.child.kill("SIGKILL");
  await waiting.gone;
  expect(written.filter((n) => n > 0).length).toBeGreaterThanOrEqual((kills / 10) * 9);
  expect(Math.max(...written)).toBeGreaterThan(1);
}, 60_000);

it.each([2, 4])(
  "holds whole entries of %i writers that add at once, in one chain",
  async (n) => {
    const file = join(folder.path, `shared${n}`, "ledger.jsonl");
    const times = 24 / n;
    const writers = Array.from({ length: n }, (_, i) => writer(file, `w${i}`, { times, size: 20_000 }));
    await Promise.all(writers.map((one) => one.ready));
    for (const { child } of writers) child.stdin.write("go");
    await Promise.all(writers.map((one) => one.gone));
    const { entries, faults } = await readLedger(file);
    expect(faults).toEqual([]);
    expect(entries).toHaveLength(25);
    const ids = entries.flatMap((one) => (one.kind === "claim" ? [one.claim.id] : []));
    for (let i = 0; i < n; i++) {
      const own = ids.filter((id) => id.startsWith(`w${i}-`));
      expect(own).toEqual(Array.from({ length: times }, (_, j) => `w${i}-${j}`));
      expect(writers[i].acknowledged()).toHaveLength(times);
    }
    expect(readdirSync(join(file, ".."))).toEqual(["ledger.jsonl"]);
  },
  60_000,
);
