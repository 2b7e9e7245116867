import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { type Codebook, count, open, read, totals } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { trialFolder } from "./trial.js";

const folder = trialFolder();
const kills = 54;
const source = (path: string) => JSON.stringify(resolve(import.meta.dirname, "../../src", path));
const zones = Array.from({ length: 14 }, (_, i) => ({ name: `z${i}`, label: "", places: [] }));
const codebook: Codebook = { name: "kill", note: "", country: "X", zones, regions: {}, actors: {} };
const months = Array.from(
  { length: 288 },
  (_, i) => `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);

/** Some thousand rows, so many events in each; a few are refused. */
function table(events: number): string {
  const rows = months.flatMap((month) => zones.map(({ name }) => `${month},${name},${events}`));
  return ["month,zone,events", ...rows, "2000-01,nowhere,1", "broken"].join("\n").concat("\n");
}

/** Imports what it is told to on its input, once it has said that it is ready; says when it begins to write and is done. */
const program = `
  const { read } = await import(${source("events/read.ts")});
  const { totals } = await import(${source("sources/totals.ts")});
  const { withEngine } = await import(${source("store/engine.ts")});
  await withEngine((connection) => connection.run("SELECT 1"));
  process.stdin.once("data", async (text) => {
    const { file, ...options } = JSON.parse(text);
    const note = (step) => step.startsWith("writing") && process.stdout.write("writing");
    await read(file, totals(), { ...options, note });
    process.stdout.write("done");
  });
  process.stdout.write("ready");`;

interface Importer {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ready: Promise<unknown>;
  readonly gone: Promise<unknown>;
}

function importer(): Importer {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: resolve(import.meta.dirname, "../.."),
    env: { ...process.env, TMPDIR: temporary },
  });
  child.stderr.pipe(process.stderr);
  return { child, ready: once(child.stdout, "data"), gone: once(child, "close") };
}

const temporary = join(folder.path, "tmp");

it(`leaves no torn store, whenever the importer is killed (${kills} times), and the next import completes and clears up`, async () => {
  mkdirSync(temporary);
  const files = [1, 2].map((events) => folder.write(`t${events}.csv`, table(events)));
  const options = { name: "t", codebook };
  const based = join(folder.path, "based");
  const onto = await read(files[0], totals(), { ...options, asOf: "2024-01-01", store: based });
  /** How many events each month has by what the store holds, and how many hidden drafts stand in it. */
  const held = async (store: string) => {
    const snapshot = await open("t", { store }).catch((error: Error) => error.message);
    if (typeof snapshot === "string") return snapshot;
    const [{ values }] = await count(snapshot, { every: "month" });
    expect(values.length).toBe(288);
    return [...new Set(values)];
  };
  const drafts = (store: string) =>
    existsSync(join(store, "t")) ? readdirSync(join(store, "t")).filter((name) => name.startsWith(".")) : [];

  const next = random(1914);
  let [before, writing] = [0, 0];
  let [torn, early, late] = [0, 0, 0];
  let waiting = importer();
  for (let i = 0; i <= kills; i++) {
    const { child, ready, gone } = waiting;
    const isUpdate = i % 2 === 1;
    const store = join(folder.path, `store${i}`);
    if (isUpdate) cpSync(based, store, { recursive: true });
    const order = { ...options, asOf: "2024-02-01", store, ...(isUpdate && { onto: { ...onto, store } }) };
    await ready;
    const began = performance.now();
    child.stdin.write(JSON.stringify({ ...order, file: files[1] }));
    if (i === 0) {
      // The first is left alone, to know how long an import takes: of the others a third is killed anywhere before the
      // writing or during it, and two thirds during it.
      await once(child.stdout, "data");
      before = performance.now() - began;
      await once(child.stdout, "data");
      writing = performance.now() - began - before;
    } else if (i % 3 === 0) {
      await new Promise((done) => setTimeout(done, next() * (before + writing)));
    } else {
      await once(child.stdout, "data");
      await new Promise((done) => setTimeout(done, next() * 0.9 * writing));
    }
    child.kill("SIGKILL");
    await gone;
    waiting = importer();
    const found = await held(store);
    const none = isUpdate ? [14] : `open: no snapshot t in ${store}`;
    expect([JSON.stringify(none), JSON.stringify([28])]).toContain(JSON.stringify(found));
    if (drafts(store).length > 0) torn++;
    else if (JSON.stringify(found) === "[28]") late++;
    else early++;
    const again = await read(files[1], totals(), order);
    expect(drafts(store)).toEqual([]);
    expect(await held(store)).toEqual([28]);
    expect(readdirSync(join(store, "t")).length).toBe(isUpdate ? 2 : 1);
    expect((await open("t", { store })).hash).toBe(again.hash);
  }
  waiting.child.kill("SIGKILL");
  await waiting.gone;
  expect(torn, `${early} before, ${late} after`).toBeGreaterThan(kills / 6);
  expect(torn + early + late).toBe(kills + 1);
}, 300_000);
