import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { type NotebookCell, notebookText } from "../../src/notebook/notebookText.js";
import { type NotebookRun, runNotebook } from "../../src/notebook/runNotebook.js";

const root = resolve(import.meta.dirname, "../..");
mkdirSync(join(root, "out", "test"), { recursive: true });
const folder = mkdtempSync(join(root, "out", "test", "run-"));
const temporary = mkdtempSync(join(tmpdir(), "t-"));
vi.stubEnv("TMPDIR", temporary);
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => expect(readdirSync(temporary)).toEqual([]));
afterAll(() => {
  vi.unstubAllEnvs();
  for (const made of [folder, temporary]) rmSync(made, { recursive: true });
});

function code(source: string, more: Partial<NotebookCell> = {}): NotebookCell {
  return { cell_type: "code", metadata: {}, source, outputs: [], execution_count: null, ...more };
}

function write(name: string, cells: readonly NotebookCell[]): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  return file;
}

function run(name: string, cells: readonly NotebookCell[], timeout = 30): Promise<NotebookRun> {
  return runNotebook(write(name, cells), { timeout, root });
}

function outputs(run: NotebookRun, cell: number) {
  return run.notebook.cells[cell]?.outputs ?? [];
}

/** A process that has ended but was not yet collected by its parent is still listed: it does not run. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const state = `/proc/${pid}/stat`;
    return !(existsSync(state) && /\) Z /.test(readFileSync(state, "utf8")));
  } catch {
    return false;
  }
}

function printedPid(run: NotebookRun, cell: number): number {
  const [printed] = outputs(run, cell);
  const pid = Number(printed?.output_type === "stream" ? printed.text : Number.NaN);
  expect(pid).toBeGreaterThan(1);
  return pid;
}

describe("runNotebook, of a notebook that holds", () => {
  const stale = { outputs: [{ output_type: "stream", name: "stdout", text: "old" }], execution_count: 7 } as const;
  const bundle = {
    "text/html": "<svg/>",
    "application/vnd.vegalite.v5+json": { mark: "bar" },
    "text/plain": "a chart",
  };
  const cells = [
    { cell_type: "markdown", metadata: {}, source: "# Title" },
    code('console.log("one"); console.log("two"); console.error("to err"); console.log("three")', stale),
    code("const first: number = 20;\nfirst + 1", {
      metadata: { execution: { "iopub.status.busy": "2024" }, tags: ["a"] },
    }),
    code("  \n", stale),
    code("await new Promise((done) => setTimeout(done, 20));\nfirst + 2"),
    code(
      `const { display, newDisplay } = require("tslab");\ndisplay.html("<b>1</b>"); console.log("between"); display.markdown("*2*");
      const live = newDisplay(); live.text("waiting")`,
    ),
    code('live.text("done"); live.text("done indeed")'),
    code(
      `require("tslab/dist/jupyter").lastWriteDisplayData({ data: ${JSON.stringify(bundle)}, metadata: {}, transient: {} }, false)`,
    ),
    code('[process.cwd(), process.env.TZ, new Date(0).getHours(), (1234.5).toLocaleString()].join(" ")'),
    code("for (let i = 0; i < 3000; i++) console.log(i)"),
    code("process.pid"),
  ];

  it("fills in what the cells print and show, in order, and leaves nothing running", async () => {
    const result = await run("holds.ipynb", cells);
    expect(result).toEqual({ ok: true, notebook: expect.anything() });
    expect(outputs(result, 1)).toEqual([
      { output_type: "stream", name: "stdout", text: "one\ntwo\n" },
      { output_type: "stream", name: "stderr", text: "to err\n" },
      { output_type: "stream", name: "stdout", text: "three\n" },
    ]);
    // State carries over, also into a cell that awaits; a cell without code is not run.
    expect(outputs(result, 2)).toEqual([{ output_type: "stream", name: "stdout", text: "21\n" }]);
    expect(outputs(result, 3)).toEqual([]);
    expect(outputs(result, 4)).toEqual([{ output_type: "stream", name: "stdout", text: "22\n" }]);
    // A display that a later cell updates shows its last state in its first place.
    expect(outputs(result, 5)).toEqual([
      { output_type: "display_data", data: { "text/html": "<b>1</b>" }, metadata: {} },
      { output_type: "stream", name: "stdout", text: "between\n" },
      { output_type: "display_data", data: { "text/markdown": "*2*" }, metadata: {} },
      { output_type: "display_data", data: { "text/plain": "done indeed" }, metadata: {} },
    ]);
    expect(outputs(result, 6)).toEqual([]);
    expect(outputs(result, 7)).toEqual([{ output_type: "display_data", data: bundle, metadata: {} }]);
    expect(outputs(result, 8)).toEqual([{ output_type: "stream", name: "stdout", text: `${folder} UTC 0 1,234.5\n` }]);
    // tslab alone loses what comes after 512 messages.
    const numbers = Array.from({ length: 3000 }, (_, i) => `${i}\n`).join("");
    expect(outputs(result, 9)).toEqual([{ output_type: "stream", name: "stdout", text: numbers }]);
    expect(result.notebook.cells.map((cell) => cell.execution_count)).toEqual([
      ...[undefined, 1, 2, null, 3, 4, 5, 6, 7, 8, 9],
    ]);
    expect(result.notebook.cells[0]).toEqual(cells[0]);
    expect(result.notebook.cells[2]?.metadata).toEqual({ tags: ["a"] });
    expect(isRunning(printedPid(result, 10))).toBe(false);
  });

  it("gives the same bytes each time, and does not touch the file", async () => {
    const file = write("same.ipynb", cells.slice(0, -1));
    const before = readFileSync(file, "utf8");
    const [one, two] = await Promise.all([1, 2].map(() => runNotebook(file, { timeout: 30, root })));
    expect(one && notebookText(one.notebook)).toBe(two && notebookText(two.notebook));
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

describe("runNotebook, of a notebook that fails", () => {
  const kinds: [kind: string, source: string, ename: string, evalue: string, why: string][] = [
    [
      "a thrown error",
      'console.log("so far");\nthrow new RangeError("too far\\nby 3");',
      "RangeError",
      "too far\nby 3",
      "the cell threw, got RangeError: too far",
    ],
    [
      "an error of our own, after an await",
      'console.log("so far");\nclass InputError extends Error { readonly name = "InputError" }\nawait 0; throw new InputError("fit: no")',
      "InputError",
      "fit: no",
      "the cell threw, got InputError: fit: no",
    ],
    [
      "a thrown text",
      'console.log("so far"); throw "1:2 - x"',
      "Thrown",
      "1:2 - x",
      "the cell threw, got Thrown: 1:2 - x",
    ],
    [
      "a rejection that nobody catches",
      'console.log("so far"); void Promise.reject(new TypeError("lost"));',
      "UnhandledRejection",
      "TypeError: lost",
      "a promise was rejected and nobody caught it, got TypeError: lost",
    ],
    [
      "a callback that throws",
      'console.log("so far"); setTimeout(() => { throw new Error("late") }, 1); await new Promise((done) => setTimeout(done, 50));',
      "UncaughtException",
      "Error: late",
      "a callback threw and nobody caught it, got Error: late",
    ],
    ["an exit", 'console.log("so far"); process.exit(0)', "KernelExited", "code 0", "the kernel exited, got code 0"],
    [
      "an exit with a code",
      'console.log("so far"); process.exit(3)',
      "KernelExited",
      "code 3",
      "the kernel exited, got code 3",
    ],
    [
      "a kill",
      'console.log("so far"); process.kill(process.pid, "SIGKILL")',
      "KernelKilled",
      "SIGKILL",
      "the kernel was killed, got SIGKILL",
    ],
    [
      "an endless loop",
      'console.log("so far"); while (true) {}',
      "Timeout",
      "the cell must end within 2 seconds",
      "the cell must end within 2 seconds, got no end",
    ],
    [
      "an endless wait",
      'console.log("so far"); await new Promise(() => {})',
      "Timeout",
      "the cell must end within 2 seconds",
      "the cell must end within 2 seconds, got no end",
    ],
  ];
  const child = 'const { pid } = require("child_process").spawn("sleep", ["600"], { stdio: "ignore" });\npid';

  it.each(kinds)("tells %s", async (_, source, ename, evalue, why) => {
    const isEndless = why.includes("2 seconds");
    const cells = [code("process.pid"), code(child), code(`\n${source}`), code('console.log("never")')];
    const result = await run("fails.ipynb", cells, isEndless ? 2 : 30);
    const line = source.split("\n")[0] ?? "";
    const shown = line.length > 80 ? `${line.slice(0, 79)}…` : line;
    expect(result.ok).toBe(false);
    expect(result.failure).toBe(`runNotebook: ${why} (fails.ipynb, code cell 3: ${shown})`);
    expect(outputs(result, 2)).toEqual([
      { output_type: "stream", name: "stdout", text: "so far\n" },
      { output_type: "error", ename, evalue, traceback: expect.arrayContaining([expect.any(String)]) },
    ]);
    expect(result.notebook.cells.map((cell) => cell.execution_count)).toEqual([1, 2, 3, null]);
    expect(outputs(result, 3)).toEqual([]);
    expect(isRunning(printedPid(result, 0))).toBe(false);
    await expect.poll(() => isRunning(printedPid(result, 1))).toBe(false);
  });
});
