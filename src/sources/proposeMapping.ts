import type { Mapping } from "../core/mapping.js";
import { findDays } from "./proposeDays.js";
import { findNumbers } from "./proposeNumbers.js";
import { decimalSign, findPlaces } from "./proposePlaces.js";
import { findTexts } from "./proposeTexts.js";
import { sampleOf } from "./sampleOf.js";

/** A field that a column seems to fill, how surely, and why. */
export interface Proposed {
  readonly field: string;
  readonly columns: readonly string[];
  readonly confidence: "high" | "fair";
  readonly why: string;
  /** What the mapping says of the field. */
  readonly says: unknown;
}

/** A field of which the table does not say enough; somebody who knows the file must. */
export interface Undecided {
  readonly field: string;
  readonly why: string;
}

/** A mapping as far as a table's header and a sample of its rows go. */
export interface MappingProposal {
  /** Complete where `id`, `day` and `kind` are not among the undecided. */
  readonly mapping: Omit<Mapping, "columns"> & { readonly columns: Partial<Mapping["columns"]> };
  readonly proposed: readonly Proposed[];
  readonly undecided: readonly Undecided[];
  /** How many rows of the sample are not as long as the header, and were passed over. */
  readonly passedOver: number;
  /** Columns of which nothing is made. */
  readonly unused: readonly string[];
}

/** The order in which fields stand in a mapping. */
const order = [
  ...[
    "id",
    "day",
    "until",
    "known",
    "precision",
    "kind",
    "subkind",
    "side1",
    "side2",
    "civilians",
    "deaths",
    "deathsLow",
  ],
  ...[
    "deathsHigh",
    "events",
    "country",
    "admin1",
    "admin2",
    "place",
    "lat",
    "lon",
    "position",
    "placePrecision",
    "notes",
  ],
];

/**
 * What a table's columns seem to be, from their names and a sample of rows: for every field the reason, and what cannot be
 * told is left undecided rather than guessed. Rows that are not as long as the header are passed over.
 */
export function proposeMapping(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { name }: { name: string },
): MappingProposal {
  const sample = sampleOf(columns, rows);
  const found = [findDays, findPlaces, findNumbers, findTexts].flatMap((find) => find(sample));
  const proposed = found
    .flatMap((one) => ("says" in one ? [one] : []))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const undecided = found
    .flatMap((one) => ("says" in one ? [] : [one]))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const used = new Set(proposed.flatMap((one) => one.columns));
  const lat = proposed.find((one) => one.field === "lat")?.columns.flatMap((column) => sample.cells(column));
  const decimal = decimalSign(lat ?? []) === "," ? { decimal: "," as const } : {};
  return {
    mapping: { name, ...decimal, columns: Object.fromEntries(proposed.map(({ field, says }) => [field, says])) },
    proposed,
    undecided,
    passedOver: rows.length - sample.rows,
    unused: columns.filter((column) => !used.has(column)),
  };
}
