import { percent } from "../core/print.js";
import type { Measured, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { fisher } from "../inference/fisher.js";
import { share } from "../inference/share.js";
import { totalOf } from "../inference/test.js";
import { countedAs } from "./changeOf.js";
import { type Counted, cannotCompare, claimHead, counted } from "./counted.js";
import { figureOf, windowOf } from "./figures.js";

type Side = "more" | "less" | "either";

interface Part {
  readonly count: number;
  readonly whole: number;
}

/** Whether a share counted in a snapshot lies on the side of others that a report claims, others counted alike. */
export async function shareVerdict(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "share" }>,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const head = claimHead(claim, measured, snapshot);
  if (typeof measured.measure !== "object") return cannotCompare(head, measured, { why: "no share was counted" });
  const own = await partIn(report, check.figure, measured, snapshot);
  if ("why" in own) return cannotCompare(head, measured, own);
  const { estimate = 0, interval = [0, 1] } = share("clopper-pearson").test(stretch(own), level);
  const found: { readonly side: Side; readonly text: string; readonly reach: string }[] = [];
  for (const other of check.against) {
    if (typeof other === "number") {
      const [low, high] = interval;
      const side = other / 100 < low ? "more" : other / 100 > (high ?? 1) ? "less" : "either";
      found.push({
        side,
        text: percent(other / 100),
        reach: reachOf(own.whole, (count) => overOf({ count, whole: own.whole }, other / 100, level)),
      });
      continue;
    }
    const way = figureOf(report, other).measured.find((one) => one.on === measured.on && one.label === measured.label);
    const part =
      way === undefined ? { why: `${other} was not measured alike` } : await partIn(report, other, way, snapshot);
    if ("why" in part) return cannotCompare(head, measured, part);
    const text = `${percent(part.count / part.whole)} (${part.count} of ${part.whole})`;
    found.push({
      side: sideOf(own, part, level),
      text,
      reach: reachOf(own.whole, (count) => sideOf({ count, whole: own.whole }, part, level)),
    });
  }
  const isOpposite = found.some(({ side }) => side !== "either" && side !== check.word);
  const isAs = found.every(({ side }) => side === check.word);
  const [low, high] = interval;
  return {
    ...head,
    verdict: isOpposite ? "fails" : isAs ? "holds" : "uncertain",
    n: own.whole,
    scale: "share",
    estimate,
    interval,
    level,
    reading: `${measured.label}: ${own.count} of ${own.whole}, ${percent(estimate)} [${percent(low)}, ${percent(high ?? 1)}]; ${found
      .map(({ side, text }) => (side === "either" ? `cannot be told from ${text}` : `${side} than ${text}`))
      .join("; ")}`,
    couldFail: `yes: of ${own.whole} ${found.map(({ text, reach }) => `${reach} would have been told from ${text}`).join(", ")}`,
    how: `${countedAs({ recipe: own.recipe })}, added up over each window; the interval is Clopper and Pearson's, shares are compared by Fisher's exact test (central)`,
  };
}

async function partIn(
  report: Report,
  id: string,
  measured: Measured,
  snapshot: Snapshot,
): Promise<(Part & Pick<Extract<Counted, { series: unknown }>["series"], "recipe">) | { readonly why: string }> {
  const window = windowOf(report, figureOf(report, id).window);
  const found = await counted(snapshot, measured, window, report);
  if ("why" in found) return found;
  const whole = found.series.exposure.reduce((sum, one) => sum + one, 0);
  if (whole === 0) return { why: `no event of the whole in ${window.label}` };
  return { count: totalOf(found.series).count, whole, recipe: found.series.recipe };
}

function sideOf(own: Part, other: Part, level: number): Side {
  const { interval: [low, high] = [0, null] } = fisher("central").compare(stretch(other), stretch(own), level);
  return low > 1 ? "more" : high !== null && high < 1 ? "less" : "either";
}

function overOf(own: Part, other: number, level: number): Side {
  const { interval: [low, high] = [0, 1] } = share("clopper-pearson").test(stretch(own), level);
  return other < low ? "more" : other > (high ?? 1) ? "less" : "either";
}

/** The counts nearest to no difference that would still have been told: at most so many, or at least so many. */
function reachOf(whole: number, side: (count: number) => Side): string {
  let low = -1;
  while (low < whole && side(low + 1) === "less") low++;
  let high = whole + 1;
  while (high > 0 && side(high - 1) === "more") high--;
  const parts = [...(low >= 0 ? [`${low} or fewer`] : []), ...(high <= whole ? [`${high} or more`] : [])];
  return parts.length === 0 ? "no count" : parts.join(" and ");
}

function stretch({ count, whole }: Part): { values: number[]; exposure: number[] } {
  return { values: [count], exposure: [whole] };
}
