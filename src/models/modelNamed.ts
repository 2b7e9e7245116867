import { InputError } from "../core/errors.js";
import { conflictology } from "./conflictology.js";
import { ets } from "./ets.js";
import type { Model } from "./model.js";
import { theta } from "./theta.js";

/** Every model by name; a row each. */
// biome-ignore lint/suspicious/noExplicitAny: each takes arguments of its own, which it checks itself
const makers: Readonly<Record<string, (...args: any[]) => Model>> = {
  conflictology,
  ets,
  theta,
};

/** The names of all models that there are. */
export const modelNames: readonly string[] = Object.keys(makers);

/**
 * The model that a text calls, such as `conflictology(12)`: a name, and arguments as JSON.
 *
 * @throws InputError when there is no such model, the text is no call, or the arguments cannot be
 * @example
 * modelNamed("conflictology(12)").needs // 12
 */
export function modelNamed(text: string): Model {
  const [, name, args] = /^\s*(\w+)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  if (name === undefined)
    throw new InputError(`model: needs a call such as conflictology(12), got ${JSON.stringify(text)}`);
  if (!Object.hasOwn(makers, name))
    throw new InputError(`model: there is no ${name}; there are ${modelNames.join(", ")}`);
  let given: unknown[];
  try {
    given = JSON.parse(`[${args}]`);
  } catch {
    throw new InputError(`model: arguments of ${name} need to be JSON, got ${JSON.stringify(args)}`);
  }
  return makers[name](...given);
}
