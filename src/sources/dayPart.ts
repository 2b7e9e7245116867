import type { Day } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { ConflictEvent } from "../core/event.js";
import type { Fault, Part, Reading, SourceContext } from "../core/source.js";
import { type DayOrder, dayReader, isNumericDate } from "./dayReader.js";

/**
 * The day of a column, in whichever of the usual ways it is written. Where dates like 03/04/2019 are met and no order is
 * named, the file itself must prove the order: one date that can be read in one order only, and none in the other only.
 *
 * @throws DataError, once the file is settled, when it proves neither order or both
 */
export function dayPart(
  column: string,
  { order, field = "day" }: { readonly order?: DayOrder; readonly field?: "day" | "until" | "known" } = {},
): Part {
  return datedPart({ from: [column], fields: [field], read: (day) => ({ event: { [field]: day } }) }, { order });
}

/** What a part makes of a day and of the cells beside it. */
export interface Dated {
  /** The date's column first. */
  readonly from: readonly [string, ...string[]];
  readonly fields: readonly (keyof ConflictEvent)[];
  read(day: Day, cells: readonly string[], context: SourceContext): Reading | Fault;
}

/**
 * A part whose first column is a date, and which reads further cells with it. `mended` may correct a known defect of the
 * text before it is read.
 *
 * @throws as dayPart does
 */
export function datedPart(
  dated: Dated,
  { order, mended = (text) => text }: { readonly order?: DayOrder; readonly mended?: (text: string) => string } = {},
): Part {
  const { from, fields } = dated;
  const [column] = from;
  const partIn = (one: DayOrder | undefined): Part => {
    const dayOf = dayReader(one);
    return {
      from,
      fields,
      read: (cells, context) => {
        const found = dayOf(mended(cells[0]));
        if ("reason" in found) return { column, value: cells[0], reason: found.reason };
        return dated.read(found.day, cells, context);
      },
    };
  };
  if (order !== undefined) return partIn(order);
  return {
    ...partIn(undefined),
    settled: (all) => {
      const texts = all.map(([text]) => text).sort();
      const proof = provenBy(column, texts);
      if (proof === undefined) return { part: partIn(undefined) };
      const words = proof.order === "day-first" ? "day first" : "month first";
      return { part: partIn(proof.order), note: `${column} is read ${words}: ${JSON.stringify(proof.by)} proves it` };
    },
  };
}

const cure = "name the order with --dates day-first or month-first";

/** The order that the dates prove, by the first in sorted order that does; undefined where none depends on an order. */
function provenBy(column: string, texts: readonly string[]): { order: DayOrder; by: string } | undefined {
  const reads = { dayFirst: dayReader("day-first"), monthFirst: dayReader("month-first"), either: dayReader() };
  const found: { dayFirst?: string; monthFirst?: string; open?: string } = {};
  for (const text of texts) {
    if (!isNumericDate(text) || "day" in reads.either(text)) continue;
    const isDayFirst = "day" in reads.dayFirst(text);
    const isMonthFirst = "day" in reads.monthFirst(text);
    if (isDayFirst && isMonthFirst) found.open ??= text;
    else if (isDayFirst) found.dayFirst ??= text;
    else if (isMonthFirst) found.monthFirst ??= text;
  }
  const { dayFirst, monthFirst, open } = found;
  const shown = (text: string): string => JSON.stringify(text);
  if (dayFirst !== undefined && monthFirst !== undefined) {
    const both = `${shown(dayFirst)} is day first and ${shown(monthFirst)} is month first`;
    throw new DataError(`read: ${column} is written in two orders, ${both}; ${cure}`);
  }
  if (dayFirst !== undefined) return { order: "day-first", by: dayFirst };
  if (monthFirst !== undefined) return { order: "month-first", by: monthFirst };
  if (open === undefined) return undefined;
  throw new DataError(`read: ${column} ${shown(open)} may be day first or month first and no row tells; ${cure}`);
}
