import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../../src/store/files.js";
import { fault, trialFolder } from "./trial.js";

const folder = trialFolder();
const below = (...names: readonly string[]): string => join(folder.path, ...names);
const refused = (path: string, why: string) => fault("InputError", `write: cannot make the folder ${path} (${why})`);

describe("making a folder", () => {
  it("makes those above it too, and nothing else", async () => {
    await makeFolder(below("a", "b", "c"));
    expect(readdirSync(folder.path)).toEqual(["a"]);
    expect(readdirSync(below("a"))).toEqual(["b"]);
    expect(readdirSync(below("a", "b", "c"))).toEqual([]);
  });

  it("leaves one that stands as it is", async () => {
    mkdirSync(below("stands"));
    folder.write("stands/kept.txt", "kept");
    await makeFolder(below("stands"));
    await makeFolder(below("stands", "more"));
    expect(readdirSync(below("stands"))).toEqual(["kept.txt", "more"]);
    expect(readFileSync(below("stands", "kept.txt"), "utf8")).toBe("kept");
  });

  it("can be asked for many times at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(below("once", "upon", "a", "time"))));
    expect(existsSync(below("once", "upon", "a", "time"))).toBe(true);
  });

  it("refuses where a file stands in its place, and leaves the file", async () => {
    const file = folder.write("file", "mine");
    await expect(makeFolder(file)).rejects.toThrow(refused(file, "a file stands there"));
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("refuses where a file stands above it, and leaves the file", async () => {
    const file = folder.write("above", "mine");
    await expect(makeFolder(join(file, "b"))).rejects.toThrow(refused(join(file, "b"), "ENOTDIR"));
    await expect(makeFolder(join(file, "b", "c"))).rejects.toThrow(refused(join(file, "b", "c"), "ENOTDIR"));
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it.runIf(process.platform === "linux")(
    "fails below /proc, where nobody can make one, and does not hang",
    async () => {
      await expect(makeFolder("/proc/hindcast")).rejects.toThrow(refused("/proc/hindcast", "ENOENT"));
      await expect(makeFolder("/proc/hindcast/a/b")).rejects.toThrow(refused("/proc/hindcast", "ENOENT"));
    },
  );

  it.runIf(process.platform !== "win32")("follows a link to a folder, and refuses one that leads nowhere", async () => {
    mkdirSync(below("target"));
    symlinkSync(below("target"), below("link"));
    await makeFolder(below("link", "inside"));
    expect(readdirSync(below("target"))).toEqual(["inside"]);
    symlinkSync(below("nowhere"), below("dangling"));
    await expect(makeFolder(below("dangling"))).rejects.toThrow(
      expect.objectContaining({ name: "InputError", message: expect.stringContaining(below("dangling")) }),
    );
  });
});
