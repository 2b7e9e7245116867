import { datePattern, patternFault } from "./datePattern.js";
import type { FullMapping } from "./mappingSchema.js";

/** What any field may say, for what holds of all of them. */
interface Said {
  readonly column?: string;
  readonly columns?: readonly string[];
  readonly always?: unknown;
  readonly values?: unknown;
  readonly others?: unknown;
}

type Dated = FullMapping["columns"]["day"];

/** What is wrong with a mapping whose form is right: what does not go together, and patterns that read no date. */
export function mappingFaults({ country, covers, columns }: FullMapping): string[] {
  const faults = Object.entries(columns).flatMap(([field, said]) =>
    said === undefined ? [] : fieldFaults(said).map((fault) => `columns.${field}: ${fault}`),
  );
  for (const field of ["day", "until", "known"] as const) {
    const said = columns[field];
    if (said !== undefined) faults.push(...dateFaults(said).map((fault) => `columns.${field}: ${fault}`));
    if (said !== undefined && field !== "day" && faults.length === 0 && isCoarse(said)) {
      faults.push(`columns.${field}: needs the day, not the month or year alone`);
    }
  }
  if (columns.precision !== undefined && faults.length === 0 && isCoarse(columns.day)) {
    faults.push("columns.precision: columns.day says already how exactly the day is known");
  }
  for (const field of ["civilians", "precision"] as const) {
    const said = columns[field];
    if (said?.column !== undefined && said.values === undefined) faults.push(`columns.${field}: needs values`);
  }
  if (country !== undefined && columns.country !== undefined) faults.push("country: stands already in columns.country");
  if (covers !== undefined && covers.since >= covers.until) faults.push("covers: ends before it begins");
  if ((columns.lat === undefined) !== (columns.lon === undefined)) {
    faults.push(`columns.${columns.lat === undefined ? "lon" : "lat"}: lat and lon need each other`);
  }
  if (columns.lat && columns.lon && columns.lat.empty !== columns.lon.empty) {
    faults.push("columns.lon: needs the same empty as columns.lat");
  }
  if (columns.position !== undefined && columns.lat !== undefined) {
    faults.push("columns.position: lat and lon say it already");
  }
  return faults;
}

/** Whether some of the dates it reads are known to the month or year only. */
export function isCoarse({ columns, unknown, format = [], century, months }: Dated): boolean {
  if (columns !== undefined) return columns.length < 3 || unknown === "coarser";
  return [format]
    .flat()
    .some((one) => datePattern(one, { century: centuryOf(one, century), months }).precision !== "day");
}

/** The century, for a pattern that needs one. */
export function centuryOf(pattern: string, century: number | undefined): number | undefined {
  return patternFault(pattern, undefined) === "has a two-digit year and needs century" ? century : undefined;
}

function fieldFaults({ column, columns, always, values, others }: Said): string[] {
  const given = Object.entries({ column, columns, always }).filter(([, one]) => one !== undefined);
  const faults: string[] = [];
  if (given.length === 0) faults.push("names no column");
  if (given.length > 1) faults.push(`has ${given.map(([name]) => name).join(" and ")}, of which one is enough`);
  if (always !== undefined && values !== undefined) faults.push("has values for what is always the same");
  if (others !== undefined && values === undefined) faults.push("has others without values");
  return faults;
}

function dateFaults({ columns, format, century, months, unknown }: Dated): string[] {
  const faults: string[] = [];
  if (columns !== undefined) {
    const spare = Object.entries({ format, century, months }).filter(([, one]) => one !== undefined);
    return spare.map(([name]) => `has ${name}, but year, month and day stand in columns of their own`);
  }
  if (unknown !== undefined) faults.push("has unknown, which is for a year, month and day in columns of their own");
  const patterns = [format ?? []].flat();
  for (const one of patterns) {
    const fault = patternFault(one, centuryOf(one, century));
    if (fault !== "") faults.push(`format ${one} ${fault}`);
  }
  if (century !== undefined && patterns.every((one) => centuryOf(one, century) === undefined)) {
    faults.push("has century, but no two-digit year");
  }
  if (months !== undefined && !patterns.some((one) => one.includes("MMM"))) faults.push("has months, but no MMM");
  return faults;
}
