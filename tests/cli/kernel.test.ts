import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const folder = temporary();

describe("hindcast kernel", () => {
  it("writes a kernel that Jupyter finds, and says how to use it", async () => {
    const ended = await hindcast(folder, "kernel", "--root", root);
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain("JUPYTER_PATH=.hindcast/jupyter jupyter lab notebooks");
    const file = join(folder, ".hindcast", "jupyter", "kernels", "tslab", "kernel.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ language: "typescript" });
  });

  it("says in one line where tslab is not installed", async () => {
    const ended = await hindcast(folder, "kernel");
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/^hindcast: [^\n]*tslab[^\n]*\n$/);
  });
});
