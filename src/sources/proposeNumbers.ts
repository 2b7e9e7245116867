import { wordOf } from "./fieldWords.js";
import type { Proposed, Undecided } from "./proposeMapping.js";
import { ofCells, type Sample } from "./sampleOf.js";

/** Deaths, estimates and totals, as far as the sample tells. */
export function findNumbers(sample: Sample): (Proposed | Undecided)[] {
  return [
    ...findDeaths(sample),
    ...(["deathsLow", "deathsHigh", "events", "placePrecision"] as const).flatMap((field) => {
      const column = sample.named(field).find((one) => isMostly(filled(sample.cells(one)), isWhole));
      return column === undefined ? [] : whole(sample, field, [column]);
    }),
  ];
}

function findDeaths(sample: Sample): (Proposed | Undecided)[] {
  const exact = sample.named("deaths");
  const total = exact.find((column) => isMostly(filled(sample.cells(column)), isWhole));
  const parts = sample
    .free()
    .filter((column) => /kia|killed|deaths|fatalities/.test(wordOf(column)) && column !== total)
    .filter((column) => !/wound|wia|injur|min|max|low|high|range|note|source/.test(wordOf(column)))
    .filter((column) => isMostly(filled(sample.cells(column)), isWhole));
  if (total !== undefined) {
    const [found, ...doubts] = whole(sample, "deaths", [total]);
    if (parts.length === 0) return [found, ...doubts];
    const beside = `${parts.join(", ")} beside it also count the dead; add them up if ${total} does not hold them`;
    return [{ ...found, confidence: "fair", why: `${found.why}; ${beside}` }, ...doubts];
  }
  if (parts.length > 0) return whole(sample, "deaths", parts);
  const odd = exact.at(0);
  if (odd === undefined)
    return [{ field: "deaths", why: "no column is named like deaths; without one, they cannot be counted" }];
  const cell = filled(sample.cells(odd)).find((one) => !isWhole(one));
  return [
    {
      field: "deaths",
      why: `${odd} ${cell === undefined ? "is empty" : `holds ${JSON.stringify(cell)}, not a whole number`}`,
    },
  ];
}

function whole(
  sample: Sample,
  field: "deaths" | "deathsLow" | "deathsHigh" | "events" | "placePrecision",
  columns: readonly string[],
): [Proposed, ...Undecided[]] {
  const cells = columns.flatMap((column) => sample.cells(column));
  const empty = cells.filter((cell) => cell === "").length;
  const odd = cells.filter((cell) => cell !== "" && !isWhole(cell));
  const isEstimate = field !== "deaths" && field !== "events";
  sample.take(...columns);
  const why = [
    columns.length > 1
      ? `named like parts of the deaths, which are added up; not if one holds another`
      : `named like it`,
    `${ofCells(cells.length - empty - odd.length, cells.length)} are whole numbers`,
    ...(odd.length === 0 ? [] : [`${odd.length} are not, such as ${JSON.stringify(odd[0])}, and are refused`]),
    ...(empty > 0 && isEstimate ? [`${empty} are empty and say nothing`] : []),
  ].join("; ");
  const from = columns.length === 1 ? { column: columns[0] } : { columns };
  const says = empty > 0 && isEstimate ? { ...from, empty: "absent" } : columns.length === 1 ? columns[0] : from;
  const confidence = columns.length === 1 && odd.length === 0 && (empty === 0 || isEstimate) ? "high" : "fair";
  const found: Proposed = { field, columns, confidence, why, says };
  if (empty === 0 || isEstimate) return [found];
  const doubt = `${empty} of ${cells.length} cells of ${columns.join(", ")} are empty, and refused unless the mapping says "empty": 0`;
  return [found, { field, why: doubt }];
}

function isWhole(cell: string): boolean {
  return /^\d{1,9}$/.test(cell);
}

/** Whether nine in ten of some cells are what they should be. */
export function isMostly(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(fits).length >= 0.9 * cells.length;
}

/** The cells that hold something. */
export function filled(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell.trim() !== "");
}
