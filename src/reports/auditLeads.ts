import type { Interval } from "../core/finding.js";
import { percent, withInterval } from "../core/print.js";
import type { Figure, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Matter, Verdict } from "../core/verdict.js";
import { fisher } from "../inference/fisher.js";
import { rateRatio } from "../inference/rateRatio.js";
import { type Combination, combinationsOf, sumOf } from "./combinations.js";
import { figureOf } from "./figures.js";
import { headOf } from "./headOf.js";
import { powerOfFisher } from "./powerOfFisher.js";
import { perOf } from "./stretches.js";

/** Nothing is known of a ratio. */
const unknown: Interval = [0, null];

/** The counts of a part and of the rest of its whole, before and after. */
interface Fourfold {
  readonly part: readonly [number, number];
  readonly rest: readonly [number, number];
}

/**
 * Whether a part changed more than the rest of its whole: Fisher's exact test of the part's share before and after, on the
 * counts behind the printed means, and under every other way to read them.
 */
export function auditLeads(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "leads" }>,
  level: number,
): Verdict {
  const part = [figureOf(report, check.part.before), figureOf(report, check.part.after)] as const;
  const whole = [figureOf(report, check.whole.before), figureOf(report, check.whole.after)] as const;
  const how =
    "Fisher's exact test (minlike) of the part's share of events before and after, counts taken back from the printed means; power over both binomials";
  const head = { ...headOf(report, claim), how };
  const cannot = (reading: string): Verdict => ({
    ...{ ...head, verdict: "cannot be compared", n: 0, reading, couldFail: "no: there is nothing to compare" },
    matters: { weight: "medium", why: "a comparison is claimed that the printed figures cannot carry" },
  });
  if (part.some((one, i) => one.window !== whole[i].window || perOf(report, one) !== perOf(report, whole[i])))
    return cannot("the part and its whole are not printed of the same windows");
  const combinations = combinationsOf(report, whole[0], whole[1]).filter((one, i) => {
    const { part: of, rest } = fourfoldOf(part, whole, one);
    return i === 0 || (Math.min(...of, ...rest) >= 0 && of[0] + rest[0] > 0 && of[1] + rest[1] > 0);
  });
  const counts = combinations.map((one) => fourfoldOf(part, whole, one));
  const [{ part: of, rest }] = counts;
  if (rest[0] < 0 || rest[1] < 0) return { ...cannot("the part is more than its whole"), verdict: "fails" };
  if (of[0] + rest[0] === 0 || of[1] + rest[1] === 0) return cannot("no event before, or none after");
  const found = counts.map((one) => oddsOf(one, level));
  const [{ estimate, interval = unknown }] = found;
  const [{ exposure }] = combinations;
  const isFall = (of[1] + rest[1]) / exposure[1] < (of[0] + rest[0]) / exposure[0];
  const sides = found.map(({ interval: [low, high] = unknown }, i) =>
    !combinations[i].possible ? "unclear" : low > 1 ? "up" : high !== null && high < 1 ? "down" : "unclear",
  );
  const wanted = isFall ? "down" : "up";
  const isPossible = combinations.map((one) => one.possible);
  const verdict = sides.every((side, i) => !isPossible[i] || side === wanted)
    ? "holds"
    : sides.every((side, i) => !isPossible[i] || (side !== wanted && side !== "unclear"))
      ? "fails"
      : "uncertain";
  const changes = [changeText(of, exposure, level), changeText(rest, exposure, level)];
  const share = of[0] / (of[0] + rest[0]);
  const odds = ((isFall ? 0.5 : 2) * share) / (1 - share);
  const later = share === 1 ? 1 : odds / (1 + odds);
  const power = powerOfFisher([of[0] + rest[0], of[1] + rest[1]], [share, later], level);
  return {
    ...head,
    scale: "odds ratio",
    n: of[0] + of[1] + rest[0] + rest[1],
    counts: [of[0] + rest[0], of[1] + rest[1]],
    ...(estimate !== undefined && { estimate }),
    interval,
    level,
    verdict,
    under: combinations.slice(1).map(({ label, possible }, i) => {
      const { estimate: other = Infinity, interval: ends = unknown } = found[i + 1];
      return { label, estimate: other, interval: ends, fits: isFall ? other < 1 : other > 1, possible };
    }),
    reading: `the part ${changes[0]}, the rest ${changes[1]}; the part was about ${found[0].reading}`,
    couldFail: `yes: a part that ${isFall ? "fell to half" : "rose to twice"} of what the rest did would have been told in ${percent(power)} of so many events`,
    matters: matterOf(verdict),
  };
}

function fourfoldOf(
  part: readonly [Figure, Figure],
  whole: readonly [Figure, Figure],
  { periods, rounding }: Combination,
): Fourfold {
  const [before, after] = [0, 1].map((i) => sumOf(part[i], periods[i], rounding));
  const [first, last] = [0, 1].map((i) => sumOf(whole[i], periods[i], rounding));
  return { part: [before, after], rest: [first - before, last - after] };
}

function oddsOf({ part, rest }: Fourfold, level: number): ReturnType<ReturnType<typeof fisher>["compare"]> {
  const [before, after] = [0, 1].map((i) => ({ values: [part[i]], exposure: [part[i] + rest[i]] }));
  return fisher("minlike").compare(before, after, level);
}

function changeText(counts: readonly [number, number], exposure: readonly [number, number], level: number): string {
  if (counts[0] + counts[1] === 0) return "had no event";
  const [before, after] = [0, 1].map((i) => ({ values: [counts[i]], exposure: [exposure[i]] }));
  const { estimate = Infinity, interval = unknown } = rateRatio("central").compare(before, after, level);
  return `went to ${withInterval(estimate, interval, 3)} times its rate`;
}

function matterOf(verdict: "holds" | "fails" | "uncertain"): Matter {
  if (verdict === "holds") return { weight: "low", why: "the part changed more, clearly" };
  if (verdict === "fails") return { weight: "high", why: "the part changed less than the rest, clearly" };
  return { weight: "medium", why: "chance alone could make the part change so much more than the rest" };
}
