import { columnName } from "../core/source.js";
import { fieldWords, wordOf } from "./fieldWords.js";

/** A sample of a table, by columns; `take` sets a column aside, so that no two fields are read from one. */
export interface Sample {
  readonly rows: number;
  cells(column: string): readonly string[];
  /** The columns not yet taken whose names mean a field, the surest first; with `half`, also those that hold its word. */
  named(field: keyof typeof fieldWords, half?: "half"): readonly string[];
  take(...columns: readonly string[]): void;
  free(): readonly string[];
}

/**
 * A row's cells, one a column, where the row is as long as the header; empty cells beyond it are none. Undefined elsewhere.
 */
export function cellsOfRow(row: readonly string[], width: number): readonly string[] | undefined {
  return row.length >= width && row.slice(width).every((cell) => cell === "") ? row.slice(0, width) : undefined;
}

/** A table's sample; rows that are not as long as the header are left out. */
export function sampleOf(columns: readonly string[], rows: readonly (readonly string[])[]): Sample {
  const whole = rows.flatMap((row) => {
    const cells = cellsOfRow(row, columns.length);
    return cells === undefined ? [] : [cells];
  });
  const taken = new Set<string>();
  const free = (): string[] => columns.filter((column) => columnName(column) !== "" && !taken.has(column));
  return {
    rows: whole.length,
    cells: (column) => whole.map((row) => row[columns.indexOf(column)]),
    named: (field, half) => {
      const known: readonly string[] = fieldWords[field];
      const exact = free()
        .filter((column) => known.includes(wordOf(column)))
        .sort((a, b) => known.indexOf(wordOf(a)) - known.indexOf(wordOf(b)));
      const holds = (column: string): boolean =>
        columnName(column)
          .split("_")
          .some((word) => word.length > 1 && known.includes(word));
      return half === undefined ? exact : [...exact, ...free().filter((one) => !exact.includes(one) && holds(one))];
    },
    take: (...names) => {
      for (const name of names) taken.add(name);
    },
    free,
  };
}

/** How many of a sample's cells, in words. */
export function ofCells(count: number, total: number): string {
  return count === total ? `all ${total} cells` : `${count} of ${total} cells`;
}
