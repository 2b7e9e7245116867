import { type Day, type Every, isDay } from "../core/day.js";
import type { Fault, Part } from "../core/source.js";
import { columnName } from "../core/source.js";
import { fault } from "./cells.js";
import { datePattern } from "./datePattern.js";
import { centuryOf } from "./mappingFaults.js";
import type { FullMapping } from "./mappingSchema.js";

type Columns = FullMapping["columns"];
type Known = { readonly day: Day; readonly precision: Every };

/** How the cells of some columns are read as a day; undefined where they are empty and may be. */
interface DayReader {
  readonly from: readonly string[];
  read(cells: readonly string[]): Known | Fault | undefined;
}

/** When it happened: the day, its end where the mapping has one, and how exactly it is known where the date itself says so. */
export function days({ day, until, precision }: Columns): Part {
  const first = dayReader(day);
  const last = until === undefined ? undefined : dayReader(until);
  return {
    from: [...first.from, ...(last?.from ?? [])],
    fields: ["day", ...(last ? (["until"] as const) : []), ...(precision ? [] : (["precision"] as const))],
    read: (cells) => {
      const begun = first.read(cells);
      if (begun === undefined) return fault(first.from[0], "", "is empty");
      if ("reason" in begun) return begun;
      const event = precision ? { day: begun.day } : begun;
      const own = cells.slice(first.from.length);
      const ended = last?.read(own);
      if (last === undefined || ended === undefined) return { event };
      if ("reason" in ended) return ended;
      if (ended.day < begun.day) return fault(last.from[0], own[0], `is before ${first.from[0]}`);
      return { event: { ...event, until: ended.day } };
    },
  };
}

/** When the row was last changed, from a column. */
export function known(spec: NonNullable<Columns["known"]>): Part {
  const { from, read } = dayReader(spec);
  return {
    from,
    fields: ["known"],
    read: (cells) => {
      const found = read(cells);
      if (found === undefined) return { event: {} };
      return "reason" in found ? found : { event: { known: found.day } };
    },
  };
}

function dayReader(spec: Columns["day"] & { readonly empty?: "refuse" | "absent" }): DayReader {
  const from = (spec.columns ?? [spec.column ?? ""]).map(columnName);
  const { read } = spec.columns === undefined ? written(from[0], spec) : inColumns(from, spec.unknown);
  const isAbsent = (cells: readonly string[]): boolean => from.every((_, i) => cells[i].trim() === "");
  return { from, read: (cells) => (spec.empty === "absent" && isAbsent(cells) ? undefined : read(cells)) };
}

function written(column: string, { format = "YYYY-MM-DD", century, months }: Columns["day"]): Pick<DayReader, "read"> {
  const names = [format].flat();
  const patterns = names.map((one) => datePattern(one, { century: centuryOf(one, century), months }));
  return {
    read: ([text]) => {
      const found = patterns.flatMap((one) => {
        const day = one.read(text);
        return day === "" ? [] : { day, precision: one.precision };
      });
      if (found.length === 0) return fault(column, text, `is not a date as ${names.join(" or ")}`);
      const other = found.find((one) => one.day !== found[0].day || one.precision !== found[0].precision);
      return other === undefined ? found[0] : fault(column, text, `may be ${found[0].day} or ${other.day}`);
    },
  };
}

function inColumns(from: readonly string[], unknown: "refuse" | "coarser" = "refuse"): Pick<DayReader, "read"> {
  const parts = ["year", "month", "day"] as const;
  return {
    read: (cells) => {
      const numbers: number[] = [];
      for (const [i, column] of from.entries()) {
        const cell = cells[i];
        if (!/^\d{0,4}$/.test(cell)) return fault(column, cell, `is not a ${parts[i]}`);
        const isUnknown = Number(cell) === 0;
        if (isUnknown && (i === 0 || unknown === "refuse")) return fault(column, cell, `is not a ${parts[i]}`);
        if (!isUnknown && i === 2 && numbers[1] === 0) return fault(column, cell, "is a day without a month");
        numbers.push(Number(cell));
      }
      const [year, month = 0, day = 0] = numbers;
      const text = `${pad(year, 4)}-${pad(month || 1, 2)}-${pad(day || 1, 2)}`;
      if (!isDay(text)) return fault(from[from.length - 1], cells[from.length - 1], `is not a day of ${year}-${month}`);
      return { day: text, precision: day > 0 ? "day" : month > 0 ? "month" : "year" };
    },
  };
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
