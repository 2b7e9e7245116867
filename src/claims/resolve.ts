import { addDays, type Day, isDay } from "../core/day.js";
import type { Delays } from "../core/delays.js";
import { InputError } from "../core/errors.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Resolution } from "../core/resolution.js";
import type { Snapshot } from "../core/snapshot.js";
import { asKnown } from "../events/asKnown.js";
import { select } from "../events/select.js";
import { whyNot } from "../events/whyNot.js";
import { answer } from "./answer.js";
import { checkQuestion, meets, stretchesOf } from "./criterion.js";
import { earlierStretches } from "./earlierStretches.js";
import { printsOf } from "./printsOf.js";
import { riskOf } from "./riskOf.js";

/** Snapshots of each data set by the name that questions give it; of several, each what was known on another day. */
export type Vintages = Readonly<Record<string, readonly Snapshot[]>>;

/** What `resolve` may be asked. */
export interface ResolveOptions {
  /** What was known on this day, and nothing later, decides. */
  readonly asOf: Day;
  /** Of the intervals. */
  readonly level: number;
  readonly seed: number;
  /** How many late reports are drawn for a flip risk; 2,000 unless said. */
  readonly draws?: number;
  /** By data set, after how many days counts are taken as settled where nothing tells how late reports come; 90 unless said. */
  readonly settlesAfter?: Readonly<Record<string, number>>;
  /** By data set, how late its reports come; learnt from the days on which its rows were known unless said. */
  readonly delays?: Readonly<Record<string, Delays>>;
}

/** The flip risk above which a question whose window is over is still too early to call. */
const mostRisk = 0.05;

const settledBy = 90;

/**
 * What came of a question, or of each of several in turn, as of a day, once for each way it may be counted on the data sets
 * given. Nothing that was known only later is looked at: of each data set the newest snapshot of that day or before is read
 * or, where all are newer, the oldest of them as far as its rows say when they were changed. Open: the window is not over, or the data do not reach its
 * end. Too early: it is over, but the flip risk is above 5% or, where nothing tells how late reports come, the data are of a
 * day too soon after it. Annulled: the data cannot say, now or ever. Deaths come many at a time, so that their interval allows
 * for the spread of earlier years too.
 *
 * @throws InputError when the question or an option cannot be, two snapshots of a data set are of one day, or delays are of
 * a later day; DataError when a snapshot's files are not those that were written
 */
export async function resolve(
  asked: Question | readonly Question[],
  vintages: Vintages,
  options: ResolveOptions,
): Promise<Resolution[]> {
  const questions = [asked].flat();
  for (const question of questions) checkQuestion(question, "resolve");
  checkOptions(vintages, options);
  const resolutions: Resolution[] = [];
  for (const question of questions) {
    for (const measured of question.measured) {
      if (!Object.hasOwn(vintages, measured.on)) continue;
      resolutions.push(await resolved(question, measured, vintages[measured.on], options));
    }
  }
  return resolutions;
}

async function resolved(
  question: Question,
  measured: Measured,
  snapshots: readonly Snapshot[],
  options: ResolveOptions,
): Promise<Resolution> {
  const { asOf, level } = options;
  const { id, claim, asks, criterion } = question;
  const { on, label, proxy } = measured;
  const head = { question: id, claim, asks, label, asOf };
  const tail = { level, ...(proxy !== undefined && { proxy }) };
  const none = (state: "open" | "too early" | "annulled", why: string, data: Resolution["data"]): Resolution => ({
    ...head,
    data,
    state,
    ...tail,
    n: 0,
    reading: `${state}: ${why}`,
  });
  if (measured.cannot !== undefined) return none("annulled", measured.cannot, { name: on });
  const snapshot = await asKnown(snapshots, asOf);
  if (snapshot === undefined) return none("open", `nothing tells what was known of ${on} on ${asOf}`, { name: on });
  const data = { name: on, asOf: snapshot.asOf, hash: snapshot.hash };
  const unsaid = await whyNot(select(snapshot, measured.where), measured.measure ?? "events");
  if (unsaid !== undefined) return none("annulled", unsaid, data);
  const spans = stretchesOf(question);
  const [since, until] = [
    spans.map((one) => one.since).sort()[0],
    spans.map((one) => one.until).sort()[spans.length - 1],
  ];
  if (snapshot.covers.since > since)
    return none("annulled", `${on} begins on ${snapshot.covers.since}, the question on ${since}`, data);
  if (until > asOf) return none("open", `its window ends on ${until}`, data);
  if (snapshot.covers.until < until)
    return none(
      "open",
      `${on} as of ${snapshot.asOf} reaches to ${snapshot.covers.until}, the question to ${until}`,
      data,
    );
  const days = options.settlesAfter?.[on] ?? settledBy;
  const isLate = snapshot.asOf >= addDays(until, days);
  const like = measured.measure === "deaths" ? await earlierStretches(snapshot, question, measured) : [];
  const found = await answer(snapshot, question, measured, level, like);
  if ("why" in found)
    return none(
      found.isCounted && !isLate ? "too early" : "annulled",
      `${found.why}${found.isCounted && !isLate ? " yet" : ""}`,
      data,
    );
  const outcome = meets(found.value, criterion);
  const late = await riskOf({ snapshot, question, measured, found, days }, options);
  const isCalled = late.risk === undefined ? isLate : late.risk <= mostRisk;
  const prints = await printsOf(question, measured, snapshots, { asOf, level, days, until, isCalled });
  const word = outcome ? "yes" : "no";
  const back =
    snapshot.knownBy === undefined
      ? ""
      : `; read back from a newer snapshot, so that rows changed since are missing in their older form`;
  const { value: observed, interval, n, counts } = found;
  return {
    ...head,
    data,
    state: isCalled ? "resolved" : "too early",
    ...(isCalled && { outcome }),
    ...{ observed, interval, ...tail, n },
    ...(counts !== undefined && { counts }),
    ...prints.found,
    ...(late.risk !== undefined && { flipRisk: late.risk }),
    reading: `${isCalled ? word : `too early, ${word} so far`}: ${found.reading}; ${late.reading}; ${prints.reading}${back}`,
  };
}

function checkOptions(vintages: Vintages, { asOf, level, settlesAfter = {}, delays = {} }: ResolveOptions): void {
  if (!isDay(asOf)) throw new InputError(`resolve: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  if (!(level > 0 && level < 1)) throw new InputError(`resolve: level needs a number between 0 and 1, got ${level}`);
  for (const [name, days] of Object.entries(settlesAfter)) {
    if (!Number.isInteger(days) || days < 0)
      throw new InputError(`resolve: settlesAfter needs whole days from 0, got ${days} (${name})`);
  }
  for (const [name, one] of Object.entries(delays)) {
    if (one.asOf > asOf)
      throw new InputError(`resolve: needs delays known by ${asOf}, got some of ${one.asOf} (${name})`);
  }
  for (const [name, snapshots] of Object.entries(vintages)) {
    const days = snapshots.map((one) => one.asOf);
    const twice = days.find((day, i) => days.indexOf(day) !== i);
    if (twice !== undefined) throw new InputError(`resolve: needs one snapshot a day, got 2 of ${twice} (${name})`);
  }
}
