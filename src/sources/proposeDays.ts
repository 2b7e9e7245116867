import { wordOf } from "./fieldWords.js";
import { type DateGuess, guessDates } from "./guessDates.js";
import type { Proposed, Undecided } from "./proposeMapping.js";
import { filled } from "./proposeNumbers.js";
import { ofCells, type Sample } from "./sampleOf.js";

/** Dates of a row rather than of what happened. */
const later = /creat|modif|updat|edit|enter|birth|publi|expir|end|until/;

/** The id, the day, its end and the day of the last change, as far as the sample tells. */
export function findDays(sample: Sample): (Proposed | Undecided)[] {
  return [...findId(sample), ...findDay(sample), ...others(sample)];
}

function findId(sample: Sample): (Proposed | Undecided)[] {
  const faults: string[] = [];
  for (const column of sample.named("id", "half")) {
    const cells = sample.cells(column);
    const twin = cells.find((cell, i) => cells.indexOf(cell) !== i);
    const isExact = sample.named("id").includes(column);
    if (cells.length === 0) faults.push(`${column} has no rows`);
    else if (cells.includes("")) faults.push(`${column} has empty cells`);
    else if (twin !== undefined) faults.push(`${column} holds ${JSON.stringify(twin)} twice`);
    else {
      sample.take(column);
      const why = `named like an id; different in all ${cells.length} rows`;
      return [{ field: "id", columns: [column], confidence: isExact ? "high" : "fair", why, says: column }];
    }
  }
  const unlike = sample.free().filter((column) => {
    const cells = sample.cells(column);
    return cells.length > 1 && !cells.includes("") && new Set(cells).size === cells.length;
  });
  const seen =
    unlike.length === 0 ? "no column is different in every row" : `different in every row: ${unlike.join(", ")}`;
  const first = faults.length === 0 ? "no column is named like an id" : faults.slice(0, 3).join(", ");
  return [{ field: "id", why: `${first}; ${seen}; or join several: { "columns": ["date", "place"] }` }];
}

function findDay(sample: Sample): (Proposed | Undecided)[] {
  const trio = inColumns(sample);
  const [column, ...rest] = sample
    .named("day", "half")
    .filter((one) => !later.test(wordOf(one)) && filled(sample.cells(one)).length > 0)
    .filter((one) => trio === undefined || !["day", "time", "timestamp"].includes(wordOf(one)));
  const found = column === undefined ? undefined : dated(sample, column, "day");
  if (found !== undefined && "says" in found) return [found];
  if (trio !== undefined) return [trio];
  // A column that is less surely the day is not taken because the surest cannot be read.
  const beside = rest.length === 0 ? "" : `; ${rest.join(", ")} may be dates too`;
  return [{ field: "day", why: `${found?.why ?? "no column is named like a date"}${beside}` }];
}

function others(sample: Sample): (Proposed | Undecided)[] {
  return (["until", "known"] as const).flatMap((field) => {
    const column = sample.named(field).at(0);
    return column === undefined ? [] : [dated(sample, column, field)];
  });
}

/** A column of dates. The cells that it does not read are counted in the reason. */
function dated(sample: Sample, column: string, field: "day" | "until" | "known"): Proposed | Undecided {
  const cells = sample.cells(column);
  const guess: DateGuess = guessDates(cells);
  if ("undecided" in guess) return { field, why: `${column}: ${guess.undecided}` };
  const { format, century, misfits, proof } = guess;
  const odd = cells.filter((cell) => misfits.includes(cell)).length;
  const empty = cells.filter((cell) => cell.trim() === "").length;
  const isPlain = sample.named(field).includes(column) && odd === 0 && empty === 0;
  sample.take(column);
  const why = [
    `named like a date; ${ofCells(cells.length - odd - empty, cells.length)} are written ${format}, ${proof}`,
    ...(century === undefined ? [] : [`two-digit years are taken to be ${century / 100}YY`]),
    ...(format.includes("DDHHmm") ? ["the time zone's letter is not read"] : []),
    ...(odd === 0 ? [] : [`${odd} are not, such as ${JSON.stringify(misfits[0])}, and are refused`]),
    ...(empty === 0
      ? []
      : [field === "day" ? `${empty} are empty and are refused` : `${empty} are empty and say nothing`]),
  ].join("; ");
  const rest = {
    ...(century === undefined ? {} : { century }),
    ...(empty > 0 && field !== "day" ? { empty: "absent" } : {}),
  };
  const says = format === "YYYY-MM-DD" && Object.keys(rest).length === 0 ? column : { column, format, ...rest };
  return { field, columns: [column], confidence: isPlain && century === undefined ? "high" : "fair", why, says };
}

/** A year, a month and a day in columns of their own. */
function inColumns(sample: Sample): Proposed | undefined {
  const names = (["year", "month", "dayOfMonth"] as const).map((field) => sample.named(field).at(0));
  const columns = names.flatMap((name) => name ?? []);
  if (names[0] === undefined || names[1] === undefined) return undefined;
  const limits = [9999, 12, 31];
  const cells = columns.map((column) => sample.cells(column));
  const isFit = cells.every((own, i) => own.every((cell) => /^\d{0,4}$/.test(cell) && Number(cell) <= limits[i]));
  if (!isFit || cells[0].some((cell) => Number(cell) === 0)) return undefined;
  const unknown = cells.slice(1).map((own) => own.filter((cell) => Number(cell) === 0).length);
  const isCoarse = unknown.some((count) => count > 0);
  const why = [
    `named like a year, a month${columns.length > 2 ? " and a day" : ""}, and hold such numbers`,
    ...(isCoarse
      ? [`${Math.max(...unknown)} rows have 0 or nothing there and are read as known to the month or year`]
      : []),
  ].join("; ");
  return {
    field: "day",
    columns,
    confidence: "high",
    why,
    says: { columns, ...(isCoarse ? { unknown: "coarser" } : {}) },
  };
}
