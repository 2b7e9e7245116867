import { type Day, daysIn, type Every, type Span } from "../core/day.js";
import type { Finding } from "../core/finding.js";
import { decimals, percent, pText, withInterval } from "../core/print.js";
import { grouped } from "./assumed.js";
import type { Compared, Summary } from "./comparePair.js";
import { poissonNames } from "./comparisons.js";
import { wrapped } from "./wrapped.js";

/** What the text says besides the numbers. */
export interface CompareTold {
  readonly before: Span;
  readonly after: Span;
  readonly every: Every;
  readonly level: number;
  readonly asOf: Day;
  /** Which events, as criteria in JSON. */
  readonly where: string;
  /** Which data it rests on, at the end. */
  readonly source: string;
  readonly isSameSeason: boolean;
  readonly width: number;
}

/** Reports still come in for about this long after a period has ended. */
const recent = 92;

/** The comparison of each series as a person reads it in a terminal. */
export function compareText(all: readonly Compared[], told: CompareTold): string {
  const { before, after, every, asOf, where, source, width } = told;
  const ago = daysIn({ since: after.until, until: asOf });
  const assumed = all.flatMap(({ findings }) => findings.map(({ method, assumes }) => ({ method, assumes })));
  const lines = [
    `The rate from ${after.since} to ${after.until} (not included) against that from ${before.since} to ${before.until}${told.isSameSeason ? ", in the same season alone" : ""}, counted by ${every}, of events ${where}`,
    ...all.flatMap((one) => ["", ...compared(one, told)]),
    "",
    ...(ago < recent
      ? [
          `The last ${every} ended ${ago} day${ago === 1 ? "" : "s"} before the data's day: reports of it may still be to come (hindcast nowcast says how many).`,
        ]
      : []),
    ...(assumed.length === 0 ? [] : ["Assumed:", ...grouped(assumed)]),
    source,
  ];
  return `${lines.map((line) => wrapped(line, { width, indent: indentOf(line) })).join("\n")}\n`;
}

function compared(one: Compared, told: CompareTold): string[] {
  const { every, level } = told;
  const names = Object.entries(one.key).map(([name, value]) => `${name} ${value}`);
  const head = [
    ...(names.length > 0 ? [names.join(", ")] : []),
    rateLine("before", one.before, told),
    rateLine("after", one.after, told),
    `  (${percent(level)} intervals, as of Poisson counts)`,
  ];
  if (one.n === 0) return [...head, "  n = 0: no event on either side, nothing is known of the ratio"];
  const { findings, judge, power, smallest, tipping, similar } = one;
  const hasAdjusted = findings.some(({ adjusted }) => adjusted !== undefined);
  const short = one.tooShort.length === 0 ? [] : [`  too few ${every}s for ${one.tooShort.join(", ")}`];
  const [start] = tipping.map(({ reading }) => reading.split("; ")[0]);
  return [
    ...head,
    "",
    `  method              n    ratio  ${`${percent(level)} interval`.padEnd(20)}  p${hasAdjusted ? "         adjusted" : ""}`,
    ...findings.map((finding) => row(finding, hasAdjusted)),
    ...short,
    "",
    ...(similar === undefined ? [] : [`  Similar?   ${similar.reading} (by ${judge})`]),
    ...spread(one, told),
    ...memory(one, told),
    `  Power      ${power === undefined ? "no event before: there is no rate whose change could be seen" : power.reading}`,
    ...[...smallest.map(({ reading }) => reading.split(": ")[1]), ...(power === undefined ? [] : [`by ${judge}`])].map(
      (text) => `             ${text}`,
    ),
    `  Tipping    ${start}, by ${judge}`,
    ...tipping.map(({ reading }) => `             ${reading.slice(start.length + 2)}`),
  ];
}

function rateLine(name: string, { n, periods, rate, interval }: Summary, { every }: CompareTold): string {
  const digits = rate < 10 ? 2 : 1;
  const events = `${decimals(n, 0)} event${n === 1 ? "" : "s"}`.padStart(14);
  return `  ${name.padEnd(7)}${events} in ${periods} ${every}${periods === 1 ? "" : "s"}: ${withInterval(rate, interval, digits)} a ${every}`;
}

function row(finding: Finding & { readonly method: string }, hasAdjusted: boolean): string {
  const { method, n, estimate, interval, p, probability, adjusted, reading } = finding;
  const start = `  ${method.padEnd(14)}${decimals(n, 0).padStart(7)}  `;
  if (estimate === undefined && interval === undefined) return `${start}${reading}`;
  const ratio = (estimate === undefined ? "-" : decimals(estimate, 4)).padStart(7);
  const span = interval === undefined ? "no interval" : `[${decimals(interval[0], 4)}, ${decimals(interval[1], 4)}]`;
  const way = (estimate ?? 2) < 1 ? "fell" : "rose";
  const chance = probability === undefined ? "-" : `${percent(probability)} that it ${way}`;
  const size = p === undefined ? chance : pText(p).replace("p = ", "").replace("p ", "");
  const last = adjusted === undefined ? "" : pText(adjusted).replace("p = ", "").replace("p ", "");
  return `${start}${ratio}  ${span.padEnd(20)}  ${hasAdjusted ? `${size.padEnd(8)}  ${last}` : size}`.trimEnd();
}

function spread({ dispersion, findings }: Compared, { every }: CompareTold): string[] {
  if (dispersion === undefined) return [`  Spread     too few ${every}s to see how counts vary inside the stretches`];
  const { n, phi, interval } = dispersion;
  const size = `variance ${withInterval(phi, interval, 2)} times the mean inside the stretches`;
  const doubtful = findings.map(({ method }) => method).filter((name) => poissonNames.includes(name));
  const says =
    doubtful.length === 0
      ? ""
      : interval[0] > 1
        ? `; more than Poisson counts have, so ${doubtful.join(", ")} claim${doubtful.length === 1 ? "s" : ""} too much`
        : (interval[1] ?? 2) < 1
          ? `; less than Poisson counts have, so ${doubtful.join(", ")} claim${doubtful.length === 1 ? "s" : ""} too little`
          : (interval[1] ?? 2) > 1.5
            ? `; ${doubtful.join(", ")} take${doubtful.length === 1 ? "s" : ""} it to be 1, which ${n} ${every}s cannot show`
            : "";
  return [`  Spread     ${n} ${every}s: ${size}${says}`];
}

function memory({ memory: found }: Compared, { every, level, isSameSeason }: CompareTold): string[] {
  if (isSameSeason) return [`  Memory     not judged: the ${every}s of a season are not all neighbours`];
  if (found.length === 0) return [`  Memory     too few ${every}s to see whether neighbours are alike`];
  const dependent = found.filter(({ finding: { p = 1 } }) => p < 1 - level);
  const few = found.every(({ finding: { n } }) => n < 20);
  const end =
    dependent.length > 0
      ? "neighbours depend on each other: every method but circular claims too much, and a trend does too"
      : few
        ? `too few ${every}s to rule out that neighbours depend on each other`
        : "no sign that neighbours depend on each other";
  return [
    `  Memory     ${found.map(({ stretch, finding }) => `${stretch}, ${finding.reading}`).join("; ")}`,
    `             ${end}`,
  ];
}

/** Where the later lines of a wrapped line begin. */
function indentOf(line: string): string {
  return line.startsWith("   ") || /^ {2}(Similar\?|Spread|Memory|Power|Tipping)/.test(line) ? " ".repeat(13) : "    ";
}
