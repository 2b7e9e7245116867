import { InputError } from "../core/errors.js";
import type { Model } from "../models/model.js";
import { modelNamed } from "../models/modelNamed.js";

/**
 * Models as a person names them, with commas between: `conflictology(12),linearPool(["conflictology(12)"])`.
 *
 * @throws InputError when one of them is no model, or none is named
 */
export function modelsIn(text: string, option: string): Model[] {
  const calls: string[] = [];
  let [depth, start, isQuoted] = [0, 0, false];
  for (let i = 0; i <= text.length; i++) {
    const sign = text[i];
    if (sign === '"' && text[i - 1] !== "\\") isQuoted = !isQuoted;
    if (isQuoted && sign !== undefined) continue;
    if (sign === "(" || sign === "[" || sign === "{") depth += 1;
    if (sign === ")" || sign === "]" || sign === "}") depth -= 1;
    if (sign === undefined || (sign === "," && depth === 0)) {
      calls.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const named = calls.filter((call) => call !== "");
  if (named.length === 0) throw new InputError(`${option}: needs a model such as conflictology(12), got none`);
  const joined = named.find((call) => /\)\s*[\s;|]\s*\w+\(/.test(call) && !call.includes('"'));
  if (joined !== undefined)
    throw new InputError(`${option}: needs commas between models, got ${JSON.stringify(joined)}`);
  return named.map(modelNamed);
}
