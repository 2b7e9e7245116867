import { type Codebook, folded } from "../core/codebook.js";
import { InputError } from "../core/errors.js";
import type { ConflictEvent } from "../core/event.js";
import type { Manifest } from "../core/snapshot.js";
import type { OneOf, Where } from "../core/where.js";

/**
 * A reader of places: gives an event its zone, the first of the codebook that fits it; undefined where none does.
 * An empty spelling in the codebook means that the publisher gave no name.
 */
export function zoneReader(codebook: Codebook): (event: ConflictEvent) => string | undefined {
  const places = codebook.zones.flatMap((zone) =>
    zone.places.map(({ admin1, admin2 }) => ({
      zone: zone.name,
      admin1: new Set(admin1.map(folded)),
      admin2: admin2 && new Set(admin2.map(folded)),
    })),
  );
  return (event) => {
    const first = folded(event.admin1 ?? "");
    const second = folded(event.admin2 ?? "");
    return places.find(({ admin1, admin2 }) => admin1.has(first) && (admin2 === undefined || admin2.has(second)))?.zone;
  };
}

/**
 * The criteria with regions and `@groups` replaced by the names they stand for.
 *
 * @throws InputError when the codebook has no such zone, region or group
 */
export function expanded(where: Where, names: Names): Where {
  const { codebook, spellings } = names;
  const actors = (some: OneOf): string[] =>
    [some].flat().flatMap((name) => grouped(name, "actors", codebook.actors, codebook, spellings));
  const kinds = (some: OneOf): string[] =>
    [some].flat().flatMap((name) => grouped(name, "kinds", codebook.kinds ?? {}, codebook));
  const { zone, kind, subkind, actor, side1, side2, any, not } = where;
  return {
    ...where,
    ...(zone !== undefined && { zone: [zone].flat().flatMap((name) => zonesOf(name, codebook)) }),
    ...(kind !== undefined && { kind: kinds(kind) }),
    ...(subkind !== undefined && { subkind: kinds(subkind) }),
    ...(actor !== undefined && { actor: actors(actor) }),
    ...(side1 !== undefined && { side1: actors(side1) }),
    ...(side2 !== undefined && { side2: actors(side2) }),
    ...(any !== undefined && { any: any.map((one) => expanded(one, names)) }),
    ...(not !== undefined && { not: expanded(not, names) }),
  };
}

/** What names in criteria stand for: the codebook, and the spellings that a file has of its groups of actors. */
export type Names = Pick<Manifest, "codebook" | "spellings">;

/** The spellings, among these actors, of each group of the codebook: accents and case do not matter, `*` is any ending. */
export function spellingsOf(codebook: Codebook, actors: readonly string[]): Record<string, readonly string[]> {
  const known = actors.map((actor) => ({ actor, plain: folded(actor) }));
  const groups = Object.entries(codebook.actors).map(([group, names]) => {
    const plain = names.map(folded);
    const exact = new Set(plain);
    const starts = plain.filter((name) => name.endsWith("*")).map((name) => name.slice(0, -1));
    const own = known.filter((one) => exact.has(one.plain) || starts.some((start) => one.plain.startsWith(start)));
    return [group, own.map(({ actor }) => actor)] as const;
  });
  return Object.fromEntries(groups);
}

/** The zones that a zone's or a region's name stands for. */
export function zonesOf(name: string, codebook: Codebook): readonly string[] {
  if (codebook.zones.some((zone) => zone.name === name)) return [name];
  if (Object.hasOwn(codebook.regions, name)) return codebook.regions[name].zones;
  const known = [...codebook.zones.map((zone) => zone.name), ...Object.keys(codebook.regions)].join(", ");
  throw new InputError(
    `select: zone ${JSON.stringify(name)} is not in the codebook ${codebook.name} (there are ${known})`,
  );
}

/** What a reader calls a zone or a region. */
export function labelOf(name: string, codebook: Codebook): string {
  const zone = codebook.zones.find((one) => one.name === name);
  return zone?.label ?? (Object.hasOwn(codebook.regions, name) ? codebook.regions[name].label : name);
}

/**
 * Refuses criteria, and other fields of an event, that this publisher says nothing of: they would come out as zeros.
 *
 * @throws InputError that names the fields
 */
export function checkSaid(where: readonly Where[], fields: readonly string[], manifest: Manifest, verb: string): void {
  const asked = new Set([...where.flatMap((one) => fieldsOf(expanded(one, manifest))), ...fields]);
  const missing = [...asked].filter((field) => !manifest.says.includes(field)).sort();
  if (missing.length > 0) throw new InputError(`${verb}: ${manifest.name} says nothing of ${missing.join(", ")}`);
}

/** Whether a snapshot can be asked this at all: its publisher says the fields, its codebook has the groups. */
export function canSay(where: Where, fields: readonly string[], manifest: Manifest): boolean {
  try {
    checkSaid([where], fields, manifest, "canSay");
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** The names that an `@group` stands for; any other name is itself. */
function grouped(
  name: string,
  what: "actors" | "kinds",
  groups: Readonly<Record<string, readonly string[]>>,
  codebook: Codebook,
  spellings: Readonly<Record<string, readonly string[]>> = {},
): readonly string[] {
  if (!name.startsWith("@")) return [name];
  const group = name.slice(1);
  if (Object.hasOwn(groups, group)) {
    const spelt = Object.hasOwn(spellings, group) ? spellings[group] : [];
    return [...new Set([...groups[group].filter((one) => !one.endsWith("*")), ...spelt])];
  }
  const known = Object.keys(groups)
    .map((one) => `@${one}`)
    .join(", ");
  throw new InputError(
    `select: ${name} is not a group of ${what} of the codebook ${codebook.name} (there are ${known || "none"})`,
  );
}

function fieldsOf(where: Where): string[] {
  const { any, not, since, until, actor, minDeaths, precision, ...plain } = where;
  return [
    ...Object.keys(plain),
    ...(since !== undefined || until !== undefined ? ["day"] : []),
    ...(actor !== undefined ? ["side1", "side2"] : []),
    ...(minDeaths !== undefined ? ["deaths"] : []),
    ...(precision !== undefined ? ["precision"] : []),
    ...(any ?? []).flatMap(fieldsOf),
    ...(not === undefined ? [] : fieldsOf(not)),
  ];
}
