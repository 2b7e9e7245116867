import { InputError } from "../core/errors.js";

/**
 * The hub's ids of our models as a person gives them, in JSON.
 *
 * @throws InputError when it is not JSON of texts by texts
 */
export function hubNames(text: string): Readonly<Record<string, string>> {
  const fault = new InputError(`hub: --names needs JSON such as {"zero()":"team-zero"}, got ${text}`);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw fault;
  }
  if (given === null || typeof given !== "object" || Array.isArray(given)) throw fault;
  const entries = Object.entries(given).map(([model, id]): [string, string] => {
    if (typeof id !== "string") throw fault;
    return [model, id];
  });
  return Object.fromEntries(entries);
}
