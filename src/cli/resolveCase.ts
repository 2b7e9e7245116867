import { type BaseRate, baseRatesOf } from "../claims/baseRatesOf.js";
import { questionsOf } from "../claims/questionsOf.js";
import { resolve } from "../claims/resolve.js";
import { resolveVerdicts } from "../claims/resolveVerdicts.js";
import { scoreWords } from "../claims/scoreWords.js";
import type { Day } from "../core/day.js";
import { likelihoodRange } from "../core/likelihoodWords.js";
import type { Report } from "../core/report.js";
import type { Resolution, WordScore } from "../core/resolution.js";
import type { Verdict } from "../core/verdict.js";
import type { Case } from "./openCase.js";
import { vintagesOf } from "./vintagesOf.js";

/** How many earlier years a base rate asks, at most. */
const years = 12;

/** What came of a report's questions, as of a day. */
export interface ResolvedCase {
  readonly asOf: Day;
  readonly resolutions: readonly Resolution[];
  readonly baseRates: readonly BaseRate[];
  readonly scores: readonly WordScore[];
  readonly verdicts: readonly Verdict[];
}

/** Answers a report's questions as of a day, by default that of its newest data; scores its words against base rates. */
export async function resolveCase(
  opened: Case,
  { level, seed, asOf: asked }: { level: number; seed: number; asOf?: Day },
): Promise<ResolvedCase> {
  const { report, snapshots } = opened;
  const vintages = await vintagesOf(opened);
  const days = Object.values(vintages).flatMap((all) => all.map((one) => one.asOf));
  const asOf = asked ?? days.sort().at(-1) ?? report.published;
  const settings = { asOf, level, seed, settlesAfter: settlingOf(report) };
  const questions = questionsOf(report);
  const resolutions = await resolve(questions, vintages, settings);
  const baseRates: BaseRate[] = [];
  for (const question of questions) {
    for (const name of new Set(question.measured.map((one) => one.on))) {
      if (!Object.hasOwn(snapshots, name)) continue;
      baseRates.push(...(await baseRatesOf(question, snapshots[name], { asked: report.cutoff, years, level })));
    }
  }
  const verdicts = resolveVerdicts(resolutions, report, { baseRates, rangeOf: likelihoodRange });
  const ranged = resolutions.filter((one) => hasRange(report, one.claim));
  const scores = scoreWords(report, ranged, baseRates, { rangeOf: likelihoodRange });
  return { asOf, resolutions, baseRates, scores, verdicts };
}

/** Whether a claim's word has a range, or none is needed; one without, such as "will", stays unscored and its verdict says so. */
function hasRange(report: Report, claim: string): boolean {
  const likelihood = report.claims.find((one) => one.id === claim)?.likelihood;
  return likelihood === undefined || likelihood.range !== undefined || likelihoodRange(likelihood.word) !== undefined;
}

/** After how many days each data set is taken as settled, where the report says. */
function settlingOf({ evidence }: Report): Readonly<Record<string, number>> {
  return Object.fromEntries(
    evidence.flatMap(({ name, settlesAfter }) => (settlesAfter === undefined ? [] : [[name, settlesAfter]])),
  );
}
