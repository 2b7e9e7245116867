import { DataError, InputError } from "../core/errors.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { select } from "../events/select.js";
import type { Stretch } from "../inference/test.js";
import { countedIn } from "./answer.js";
import { shifted } from "./baseRatesOf.js";
import { stretchesOf } from "./criterion.js";

/** How many earlier years are looked at. */
const years = 5;

/**
 * A question's stretches in the years before it, as far as the snapshot covers them and they do not reach into its own: what
 * tells how much counts of this kind vary.
 */
export async function earlierStretches(snapshot: Snapshot, question: Question, measured: Measured): Promise<Stretch[]> {
  const first = stretchesOf(question)
    .map((one) => one.since)
    .sort()[0];
  const meant = select(snapshot, measured.where);
  const found: Stretch[] = [];
  for (let back = 1; back <= years; back++) {
    const spans = stretchesOf(shifted(question, back));
    if (spans.some(({ since, until }) => since < snapshot.covers.since || until > first)) continue;
    try {
      for (const span of spans) found.push(await countedIn(meant, measured, question, span));
    } catch (error) {
      if (!(error instanceof InputError || error instanceof DataError)) throw error;
    }
  }
  return found;
}
