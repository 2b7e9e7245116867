import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { draftName, fingerprint, sweepDrafts, writeFolder, writeWhole } from "../../src/store/files.js";
import { trialFolder } from "./trial.js";

const folder = trialFolder();
const source = (path: string) => JSON.stringify(resolve(import.meta.dirname, "../../src", path));

/** Runs a program that prints a line after each step, and kills it once it has printed so many and a little more. */
async function killed(program: string, steps: number, more: number): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: resolve(import.meta.dirname, "../.."),
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const gone = new Promise<NodeJS.Signals | null>((done) => child.on("close", (_, signal) => done(signal)));
  let printed = 0;
  child.stdout.on("data", async (chunk: Buffer) => {
    const before = printed;
    printed += chunk.toString().split("\n").length - 1;
    if (before >= steps || printed < steps) return;
    for (let turn = 0; turn < more; turn++) await new Promise(setImmediate);
    child.kill("SIGKILL");
  });
  expect(await gone, complaint).toBe("SIGKILL");
}

/** Moments that are the same in every run, and nowhere near each other. */
const moments = Array.from({ length: 20 }, (_, i) => ({ steps: 1 + ((i * 7) % 11), more: (i * 7919) % 2500 }));

describe("fingerprint", () => {
  it("is the name, the bytes and the SHA-256 of a file", async () => {
    const content = "é".repeat(100_000);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const found = await fingerprint(folder.write("f.txt", content));
    expect(found).toEqual({ name: "f.txt", bytes: 200_000, sha256 });
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(await fingerprint(folder.write("e", ""))).toEqual({ name: "e", bytes: 0, sha256: empty });
  });

  it("fails where there is no file", async () => {
    await expect(fingerprint(join(folder.path, "none"))).rejects.toThrow(/ENOENT/);
  });
});

describe("writeWhole", () => {
  it("writes text and bytes into folders that it makes, and leaves nothing beside them", async () => {
    const deep = join(folder.path, "a", "b");
    await writeWhole(join(deep, "t.txt"), "Ségou");
    await writeWhole(join(deep, "b.bin"), new Uint8Array([0, 255]));
    expect(readFileSync(join(deep, "t.txt"), "utf8")).toBe("Ségou");
    expect([...readFileSync(join(deep, "b.bin"))]).toEqual([0, 255]);
    expect(readdirSync(deep)).toEqual(["b.bin", "t.txt"]);
  });

  it("replaces what stood there, longer or shorter", async () => {
    const file = folder.write("old.txt", "something long");
    await writeWhole(file, "new");
    expect(readFileSync(file, "utf8")).toBe("new");
  });

  it("leaves the old content and no draft when it fails", async () => {
    const home = join(folder.path, "taken");
    mkdirSync(join(home, "t.txt", "inside"), { recursive: true });
    await expect(writeWhole(join(home, "t.txt"), "x")).rejects.toThrow();
    expect(readdirSync(home)).toEqual(["t.txt"]);
    expect(readdirSync(join(home, "t.txt"))).toEqual(["inside"]);
  });

  it("ends with one of the contents when several write at once", async () => {
    const file = join(folder.path, "race", "t.txt");
    const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(50_000));
    await Promise.all(contents.map((content) => writeWhole(file, content)));
    expect(contents).toContain(readFileSync(file, "utf8"));
    expect(readdirSync(join(folder.path, "race"))).toEqual(["t.txt"]);
  });

  it("never shows a torn file, whenever the writer is killed", async () => {
    const file = join(folder.path, "kill", "t.json");
    const program = `
      const { writeWhole } = await import(${source("store/files.ts")});
      for (let i = 0; ; i++) {
        await writeWhole(${JSON.stringify(file)}, JSON.stringify([i % 2, String(i % 2).repeat(1_000_000)]));
        console.log(i);
      }`;
    for (const { steps, more } of moments) {
      await killed(program, steps, more);
      const [digit, text] = JSON.parse(readFileSync(file, "utf8"));
      expect(text === String(digit).repeat(1_000_000)).toBe(true);
    }
  });
});

describe("writeFolder", () => {
  it("shows the folder only once it is filled", async () => {
    const home = join(folder.path, "whole", "one");
    const made = await writeFolder(join(folder.path, "whole"), async (draft) => {
      writeFileSync(join(draft, "a.txt"), "a");
      expect(existsSync(home)).toBe(false);
      expect(readdirSync(join(folder.path, "whole")).every((name) => name.startsWith("."))).toBe(true);
      writeFileSync(join(draft, "b.txt"), "b");
      return "one";
    });
    expect(made).toBe(home);
    expect(readdirSync(home)).toEqual(["a.txt", "b.txt"]);
    expect(readdirSync(join(folder.path, "whole"))).toEqual(["one"]);
  });

  it("keeps the folder that stands, and drops the new one", async () => {
    const home = join(folder.path, "stands", "one");
    const filled = (content: string) => async (draft: string) => {
      writeFileSync(join(draft, "a.txt"), content);
      return "one";
    };
    await writeFolder(join(folder.path, "stands"), filled("first"));
    await writeFolder(join(folder.path, "stands"), filled("second"));
    expect(readFileSync(join(home, "a.txt"), "utf8")).toBe("first");
    expect(readdirSync(join(folder.path, "stands"))).toEqual(["one"]);
  });

  it("leaves nothing when filling fails", async () => {
    const failing = writeFolder(join(folder.path, "fails"), async (draft) => {
      writeFileSync(join(draft, "a.txt"), "a");
      throw new Error("full");
    });
    await expect(failing).rejects.toThrow("full");
    expect(readdirSync(join(folder.path, "fails"))).toEqual([]);
  });

  it("sweeps the drafts of writers of this machine that are no more, and nobody else's", async () => {
    const home = join(folder.path, "swept");
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const dead = `.hindcast-draft-${hostname()}-${gone}-x`;
    const others = [
      `.hindcast-draft-${hostname()}-${process.pid}-x`,
      `.hindcast-draft-elsewhere-${gone}-x`,
      ".hidden",
      "one",
    ];
    for (const name of [dead, ...others]) mkdirSync(join(home, name, "inside"), { recursive: true });
    await sweepDrafts(home);
    expect(readdirSync(home).sort()).toEqual([...others].sort());
    mkdirSync(join(home, dead));
    await writeFolder(home, async () => "two");
    expect(readdirSync(home).sort()).toEqual([...others, "two"].sort());
    await sweepDrafts(join(home, "none"));
  });

  it("names a draft so that its writer is known", () => {
    expect(draftName()).toMatch(/^\.hindcast-draft-/);
    expect(draftName()).toContain(`${hostname()}-${process.pid}-`);
    expect(draftName()).not.toBe(draftName());
  });
});
