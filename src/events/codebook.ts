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
export function expanded(where: Where, codebook: Codebook): Where {
  const names = (some: OneOf): string[] => [some].flat().flatMap((name) => actorsOf(name, codebook));
  const { zone, actor, side1, side2, any, not } = where;
  return {
    ...where,
    ...(zone !== undefined && { zone: [zone].flat().flatMap((name) => zonesOf(name, codebook)) }),
    ...(actor !== undefined && { actor: names(actor) }),
    ...(side1 !== undefined && { side1: names(side1) }),
    ...(side2 !== undefined && { side2: names(side2) }),
    ...(any !== undefined && { any: any.map((one) => expanded(one, codebook)) }),
    ...(not !== undefined && { not: expanded(not, codebook) }),
  };
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
  const asked = new Set([...where.flatMap((one) => fieldsOf(expanded(one, manifest.codebook))), ...fields]);
  const missing = [...asked].filter((field) => !manifest.says.includes(field)).sort();
  if (missing.length > 0) throw new InputError(`${verb}: ${manifest.name} says nothing of ${missing.join(", ")}`);
}

function actorsOf(name: string, codebook: Codebook): readonly string[] {
  if (!name.startsWith("@")) return [name];
  const group = name.slice(1);
  if (Object.hasOwn(codebook.actors, group)) return codebook.actors[group];
  const known = Object.keys(codebook.actors)
    .map((one) => `@${one}`)
    .join(", ");
  throw new InputError(`select: ${name} is not a group of the codebook ${codebook.name} (there are ${known})`);
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
