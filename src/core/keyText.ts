import type { Key } from "./panel.js";

/**
 * A key in words, of one series or of all.
 *
 * @example
 * keyText({ zone: "mopti", actor: "army" }) // "mopti/army"
 */
export function keyText(key: Key): string {
  return Object.values(key).join("/") || "all";
}
