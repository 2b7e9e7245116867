import { relative, resolve } from "node:path";
import { compareRuns } from "../notebook/compareRuns.js";
import { cellName, dataNamed } from "../notebook/dataNamed.js";
import { type InputChange, inputChanges, inputsOf, named } from "../notebook/inputsOf.js";
import type { Notebook } from "../notebook/notebookText.js";
import { quantitiesType } from "../notebook/quantity.js";
import { readNotebook } from "../notebook/readNotebook.js";
import { recordedRun } from "../notebook/recordedRun.js";
import { runFacts } from "../notebook/runFacts.js";
import type { RunOptions } from "../notebook/runNotebook.js";
import { staleInputs } from "../notebook/staleInputs.js";
import type { CheckedNotebook } from "./certificate.js";
import { commitHere, commitOf } from "./commitOf.js";

/** A notebook held against its committed run, by what changed since, and nothing is run. */
export async function staleNotebook(file: string, root: string): Promise<CheckedNotebook> {
  const committed = readNotebook(file);
  const facts = runFacts(root, file, committed);
  const [then, here] = await Promise.all([commitOf(root, resolve(file)), commitHere(root)]);
  return {
    notebook: relative(resolve(root), resolve(file)),
    counts: countsIn(committed),
    changed: 0,
    named: true,
    committed: { ...(then !== undefined && { commit: then }), inputs: inputsOf(committed) },
    rerun: { ...(here !== undefined && { commit: here }), inputs: named(facts) },
    stale: staleInputs(committed, facts),
    ...{ compared: 0, verdicts: [], moved: [], appeared: [], vanished: [], inputs: [], feeds: [] },
  };
}

/** A notebook held against its committed run: first what is stale, then what a new run says, and what was different in it. */
export async function checkNotebook(file: string, options: RunOptions): Promise<CheckedNotebook> {
  const { root } = options;
  const start = await staleNotebook(file, root);
  const committed = readNotebook(file);
  const { notebook: rerun, failure } = await recordedRun(file, options);
  const isNamed = outputsOf(committed).length > 0 && (namesQuantities(committed) || !namesQuantities(rerun));
  // A run that failed writes no facts: its inputs are those from before it.
  const now = failure === undefined ? inputsOf(rerun) : start.rerun.inputs;
  const inputs = inputChanges(start.committed.inputs, now);
  const found = { ...(isNamed ? compareRuns(committed, rerun) : nothing), inputs };
  const isVerdict = ({ kind }: { kind: string }): boolean => kind === "verdict";
  // What a failed run did not come to has not changed, and its error is no verdict: that it failed is said by itself.
  const lone = failure === undefined ? [...found.appeared, ...found.vanished].filter(isVerdict).length : 0;
  return {
    ...start,
    ...found,
    named: isNamed,
    changed: found.verdicts.length + lone,
    rerun: { ...start.rerun, inputs: now },
    feeds: feedsOf(root, file, committed, inputs, [...found.verdicts, ...found.moved]),
    ...(failure !== undefined && { failure }),
  };
}

/** By the name of each cell that was run the number that a reader sees beside it. */
function countsIn({ cells }: Notebook): Readonly<Record<string, number>> {
  return Object.fromEntries(
    cells.flatMap((cell, i) =>
      typeof cell.execution_count === "number" ? [[cellName(cell, i), cell.execution_count]] : [],
    ),
  );
}

const nothing = { verdicts: [], moved: [], appeared: [], vanished: [], inputs: [], compared: 0 };

/** Which cells name each data file that differs, and how much moved before the first of them. */
function feedsOf(
  root: string,
  file: string,
  notebook: Notebook,
  inputs: readonly InputChange[],
  moved: readonly { readonly cell: string }[],
): CheckedNotebook["feeds"] {
  const order = notebook.cells.map(cellName);
  return dataNamed(root, file, notebook)
    .filter(({ path }) => inputs.some(({ input }) => input === `data ${path}`))
    .map(({ path, cells }) => {
      const first = Math.min(...cells.map((cell) => order.indexOf(cell)));
      return { path, cells, before: moved.filter(({ cell }) => order.indexOf(cell) < first).length };
    });
}

function outputsOf({ cells }: Notebook) {
  return cells.flatMap(({ outputs = [] }) => outputs);
}

function namesQuantities(notebook: Notebook): boolean {
  return outputsOf(notebook).some((one) => "data" in one && quantitiesType in one.data);
}
