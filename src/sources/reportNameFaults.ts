import { fieldsIn, partsOf } from "../core/partsOf.js";
import { knownIn, namesIn } from "../core/reportNames.js";
import { namedLists } from "../core/reportPlace.js";
import { sourceNames } from "./recognise.js";
import type { ReportFault } from "./reportFaults.js";

/** The names in a report that are not there or stand twice, and the numbers that its notes lack. */
export function reportNameFaults(report: unknown): ReportFault[] {
  const known = knownIn(report);
  const away = namesIn(report)
    .filter(({ kind, name }) => !known[kind].has(name))
    .map(({ path, kind, name }) => ({ path, says: `names ${kind} ${name}, which is not there` }));
  return [...away, ...twice(report), ...shared(report), ...gaps(report), ...sources(report), ...placebos(report)];
}

function twice(report: unknown): ReportFault[] {
  return namedLists.flatMap(([list, noun, named]) => {
    const seen = new Set<unknown>();
    return partsOf(report, `${list}.*.${named}`).flatMap(({ path, value }) => {
      if (!seen.has(value)) seen.add(value);
      else if (typeof value !== "object") return [{ path, says: `${noun} ${value} stands twice` }];
      return [];
    });
  });
}

/** What supports a claim or a figure names either by its id, so that the two may not share one. */
function shared(report: unknown): ReportFault[] {
  const { figure } = knownIn(report);
  return partsOf(report, "claims.*.id").flatMap(({ path, value }) =>
    typeof value === "string" && figure.has(value) ? [{ path, says: `${value} is the name of a figure too` }] : [],
  );
}

/** Notes are numbered from 1, none left out. */
function gaps(report: unknown): ReportFault[] {
  const notes = partsOf(report, "citations.*").map(({ value }) => fieldsIn(value)["note"]);
  if (!notes.every((note) => typeof note === "number" && Number.isInteger(note) && note > 0)) return [];
  const [had, last] = [new Set(notes), Math.max(0, ...notes.map(Number))];
  const missing: number[] = [];
  for (let note = 1; note <= last && missing.length <= 10; note++) if (!had.has(note)) missing.push(note);
  if (missing.length === 0) return [];
  const more = missing.length > 10 ? " and more" : "";
  return [{ path: ["citations"], says: `lacks note ${missing.slice(0, 10).join(", ")}${more} of 1 to ${last}` }];
}

/** A source is one we have; a table of one's own has a mapping, and nothing else has. */
function sources(report: unknown): ReportFault[] {
  return partsOf(report, "evidence.*").flatMap(({ path, value }) => {
    const { source, mapping } = fieldsIn(value);
    if (typeof source !== "string") return [];
    if (source === "mapped" && mapping === undefined) return [{ path, says: `of source "mapped" needs a mapping` }];
    const faults: ReportFault[] = [];
    if (source !== "mapped" && !sourceNames.includes(source)) {
      const there = [...sourceNames, "mapped"].join(", ");
      faults.push({
        path: [...path, "source"],
        says: `names source ${source}, which is not known (there are ${there})`,
      });
    } else if (source !== "mapped" && mapping !== undefined) {
      faults.push({ path: [...path, "mapping"], says: `goes with source "mapped", got ${source}` });
    }
    return faults;
  });
}

/** Of a placebo, a zone that some explanation names gives its place to one that none does. */
function placebos(report: unknown): ReportFault[] {
  const zones = new Set(
    ["hypotheses.*.supposes.*.zones.*"].flatMap((pattern) => partsOf(report, pattern)).map(({ value }) => value),
  );
  return partsOf(report, "weighing.placebos.*").flatMap(({ path, value }) => [
    ...(zones.has(path[2]) ? [] : [{ path, says: `no explanation says anything of zone ${path[2]}` }]),
    ...(zones.has(value) ? [{ path, says: `an explanation names zone ${value}, so it is no placebo` }] : []),
  ]);
}
