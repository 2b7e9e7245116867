/** What a word says of a number, as a row of a table: ours, and open to argument. */
export interface WordRow {
  readonly word: string;
  readonly low: number;
  /** Infinity where it sets no upper end. */
  readonly high: number;
  /** Whether the ends themselves are meant too. */
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
  /** The range as people write it: "[0, 0.5)". */
  readonly range: string;
  readonly note: string;
}

/** A row from its word and its range as written. */
export function wordRow(word: string, range: string, note: string): WordRow {
  const [low, high] = range.slice(1, -1).split(", ");
  return {
    word,
    low: Number(low),
    high: high === "∞" ? Infinity : Number(high),
    hasLow: range.startsWith("["),
    hasHigh: range.endsWith("]"),
    range,
    note,
  };
}
