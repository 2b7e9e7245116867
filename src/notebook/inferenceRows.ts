import type { Finding } from "../core/finding.js";
import { decimals, pText, withInterval } from "../core/print.js";
import type { Coefficient } from "../core/regression.js";
import type { Running } from "../core/running.js";

/** A noun that says in a sentence what it found: power, an impact, a segmentation, a detector's signal. */
export interface Spoken {
  readonly reading: string;
}

type Row = Readonly<Record<string, string>>;

/** What a test or a comparison found. */
export function findingRow({ key, test, n, estimate, interval, p, adjusted, reading, from }: Finding): Row {
  const value =
    estimate === undefined ? "" : interval === undefined ? decimals(estimate, 2) : withInterval(estimate, interval, 4);
  return {
    ...key,
    test,
    n: decimals(n, 0),
    estimate: value,
    p: p === undefined ? "" : pText(p).replace("p = ", ""),
    ...(adjusted !== undefined && { adjusted: pText(adjusted).replace("p = ", "") }),
    reading,
    from: from?.slice(0, 8) ?? "",
  };
}

/** A regression's coefficient, as the ratio that readers understand. */
export function coefficientRow({ name, ratio, interval, p }: Coefficient): Row {
  return { term: name, "times the rate": withInterval(ratio, interval, 4), p: pText(p).replace("p = ", "") };
}

/** A look at the data as they come in. */
export function runningRow(one: Running): Row {
  const { key, period, n, estimate, interval, eValue, p } = one;
  return {
    ...key,
    "up to": period,
    n: decimals(n, 0),
    estimate: estimate === undefined ? "" : withInterval(estimate, interval, 2),
    ...(eValue !== undefined && { "e-value": `${Number(eValue.toPrecision(2))}` }),
    ...(p !== undefined && { p: pText(p).replace("p = ", "") }),
  };
}

/** The sentence, after the test, the detector, the family or the cost that it rests on. */
export function spokenRow(one: Spoken): Row {
  const by = ["test", "method", "family", "cost"].flatMap((name) =>
    Object.entries(one).filter(([key]) => key === name),
  );
  return { ...Object.fromEntries(by.slice(0, 1).map(([name, value]) => [name, String(value)])), reading: one.reading };
}

export function isFinding(one: object): one is Finding {
  return "test" in one && "assumes" in one && "n" in one;
}

export function isCoefficient(one: object): one is Coefficient {
  return "ratio" in one && "error" in one && "name" in one;
}

export function isRunning(one: object): one is Running {
  return "period" in one && "n" in one && "interval" in one && !("reading" in one) && "level" in one;
}

export function isSpoken(one: object): one is Spoken {
  return "reading" in one && ("assumes" in one || "alarm" in one);
}
