import { eventColumns } from "./eventColumns.js";
import { joinOf } from "./partTable.js";
import type { RefusedRow } from "./refusedRows.js";
import { expressionOf, isEmpty, type Staging } from "./staging.js";

/** What becomes of records with one id: all but the newest form are older forms, and a form that stands twice is refused. */
export interface Twins {
  readonly refused: readonly RefusedRow[];
  /** The day on which a newer form took an older one's place, by the older's index. */
  readonly older: ReadonlyMap<number, string>;
}

interface Twin {
  readonly index: number;
  readonly id: string;
  readonly known: string;
  readonly stamp: number;
}

/** Finds the records of a staging that share an id and says what becomes of each. */
export async function twinsIn(staging: Staging): Promise<Twins> {
  const twins = await sharedIds(staging);
  const raws = await staging.table.places(twins.map(({ index }) => staging.table.rowOf(index)).sort((a, b) => a - b));
  const order = [...twins].sort((one, other) => one.index - other.index);
  const rawOf = new Map(order.map(({ index }, i) => [index, raws[i].raw]));
  const refused: RefusedRow[] = [];
  const older = new Map<number, string>();
  const groups = new Map<string, Twin[]>();
  for (const twin of twins) groups.set(twin.id, [...(groups.get(twin.id) ?? []), twin]);
  for (const group of groups.values()) {
    const forms: Twin[] = [];
    for (const twin of group) {
      const same = forms.find((form) => form.stamp === twin.stamp && form.known === twin.known);
      if (same === undefined) {
        forms.push(twin);
        continue;
      }
      const content = rawOf.get(same.index) === rawOf.get(twin.index) ? "" : " with other content";
      const reason = `stands already in row ${staging.table.rowOf(same.index)}${content}`;
      refused.push({ index: twin.index, column: "id", value: twin.id, reason });
    }
    forms.sort((one, other) => (one.known < other.known ? -1 : one.known > other.known ? 1 : one.stamp - other.stamp));
    forms.slice(0, -1).forEach((form, i) => {
      older.set(form.index, forms[i + 1].known);
    });
  }
  return { refused, older };
}

/** The records whose id others have too, by id and index; refused ones left out. */
async function sharedIds(staging: Staging): Promise<Twin[]> {
  const { connection, parts, copies } = staging;
  const expressions = eventColumns
    .filter(({ field }) => field === "id" || field === "known" || field === "stamp")
    .map(({ field, type }) => ({ field, sql: expressionOf(field, type, staging) }));
  const sqlOf = (field: string): string => expressions.find((one) => one.field === field)?.sql ?? "NULL";
  const joins = parts.map((part) => `${joinOf(part)} AND ${part.name}.fault IS NULL`);
  const filled = copies.filter(({ copy }) => copy.needed).map(({ column }) => ` AND NOT ${isEmpty(column)}`);
  const good = `FROM narrow t${joins.join("")} WHERE true${filled.join("")}`;
  const reader = await connection.runAndReadAll(
    `WITH ids AS (SELECT ${sqlOf("id")} AS id ${good} GROUP BY 1 HAVING count(*) > 1)
      SELECT t.rowid::DOUBLE AS index, '.' || ${sqlOf("id")} AS id, CAST(${sqlOf("known")} AS VARCHAR) AS known,
      coalesce(${sqlOf("stamp")}, 0)::DOUBLE AS stamp ${good} AND ${sqlOf("id")} IN (SELECT id FROM ids) ORDER BY id, index`,
  );
  return reader.getRows().map(([index, id, known, stamp]) => ({
    index: Number(index),
    id: String(id).slice(1),
    known: String(known),
    stamp: Number(stamp),
  }));
}
