import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { notebookText } from "../../src/notebook/notebookText.js";
import { runNotebook } from "../../src/notebook/runNotebook.js";
import {
  code,
  isRunning,
  makeFolder,
  outputs,
  printed,
  printedPid,
  root,
  trialRun,
  watchTemporary,
  writeNotebook,
} from "./trialRun.js";

vi.setConfig({ testTimeout: 60_000 });
const folder = makeFolder();
const left = watchTemporary();

describe("runNotebook, of a notebook that holds", () => {
  const stale = { outputs: [printed("old")], execution_count: 7 } as const;
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
    const result = await trialRun(join(folder, "holds.ipynb"), cells);
    expect(result).toEqual({ ok: true, notebook: expect.anything() });
    expect(outputs(result, 1)).toEqual([
      printed("one\ntwo\n"),
      { output_type: "stream", name: "stderr", text: "to err\n" },
      printed("three\n"),
    ]);
    // State carries over, also into a cell that awaits; a cell without code is not run.
    expect(outputs(result, 2)).toEqual([printed("21\n")]);
    expect(outputs(result, 3)).toEqual([]);
    expect(outputs(result, 4)).toEqual([printed("22\n")]);
    // A display that a later cell updates shows its last state in its first place.
    expect(outputs(result, 5)).toEqual([
      { output_type: "display_data", data: { "text/html": "<b>1</b>" }, metadata: {} },
      printed("between\n"),
      { output_type: "display_data", data: { "text/markdown": "*2*" }, metadata: {} },
      { output_type: "display_data", data: { "text/plain": "done indeed" }, metadata: {} },
    ]);
    expect(outputs(result, 6)).toEqual([]);
    expect(outputs(result, 7)).toEqual([{ output_type: "display_data", data: bundle, metadata: {} }]);
    expect(outputs(result, 8)).toEqual([printed(`${folder} UTC 0 1,234.5\n`)]);
    // tslab alone loses what comes after 512 messages.
    const numbers = Array.from({ length: 3000 }, (_, i) => `${i}\n`).join("");
    expect(outputs(result, 9)).toEqual([printed(numbers)]);
    expect(result.notebook.cells.map((cell) => cell.execution_count)).toEqual([
      ...[undefined, 1, 2, null, 3, 4, 5, 6, 7, 8, 9],
    ]);
    expect(result.notebook.cells[0]).toEqual(cells[0]);
    expect(result.notebook.cells[2]?.metadata).toEqual({ tags: ["a"] });
    expect(isRunning(printedPid(result, 10))).toBe(false);
  });

  it("tells of each cell of code before it runs it", async () => {
    const told: string[] = [];
    const file = writeNotebook(join(folder, "told.ipynb"), [code("1"), code(" "), code("throw 1"), code("2")]);
    const onCell = (cell: number, of: number) => told.push(`${cell} of ${of}`);
    await runNotebook(file, { timeout: 30, root, onCell });
    expect(told).toEqual(["1 of 3", "2 of 3"]);
  });

  it("gives the same bytes each time, and does not touch the file", async () => {
    const file = writeNotebook(join(folder, "same.ipynb"), cells.slice(0, -1));
    const before = readFileSync(file, "utf8");
    const [one, two] = await Promise.all([1, 2].map(() => runNotebook(file, { timeout: 30, root })));
    expect(one && notebookText(one.notebook)).toBe(two && notebookText(two.notebook));
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

describe("runNotebook, of work that cells leave behind", () => {
  it("waits for it, and fails with what it rejects", async () => {
    const cells = [code("process.pid"), code("void setTimeout(() => Promise.reject(new Error('too late')), 300);")];
    const result = await trialRun(join(folder, "late.ipynb"), cells);
    expect(result.failure).toBe(
      "runNotebook: a promise was rejected and nobody caught it, got Error: too late" +
        " (late.ipynb, code cell 2: void setTimeout(() => Promise.reject(new Error('too late')), 300);)",
    );
    expect(outputs(result, 1)).toMatchObject([{ output_type: "error", ename: "UnhandledRejection" }]);
    expect(isRunning(printedPid(result, 0))).toBe(false);
  });

  it("fails when it does not end in time", async () => {
    const result = await trialRun(
      join(folder, "ticks.ipynb"),
      [code("process.pid"), code("void setInterval(() => {}, 50);")],
      3,
    );
    expect(result.failure).toBe(
      "runNotebook: the work that cells left behind must end within 3 seconds, got no end" +
        " (ticks.ipynb, code cell 2: void setInterval(() => {}, 50);)",
    );
    expect(isRunning(printedPid(result, 0))).toBe(false);
  });

  it("takes the kernel along when the runner itself is killed", async () => {
    const source = "require('fs').writeFileSync('pid.txt', String(process.pid)); while (true) {}";
    const file = writeNotebook(join(folder, "orphan.ipynb"), [code(source)]);
    const module = join(root, "src", "notebook", "runNotebook.ts");
    const call = `runNotebook(${JSON.stringify(file)}, { timeout: 600, root: ${JSON.stringify(root)} })`;
    const script = `import(${JSON.stringify(module)}).then(({ runNotebook }) => ${call})`;
    const runner = spawn(process.execPath, ["--import", "tsx", "-e", script], { cwd: root, stdio: "ignore" });
    const pid = () => Number(existsSync(join(folder, "pid.txt")) && readFileSync(join(folder, "pid.txt"), "utf8"));
    await expect.poll(pid, { timeout: 30_000 }).toBeGreaterThan(1);
    expect(isRunning(pid())).toBe(true);
    expect(left()).toHaveLength(1);
    runner.kill("SIGKILL");
    await expect.poll(() => isRunning(pid()), { timeout: 10_000 }).toBe(false);
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  });
});

describe("runNotebook, asked wrongly", () => {
  const refusal = (name: string, message: string) => expect.objectContaining({ name, message });
  const fine = { timeout: 30, root };

  it.each([0, -1, Number.NaN, 86_401])("refuses %d seconds", async (timeout) => {
    await expect(trialRun(join(folder, "time.ipynb"), [code("1")], timeout)).rejects.toEqual(
      refusal("InputError", `runNotebook: a cell's timeout is more than 0 and at most 86400 seconds, got ${timeout}`),
    );
  });

  it("refuses a file that is not there", async () => {
    const file = join(folder, "none.ipynb");
    await expect(runNotebook(file, fine)).rejects.toEqual(
      refusal("InputError", `notebook: needs a file that can be read, got ${file}`),
    );
  });

  it.each([
    ["# Title", 'needs JSON, got "# Title" (FILE)'],
    ['{"nbformat":3,"worksheets":[]}', "needs Jupyter's format 4, got 3 (FILE)"],
    ["[]", "needs Jupyter's format 4, got none (FILE)"],
    [
      '{"nbformat":4,"nbformat_minor":5,"metadata":{}}',
      "needs metadata and cells, got nbformat, nbformat_minor, metadata (FILE)",
    ],
    [
      '{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","metadata":{},"source":[1]}]}',
      "a cell needs a cell_type, metadata and a source (FILE, cell 1 of all)",
    ],
  ])("refuses %s", async (text, message) => {
    const file = join(folder, "odd.ipynb");
    writeFileSync(file, text);
    await expect(runNotebook(file, fine)).rejects.toEqual(
      refusal("DataError", `notebook: ${message.replace("FILE", file)}`),
    );
  });

  it("refuses a notebook without code", async () => {
    const file = join(folder, "words.ipynb");
    await expect(trialRun(file, [code(" "), { cell_type: "markdown", metadata: {}, source: "1" }])).rejects.toEqual(
      refusal("InputError", `runNotebook: the notebook holds no code (${file})`),
    );
  });

  it("refuses a project without tslab, without zeromq, or with a tslab that does not start", async () => {
    const file = writeNotebook(join(folder, "one.ipynb"), [code("1")]);
    const outside = mkdtempSync(join(tmpdir(), "p-"));
    const fails = (root: string) => expect(runNotebook(file, { timeout: 30, root })).rejects;
    const tslab = join(outside, "node_modules", "tslab", "bin", "tslab");
    await fails(outside).toEqual(refusal("InputError", `kernel: needs tslab, got no ${tslab}; run npm install first`));
    for (const project of [outside, folder]) {
      mkdirSync(join(project, "node_modules", "tslab", "bin"), { recursive: true });
      writeFileSync(join(project, "node_modules", "tslab", "bin", "tslab"), 'console.error("no kernel today");');
    }
    const missing = `kernel: needs the zeromq package of tslab, got "Cannot find module 'zeromq'"; run npm install first`;
    await fails(outside).toEqual(refusal("InputError", missing));
    await fails(folder).toEqual(
      refusal("InputError", "kernel: tslab must start within 60 seconds, got no kernel today"),
    );
    rmSync(outside, { recursive: true });
  });
});
