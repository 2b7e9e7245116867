import type { Recipe } from "./panel.js";

/** Whether the exposure is itself a count, the whole of a share or what stands below a ratio's line, rather than days at risk. */
export function isRatio({ measure, over }: Recipe): boolean {
  return typeof measure === "object" || over !== undefined;
}
