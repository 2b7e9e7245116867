import { isEnsemble } from "../models/ensemble.js";
import type { Model } from "../models/model.js";

/** What models are called where there is little room, and what that leaves out. */
export interface BacktestNames {
  readonly short: ReadonlyMap<string, string>;
  /** A line for each set of members, and for each name that was cut. */
  readonly notes: readonly string[];
}

/**
 * Short names of models: ensembles by how many they are made of, as in `conformal(stacked(10 models))`, and what is still
 * longer than `most` cut. Two that would be called the same keep their names.
 */
export function backtestNames(models: readonly Model[], most: number): BacktestNames {
  const drafts = models.map((model) => ({ model, text: cut(withoutMembers(model), most) }));
  const short = new Map(
    drafts.map(({ model, text }) => [
      model.name,
      drafts.filter((other) => other.text === text).length > 1 ? model.name : text,
    ]),
  );
  const sets = new Map<string, string[]>();
  const cuts: string[] = [];
  for (const { model, text } of drafts) {
    if (short.get(model.name) !== text) continue;
    const inner = pooled(model);
    if (inner !== undefined) {
      const listed = `${inner.members.length} models: ${inner.members.map(({ name }) => name).join(", ")}`;
      sets.set(listed, [...(sets.get(listed) ?? []), text]);
    }
    if (text.endsWith("…")) cuts.push(`${text} is ${model.name}`);
  }
  return { short, notes: [...[...sets].map(([listed, texts]) => `${texts.join(", ")}: ${listed}`), ...cuts] };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function withoutMembers(model: Model): string {
  if (!isEnsemble(model)) return model.name;
  const [kind] = model.name.split("(");
  const { members } = model;
  return `${kind}(${members.length === 1 ? withoutMembers(members[0]) : `${members.length} models`})`;
}

/** The ensemble of several models that one is, or is made of. */
function pooled(model: Model): { readonly members: readonly Model[] } | undefined {
  if (!isEnsemble(model)) return undefined;
  return model.members.length > 1 ? model : pooled(model.members[0]);
}
