import type { Every, Span } from "../core/day.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Segmentation } from "../core/segmentation.js";
import { grouped } from "./assumed.js";
import type { Tested } from "./testSeries.js";
import { wrapped } from "./wrapped.js";

/** What the text says besides the numbers. */
export interface TestTold extends Span {
  readonly every: Every;
  readonly level: number;
  /** Which events, as criteria in JSON. */
  readonly where: string;
  /** Which data it rests on, at the end. */
  readonly source: string;
  readonly width: number;
}

const column = 17;
/** Those that take counts to be Poisson counts, and so pass spread for a change. */
const misled = ["rate", "rate-blaker", "rate-mid-p", "change", "scan"];

/** The tests of each series as a person reads them in a terminal. */
export function testText(all: readonly Tested[], told: TestTold): string {
  const { since, until, every, where, source, width } = told;
  const cut = all.flatMap(({ segmentation }) =>
    segmentation === undefined ? [] : [{ method: "levels", assumes: segmentation.assumes }],
  );
  const assumed = [...all.flatMap(({ findings }) => findings), ...cut];
  const lines = [
    `The counts from ${since} to ${until} (not included), counted by ${every}, of events ${where}`,
    ...all.flatMap((one) => ["", ...tested(one, told)]),
    "",
    ...(assumed.length === 0 ? [] : ["Assumed:", ...grouped(assumed)]),
    source,
  ];
  return `${lines.map((line) => wrapped(line, { width, indent: " ".repeat(isRow(line) ? column : 4) })).join("\n")}\n`;
}

function tested(one: Tested, { every, level }: TestTold): string[] {
  const { key, n, periods, findings, tooShort, isOverdispersed, segmentation } = one;
  const names = Object.entries(key).map(([name, value]) => `${name} ${value}`);
  const head = names.length > 0 ? [names.join(", ")] : [];
  const span = `${periods} ${every}${periods === 1 ? "" : "s"}`;
  if (n === 0) return [...head, `  n = 0: no event in ${span}`];
  const doubtful = findings.map(({ method }) => method).filter((method) => misled.includes(method));
  const claims = `claim${doubtful.length === 1 ? "s" : ""}`;
  return [
    ...head,
    `  n = ${decimals(n, 0)} event${n === 1 ? "" : "s"} in ${span}; rates are a ${every}`,
    ...findings.map(({ method, reading }) => `  ${method.padEnd(column - 2)}${reading}`),
    ...(tooShort.length === 0
      ? []
      : [`  ${"too short".padEnd(column - 2)}too few ${every}s for ${tooShort.join(", ")}`]),
    ...(isOverdispersed && doubtful.length > 0
      ? [
          `  ${"beware".padEnd(column - 2)}counts vary more than Poisson counts about one rate: if that is spread and no change, ${doubtful.join(", ")} ${claims} too much`,
        ]
      : []),
    ...(segmentation === undefined ? [] : levels(segmentation, { every, level })),
  ];
}

function levels(
  { segments, cost, penalty }: Segmentation,
  { every, level }: { every: Every; level: number },
): string[] {
  const rows = segments.map(({ since, until, periods, n, rate, interval }) => {
    const size = withInterval(rate, interval, 2);
    return `  ${since} to ${until}${decimals(periods, 0).padStart(8)}${decimals(n, 0).padStart(9)}  ${size}`;
  });
  return [
    "",
    `  level from    to        ${`${every}s`.padStart(8)}   events  a ${every}, ${percent(level)} interval`,
    ...rows,
    `  by PELT, cost ${cost}, a further level must gain ${decimals(penalty.value, 2)} (${penalty.source})`,
  ];
}

/** Whether a line is one of the column of readings. */
function isRow(line: string): boolean {
  return /^ {2}[a-z][a-z -]{13} {1,2}\S|^ {2}(beware|too short) /.test(line);
}
