import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { notebookText } from "../../src/notebook/notebookText.js";
import { runNotebook } from "../../src/notebook/runNotebook.js";
import { code, makeFolder, outputs, printed, root, watchTemporary, writeNotebook } from "./trialRun.js";

vi.setConfig({ testTimeout: 60_000 });
const folder = makeFolder();
watchTemporary();

describe("runNotebook, given values for parameters", () => {
  it("runs with what is set, shows it, and runs the same from what came out", async () => {
    const tagged = code("const zone = 'a'; const level: number = 0.95; const years: number[] = [];", {
      metadata: { tags: ["parameters"] },
    });
    const file = writeNotebook(join(folder, "set.ipynb"), [tagged, code("[zone, level + 1, years.length].join()")]);
    const before = readFileSync(file, "utf8");
    const run = await runNotebook(file, { timeout: 30, root, set: { zone: "b", years: "1,2" } });
    expect(run.failure).toBeUndefined();
    expect(outputs(run, 2)).toEqual([printed("b,1.95,2\n")]);
    expect(run.notebook.cells[1]).toMatchObject({
      execution_count: 2,
      metadata: { tags: ["injected-parameters"] },
      source: '// Set for this run:\nconst zone = "b";\nconst years: number[] = [1,2];',
    });
    expect(readFileSync(file, "utf8")).toBe(before);
    writeFileSync(file, notebookText(run.notebook));
    const again = await runNotebook(file, { timeout: 30, root });
    expect(notebookText(again.notebook)).toBe(notebookText(run.notebook));
  });

  it("refuses a name that is not declared before it starts a kernel", async () => {
    const tagged = code("const zone = 'a'", { metadata: { tags: ["parameters"] } });
    const file = writeNotebook(join(folder, "odd.ipynb"), [tagged]);
    await expect(runNotebook(file, { timeout: 30, root: folder, set: { level: "1" } })).rejects.toThrow(
      `parameters: the notebook declares no level, got level=1; there are zone (string): --set zone=a (${file})`,
    );
  });
});
