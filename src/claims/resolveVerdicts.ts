import type { Interval } from "../core/finding.js";
import { lengthIn } from "../core/lengthIn.js";
import { percent } from "../core/print.js";
import type { Criterion, Question } from "../core/question.js";
import type { Report } from "../core/report.js";
import type { Likelihood } from "../core/reportClaim.js";
import type { Resolution } from "../core/resolution.js";
import type { Verdict, Word } from "../core/verdict.js";
import { binomialTails } from "../distributions/binomial.js";
import type { BaseRate } from "./baseRatesOf.js";
import { meets } from "./criterion.js";
import { questionsOf } from "./questionsOf.js";
import { isSameWay, type RangeOf } from "./scoreWords.js";
import { settle } from "./settle.js";

/**
 * A verdict for each resolution: the question holds where it was answered with yes and fails where with no, is uncertain where
 * the interval of a rate or share holds the bound, ambiguous where
 * ways of counting it disagree, and keeps its state where it has no answer yet. Whether it could have come out otherwise is
 * read off its base rate, or else off the chance of a yes had no rate changed. With `rangeOf` it says where a claim's word of
 * probability has no range, so that nothing can be scored.
 */
export function resolveVerdicts(
  resolutions: readonly Resolution[],
  report: Report,
  { baseRates = [], rangeOf }: { baseRates?: readonly BaseRate[]; rangeOf?: RangeOf } = {},
): Verdict[] {
  const questions = questionsOf(report);
  const settled = settle(resolutions);
  return resolutions.map((one) => {
    const { question: id, label, data, state, outcome, n, counts, observed, interval, level, proxy } = one;
    const question = questions.find((other) => other.id === id);
    const claim = report.claims.find((other) => other.id === one.claim);
    const whole = settled.find((other) => other.question === id);
    const isSplit = whole?.state === "ambiguous" && whole.ways.includes(one);
    const isOpen = isSplit || state !== "resolved";
    const isClose = !isOpen && question !== undefined && holdsBound(question.criterion, interval);
    const verdict: Word = isSplit
      ? "ambiguous"
      : state !== "resolved"
        ? state
        : isClose
          ? "uncertain"
          : outcome
            ? "holds"
            : "fails";
    const base = baseRates.find((other) => isSameWay(one, other));
    const scale = question?.criterion.type;
    const notes = [
      ...(isSplit ? [whole.reading] : []),
      ...(isClose ? ["the interval holds the bound, so that chance alone might have answered otherwise"] : []),
      ...(claim !== undefined && claim.likelihood === undefined
        ? ["no probability is given, so nothing is scored"]
        : []),
      ...unranged(claim?.likelihood, rangeOf),
    ];
    return {
      ...{ id: `${id}/${data.name}/${label}`, by: "resolve" as const, claim: one.claim },
      ...(claim !== undefined && question?.by !== "us" && { at: claim.at }),
      ...{ label: `${claim?.label ?? id}: ${label}`, says: one.asks, verdict, data, n },
      ...(counts !== undefined && { counts }),
      ...(observed !== undefined && (scale === "ratio" || scale === "share") && { scale }),
      ...(observed !== undefined && { estimate: observed, ...(interval !== undefined && { interval }), level }),
      reading: [one.reading, ...notes].join("; "),
      ...(proxy !== undefined && { proxy }),
      couldFail: couldFail(one, question, base),
      ...(base !== undefined && base.n > 0 && { usual: { yes: base.k, years: base.n } }),
      how: "the question's criterion, on what was counted in its window as known on the day",
    };
  });
}

function unranged(likelihood: Likelihood | undefined, rangeOf: RangeOf | undefined): string[] {
  if (likelihood === undefined || rangeOf === undefined) return [];
  if (likelihood.range !== undefined || rangeOf(likelihood.word) !== undefined) return [];
  return [`${JSON.stringify(likelihood.word)} stands for no range of probability, so nothing is scored`];
}

/** Whether a rate or a share cannot be told from the bound that it was held against; a count is what it is. */
function holdsBound({ type, above, atLeast, below, atMost }: Criterion, interval: Interval | undefined): boolean {
  const bound = above ?? atLeast ?? below ?? atMost ?? 0;
  if (type === "count" || interval === undefined) return false;
  return interval[0] <= bound && (interval[1] === null || interval[1] >= bound);
}

function couldFail(one: Resolution, question: Question | undefined, base: BaseRate | undefined): string {
  if (one.state === "open" || one.state === "annulled") return "no: it has no answer";
  if (base !== undefined && base.n > 0) {
    const years = `${base.k} of ${base.n} earlier years answered yes`;
    const [low, high] = base.interval;
    const range = `a chance of yes of ${percent(low)} to ${percent(high ?? 1)}`;
    if (base.k === 0 || base.k === base.n) {
      const isAsEver = one.outcome === undefined || one.outcome === base.k > 0;
      return `${isAsEver ? "hardly" : "yes"}: ${years}, so that ${base.k === 0 ? "no" : "yes"} was to be expected (${range})`;
    }
    return `yes: ${years} (${range})`;
  }
  const chance = chanceIfSame(one, question);
  if (chance === undefined) return "unknown: there is no earlier year to ask";
  return `yes: had the rate not changed, so many events would have answered yes with a chance of ${percent(chance)}, if Poisson`;
}

/** The chance of a yes on a ratio when both rates are the same: given their sum, the later count is binomial. */
function chanceIfSame({ counts, label, data }: Resolution, question: Question | undefined): number | undefined {
  const against = question?.criterion.against;
  if (question === undefined || against === undefined || counts === undefined) return undefined;
  if (question.measured.some((way) => way.label === label && way.on === data.name && way.measure === "deaths"))
    return undefined;
  const n = counts[0] + counts[1];
  const [window, before] = [question, against].map((span) => lengthIn(span, question.every));
  const isYes = (later: number): boolean =>
    later < n && meets(later / window / ((n - later) / before), question.criterion);
  const whole = Array.from({ length: n + 1 }, (_, later) => isYes(later));
  const first = whole.indexOf(true);
  if (first === -1) return 0;
  const last = whole.lastIndexOf(true);
  const p = window / (window + before);
  const upper = Math.exp(binomialTails(first, n, p).upper);
  return Math.max(0, last >= n - 1 ? upper : upper - Math.exp(binomialTails(last + 1, n, p).upper));
}
