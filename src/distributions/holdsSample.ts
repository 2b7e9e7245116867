import type { Distribution } from "../core/distribution.js";

/** Whether any part of a distribution is known by a sample alone. */
export function holdsSample(says: Distribution): boolean {
  return says.family === "mixture" ? says.of.some(holdsSample) : isSample(says);
}

/** Whether it is known by draws that are a sample, not all that may come. */
export function isSample(says: Distribution): says is Extract<Distribution, { family: "draws" }> {
  return says.family === "draws" && says.isWhole !== true;
}
