import type { Notebook } from "./notebookText.js";
import { readNotebook } from "./readNotebook.js";
import { type RunFacts, runFacts } from "./runFacts.js";
import { type NotebookRun, type RunOptions, runNotebook } from "./runNotebook.js";
import { withParameters } from "./withParameters.js";

/**
 * Runs a notebook as `runNotebook` does and writes into what comes out, as `metadata.hindcast`, what the run rested on: by that
 * `hindcast notebook check` tells later what changed. A run that did not come to its end says nothing of the kind.
 *
 * @throws InputError, DataError as `runNotebook` does
 */
export async function recordedRun(file: string, options: RunOptions): Promise<NotebookRun> {
  const { root, set = {} } = options;
  const before = runFacts(root, file, withParameters(readNotebook(file), set, file));
  const run = await runNotebook(file, options);
  if (!run.ok) return { ...run, notebook: withFacts(run.notebook) };
  const after = runFacts(root, file, run.notebook);
  // What a file was when the run began is what it read; files that the run itself left are known only now.
  const data = Object.entries({ ...after.data, ...before.data }).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...run, notebook: withFacts(run.notebook, { ...after, code: before.code, data: Object.fromEntries(data) }) };
}

function withFacts(notebook: Notebook, facts?: RunFacts): Notebook {
  const { hindcast: _, ...metadata } = notebook.metadata;
  return { ...notebook, metadata: { ...metadata, ...(facts && { hindcast: facts }) } };
}
