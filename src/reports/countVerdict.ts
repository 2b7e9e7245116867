import type { Interval } from "../core/finding.js";
import { numbered, percent, withInterval } from "../core/print.js";
import type { Measured, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict, Word } from "../core/verdict.js";
import { poissonTails } from "../distributions/poisson.js";
import { countedAs, unitOf } from "./changeOf.js";
import { cannotCompare, claimHead, counted } from "./counted.js";
import { windowOf } from "./figures.js";
import { rateIn } from "./rateIn.js";

type CountCheck = Extract<Check, { type: "count" }>;

/**
 * Whether a window saw as many events as a report says. A count that passes a bound decides; one that falls short decides
 * only where its interval, too, lies short. A proxy that can only miss what is meant decides that there were so many, never
 * that there were not; one that also takes in what is not meant, the reverse; one that may do both, nothing.
 */
export async function countVerdict(
  report: Report,
  claim: ReportClaim,
  check: CountCheck,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const head = claimHead(claim, measured, snapshot);
  if (typeof measured.measure === "object") return cannotCompare(head, measured, { why: "a share is no count" });
  const found = await counted(snapshot, measured, windowOf(report, check.window), report);
  if ("why" in found) return cannotCompare(head, measured, found);
  const { n, estimate, interval, how } = rateIn(found.series, 1, level);
  const plain = plainWord(check, n, interval);
  const verdict = measured.proxy === undefined ? plain : proxyWord(check, n, plain, measured.counts);
  const unit = unitOf(found.series);
  const doubt =
    verdict !== "cannot be compared"
      ? ""
      : measured.counts === undefined
        ? "; a proxy that may miss some and take in others decides nothing"
        : measured.counts === "fewer"
          ? "; a proxy that misses some cannot say that there were no more"
          : "; a proxy that takes in others cannot say that there were so many";
  return {
    ...head,
    verdict,
    n,
    scale: "count",
    estimate,
    interval,
    level,
    reading: `${measured.label}: ${numbered(n, unit)} in ${windowOf(report, check.window).label}, ${withInterval(estimate, interval, 2)}, against ${boundsText(check)}${doubt}`,
    couldFail: couldFail(check, verdict),
    how: `${countedAs(found.series)}, added up over the window, with ${how}`,
  };
}

function plainWord({ atLeast, atMost }: CountCheck, n: number, [, high]: Interval): Word {
  const isShort = atLeast !== undefined && high !== null && high < atLeast;
  if (isShort || (atMost !== undefined && n > atMost)) return "fails";
  const isEnough = atLeast === undefined || n >= atLeast;
  const isFew = atMost === undefined || (high !== null && high <= atMost);
  return isEnough && isFew ? "holds" : "uncertain";
}

function proxyWord({ atLeast, atMost }: CountCheck, n: number, plain: Word, counts: Measured["counts"]): Word {
  if (counts === "fewer") {
    if (atMost !== undefined) return n > atMost ? "fails" : "cannot be compared";
    return atLeast !== undefined && n >= atLeast ? "holds" : "cannot be compared";
  }
  if (counts === "more") {
    if (plain === "fails" && (atMost === undefined || n <= atMost)) return "fails";
    return atLeast === undefined && plain === "holds" ? "holds" : "cannot be compared";
  }
  return "cannot be compared";
}

function boundsText({ atLeast, atMost }: CountCheck): string {
  const parts = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return parts.join(" and ") || "no bound";
}

/** How often a true mean of half the least (twice the most) would have come out on the other side. */
function couldFail({ atLeast, atMost }: CountCheck, verdict: Word): string {
  if (verdict === "cannot be compared") return "no: the count and the claim are not on one scale";
  const parts = [
    ...(atLeast === undefined
      ? []
      : [`a mean of half of ${atLeast} would fall short in ${percent(shortOf(atLeast, atLeast / 2))} of such windows`]),
    ...(atMost === undefined
      ? []
      : [
          `a mean of twice ${atMost} would exceed it in ${percent(1 - shortOf(atMost + 1, 2 * atMost))} of such windows`,
        ]),
  ];
  return `yes: ${parts.join(", ")}, if Poisson`;
}

function shortOf(bound: number, mean: number): number {
  return mean > 0 && bound > 0 ? Math.exp(poissonTails(Math.ceil(bound) - 1, mean).lower) : bound > 0 ? 1 : 0;
}
