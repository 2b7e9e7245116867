import type { Proposed, Undecided } from "./proposeMapping.js";
import { filled } from "./proposeNumbers.js";
import { ofCells, type Sample } from "./sampleOf.js";

/** So many different texts and no more are a list that somebody would edit. */
const few = 40;

/** Kinds, sides, places and notes, as far as the sample tells. */
export function findTexts(sample: Sample): (Proposed | Undecided)[] {
  return [
    ...findKind(sample),
    ...plain(sample, "subkind"),
    ...(["side1", "side2"] as const).flatMap((field) => findSide(sample, field)),
    ...findCivilians(sample),
    ...findCountry(sample),
    ...(["admin1", "admin2", "place"] as const).flatMap((field) => plain(sample, field)),
    ...findPrecision(sample),
    ...plain(sample, "notes"),
  ];
}

function findKind(sample: Sample): (Proposed | Undecided)[] {
  const doubts: string[] = [];
  for (const column of sample.named("kind")) {
    const cells = sample.cells(column);
    const counted = countsOf(filled(cells));
    const empty = cells.length - filled(cells).length;
    if (counted.length === 0 || (counted.length > 1 && counted.length > 0.5 * cells.length && cells.length > 20)) {
      doubts.push(counted.length === 0 ? `${column} is empty` : `${column} differs in most rows`);
      continue;
    }
    sample.take(column);
    const isList = counted.length <= few;
    const why = [
      `named like a type; ${ofCells(cells.length - empty, cells.length)} hold a text, ${counted.length} different`,
      isList ? "listed to be renamed or put together, others are kept" : "too many to list, kept as they stand",
      ...(empty === 0 ? [] : [`${empty} are empty and are refused`]),
    ].join("; ");
    // A mapping file may not name what an object would lose.
    const values = Object.fromEntries(counted.filter(([text]) => text !== "__proto__").map(([text]) => [text, text]));
    const says = isList ? { column, values, others: "keep" } : column;
    return [{ field: "kind", columns: [column], confidence: isList && empty === 0 ? "high" : "fair", why, says }];
  }
  const without = `where the table has none: { "always": "incident" }`;
  return [{ field: "kind", why: `${doubts.join("; ") || "no column is named like a type of event"}; ${without}` }];
}

function findSide(sample: Sample, field: "side1" | "side2"): (Proposed | Undecided)[] {
  const column = sample.named(field).find((one) => filled(sample.cells(one)).length > 0);
  if (column === undefined) return [];
  const cells = filled(sample.cells(column));
  const split = [";", "|"].find((sign) => cells.some((cell) => cell.includes(sign)));
  sample.take(column);
  const cut = cells.filter((cell) => split !== undefined && cell.includes(split)).length;
  const why = [
    `named like ${field === "side1" ? "who acted" : "who was acted on"}; ${ofCells(cells.length, sample.rows)} hold a text`,
    ...(split === undefined ? [] : [`${cut} hold several, cut at ${split}`]),
  ].join("; ");
  const says = split === undefined ? column : { column, split };
  return [{ field, columns: [column], confidence: split === undefined ? "high" : "fair", why, says }];
}

/** Only texts that mean yes or no by themselves are taken for them. */
function findCivilians(sample: Sample): (Proposed | Undecided)[] {
  const column = sample.named("civilians").at(0);
  if (column === undefined) {
    return [
      {
        field: "civilians",
        why: "no column says whether civilians were targeted; without one, nothing can be asked of it",
      },
    ];
  }
  const cells = sample.cells(column);
  const texts = [...new Set(cells)].sort();
  const isTagged = texts.some((text) => /^civilian targeting$/i.test(text));
  const meaning = (text: string): boolean | undefined => {
    if (/^(yes|y|true|t|1|civilian targeting)$/i.test(text)) return true;
    return /^(no|n|false|f|0)$/i.test(text) || (isTagged && text === "") ? false : undefined;
  };
  const odd = texts.find((text) => meaning(text) === undefined);
  if (odd !== undefined) {
    return [
      { field: "civilians", why: `${column} holds ${JSON.stringify(odd)}, which by itself is neither yes nor no` },
    ];
  }
  sample.take(column);
  const values = Object.fromEntries(texts.map((text) => [text, meaning(text)]));
  const why = `named like it; ${ofCells(cells.length, cells.length)} hold one of ${texts.map((text) => JSON.stringify(text)).join(", ")}`;
  return [{ field: "civilians", columns: [column], confidence: "high", why, says: { column, values } }];
}

function findCountry(sample: Sample): (Proposed | Undecided)[] {
  const found = plain(sample, "country", "are refused");
  if (found.length > 0) return found;
  return [
    { field: "country", why: `no column is named like it; the codebook's country stands, or write "country": "…"` },
  ];
}

function findPrecision(sample: Sample): Undecided[] {
  const column = sample.named("precision").at(0);
  if (column === undefined || filled(sample.cells(column)).length === 0) return [];
  const texts = countsOf(sample.cells(column)).slice(0, 8);
  const codes = texts.map(([text]) => JSON.stringify(text)).join(", ");
  return [
    {
      field: "precision",
      why: `${column} holds ${codes}; which of them mean day, week, month or year it does not say; until the mapping does, every day counts as exact`,
    },
  ];
}

/** A column that is copied, known by its name alone. */
function plain(
  sample: Sample,
  field: "subkind" | "country" | "admin1" | "admin2" | "place" | "notes",
  empties = "stay empty",
): Proposed[] {
  const column = sample.named(field).find((one) => filled(sample.cells(one)).length > 0);
  if (column === undefined) return [];
  const cells = sample.cells(column);
  const held = filled(cells).length;
  sample.take(column);
  const why = [
    `named like it; ${ofCells(held, cells.length)} hold a text, ${countsOf(filled(cells)).length} different`,
    ...(held === cells.length ? [] : [`${cells.length - held} are empty and ${empties}`]),
  ].join("; ");
  const isFair = empties === "are refused" && held < cells.length;
  return [{ field, columns: [column], confidence: isFair ? "fair" : "high", why, says: column }];
}

/** The different texts, the commonest first. */
function countsOf(cells: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
