import { nounConclusions } from "./nounConclusions.js";
import { fingerprintOf, namedOnce, type Quantity } from "./quantity.js";
import { rowQuantities } from "./rowQuantities.js";

/** A table as it was laid out: what it is of, its rows, how many of them are shown, and the objects they were made from. */
export interface LaidOut {
  readonly kind: string;
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly of?: readonly object[];
  readonly most: number;
}

/** What tables say, by name, and what all of them conclude; rows that are only counted in a table are one fingerprint. */
export function tableQuantities(tables: readonly LaidOut[], what: object = {}): Quantity[] {
  return namedOnce([
    ...nounConclusions(what),
    ...tables.flatMap(({ kind, title, rows, of, most }) => {
      const shown = rows.slice(0, most).flatMap((row, i) => rowQuantities(kind, i + 1, row, of?.[i]));
      const rest = rows.slice(most);
      return [
        ...(title === "" ? [] : [{ name: `${kind}: title`, value: title, kind: "text" } as const]),
        ...shown,
        ...(rest.length === 0 ? [] : [restOf(kind, rest, most)]),
      ];
    }),
  ]);
}

function restOf(kind: string, rest: LaidOut["rows"], most: number): Quantity {
  return { name: `${kind}: rows ${most + 1} to ${most + rest.length}`, value: fingerprintOf(rest), kind: "text" };
}
