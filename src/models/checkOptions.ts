import { InputError } from "../core/errors.js";

/** @throws InputError when options are no object, or hold a field that the model does not know: it would be passed over in silence */
export function checkOptions(options: object, known: readonly string[], name: string): void {
  if (options === null || typeof options !== "object" || Array.isArray(options))
    throw new InputError(`${name}: needs options such as { ${known[0]}: … }, got ${JSON.stringify(options)}`);
  const odd = Object.keys(options).find((field) => !known.includes(field));
  if (odd !== undefined) throw new InputError(`${name}: there is no option ${odd}; there are ${known.join(", ")}`);
}
