import type { Key } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Where } from "../core/where.js";
import { query } from "../store/engine.js";
import { manifestOf } from "../store/snapshots.js";
import { expanded } from "./codebook.js";

const places = ["country", "admin1", "admin2", "place"] as const;

/**
 * Of each key the first name that no row of the snapshot has, in any period and whatever the criteria, as `admin1 "Moptii"`:
 * counted, a misspelt name would be a quiet place. So are places in the criteria, where none of those listed is there.
 * Undefined where all are known. A zone is known by its rows too, not by the codebook alone.
 *
 * @throws InputError when the codebook lacks a name in the criteria; DataError when the snapshot's files are not those that
 * were written
 */
export async function unseen(snapshot: Snapshot, keys: readonly Key[]): Promise<(string | undefined)[]> {
  const manifest = await manifestOf(snapshot);
  const named = snapshot.where.flatMap((one) => placesIn(expanded(one, manifest)));
  const fields = [...new Set([...named.map(({ name }) => name), ...keys.flatMap((key) => Object.keys(key))])];
  const { where: _, ...whole } = snapshot;
  const found = await query(
    whole,
    [],
    fields.map((name) => (rows) => `SELECT DISTINCT "${name.replaceAll('"', '""')}" AS name FROM ${rows}`),
  );
  const seen = new Map(fields.map((name, i) => [name, new Set(found[i].map((row) => row["name"]))]));
  const isSeen = (name: string, value: string): boolean => seen.get(name)?.has(value) ?? false;
  const missing = named.find(({ name, some }) => !some.some((value) => isSeen(name, value)));
  const always = missing && `${missing.name} ${missing.some.map((one) => JSON.stringify(one)).join(" or ")}`;
  return keys.map((key) => {
    const lost = Object.entries(key).find(([name, value]) => !isSeen(name, value));
    return lost === undefined ? always : `${lost[0]} ${JSON.stringify(lost[1])}`;
  });
}

interface Named {
  readonly name: (typeof places)[number];
  readonly some: readonly string[];
}

/** The places that criteria ask for; those of alternatives too where each of them asks for one by the same field. */
function placesIn(where: Where): Named[] {
  const { any = [] } = where;
  return places.flatMap((name) => {
    const own = where[name] === undefined ? [] : [{ name, some: [where[name]].flat() }];
    const others = any.map((one) => one[name]);
    if (others.length === 0 || others.includes(undefined)) return own;
    return [...own, { name, some: others.flatMap((one) => [one ?? []].flat()) }];
  });
}
