import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKernel } from "../../src/notebook/kernelSession.js";
import { isRunning, makeFolder, watchTemporary } from "./trialRun.js";

const folder = makeFolder();
watchTemporary();

describe("openKernel", () => {
  it("refuses a tslab that never answers, and leaves nothing of it running", async () => {
    const project = mkdtempSync(join(folder, "mute-"));
    const bin = join(project, "node_modules", "tslab", "bin");
    mkdirSync(bin, { recursive: true });
    const said = join(project, "pid.txt");
    const source = `require("fs").writeFileSync(${JSON.stringify(said)}, String(process.pid)); setInterval(() => {}, 1e6)`;
    writeFileSync(join(bin, "tslab"), `${source};`);
    await expect(openKernel(project, folder, 3)).rejects.toEqual(
      expect.objectContaining({
        name: "InputError",
        message: "kernel: tslab must start within 3 seconds, got nothing",
      }),
    );
    expect(isRunning(Number(readFileSync(said, "utf8")))).toBe(false);
  });
});
