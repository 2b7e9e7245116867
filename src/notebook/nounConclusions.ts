import type { Threshold } from "../core/forecast.js";
import { thresholdText } from "../core/thresholdText.js";
import { type Quantity, steady } from "./quantity.js";
import { recordsIn } from "./recordsIn.js";

/**
 * What a whole table concludes, beyond what each of its rows does: which method has the lowest mean by each metric, which
 * explanation is the likeliest, what the preferred reading of a claim comes to, whether a ledger is whole.
 */
export function nounConclusions(what: object): Quantity[] {
  if (Array.isArray(what)) return lowestMeans(what);
  const verdict = (name: string, value: string): Quantity => ({ name, value, kind: "verdict" });
  if ("sensitivities" in what && "hypotheses" in what) {
    const likeliest = lowest(
      recordsIn(what.hypotheses).map(({ label, probability }) => ({ label, value: -last(probability) })),
    );
    return likeliest === undefined ? [] : [verdict("weighing: the likeliest", likeliest)];
  }
  if ("flips" in what && "preferred" in what) {
    const [preferred] = recordsIn([what.preferred]);
    return [verdict("readings: the preferred one", String(preferred?.["verdict"]))];
  }
  if ("faults" in what && "entries" in what && Array.isArray(what.faults))
    return [verdict("ledger", what.faults.length === 0 ? "whole" : "not whole")];
  return [];
}

/** Of summaries that differ in nothing but the model. Of metrics that are not better for being low there is no such thing. */
function lowestMeans(rows: readonly unknown[]): Quantity[] {
  const groups = new Map<string, { label: unknown; value: number }[]>();
  for (const row of recordsIn(rows)) {
    if (!["metric", "mean", "infinite", "model"].every((field) => field in row)) continue;
    const { metric, model, mean } = row;
    if (/^(bias|coverage|wisPart|sharpness)\(/.test(String(metric))) continue;
    const name = [metric, ...groupOf(row)].join(", ");
    groups.set(name, [
      ...(groups.get(name) ?? []),
      { label: model, value: typeof mean === "number" ? mean : Infinity },
    ]);
  }
  return [...groups].flatMap(([name, all]): Quantity[] => {
    const model = all.length < 2 ? undefined : lowest(all);
    return model === undefined ? [] : [{ name: `score ${name}: lowest mean`, value: model, kind: "verdict" }];
  });
}

function groupOf({ step, origin, target, asks, key }: Record<string, unknown>): string[] {
  const keyed = typeof key === "object" && key !== null ? Object.values(key) : [];
  const threshold = isThreshold(asks) ? thresholdText(asks) : undefined;
  return [step, origin, target, threshold, ...keyed].filter((one) => one !== undefined).map(String);
}

function isThreshold(asks: unknown): asks is Threshold {
  return typeof asks === "object" && asks !== null;
}

/** The label of the lowest value, to the digits kept; of several as low, all. */
function lowest(all: readonly { readonly label: unknown; readonly value: number }[]): string | undefined {
  const least = Math.min(...all.map(({ value }) => value));
  if (!Number.isFinite(least)) return undefined;
  return all
    .filter(({ value }) => steady(value) === steady(least))
    .map(({ label }) => String(label))
    .join(" and ");
}

function last(values: unknown): number {
  const value: unknown = Array.isArray(values) ? values.at(-1) : undefined;
  return typeof value === "number" ? value : Number.NaN;
}
