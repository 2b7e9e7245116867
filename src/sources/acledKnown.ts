import type { Part } from "../core/source.js";
import { fault } from "./cells.js";
import { dayReader } from "./dayReader.js";

/**
 * When ACLED last changed a row: seconds from 1970 (ten digits), or an ISO date with or without a time in UTC. A row that
 * was changed after the as-of day was not known then, and is refused.
 */
export function acledKnown(column: string): Part {
  const dayOf = dayReader();
  return {
    from: [column],
    fields: ["known", "stamp"],
    read: ([value], { asOf }) => {
      const stamp = secondsIn(value);
      const read = stamp === undefined ? dayOf(value) : { day: new Date(stamp * 1000).toISOString().slice(0, 10) };
      if ("reason" in read || (stamp === undefined && !/^\d{4}-/.test(value)))
        return fault(column, value, notATime(value));
      if (read.day > asOf) return fault(column, value, `is after the as-of day ${asOf} (${read.day})`);
      return { event: { known: read.day, ...(stamp !== undefined && { stamp }) } };
    },
  };
}

function secondsIn(value: string): number | undefined {
  if (/^\d{10}$/.test(value)) return Number(value);
  const time = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d+)?( ?(Z|UTC|[+-]00:?00))?$/.exec(value);
  const found = time ? Date.parse(`${time[1]}T${time[2]}Z`) : Number.NaN;
  return Number.isNaN(found) ? undefined : found / 1000;
}

function notATime(value: string): string {
  if (value.trim() === "") return "is empty";
  if (/^\d{13}$/.test(value)) return "is in milliseconds; ACLED gives seconds from 1970";
  return "is not a time in seconds from 1970 or an ISO date";
}
