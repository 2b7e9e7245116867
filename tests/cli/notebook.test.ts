import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const folder = temporary();

function write(name: string, source: string): void {
  const cell = { cell_type: "code", id: "one", metadata: {}, source, execution_count: null, outputs: [] };
  writeFileSync(join(folder, name), JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
}

describe("hindcast notebook run", () => {
  it("writes the run and leaves the original alone", async () => {
    write("good.ipynb", 'console.log("six", 2 * 3)');
    const before = readFileSync(join(folder, "good.ipynb"), "utf8");
    const ended = await hindcast(folder, "notebook", "run", "good.ipynb", "--root", root);
    expect(ended).toEqual({ code: 0, out: "good.ipynb: ran; out/notebooks/good.ipynb\n", err: "" });
    expect(readFileSync(join(folder, "out", "notebooks", "good.ipynb"), "utf8")).toContain("six 6");
    expect(readFileSync(join(folder, "good.ipynb"), "utf8")).toBe(before);
  });

  it("ends with 1 and one line that names the cell when a cell fails", async () => {
    write("bad.ipynb", 'throw new Error("no")');
    const ended = await hindcast(folder, "notebook", "run", "bad.ipynb", "--root", root);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(
      /^hindcast: runNotebook: the cell threw, got Error: no \(bad\.ipynb, code cell 1: [^\n]+\)\n$/,
    );
  });

  it("refuses a file that is not there, and a timeout that is none, with 2", async () => {
    const gone = await hindcast(folder, "notebook", "run", "gone.ipynb", "--root", root);
    expect([gone.code, gone.err.split("\n")]).toEqual([2, [expect.stringContaining("gone.ipynb"), ""]]);
    const odd = await hindcast(folder, "notebook", "run", "good.ipynb", "--root", root, "--timeout", "soon");
    expect([odd.code, odd.err]).toEqual([2, "hindcast: notebook: timeout needs seconds above 0, got soon\n"]);
  });
});
