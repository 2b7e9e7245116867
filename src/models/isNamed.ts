import { InputError } from "../core/errors.js";
import type { Model } from "./model.js";
import { modelNamed } from "./modelNamed.js";

/**
 * Whether a model's name makes it anew, so that it can travel to another thread or process as a text. A model that somebody
 * wrote in a cell cannot; nor one that bears a built-in's name and has another `fit`, as far as its text tells.
 *
 * @example
 * isNamed(conflictology(12)) // true
 */
export function isNamed(model: Model): boolean {
  try {
    const made = modelNamed(model.name);
    return made.name === model.name && made.needs === model.needs && String(made.fit) === String(model.fit);
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
