import { type InputChange, inputChanges, inputsOf, named, outputsIn } from "./inputsOf.js";
import type { Notebook } from "./notebookText.js";
import type { RunFacts } from "./runFacts.js";

/**
 * Why what a notebook shows can no longer be trusted without running it: code, data, parameters or seeds that changed since, or
 * outputs that are not those that the recorded run wrote. Other versions of programs are no reason. Nothing can be said of a
 * notebook that records no run.
 *
 * @param facts what `runFacts` says of the notebook as it stands
 */
export function staleInputs(notebook: Notebook, facts: RunFacts): InputChange[] {
  const wrote = outputsIn(notebook);
  const changes = inputChanges(inputsOf(notebook), named(facts)).filter(({ input }) => !input.startsWith("versions "));
  return wrote === undefined || wrote === facts.outputs
    ? changes
    : [...changes, { input: "outputs", from: wrote, to: facts.outputs }];
}
