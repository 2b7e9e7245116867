import { daysIn } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import { decimals, numbered, percent } from "../core/print.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Answered } from "./answer.js";
import { stretchesOf } from "./criterion.js";
import { flipRisk } from "./flipRisk.js";
import { latenessOf, seenWindows } from "./latenessOf.js";
import type { ResolveOptions } from "./resolve.js";

/** An answer that a snapshot gives today, and after how many days its counts are taken as settled. */
export interface Today {
  readonly snapshot: Snapshot;
  readonly question: Question;
  readonly measured: Measured;
  readonly found: Answered;
  readonly days: number;
}

/**
 * The chance that reports still to come change today's answer, from delays that were given or are learnt; without a risk
 * where nothing tells how late they come, with the reason.
 */
export async function riskOf(
  { snapshot, question, measured, found, days }: Today,
  { seed, draws = 2000, delays = {} }: ResolveOptions,
): Promise<{ readonly risk?: number; readonly reading: string }> {
  const own = Object.hasOwn(delays, measured.on) ? delays[measured.on] : undefined;
  const learnt =
    own === undefined
      ? await latenessOf(snapshot, measured, question.every, { days, seed, draws })
      : measured.measure === "deaths"
        ? { why: "delays tell of events, not of deaths" }
        : { lateness: own, n: own.n };
  const end = stretchesOf(question)
    .map((one) => one.until)
    .sort()
    .reverse()[0];
  const passed = `${numbered(daysIn({ since: end, until: snapshot.asOf }), "day")} after its end, taken as settled after ${days}`;
  const unknown = (why: string) => ({ reading: `no flip risk (${why}); the data are of ${passed}` });
  if ("why" in learnt) return unknown(learnt.why);
  const { lateness, n } = learnt;
  try {
    const seen = await seenWindows(snapshot, question, measured, { unit: lateness.every, exposure: found.exposure });
    const risk = flipRisk(seen, question.criterion, lateness, { seed, draws });
    if (risk === undefined) return unknown("nothing was ever in as early as this");
    const from = own === undefined ? ", by the day on which rows were last changed" : ", as given";
    return { risk, reading: `flip risk ${riskText(risk)}, by the delays of ${decimals(n, 0)} events${from}` };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof DataError)) throw error;
    return unknown(error.message.replace(/^\w+: /, ""));
  }
}

/** A chance for people; beyond what was drawn it is only bounded. */
export function riskText(risk: number): string {
  return risk === 0 ? "under 1%" : percent(risk);
}
