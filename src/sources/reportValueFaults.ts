import { isDay } from "../core/day.js";
import { fieldsIn, type JsonPart, partsOf } from "../core/partsOf.js";
import type { ReportFault } from "./reportFaults.js";

type Fields = Readonly<Record<string, unknown>>;

const number = /^\d+(\.\d+)?$/;
const bounds = ["above", "atLeast", "below", "atMost"];

/** The values in a report that cannot be: stretches and ranges the wrong way round, and fields that do not go together. */
export function reportValueFaults(report: unknown): ReportFault[] {
  const every = (pattern: string, look: (fields: Fields) => readonly (readonly [field: string, says: string])[]) =>
    partsOf(report, pattern).flatMap(({ path, value }: JsonPart) =>
      look(fieldsIn(value)).map(([field, says]) => ({ path: field === "" ? path : [...path, field], says })),
    );
  return [
    ...every("windows.*", spans),
    ...every("claims.*.happened", spans),
    ...every("figures.*", printed),
    ...every("claims.*.likelihood", ({ range }) => (isDown(range) ? [["range", "needs the lower end first"]] : [])),
    ...every("claims.*.check=count", counted),
    ...every("claims.*.check=pace", ({ from, to }) => (isDown([from, to]) ? [["to", "is less than from"]] : [])),
    ...every("questions.*.criterion", decided),
    ...every("hypotheses.*", ended),
    ...weighed(report),
  ];
}

function spans({ since, until }: Fields): [string, string][] {
  return isDay(since) && isDay(until) && String(since) >= String(until) ? [["", "ends before it begins"]] : [];
}

function printed({ printed: one, to, what, sd }: Fields): [string, string][] {
  const faults: [string, string][] = [];
  const isNumber = typeof one === "string" && number.test(one);
  if (["mean", "count", "share"].includes(String(what)) && typeof one === "string" && one !== "" && !isNumber)
    faults.push(["printed", 'needs a number as printed, unless what is "quantity"']);
  if (isNumber && typeof to === "string" && number.test(to) && Number(to) < Number(one))
    faults.push(["to", "is less than what is printed first"]);
  if (sd !== undefined && (what === "count" || what === "quantity"))
    faults.push(["sd", `goes with a mean or a share, got a ${what}`]);
  return faults;
}

function counted({ atLeast, atMost }: Fields): [string, string][] {
  if (atLeast === undefined && atMost === undefined) return [["", "needs atLeast, atMost or both"]];
  return isDown([atLeast, atMost]) ? [["atMost", "is less than atLeast"]] : [];
}

function decided(criterion: Fields): [string, string][] {
  const given = bounds.filter((bound) => criterion[bound] !== undefined);
  const faults: [string, string][] = [];
  if (given.length !== 1)
    faults.push(["", `needs exactly one of ${bounds.join(", ")}, got ${given.join(" and ") || "none"}`]);
  const { type, against } = criterion;
  if (type === "ratio" && against === undefined) faults.push(["", "of a ratio needs against, a window"]);
  if ((type === "count" || type === "share") && against !== undefined)
    faults.push(["against", `goes with a ratio, got a ${type}`]);
  return faults;
}

function ended({ supposes, ends }: Fields): [string, string][] {
  const lasts = partsOf(supposes, "*.lasts").length > 0;
  const faults: [string, string][] = [
    ...twice(partsOf(supposes, "*.name")).map((name): [string, string] => ["supposes", `effect ${name} stands twice`]),
    ...twice(partsOf(ends, "*")).map((end): [string, string] => ["ends", `end ${end} stands twice`]),
  ];
  if (ends !== undefined && !lasts)
    faults.push(["ends", "goes with an effect that lasts until the end, and none does"]);
  return faults;
}

/** The texts that stand in a list more than once. */
function twice(parts: readonly JsonPart[]): string[] {
  const texts = parts.map(({ value }) => value).filter((one) => typeof one === "string");
  return [...new Set(texts.filter((one, i) => texts.indexOf(one) !== i))];
}

function weighed(report: unknown): ReportFault[] {
  const { weighing, hypotheses, windows } = fieldsIn(report);
  if (weighing === undefined) return [];
  const { past, forecast } = fieldsIn(weighing);
  const faults: ReportFault[] = [];
  const given = hypotheses ?? [];
  if (Array.isArray(given) && given.length < 2) faults.push({ path: ["weighing"], says: "needs 2 hypotheses" });
  const { until } = fieldsIn(fieldsIn(windows)[String(past)]);
  const { since } = fieldsIn(fieldsIn(windows)[String(forecast)]);
  if (isDay(until) && isDay(since) && String(since) < String(until))
    faults.push({ path: ["weighing", "forecast"], says: `begins before the end of past, got ${since} and ${until}` });
  return faults;
}

function isDown(range: unknown): boolean {
  const [low, high]: readonly unknown[] = Array.isArray(range) ? range : [];
  return typeof low === "number" && typeof high === "number" && low > high;
}
