import { addDays, type Day, daysIn } from "../core/day.js";
import { numbered } from "../core/print.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Print, Resolution } from "../core/resolution.js";
import type { Snapshot } from "../core/snapshot.js";
import { answer } from "./answer.js";
import { meets } from "./criterion.js";

/**
 * What the first vintage said in which a question's window was over, and the first in which it was settled or, where the
 * question is called without one, the newest. Of a single vintage there is no first print.
 */
export async function printsOf(
  question: Question,
  measured: Measured,
  snapshots: readonly Snapshot[],
  { asOf, level, days, until, isCalled }: { asOf: Day; level: number; days: number; until: Day; isCalled: boolean },
): Promise<{ readonly found: Pick<Resolution, "firstPrint" | "settled">; readonly reading: string }> {
  const over = [...snapshots]
    .filter((one) => one.asOf <= asOf && one.knownBy === undefined && one.covers.until >= until)
    .sort((one, other) => (one.asOf < other.asOf ? -1 : 1));
  const print = async (snapshot: Snapshot | undefined): Promise<Print | undefined> => {
    if (snapshot === undefined) return undefined;
    const found = await answer(snapshot, question, measured, level);
    if ("why" in found) return undefined;
    const { asOf: day, hash } = snapshot;
    return { asOf: day, hash, observed: found.value, outcome: meets(found.value, question.criterion) };
  };
  const isAlone = snapshots.filter((one) => one.asOf <= asOf).length < 2;
  const firstPrint = isAlone ? undefined : await print(over.at(0));
  const late = over.find((one) => one.asOf >= addDays(until, days)) ?? over.at(-1);
  const settled = isCalled ? await print(late) : undefined;
  const after = (day: Day): string => `${numbered(daysIn({ since: until, until: day }), "day")} after its end`;
  const first = isAlone
    ? "one vintage, so no first print"
    : firstPrint === undefined
      ? "no first print"
      : `first print ${firstPrint.outcome ? "yes" : "no"}, ${after(firstPrint.asOf)}`;
  const last =
    settled === undefined
      ? ""
      : `, ${isAlone ? "read" : `now ${settled.outcome ? "yes" : "no"},`} ${after(settled.asOf)}`;
  return { found: { ...(firstPrint && { firstPrint }), ...(settled && { settled }) }, reading: `${first}${last}` };
}
