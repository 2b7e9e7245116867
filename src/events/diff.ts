import { type Every, earlierOf, nextPeriod, periodOf, type Span } from "../core/day.js";
import type { Counted, Diff, Move } from "../core/diff.js";
import { InputError } from "../core/errors.js";
import { isRatio } from "../core/isRatio.js";
import type { Key, Series } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import { queryAll } from "../store/engine.js";
import { eventColumns } from "../store/eventColumns.js";
import { manifestOf } from "../store/snapshots.js";
import { checkSaid, expanded } from "./codebook.js";
import { type CountOptions, count } from "./count.js";
import { select } from "./select.js";

/** How counts are compared between vintages. */
export interface DiffOptions {
  readonly indicators?: readonly Counted[];
  readonly every?: Every;
  readonly by?: CountOptions["by"];
  readonly keys?: readonly Key[];
}

/** When a row was changed is not what it says. */
const compared = eventColumns
  .map(({ field }) => field)
  .filter((field) => !["id", "source", "known", "stamp"].includes(field));

/**
 * What became of each row between two vintages: added, revised (and in which fields), removed; and by how much each
 * indicator moves over the periods that both speak for.
 *
 * @throws InputError when both are one, the newer is of an earlier day, or counts are asked for where they share no whole period
 */
export async function diff(older: Snapshot, newer: Snapshot, options: DiffOptions = {}): Promise<Diff> {
  const { indicators = [], every = "month", by = [], keys } = options;
  if (older.asOf > newer.asOf)
    throw new InputError(`diff: needs the older snapshot first, got ${older.asOf} and ${newer.asOf}`);
  if (older.hash === newer.hash && older.knownBy === newer.knownBy)
    throw new InputError(`diff: both are the same snapshot of ${older.name} (${older.hash.slice(0, 8)})`);
  const asked = await Promise.all(
    [older, newer].map(async (snapshot) => {
      const manifest = await manifestOf(snapshot);
      checkSaid(snapshot.where, [], manifest, "diff");
      return { snapshot, where: snapshot.where.map((one) => expanded(one, manifest)) };
    }),
  );
  const differs = compared.map((field) => `o."${field}" IS DISTINCT FROM n."${field}"`);
  const [[sizes], [rows], months] = await queryAll(asked, [
    ([o, n]) => `SELECT (SELECT count(*) FROM ${o}) AS o, (SELECT count(*) FROM ${n}) AS n`,
    ([o, n]) => `SELECT count(*) FILTER (WHERE o.id IS NULL) AS added, count(*) FILTER (WHERE n.id IS NULL) AS removed,
      count(*) FILTER (WHERE o.id IS NOT NULL AND n.id IS NOT NULL AND (${differs.join(" OR ")})) AS revised,
      ${compared.map((field, i) => `count(*) FILTER (WHERE o.id IS NOT NULL AND n.id IS NOT NULL AND ${differs[i]}) AS "${field}"`).join(", ")}
      FROM ${o} o FULL JOIN ${n} n ON o.id = n.id`,
    ([o, n]) => `SELECT strftime(coalesce(n.day, o.day), '%Y-%m-01') AS month,
      count(*) FILTER (WHERE o.id IS NULL) AS added, count(*) FILTER (WHERE n.id IS NULL) AS removed,
      count(*) FILTER (WHERE o.id IS NOT NULL AND n.id IS NOT NULL) AS revised
      FROM ${o} o FULL JOIN ${n} n ON o.id = n.id WHERE ${differs.join(" OR ")} GROUP BY month ORDER BY month`,
  ]);
  const [added, removed, revised] = ["added", "removed", "revised"].map((name) => Number(rows[name]));
  const named = ({ name, asOf, hash }: Snapshot, n: unknown) => ({ name, asOf, hash, rows: Number(n) });
  const moves: Move[] = [];
  for (const indicator of indicators)
    moves.push(...(await movesOf(indicator, [older, newer], { every, by, ...(keys && { keys }) })));
  return {
    older: named(older, sizes["o"]),
    newer: named(newer, sizes["n"]),
    ...{ added, revised, removed, unchanged: Number(sizes["o"]) - removed - revised },
    fields: compared
      .map((field) => ({ field, n: Number(rows[field]) }))
      .filter(({ n }) => n > 0)
      .sort((one, other) => other.n - one.n),
    months: months.map((month) => ({
      month: String(month["month"]),
      added: Number(month["added"]),
      revised: Number(month["revised"]),
      removed: Number(month["removed"]),
    })),
    moves,
  };
}

/** The whole periods that both vintages cover; where it ends before it begins there are none. */
export function sharedPeriods([older, newer]: readonly [Snapshot, Snapshot], every: Every): Span {
  const [, since] = [older.covers.since, newer.covers.since].sort();
  const until = earlierOf(older.covers.until, newer.covers.until);
  return { since: periodOf(since, every) === since ? since : nextPeriod(since, every), until: periodOf(until, every) };
}

/** The same counts of both vintages over the whole periods that both cover; rows known less exactly are left out. */
async function movesOf(
  { name, where, measure }: Counted,
  both: readonly [Snapshot, Snapshot],
  options: Omit<CountOptions, "measure">,
): Promise<Move[]> {
  const { every } = options;
  const { since, until } = sharedPeriods(both, every);
  if (since >= until) {
    const [older, newer] = both.map(({ covers }) => `${covers.since} to ${covers.until}`);
    throw new InputError(`diff: no whole ${every} is covered by both, ${older} and ${newer}`);
  }
  const [before, after] = await Promise.all(
    both.map((snapshot) =>
      count(select(select(snapshot, where), { since, until, precision: every }), { ...options, measure }),
    ),
  );
  return before.map((series, i) => moveOf(name, series, after[i]));
}

function moveOf(indicator: string, before: Series, after: Series): Move {
  const isShare = isRatio(before.recipe);
  const valueAt = ({ values, exposure }: Series, i: number): number => (isShare ? values[i] / exposure[i] : values[i]);
  const total = ({ values, exposure }: Series): number => {
    const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
    return isShare ? sum(values) / sum(exposure) : sum(values);
  };
  const differing = before.values
    .map((_, i) => ({ i, before: valueAt(before, i), after: valueAt(after, i) }))
    .filter((one) => !Object.is(one.before, one.after));
  const [most] = [...differing].sort(
    (one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before) || one.i - other.i,
  );
  let period = before.start;
  for (let i = 0; most !== undefined && i < most.i; i++) period = nextPeriod(period, before.recipe.every);
  return {
    ...{ indicator, key: before.key, periods: before.values.length, moved: differing.length },
    ...{ before: total(before), after: total(after), change: total(after) - total(before) },
    ...(most !== undefined && { largest: { period, before: most.before, after: most.after } }),
  };
}
