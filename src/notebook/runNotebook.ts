import { basename, dirname, resolve } from "node:path";
import { InputError } from "../core/errors.js";
import { type CellFailure, cellFailure, leftoverFailure } from "./cellFailure.js";
import { cellOutputs } from "./cellOutputs.js";
import { type CellRun, type KernelSession, openKernel } from "./kernelSession.js";
import type { Notebook, NotebookCell } from "./notebookText.js";
import { readNotebook } from "./readNotebook.js";
import { withParameters } from "./withParameters.js";

/** A notebook as it came out of a run, and whether every cell held; if not, `failure` says which did not, and why. */
export interface NotebookRun {
  readonly notebook: Notebook;
  readonly ok: boolean;
  readonly failure?: string;
}

/**
 * `timeout`: the seconds a cell may take. `root`: the project in which tslab is installed. `set`: texts for parameters
 * of the notebook, by name. `onCell` is told of each cell before it is run: which, and of how many.
 */
export interface RunOptions {
  readonly timeout: number;
  readonly root: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly onCell?: (cell: number, of: number) => void;
}

/**
 * Runs a notebook from its first cell in a fresh TypeScript kernel, in the folder of the notebook, and fills in what the
 * cells say. It stops at the first cell that throws, does not compile, leaves a rejected promise, ends the kernel or takes
 * too long; the cells after it are left empty. The file is only read, and nothing is left running. Values that are
 * set stand in a cell of their own, tagged `injected-parameters`, in the notebook that comes out.
 *
 * @throws InputError when the file, tslab or zeromq is not there, the kernel does not start, or what is set is not
 * declared in the cell tagged `parameters` or not of its type
 * @throws DataError when the file is not a notebook, or that cell is not one of declarations
 */
export async function runNotebook(file: string, options: RunOptions): Promise<NotebookRun> {
  const { timeout, root, set = {}, onCell = () => {} } = options;
  if (!(timeout > 0 && timeout <= 86_400)) {
    throw new InputError(`runNotebook: a cell's timeout is more than 0 and at most 86400 seconds, got ${timeout}`);
  }
  const notebook = withParameters(readNotebook(file), set, file);
  const cells = notebook.cells.filter(isRunnable);
  if (cells.length === 0) throw new InputError(`runNotebook: the notebook holds no code (${file})`);
  const kernel = await openKernel(root, dirname(resolve(file)));
  try {
    const { runs, failed } = await runCells(cells, kernel, timeout, onCell);
    const filled = fill(notebook, cells, runs, failed);
    if (!failed) return { notebook: filled, ok: true };
    const { what, got } = failed.failure;
    return {
      notebook: filled,
      ok: false,
      failure: `runNotebook: ${what}, got ${got} (${place(file, cells, failed.at)})`,
    };
  } finally {
    await kernel.close();
  }
}

interface Failed {
  readonly at: number;
  readonly failure: CellFailure;
}

async function runCells(
  cells: readonly NotebookCell[],
  kernel: KernelSession,
  timeout: number,
  onCell: (cell: number, of: number) => void,
) {
  const runs: CellRun[] = [];
  for (const [at, cell] of cells.entries()) {
    onCell(at + 1, cells.length);
    runs.push(await kernel.execute(source(cell), timeout));
    const failed = firstFailure(runs);
    if (failed) return { runs, failed };
  }
  const failure = leftoverFailure(await kernel.leave(timeout));
  const failed = firstFailure(runs) ?? (failure && { at: runs.length - 1, failure });
  return { runs, failed };
}

/** All cells are looked at each time: what one left behind may fail while the next is prepared. */
function firstFailure(runs: readonly CellRun[]): Failed | undefined {
  for (const [at, run] of runs.entries()) {
    const failure = cellFailure(run);
    if (failure) return { at, failure };
  }
  return undefined;
}

function fill(notebook: Notebook, ran: readonly NotebookCell[], runs: readonly CellRun[], failed?: Failed): Notebook {
  const spent = new Set(failed?.failure.spent);
  const said = cellOutputs(runs.map((run) => run.outputs.filter((message) => !spent.has(message))));
  if (failed) said[failed.at]?.push(failed.failure.output);
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const at = ran.indexOf(cell);
    const { execution: _, ...metadata } = cell.metadata;
    return { ...cell, metadata, execution_count: at in runs ? at + 1 : null, outputs: said[at] ?? [] };
  });
  return { ...notebook, cells };
}

function place(file: string, cells: readonly NotebookCell[], at: number): string {
  const cell = cells[at];
  const lines = cell ? source(cell).split("\n") : [];
  const line = lines.map((text) => text.trim()).find((text) => text !== "") ?? "";
  return `${basename(file)}, code cell ${at + 1}: ${line.length > 80 ? `${line.slice(0, 79)}…` : line}`;
}

function isRunnable(cell: NotebookCell): boolean {
  return cell.cell_type === "code" && source(cell).trim() !== "";
}

function source(cell: NotebookCell): string {
  return typeof cell.source === "string" ? cell.source : cell.source.join("");
}
