import { daysIn, type Every } from "../core/day.js";
import type { Delays } from "../core/delays.js";
import { whyOf } from "../core/errors.js";
import { decimals, numbered, percent } from "../core/print.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Answered } from "./answer.js";
import { stretchesOf } from "./criterion.js";
import { flipRisk, type Lateness } from "./flipRisk.js";
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
 * The chance that reports still to come change today's answer, from delays that were given or are learnt, by week or, where
 * rows are known too coarsely for weeks, by the question's periods. Without a risk where nothing tells how late reports come,
 * with the reason: of deaths, which late reports change without adding an event, no delays tell.
 */
export async function riskOf(
  today: Today,
  { seed, draws = 2000, delays = {} }: ResolveOptions,
): Promise<{ readonly risk?: number; readonly reading: string }> {
  const { snapshot, question, measured, days } = today;
  const end = stretchesOf(question)
    .map((one) => one.until)
    .sort()
    .reverse()[0];
  const passed = `${numbered(daysIn({ since: end, until: snapshot.asOf }), "day")} after its end, taken as settled after ${days}`;
  const unknown = (why: string) => ({ reading: `no flip risk (${why}); the data are of ${passed}` });
  if (measured.measure === "deaths") return unknown("delays tell of events, not of deaths");
  const given = Object.hasOwn(delays, measured.on) ? delays[measured.on] : undefined;
  let why = "";
  for (const unit of given === undefined ? new Set<Every>(["week", question.every]) : [given.every]) {
    const learnt =
      given === undefined
        ? await latenessOf(snapshot, measured, unit, { days, seed, draws })
        : { lateness: given, n: given.n };
    const found = "why" in learnt ? learnt.why : await riskBy(today, learnt.lateness, { seed, draws });
    if (typeof found === "number" && "n" in learnt) {
      const from = given === undefined ? ", by the day on which rows were last changed" : ", as given";
      return {
        risk: found,
        reading: `flip risk ${riskText(found)}, by the delays of ${decimals(learnt.n, 0)} events${from}`,
      };
    }
    why = String(found);
  }
  return unknown(why);
}

/** The risk by these delays, or why there is none. */
async function riskBy(
  { snapshot, question, measured, found }: Today,
  lateness: Lateness | Delays,
  options: { seed: number; draws: number },
): Promise<number | string> {
  try {
    const seen = await seenWindows(snapshot, question, measured, { unit: lateness.every, exposure: found.exposure });
    return flipRisk(seen, question.criterion, lateness, options) ?? "nothing was ever in as early as this";
  } catch (error) {
    return whyOf(error);
  }
}

/** A chance for people; beyond what was drawn it is only bounded. */
function riskText(risk: number): string {
  return risk === 0 ? "under 1%" : percent(risk);
}
