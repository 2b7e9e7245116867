/**
 * A seed of its own for each text, so that what is drawn for one thing does not hang on what else is drawn or in what order:
 * Fowler, Noll and Vo's hash (FNV-1a) of the text's UTF-16 units over 32 bits, begun at the seed.
 *
 * @example
 * seedFor(1, "a") === seedFor(1, "b") // false
 */
export function seedFor(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
