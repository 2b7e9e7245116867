import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { recorded } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { readHistory, updateHistory } from "../../src/store/history.js";
import { withLock } from "../../src/store/lock.js";
import { answered } from "../claims/questions.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();
const source = (path: string) => JSON.stringify(resolve(import.meta.dirname, "../../src", path));
const at = (name: string) => join(folder.path, name, "resolutions.json");
const add = (file: string, question: string) =>
  updateHistory(file, "r", (old) => recorded(old, [answered({ question })], { written: "2024-04-01" }));

/** Adds an entry to a history, again and again, once it has said that it is ready. */
const program = (file: string, name: string, times: number): string => `
  const { updateHistory } = await import(${source("store/history.ts")});
  process.stdin.once("data", async () => {
    for (let i = 0; i < ${times}; i++)
      await updateHistory(${JSON.stringify(file)}, "r", (old) => ({ ...old, entries: [...old.entries, { question: "${name}" + i, data: {}, reading: "x".repeat(20000) }] }));
    process.exit(0);
  });
  process.stdout.write("ready");`;

function writer(file: string, name: string, times: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program(file, name, times)], {
    cwd: resolve(import.meta.dirname, "../.."),
  });
  child.stderr.pipe(process.stderr);
  return { child, ready: once(child.stdout, "data"), gone: once(child, "close") };
}

describe("a history in a file", () => {
  it("is read back as it was written, and begins empty", async () => {
    const file = at("plain");
    expect(await readHistory(file, "r")).toEqual({ report: "r", entries: [] });
    const { before, after } = await add(file, "a");
    expect([before.entries.length, after.entries.length]).toEqual([0, 1]);
    expect(await readHistory(file, "r")).toEqual(after);
    const bytes = readFileSync(file, "utf8");
    await add(file, "a");
    expect(readFileSync(file, "utf8")).toBe(bytes);
    await add(file, "b");
    expect((await readHistory(file, "r")).entries.map((one) => one.question)).toEqual(["a", "b"]);
    expect(readdirSync(join(folder.path, "plain"))).toEqual(["resolutions.json"]);
  });

  it("is refused by its name when damaged, changed by hand or of another report, and left as it is", async () => {
    const file = at("damaged");
    await add(file, "a");
    const whole = readFileSync(file, "utf8");
    for (const bad of [whole.slice(0, -40), whole.replace('"question": "a"', '"question": "b"'), "", "[]", "null"]) {
      writeFileSync(file, bad);
      await expect(add(file, "c")).rejects.toThrow(
        fault(
          "DataError",
          `resolve: the history is not the one that was written (${file}); it was left as it is: put it right or aside`,
        ),
      );
      expect(readFileSync(file, "utf8")).toBe(bad);
      expect(existsSync(`${file}.lock`)).toBe(false);
    }
    writeFileSync(file, whole);
    await expect(readHistory(file, "other")).rejects.toThrow(
      fault("DataError", `resolve: the history is of r, got other (${file})`),
    );
    await expect(readHistory(folder.path, "r")).rejects.toThrow(
      fault("DataError", `resolve: the history cannot be read, EISDIR (${folder.path})`),
    );
  });

  it("loses nothing when several processes add to it at once", async () => {
    const file = at("shared");
    const writers = ["a", "b", "c"].map((name) => writer(file, name, 12));
    await Promise.all(writers.map((one) => one.ready));
    for (const { child } of writers) child.stdin.write("go");
    await Promise.all(writers.map((one) => one.gone));
    const names = (await readHistory(file, "r")).entries.map((one) => one.question);
    expect(names).toHaveLength(36);
    expect(new Set(names).size).toBe(36);
  });

  it("is whole whenever a writer is killed, and the next goes on from there", async () => {
    const next = random(3);
    let cut = 0;
    for (let i = 0; i < 6; i++) {
      const file = at(`killed${i}`);
      const { child, ready, gone } = writer(file, "k", 1e6);
      await ready;
      child.stdin.write("go");
      await new Promise((done) => setTimeout(done, 20 + next() * 150));
      child.kill("SIGKILL");
      await gone;
      if (existsSync(`${file}.lock`)) cut++;
      const { entries } = await readHistory(file, "r");
      expect(entries.map((one) => one.question)).toEqual(entries.map((_, k) => `k${k}`));
      const { after } = await add(file, "last");
      expect(after.entries).toHaveLength(entries.length + 1);
      expect(existsSync(`${file}.lock`)).toBe(false);
    }
    expect(cut, "killed while it held the lock").toBeGreaterThan(0);
  });
});

describe("a lock", () => {
  const lock = (name: string) => join(folder.path, name);

  it("is let go when what it was for fails", async () => {
    await expect(withLock(lock("fails"), async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(lock("fails"), async () => "yes")).toBe("yes");
    expect(existsSync(`${lock("fails")}.lock`)).toBe(false);
  });

  it("of a process that is no more is cleared, also where the clearing was left half done", async () => {
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "close");
    for (const end of ["lock", "lock.clearing"]) writeFileSync(`${lock("left")}.${end}`, `${hostname()} ${gone.pid}\n`);
    expect(await withLock(lock("left"), async () => "yes")).toBe("yes");
  });

  it("of a process that is there, or of another machine, is waited for and then named", async () => {
    for (const holder of [`${hostname()} ${process.pid}`, "elsewhere 1"]) {
      writeFileSync(`${lock("held")}.lock`, `${holder}\n`);
      await expect(withLock(lock("held"), async () => "yes", { patience: 100 })).rejects.toThrow(
        fault(
          "InputError",
          `write: another process has held ${lock("held")}.lock for 0.1 s; if there is none, remove it`,
        ),
      );
      expect(readFileSync(`${lock("held")}.lock`, "utf8")).toBe(`${holder}\n`);
    }
  });
});
