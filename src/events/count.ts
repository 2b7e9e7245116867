import { type Day, daysShared, type Every, everies, nextPeriod, periodOf, periodsIn, type Span } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Key, Measure, Panel, Recipe } from "../core/panel.js";
import type { Manifest, Snapshot } from "../core/snapshot.js";
import type { Where } from "../core/where.js";
import { type Answer, query } from "../store/engine.js";
import { manifestOf } from "../store/snapshots.js";
import { whereSql } from "../store/whereSql.js";
import { checkCut } from "./checkCut.js";
import { checkSaid, expanded } from "./codebook.js";
import { select } from "./select.js";

const dimensions = ["source", "country", "admin1", "admin2", "place", "zone", "kind", "subkind"] as const;
type Dimension = (typeof dimensions)[number];

export interface CountOptions {
  readonly every: Every;
  readonly by?: readonly Dimension[];
  readonly measure?: Measure;
  /** The series wanted, where the criteria do not name them. */
  readonly keys?: readonly Key[];
}

/**
 * How many events there were in each period, one series for each key. A quiet place is a series of zeros. The grid runs over
 * the days that the criteria and the snapshot's coverage share; a period cut by the criteria has fewer days of
 * exposure, one cut by the coverage is left out.
 *
 * @throws InputError when the criteria ask what the publisher does not say, reach beyond what the snapshot covers, or name
 * no keys; DataError when rows are known less exactly than the periods need
 */
export async function count(snapshot: Snapshot, options: CountOptions): Promise<Panel> {
  const { every, by = [], measure = "events" } = options;
  checkOptions({ every, by, measure });
  const manifest = await manifestOf(snapshot);
  const share = typeof measure === "object" ? [select(snapshot, measure.share).where.at(-1) ?? {}] : [];
  checkSaid([...snapshot.where, ...share], [...by, ...(measure === "deaths" ? ["deaths"] : [])], manifest, "count");
  const where = snapshot.where.map((one) => expanded(one, manifest));
  const keys = checkedKeys(options.keys ?? keysIn(where, by), by, manifest);
  checkZones(where, keys, manifest);
  const span = spanOf(where, every, snapshot);
  const periods = periodsIn(span, every);
  if (periods.length === 0)
    throw new InputError(`count: no whole ${every} lies between ${span.since} and ${span.until}`);
  const part = share.map((one) => expanded(one, manifest)).at(0);
  const summed = measure === "deaths" ? "deaths" : "events";
  const isCut = span.since > snapshot.covers.since || span.until < snapshot.covers.until;
  const within = isCut ? [...where, span] : where;
  const [rows] = await query(snapshot, within, [
    (kept, bind) => {
      const filter = part === undefined ? "" : `FILTER (WHERE ${whereSql(part, bind)})`;
      const columns = by.map((name) => `coalesce(${name}, '') AS ${name}, `).join("");
      const ranks = everies.map((one, rank) => `WHEN '${one}' THEN ${rank}`).join(" ");
      return `SELECT ${columns} date_trunc('${every}', day) AS period, max(CASE precision ${ranks} END) AS coarsest,
          coalesce(sum(${summed}) ${filter}, 0)::DOUBLE AS value, sum(events)::DOUBLE AS whole FROM ${kept} GROUP BY ALL`;
    },
  ]);
  // Only rows known to the month or less, or less than the periods need, can be too coarse.
  const coarsest = Math.max(0, ...rows.map((row) => Number(row["coarsest"])));
  if (coarsest > Math.min(everies.indexOf(every), everies.indexOf("week")))
    await checkPrecision(snapshot, within, every, span);
  await checkCut(snapshot, where, span.since);
  const found = new Map(rows.map((row) => [cellName(row, by, String(row["period"])), row]));
  const recipe: Recipe = { where: snapshot.where, by, every, measure };
  const days = periods.map((period) => daysShared(period, every, span));
  return keys.map((key) => {
    const own = cellName(key, by, "");
    const cells = periods.map((period) => found.get(own + period));
    return {
      key,
      recipe,
      from: snapshot.hash,
      start: periods[0],
      values: cells.map((cell) => Number(cell?.["value"] ?? 0)),
      exposure: part === undefined ? days : cells.map((cell) => Number(cell?.["whole"] ?? 0)),
    };
  });
}

/** The names of a cell and its period in one text; the zero byte stands in no text table. */
function cellName(cell: Answer | Key, by: readonly string[], period: Day): string {
  let name = "";
  for (const one of by) name += `${cell[one]}\0`;
  return name + period;
}

