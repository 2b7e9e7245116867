/** A number as rows write it: `null` for Infinity, which JSON has no word for. */
export function finiteOrNull(value: number): number | null {
  return value === Infinity ? null : value;
}
