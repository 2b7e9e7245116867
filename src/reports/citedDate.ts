import type { CitedDate } from "../core/clockRow.js";
import { addDays } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Cited } from "../core/report.js";
import { addressDate, datedAs } from "./addressDate.js";
import { postTime } from "./postTime.js";

/**
 * When a cited item was published, by the best that is known: the number of a post, else the date that the report gives,
 * else a date in its address. `undefined` where nothing tells.
 *
 * @throws DataError when the date given is no year, month or day
 * @example
 * citedDate({ type: "page", publisher: "a.org", date: "2022-04" })?.until // "2022-05-01"
 */
export function citedDate(item: Cited): CitedDate | undefined {
  const { url = "", date } = item;
  const given = date === undefined ? undefined : datedAs(date, "date given");
  if (date !== undefined && given === undefined)
    throw new DataError(`citedDate: date is ${JSON.stringify(date)}, not a year, month or day (${item.publisher})`);
  const at = url === "" ? undefined : postTime(url);
  if (at !== undefined) {
    const since = at.slice(0, 10);
    return { at, since, until: addDays(since, 1), precision: "moment", from: "post number" };
  }
  return given ?? (url === "" ? undefined : addressDate(url));
}
