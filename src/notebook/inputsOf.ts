import type { Notebook } from "./notebookText.js";

/** An input by its name: "data data/figures/a.csv", "seeds", "versions node". */
export type Inputs = Readonly<Record<string, string>>;

/** An input that is not what it was; `from` or `to` is absent where there was none. */
export interface InputChange {
  readonly input: string;
  readonly from?: string;
  readonly to?: string;
}

/** What the run in a notebook rested on, by the facts its runner wrote into it; nothing where it wrote none. */
export function inputsOf(notebook: Notebook): Inputs {
  return named(notebook.metadata["hindcast"]);
}

/** The facts of a run, each under a name of its own. */
export function named(facts: unknown): Inputs {
  if (typeof facts !== "object" || facts === null) return {};
  const groups = ["code", "data", "set", "versions"].flatMap((group) => {
    const inner: unknown = Reflect.get(facts, group);
    if (typeof inner !== "object" || inner === null) return [];
    return Object.entries(inner).map(([name, value]) => [`${group} ${name}`, textOf(value)] as const);
  });
  const seeds: unknown = Reflect.get(facts, "seeds");
  return Object.fromEntries([...groups, ...(Array.isArray(seeds) ? [["seeds", seeds.join(", ")] as const] : [])]);
}

/** The hash of what was shown, by the facts of a run. */
export function outputsIn(notebook: Notebook): string | undefined {
  const facts: unknown = notebook.metadata["hindcast"];
  const hash: unknown = typeof facts === "object" && facts !== null ? Reflect.get(facts, "outputs") : undefined;
  return typeof hash === "string" ? hash : undefined;
}

/** Which inputs differ between two runs; none can be told where one of them names none. */
export function inputChanges(before: Inputs, after: Inputs): InputChange[] {
  if (Object.keys(before).length === 0 || Object.keys(after).length === 0) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((input) => before[input] !== after[input])
    .map((input) => ({
      input,
      ...(Object.hasOwn(before, input) && { from: before[input] }),
      ...(Object.hasOwn(after, input) && { to: after[input] }),
    }));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
