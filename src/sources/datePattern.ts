import { type Day, isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";

/** A way of writing dates: how exactly it says the day, and the day in a text, "" when the text is not written so. */
export interface DatePattern {
  readonly precision: "day" | "month" | "year";
  read(text: string): Day;
}

const english = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const digits: Readonly<Record<string, string>> = {
  ...{ YYYY: "(?<year>\\d{4})", YY: "(?<year>\\d{2})", MM: "(?<month>\\d{2})", M: "(?<month>\\d{1,2})" },
  ...{ DD: "(?<day>\\d{2})", D: "(?<day>\\d{1,2})", HH: "(?<hour>\\d{2})", H: "(?<hour>\\d{1,2})" },
  ...{ mm: "(?<minute>\\d{2})", ss: "(?<second>\\d{2})" },
};
const isWidthFree = (token: string): boolean => ["D", "M", "H"].includes(token);

/**
 * Reads dates by a pattern of `YYYY YY MMMM MMM MM M DD D HH H mm ss`, where `MMM` is "Aug" and `MMMM` "August"; `*` stands
 * for any text; `T`, `Z` and signs for themselves; other letters stand in quotes, `'um' HH`. Times must be times, but only
 * the day is read, as it stands, whatever the time zone.
 *
 * @throws InputError when the pattern could not read a date
 *
 * @example
 * datePattern("DDHHmm'Z'MMMYY", { century: 2000 }).read("041530ZAUG23") // "2023-08-04"
 */
export function datePattern(
  pattern: string,
  { century, months }: { century?: number; months?: readonly string[] } = {},
): DatePattern {
  const fault = patternFault(pattern, century);
  if (fault !== "") throw new InputError(`datePattern: ${fault}, got ${pattern}`);
  const tokens = tokensIn(pattern);
  const full = (months ?? english).map(plain);
  const short = months === undefined ? full.map((name) => name.slice(0, 3)) : full;
  const names = tokens.includes("MMMM") ? full : short;
  const alternatives = [...names].sort((a, b) => b.length - a.length).map(asLiteral);
  const shape = new RegExp(
    `^${tokens.map((token) => (/^MMMM?$/.test(token) ? `(?<name>${alternatives.join("|")})` : shapeOf(token))).join("")}$`,
    "su",
  );
  return {
    precision: /D/.test(bare(tokens)) ? "day" : /M/.test(bare(tokens)) ? "month" : "year",
    read: (text) => {
      const found = shape.exec(plain(text))?.groups;
      if (found === undefined || !(Number(found["hour"] ?? 0) < 24)) return "";
      if (!(Number(found["minute"] ?? 0) < 60 && Number(found["second"] ?? 0) < 61)) return "";
      const year = found["year"].length === 2 ? Number(found["year"]) + (century ?? 0) : found["year"];
      const month = found["name"] === undefined ? (found["month"] ?? "1") : names.indexOf(found["name"]) + 1;
      const day = `${year}-${twoDigits(month)}-${twoDigits(found["day"] ?? "1")}`;
      return isDay(day) ? day : "";
    },
  };
}

/** What keeps a pattern from reading dates, "" when nothing does. */
export function patternFault(pattern: string, century?: number): string {
  const tokens = tokensIn(pattern);
  const odd = tokens.find((token) => /^[\p{L}']$/u.test(token) && !/^[TZDMH]$/.test(token));
  if (odd !== undefined) return `has ${odd}, which is no token; text stands in quotes`;
  const count = (kind: RegExp): number => tokens.filter((token) => kind.test(token)).length;
  for (const [what, kind] of Object.entries({
    year: /^Y/,
    month: /^M/,
    day: /^D/,
    hour: /^H/,
    minute: /^m/,
    second: /^s/,
  })) {
    if (count(kind) > 1) return `has the ${what} twice`;
  }
  if (count(/^Y/) === 0) return "has no year";
  if (count(/^D/) > 0 && count(/^M/) === 0) return "has a day without a month";
  const next = tokens.findIndex(
    (token, i) =>
      isDigits(token) && isDigits(tokens[i + 1] ?? "") && (isWidthFree(token) || isWidthFree(tokens[i + 1])),
  );
  if (next >= 0) return `needs a sign between ${tokens[next]} and ${tokens[next + 1]}`;
  if (tokens.includes("YY") && century === undefined) return "has a two-digit year and needs century";
  return !tokens.includes("YY") && century !== undefined ? "has no two-digit year for century" : "";
}

function tokensIn(pattern: string): string[] {
  return pattern.match(/'[^']*'|YYYY|YY|MMMM|MMM|MM|DD|HH|mm|ss|./gsu) ?? [];
}

function isDigits(token: string): boolean {
  return Object.hasOwn(digits, token);
}

function bare(tokens: readonly string[]): string {
  return tokens.filter((token) => !token.startsWith("'")).join("");
}

function shapeOf(token: string): string {
  if (isDigits(token)) return digits[token];
  // What is left out never cuts a number in two.
  if (token === "*") return "(?<!\\d(?=\\d)).*(?<!\\d(?=\\d))";
  return asLiteral(plain(/^'.*'$/s.test(token) ? token.slice(1, -1) : token));
}

function asLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function plain(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

function twoDigits(number: number | string): string {
  return String(number).padStart(2, "0");
}
