import type { ClaimRow } from "../core/claimRow.js";
import { InputError } from "../core/errors.js";
import type { Multiverse } from "../core/multiverse.js";
import type { Plan } from "../core/plan.js";
import type { ReferenceRate } from "../core/referenceRate.js";
import type { Resolution, WordScore } from "../core/resolution.js";
import type { Verdict } from "../core/verdict.js";
import type { WatchedQuestion } from "../core/watchedQuestion.js";
import type { Weighed } from "../core/weighed.js";
import { audit } from "../reports/audit.js";
import { claimTable } from "../reports/claimTable.js";
import { dataOf } from "../reports/counted.js";
import { plan } from "../reports/plan.js";
import { referenceClass } from "../reports/referenceClass.js";
import { reproduce } from "../reports/reproduce.js";
import { separation } from "../reports/separation.js";
import { vary } from "../reports/vary.js";
import { watch } from "../reports/watch.js";
import { weigh } from "../reports/weigh.js";
import { answerOf, weighVerdicts } from "../reports/weighVerdicts.js";
import { labelsOf } from "./labelsOf.js";
import type { Case } from "./openCase.js";
import { resolveCase } from "./resolveCase.js";
import { level, type RunChart, runCharts } from "./runCharts.js";

/** All that a run found. */
export interface Run extends Case {
  readonly verdicts: readonly Verdict[];
  /** Every claim with what became of it. */
  readonly rows: readonly ClaimRow[];
  readonly resolutions: readonly Resolution[];
  readonly scores: readonly WordScore[];
  readonly plans: readonly Plan[];
  readonly multiverses: readonly Multiverse[];
  readonly referenceRates: readonly ReferenceRate[];
  readonly watched: readonly WatchedQuestion[];
  /** Absent where the report offers nothing to weigh, or the data cannot say yet. */
  readonly weighed?: Weighed;
  /** What the weighing came to, in a sentence; empty where nothing was weighed. */
  readonly answer: string;
  readonly charts: readonly RunChart[];
}

/** Of what is drawn at random, the weighing aside, which has its own. */
const seed = 1;

/** How many data sets are made under each explanation. */
const draws = 300;

/** Tests a report against its evidence and draws what came out. */
export async function runCase(opened: Case, note: (step: string) => void): Promise<Run> {
  const { report, snapshots } = opened;
  note("auditing the report's own numbers and sources");
  const audited = audit(report, { level });
  note("counting its figures in the data");
  const reproduced = await reproduce(report, snapshots, { level });
  note("answering its questions");
  const { asOf, resolutions, scores, verdicts: resolved } = await resolveCase(opened, { level, seed });
  note("weighing its explanations");
  const found = await weighedOf(opened);
  const weighed = "drift" in found ? found : undefined;
  const told = "drift" in found ? weighVerdicts(report, found) : found;
  note("planning its indicators");
  const plans = await plansOf(opened, weighed !== undefined);
  note("reading its claims in every defensible way");
  const multiverses: Multiverse[] = [];
  for (const one of report.readings)
    multiverses.push(await vary(report, one, snapshots, { level, seed, labels: labelsOf(opened) }));
  note("looking for comparable episodes");
  const referenceRates: ReferenceRate[] = [];
  for (const one of report.referenceClasses) {
    if (Object.hasOwn(snapshots, one.on))
      referenceRates.push(await referenceClass(report, one, snapshots[one.on], { level }));
  }
  const watched = await watch(report, snapshots, { asOf, level });
  const verdicts = [...audited, ...reproduced, ...resolved, ...told];
  const rows = claimTable(report, verdicts);
  const run = {
    ...{ ...opened, verdicts, rows, resolutions, scores, plans, multiverses, referenceRates, watched },
    ...(weighed && { weighed }),
    answer: weighed ? answerOf(weighed) : "",
  };
  note("drawing");
  return { ...run, charts: await runCharts(run) };
}

/** What each indicator could tell before data came, and which explanations could have been told apart, zone by zone or not. */
async function plansOf(opened: Case, isWeighed: boolean): Promise<Plan[]> {
  const { report, snapshots } = opened;
  const { weighing, plans } = report;
  if (weighing === undefined || !isWeighed) return plans.map((one) => plan(report, one, { level }));
  const [snapshot, settings] = [snapshots[weighing.on], { draws, seed: weighing.seed }];
  const whole = await separation(report, snapshot, settings);
  const found: Plan[] = [];
  for (const one of plans) {
    const zones = zonesOf(opened, one.claim);
    const alone =
      zones.length === 0 ? [] : [await separation(report, snapshot, { ...settings, zones, together: true })];
    found.push(plan(report, one, { level, separations: [...alone, whole] }));
  }
  return found;
}

/** The zones that a claim is counted in, regions taken apart, of which some explanation says something. */
function zonesOf({ report, codebook }: Case, id: string): string[] {
  const { check } = report.claims.find((one) => one.id === id) ?? {};
  const ways = check !== undefined && "measured" in check ? check.measured : [];
  const named = ways.flatMap(({ where: { zone = [] } }) => zone);
  const own = new Set(named.flatMap((name) => codebook.regions[name]?.zones ?? [name]));
  const told = report.hypotheses.flatMap((one) => one.supposes.flatMap((effect) => effect.zones));
  return [...new Set(told)].filter((zone) => own.has(zone));
}

/** What the explanations came to; where the data do not reach the periods forecast, the verdict that says so. */
async function weighedOf({ report, snapshots }: Case): Promise<Weighed | readonly Verdict[]> {
  if (report.weighing === undefined) return [];
  const snapshot = snapshots[report.weighing.on];
  try {
    return await weigh(report, snapshot, { draws });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const says = "which explanation forecast what came";
    const reading = error.message.replace(/^\w+: /, "");
    const couldFail = "no: there is nothing to hold it against";
    const head = { id: "weigh", by: "weigh", label: "Explanations", says, data: dataOf(snapshot), n: 0 } as const;
    return [{ ...head, verdict: "cannot be compared", reading, couldFail }];
  }
}
