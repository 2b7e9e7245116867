import { InputError } from "../core/errors.js";
import { decimals, percent } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Likelihood } from "../core/reportClaim.js";
import type { Resolution, WordScore } from "../core/resolution.js";
import type { BaseRate } from "./baseRatesOf.js";
import { settle } from "./settle.js";

/** From a word of probability to the range it stands for, from 0 to 1; undefined for a word it does not know. */
export type RangeOf = (word: string) => readonly [number, number] | undefined;

/**
 * What forecasts in words earned, for each resolved question of a claim that calls something likely: the Brier and logarithmic
 * scores of the best and the worst probability that the word allows, beside the score of the base rate. A publisher's own
 * range goes before the word's. A claim without a word of probability, such as a conditional indicator, has no score.
 *
 * @throws InputError when a word has no range, or one that is none
 * @see Brier (1950) Monthly Weather Review 78, 1–3; Good (1952) Journal of the Royal Statistical Society B 14, 107–114
 * @example
 * scoreWords({ claims: [{ id: "c", likelihood: { word: "likely" } }] }, [{ question: "q", claim: "c", state: "resolved", outcome: true, label: "a", data: { name: "x" } }], [], { rangeOf: () => [0.5, 0.75] })[0].brier // [0.0625, 0.25]
 */
export function scoreWords(
  report: Report,
  resolutions: readonly Resolution[],
  baseRates: readonly BaseRate[],
  { rangeOf }: { rangeOf: RangeOf },
): WordScore[] {
  return settle(resolutions).flatMap(({ question, claim, outcome, ways, isByProxy }): WordScore[] => {
    const likelihood = report.claims.find((one) => one.id === claim)?.likelihood;
    if (likelihood === undefined || outcome === undefined) return [];
    const range = checkedRange(likelihood, rangeOf, claim);
    const brier = bestAndWorst(range, (p) => (p - (outcome ? 1 : 0)) ** 2);
    const [best, worst] = bestAndWorst(range, (p) => -Math.log(outcome ? p : 1 - p));
    const base = baseRates.find(
      (one) => one.question === question && one.n > 0 && ways.some((way) => isSameWay(way, one)),
    );
    const compared = base === undefined ? undefined : comparedWith(base, outcome, brier);
    const side = range[0] >= 0.5 ? "leans to yes" : range[1] <= 0.5 ? "leans to no" : "takes no side";
    const reading = [
      `${likelihood.word} (${percent(range[0])} to ${percent(range[1])}) ${side}; the answer was ${outcome ? "yes" : "no"}${isByProxy ? ", by proxy" : ""}`,
      `Brier score ${decimals(brier[0], 3)} to ${decimals(brier[1], 3)}`,
      compared?.reading ?? "no base rate to hold it against",
    ].join("; ");
    return [
      {
        ...{ question, claim, word: likelihood.word, range, outcome, brier },
        log: [best + 0, worst === Infinity ? null : worst + 0],
        ...(base && { baseRate: { estimate: base.estimate, interval: base.interval, n: base.n } }),
        ...(compared && { baseBrier: compared.baseBrier, skill: compared.skill }),
        reading,
      },
    ];
  });
}

/** Whether a base rate was counted in the way of a resolution. */
export function isSameWay(
  { question, label, data }: Pick<Resolution, "question" | "label" | "data">,
  base: BaseRate,
): boolean {
  return base.question === question && base.label === label && base.data.name === data.name;
}

function checkedRange({ word, range }: Likelihood, rangeOf: RangeOf, claim: string): readonly [number, number] {
  const [low, high] = range ?? rangeOf(word) ?? [];
  if (low === undefined || high === undefined)
    throw new InputError(`scoreWords: ${JSON.stringify(word)} has no range (claim ${claim})`);
  if (!(low >= 0 && low <= high && high <= 1))
    throw new InputError(
      `scoreWords: a range needs two numbers in order from 0 to 1, got ${low} and ${high} (claim ${claim})`,
    );
  return [low, high];
}

/** Both scores are least at the end of the range that is nearest to what happened and greatest at the other. */
function bestAndWorst([low, high]: readonly [number, number], score: (p: number) => number): readonly [number, number] {
  return [Math.min(score(low), score(high)), Math.max(score(low), score(high))];
}

function comparedWith(
  { k, n, forecast }: BaseRate,
  outcome: boolean,
  [best, worst]: readonly [number, number],
): Required<Pick<WordScore, "baseBrier" | "skill" | "reading">> {
  const baseBrier = (forecast - (outcome ? 1 : 0)) ** 2;
  const part = worst < baseBrier ? "all" : best < baseBrier ? "part" : "none";
  const reading = `beats the base rate over ${part} of its range: ${k} of ${n} earlier years said yes, which as a forecast of ${percent(forecast)} scores ${decimals(baseBrier, 3)}`;
  return { baseBrier, skill: [1 - worst / baseBrier, 1 - best / baseBrier], reading };
}
