import { relative, resolve } from "node:path";
import { compareRuns } from "../notebook/compareRuns.js";
import { inputChanges, inputsOf, named } from "../notebook/inputsOf.js";
import type { Notebook } from "../notebook/notebookText.js";
import { quantitiesType } from "../notebook/quantity.js";
import { readNotebook } from "../notebook/readNotebook.js";
import { recordedRun } from "../notebook/recordedRun.js";
import { runFacts } from "../notebook/runFacts.js";
import { staleInputs } from "../notebook/staleInputs.js";
import type { CheckedNotebook } from "./certificate.js";
import { commitHere, commitOf } from "./commitOf.js";

/** A notebook held against its committed run: first what is stale, then, unless only that is asked, what a new run says. */
export async function checkNotebook(
  file: string,
  { root, timeout, run }: { readonly root: string; readonly timeout: number; readonly run: boolean },
): Promise<CheckedNotebook> {
  const committed = readNotebook(file);
  const recorded = inputsOf(committed);
  const facts = runFacts(root, file, committed);
  const now = named(facts);
  const [then, here] = await Promise.all([commitOf(root, resolve(file)), commitHere(root)]);
  const start = {
    notebook: relative(resolve(root), resolve(file)),
    named: namesQuantities(committed),
    committed: { ...(then !== undefined && { commit: then }), inputs: recorded },
    rerun: { ...(here !== undefined && { commit: here }), inputs: now },
    stale: staleInputs(committed, facts),
  };
  if (!run) return { ...start, changed: 0, ...nothing };
  const { notebook: rerun, failure } = await recordedRun(file, { timeout, root });
  const found = start.named ? compareRuns(committed, rerun) : { ...nothing, inputs: inputChanges(recorded, now) };
  const lone = [...found.appeared, ...found.vanished].filter(({ kind }) => kind === "verdict").length;
  const changed = Math.max(found.verdicts.length + lone, failure === undefined ? 0 : 1);
  return { ...start, changed, ...found, ...(failure !== undefined && { failure }) };
}

const nothing = { verdicts: [], moved: [], appeared: [], vanished: [], inputs: [], compared: 0 };

function namesQuantities({ cells }: Notebook): boolean {
  return cells.some(({ outputs = [] }) => outputs.some((one) => "data" in one && quantitiesType in one.data));
}
