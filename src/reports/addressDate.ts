import type { CitedDate } from "../core/clockRow.js";
import { isDay, nextPeriod, periodOf } from "../core/day.js";
import { addressOf, pathOf } from "./canonicalUrl.js";

const months = "january february march april may june july august september october november december".split(" ");
const year = "(?<y>199\\d|20\\d\\d)";
const month = `(?<m>\\d{1,2}|${months.map((name) => `${name}|${name.slice(0, 3)}|${name.slice(0, 4)}`).join("|")})`;
const name = month.replace("\\d{1,2}|", "");

/** From the surest to the least sure: the first that gives a real day or month is taken. */
const forms = [
  `/${year}/${month}/(?<d>\\d{1,2})(?![\\d])`,
  `(?<!\\d)${year}-(?<m>\\d{2})-(?<d>\\d{2})(?!\\d)`,
  `/${year}(?<m>\\d{2})(?<d>\\d{2})(?=[-_/.]|$)`,
  `(?<![a-z0-9])${name}-(?<d>\\d{1,2})-${year}(?!\\d)`,
  `(?<!\\d)(?<d>\\d{1,2})-${name}-${year}(?!\\d)`,
  `/${year}/${month}(?=/|$)`,
].map((form) => new RegExp(form));

/**
 * The date that a publisher wrote into an address, and how exactly it is known: `/2023/12/14/`, `/2023/dec/14/`,
 * `2023-12-14`, `/20231128-`, `-december-13-2023`, `-13-december-2023`, `/2019/06/`. Month names are English. It is the day
 * of publication by custom alone; in words it may be the day that is written about. A year alone is not taken: it is as
 * often the year that is written about. `undefined` where there is none.
 *
 * @example
 * addressDate("https://a.org/2019/06/news") // { since: "2019-06-01", until: "2019-07-01", precision: "month", from: "address" }
 */
export function addressDate(url: string): CitedDate | undefined {
  const address = addressOf(url);
  if (address === undefined) return undefined;
  const path = pathOf(address).toLowerCase();
  for (const form of forms) {
    const { y, m = "", d } = form.exec(path)?.groups ?? {};
    if (y === undefined) continue;
    const number = /^\d/.test(m) ? m : String(months.findIndex((one) => one.startsWith(m)) + 1);
    const text = [y, number, ...(d === undefined ? [] : [d])].map((part) => part.padStart(2, "0")).join("-");
    if (isDay(d === undefined ? `${text}-01` : text)) return datedAs(text, "address");
  }
  return undefined;
}

/** A year, a month or a day, as written `2023`, `2023-12` or `2023-12-14`, as the stretch that it is. */
export function datedAs(text: string, from: CitedDate["from"]): CitedDate | undefined {
  const precision = ({ 4: "year", 7: "month", 10: "day" } as const)[text.length];
  const since = `${text}-01-01`.slice(0, 10);
  if (precision === undefined || !isDay(since) || periodOf(since, precision) !== since) return undefined;
  return { since, until: nextPeriod(since, precision), precision, from };
}
