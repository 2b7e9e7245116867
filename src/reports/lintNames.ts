import type { Codebook } from "../core/codebook.js";
import { fieldsIn, type JsonPart, partsOf } from "../core/partsOf.js";
import type { Report } from "../core/report.js";
import { ways } from "../core/reportNames.js";
import type { Linted } from "./lintReport.js";

const zoneLists = [
  ...["readings.*.zones.*", "referenceClasses.*.zones.*", "hypotheses.*.supposes.*.zones.*", "weighing.placebos.*"],
];

/** Zones and @groups that a report names and its codebook does not have. */
export function lintNames(report: Report, { name, zones, regions, actors, kinds = {} }: Codebook): Linted[] {
  const known = new Set([...zones.map((zone) => zone.name), ...Object.keys(regions)]);
  const zoneRow = ({ path, value }: JsonPart): Linted[] =>
    typeof value !== "string" || known.has(value)
      ? []
      : [{ path, level: "fault", says: `zone ${value} is not in the codebook ${name}` }];
  const groupRow = ({ path, value }: JsonPart, groups: object, what: string): Linted[] =>
    typeof value !== "string" || !value.startsWith("@") || Object.hasOwn(groups, value.slice(1))
      ? []
      : [{ path, level: "fault", says: `${value} is not a group of ${what} of the codebook ${name}` }];
  const other = ["referenceClasses.*.where", "weighing.where"];
  const wheres = [...ways.flatMap((way) => [`${way}.where`, `${way}.measure.share`]), ...other]
    .flatMap((pattern) => partsOf(report, pattern))
    .flatMap(within);
  const placebos = partsOf(report, "weighing.placebos.*").map(({ path }) => ({ path, value: path[2] }));
  return [
    ...[...zoneLists.flatMap((pattern) => partsOf(report, pattern)), ...placebos].flatMap(zoneRow),
    ...wheres.flatMap((where) => texts(where, "zone").flatMap(zoneRow)),
    ...wheres.flatMap((where) =>
      ["actor", "side1", "side2"].flatMap((field) =>
        texts(where, field).flatMap((one) => groupRow(one, actors, "actors")),
      ),
    ),
    ...wheres.flatMap((where) =>
      ["kind", "subkind"].flatMap((field) => texts(where, field).flatMap((one) => groupRow(one, kinds, "kinds"))),
    ),
  ];
}

/** Criteria with those that they hold. */
function within(where: JsonPart): JsonPart[] {
  const held = [...partsOf(where.value, "any.*"), ...partsOf(where.value, "not")];
  return [where, ...held.flatMap(({ path, value }) => within({ path: [...where.path, ...path], value }))];
}

/** What a field of criteria says, one text or several. */
function texts({ path, value }: JsonPart, field: string): JsonPart[] {
  const said = fieldsIn(value)[field];
  return (Array.isArray(said) ? said : [said]).map((one) => ({ path: [...path, field], value: one }));
}
