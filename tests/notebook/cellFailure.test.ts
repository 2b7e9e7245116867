import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { code, isRunning, makeFolder, outputs, printed, printedPid, trialRun, watchTemporary } from "./trialRun.js";

vi.setConfig({ testTimeout: 60_000 });
const folder = makeFolder();
watchTemporary();

describe("runNotebook, of a cell that fails", () => {
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
      "a kill",
      // what was printed needs a moment to leave the process
      'console.log("so far"); await new Promise((done) => setTimeout(done, 300)); process.kill(process.pid, "SIGKILL")',
      "KernelKilled",
      "SIGKILL",
      "the kernel was killed, got SIGKILL",
    ],
    [
      "an endless loop",
      'console.log("so far"); while (true) {}',
      "Timeout",
      "the cell must end within 3 seconds",
      "the cell must end within 3 seconds, got no end",
    ],
    [
      "an endless wait",
      'console.log("so far"); await new Promise(() => {})',
      "Timeout",
      "the cell must end within 3 seconds",
      "the cell must end within 3 seconds, got no end",
    ],
  ];
  const child = 'const { pid } = require("child_process").spawn("sleep", ["600"], { stdio: "ignore" });\npid';

  it.each(kinds)("tells %s", async (_, source, ename, evalue, why) => {
    const isEndless = why.includes("3 seconds");
    const cells = [code("process.pid"), code(child), code(`\n${source}`), code('console.log("never")')];
    const result = await trialRun(join(folder, "fails.ipynb"), cells, isEndless ? 3 : 30);
    const line = source.split("\n")[0] ?? "";
    const shown = line.length > 80 ? `${line.slice(0, 79)}…` : line;
    expect(result.ok).toBe(false);
    expect(result.failure).toBe(`runNotebook: ${why} (fails.ipynb, code cell 3: ${shown})`);
    expect(outputs(result, 2)).toEqual([
      printed("so far\n"),
      { output_type: "error", ename, evalue, traceback: expect.arrayContaining([expect.any(String)]) },
    ]);
    expect(result.notebook.cells.map((cell) => cell.execution_count)).toEqual([1, 2, 3, null]);
    expect(outputs(result, 3)).toEqual([]);
    expect(isRunning(printedPid(result, 0))).toBe(false);
    await expect.poll(() => isRunning(printedPid(result, 1))).toBe(false);
  });

  it("tells code that does not compile, with every diagnostic, and runs none of it", async () => {
    const source = 'console.log("so far");\nconst x: number = "a"; y';
    const result = await trialRun(join(folder, "types.ipynb"), [code("process.pid"), code(source), code("1")]);
    const [one, two] = ["2:7 - Type 'string' is not assignable to type 'number'.", "2:24 - Cannot find name 'y'."];
    expect(result.ok).toBe(false);
    expect(result.failure).toBe(
      `runNotebook: the cell does not compile, got ${one} (types.ipynb, code cell 2: console.log("so far");)`,
    );
    expect(outputs(result, 1)).toEqual([
      {
        output_type: "error",
        ename: "CompileError",
        evalue: `${one}\n${two}`,
        traceback: [`CompileError: ${one}`, two],
      },
    ]);
    expect(result.notebook.cells.map((cell) => cell.execution_count)).toEqual([1, 2, null]);
    expect(isRunning(printedPid(result, 0))).toBe(false);
  });

  it.each([
    ["in lines without end", 'while (true) console.log("so far, ".repeat(20));'],
    ["100 MB in pieces", 'for (let i = 0; i < 100; i++) process.stdout.write("so far, ".repeat(125_000));'],
    [
      "100 MB in lines, waiting between",
      'for (let i = 0; i < 1e5; i++) { console.log("so far, ".repeat(125)); await 0 }',
    ],
    ["100 MB at once", 'process.stdout.write("so far, ".repeat(12_500_000));'],
  ])("tells a cell that prints %s, and keeps the beginning at most", async (_, source) => {
    const result = await trialRun(join(folder, "flood.ipynb"), [code("process.pid"), code(source), code("1")]);
    expect(result.failure).toBe(
      `runNotebook: the cell must print less than 50 MB, got more (flood.ipynb, code cell 2: ${source.length > 80 ? `${source.slice(0, 79)}…` : source})`,
    );
    expect(outputs(result, 1).at(-1)).toMatchObject({ output_type: "error", ename: "TooMuchOutput" });
    expect(JSON.stringify(result.notebook).length).toBeLessThan(120_000);
    expect(isRunning(printedPid(result, 0))).toBe(false);
  });
});