function checkOptions({ every, by, measure }: Required<Pick<CountOptions, "every" | "by" | "measure">>): void {
  if (!everies.includes(every)) throw new InputError(`count: every needs one of ${everies.join(", ")}, got ${every}`);
  const unknown = by.find((name) => !dimensions.includes(name));
  if (unknown !== undefined)
    throw new InputError(`count: by needs some of ${dimensions.join(", ")}, got ${JSON.stringify(unknown)}`);
  if (measure !== "events" && measure !== "deaths" && typeof measure !== "object")
    throw new InputError(`count: measure needs events, deaths or a share, got ${JSON.stringify(measure)}`);
}

/** A key that names other fields than are counted by, or no zone of the codebook, would be a series of false zeros. */
function checkedKeys(keys: readonly Key[], by: readonly Dimension[], { codebook }: Manifest): readonly Key[] {
  if (keys.length === 0) throw new InputError(`count: the criteria leave no ${by.join(" and ") || "key"} to count by`);
  for (const key of keys) {
    if (Object.keys(key).length !== by.length || by.some((name) => typeof key[name] !== "string"))
      throw new InputError(`count: a key needs exactly ${by.join(", ") || "nothing"}, got ${JSON.stringify(key)}`);
    const zone = key["zone"];
    if (zone !== undefined && !codebook.zones.some((one) => one.name === zone))
      throw new InputError(`count: a key needs a zone of the codebook ${codebook.name}, got ${JSON.stringify(zone)}`);
  }
  return keys;
}

function keysIn(where: readonly Where[], by: readonly Dimension[]): readonly Key[] {
  let keys: Key[] = [{}];
  for (const name of by) {
    const named = where.map((one) => one[name]).filter((some) => some !== undefined);
    if (named.length === 0) {
      throw new InputError(
        `count: by ${name} needs its keys; name them in the criteria ({ ${name}: [...] }) or in { keys }`,
      );
    }
    const values = named.map((some) => [some].flat()).reduce((kept, more) => kept.filter((one) => more.includes(one)));
    keys = keys.flatMap((key) => [...new Set(values)].map((value) => ({ ...key, [name]: value })));
  }
  return keys;
}

/** A zone without a single row in the whole snapshot may be quiet; when all of them are, the file is of somewhere else. */
function checkZones(where: readonly Where[], keys: readonly Key[], manifest: Manifest): void {
  const asked = [...where.flatMap((one) => [one.zone ?? []].flat()), ...keys.flatMap((key) => key["zone"] ?? [])];
  if (asked.length === 0 || asked.some((zone) => Object.hasOwn(manifest.zones, zone))) return;
  throw new InputError(`count: no row of ${manifest.name} lies in ${[...new Set(asked)].join(", ")}`);
}

function spanOf(where: readonly Where[], every: Every, { covers, name }: Snapshot): Span {
  const since = where
    .flatMap((one) => one.since ?? [])
    .sort()
    .at(-1);
  const until = where
    .flatMap((one) => one.until ?? [])
    .sort()
    .at(0);
  for (const [word, day] of Object.entries({ since, until })) {
    if (day === undefined || (day >= covers.since && day <= covers.until)) continue;
    throw new InputError(`count: ${name} covers ${covers.since} to ${covers.until}, got ${word} ${day}`);
  }
  const first = periodOf(covers.since, every);
  return {
    since: since ?? (first === covers.since ? first : nextPeriod(covers.since, every)),
    until: until ?? periodOf(covers.until, every),
  };
}

/** Rows known to the month cannot be counted by week, nor by a month that the criteria cut in two. */
async function checkPrecision(snapshot: Snapshot, where: readonly Where[], every: Every, span: Span): Promise<void> {
  const [rows] = await query(snapshot, where, [
    (kept) => `SELECT precision, count(*)::DOUBLE AS n FROM ${kept} GROUP BY precision`,
  ]);
  for (const precision of everies.slice(1)) {
    const n = Number(rows.find((row) => row["precision"] === precision)?.["n"] ?? 0);
    if (n === 0) continue;
    if (everies.indexOf(precision) > everies.indexOf(every)) {
      throw new DataError(
        `count: ${n} rows are known only to the ${precision}, too coarse for counts by ${every}; select { precision: "${every}" } leaves them out`,
      );
    }
    if (precision === "week") continue;
    const cut = [span.since, span.until].find((day) => periodOf(day, precision) !== day);
    if (cut !== undefined)
      throw new DataError(`count: ${n} rows are known only to the ${precision}, which ${cut} cuts in two`);
  }
}
