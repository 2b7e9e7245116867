import type { Series } from "../core/panel.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Measured, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { totalOf } from "../inference/test.js";
import { changeOf, countedAs, easeOf } from "./changeOf.js";
import { type Counted, cannotCompare, claimHead, counted } from "./counted.js";
import { figureOf, windowOf } from "./figures.js";
import { ratioOfRatios } from "./ratioOfRatios.js";

/** Whether a part changed more than the rest of its whole, in the direction in which the whole moved. */
export async function leadsVerdict(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "leads" }>,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const head = claimHead(claim, measured, snapshot);
  if (typeof measured.measure === "object")
    return cannotCompare(head, measured, { why: "a share is no part of a whole" });
  const found: Counted[] = [];
  for (const name of [check.part.before, check.part.after, check.whole.before, check.whole.after]) {
    const figure = figureOf(report, name);
    const way = figure.measured.find((one) => one.on === measured.on && one.label === measured.label);
    if (way === undefined) found.push({ why: `${name} was not measured alike` });
    else found.push(await counted(snapshot, way, windowOf(report, figure.window), report));
  }
  const all = found.flatMap((one) => ("why" in one ? [] : [one.series]));
  if (all.length < 4) return cannotCompare(head, measured, ...found);
  const [before, after] = all;
  const others = [without(all[2], before), without(all[3], after)];
  if (others.some((one) => one.values.some((value) => !(value >= 0))))
    return cannotCompare(head, measured, { why: "the part is not in the whole" });
  const [part, rest, whole] = [
    changeOf(before, after, level),
    changeOf(others[0], others[1], level),
    changeOf(all[2], all[3], level),
  ];
  const df = 2 * (before.values.length + after.values.length - 2);
  const phi = (part.phi + rest.phi) / 2;
  const size = ratioOfRatios(part.counts, rest.counts, { offset: 1, level, phi, df });
  const [low, high] = size.interval;
  const isFall = (whole.estimate ?? Infinity) < 1;
  const isAs = isFall ? high !== null && high < 1 : low > 1;
  const isOpposite = isFall ? low > 1 : high !== null && high < 1;
  const text =
    size.estimate === undefined ? `at least ${decimals(low, 2)}` : withInterval(size.estimate, size.interval, 2);
  const [a, b] = rest.counts;
  return {
    ...head,
    verdict: isAs ? "holds" : isOpposite ? "fails" : "uncertain",
    n: whole.n,
    counts: part.counts,
    scale: "ratio of ratios",
    ...(size.estimate !== undefined && { estimate: size.estimate }),
    interval: size.interval,
    level,
    reading: `${measured.label}: ${part.counts[1]} after ${part.counts[0]} in the part, ${b} after ${a} in the rest: the part's change is ${text} times the rest's, while the whole ${isFall ? "fell" : "rose"}`,
    couldFail: `${easeOf(size.power)}: a change half or twice the rest's would be told from it in about ${percent(size.power)} of such totals with this spread`,
    power: { chance: size.power, of: "half the rest" },
    how: `${countedAs(before)} in the part and in the rest of the whole, compared by the exact odds ratio of the four counts, widened to the spread seen`,
  };
}

function without(whole: Series, part: Series): Series {
  if (totalOf(whole).exposure !== totalOf(part).exposure) return { ...whole, values: [Number.NaN] };
  return { ...whole, values: whole.values.map((value, t) => value - part.values[t]) };
}
