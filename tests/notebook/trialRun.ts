import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, vi } from "vitest";
import type { CellOutput, NotebookCell } from "../../src/notebook/notebookText.js";
import { type NotebookRun, runNotebook } from "../../src/notebook/runNotebook.js";

/** The checkout: tslab is installed here. */
export const root = resolve(import.meta.dirname, "../..");

/** A folder in the checkout for the notebooks of a test file, where cells find the packages of the project. */
export function makeFolder(): string {
  mkdirSync(join(root, "out", "test"), { recursive: true });
  const folder = mkdtempSync(join(root, "out", "test", "run-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A temporary folder for the kernels of a test file, and the check that nothing of theirs is left in it. */
export function watchTemporary(): () => string[] {
  const temporary = mkdtempSync(join(tmpdir(), "t-"));
  vi.stubEnv("TMPDIR", temporary);
  const left = () => readdirSync(temporary).filter((name) => name.startsWith("hindcast-"));
  afterAll(() => {
    vi.unstubAllEnvs();
    expect(left()).toEqual([]);
    rmSync(temporary, { recursive: true });
  });
  return left;
}

export function code(source: string, more: Partial<NotebookCell> = {}): NotebookCell {
  return { cell_type: "code", metadata: {}, source, outputs: [], execution_count: null, ...more };
}

export function writeNotebook(file: string, cells: readonly NotebookCell[]): string {
  writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  return file;
}

export function trialRun(file: string, cells: readonly NotebookCell[], timeout = 30): Promise<NotebookRun> {
  return runNotebook(writeNotebook(file, cells), { timeout, root });
}

export function outputs(run: NotebookRun, cell: number): readonly CellOutput[] {
  return run.notebook.cells[cell]?.outputs ?? [];
}

export function printed(text: string): CellOutput {
  return { output_type: "stream", name: "stdout", text };
}

export function printedPid(run: NotebookRun, cell: number): number {
  const [first] = outputs(run, cell);
  const pid = Number(first?.output_type === "stream" ? first.text : Number.NaN);
  expect(pid).toBeGreaterThan(1);
  return pid;
}

/** A process that has ended but was not yet collected by its parent is still listed: it does not run. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const state = `/proc/${pid}/stat`;
    return !(existsSync(state) && /\) Z /.test(readFileSync(state, "utf8")));
  } catch {
    return false;
  }
}
