import type { Codebook } from "../core/codebook.js";
import { type Day, type Every, everies, isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { ConflictEvent } from "../core/event.js";
import type { Copy, Part, Source } from "../core/source.js";
import { joinOf } from "../store/partTable.js";
import { expressionOf, judged } from "../store/staging.js";
import { withCells } from "../store/withCells.js";
import { planOf } from "./plan.js";

const dimensions = ["country", "admin1", "admin2", "zone", "kind", "subkind"] as const;

/** What a file is tallied by. */
export interface TallyOptions {
  readonly by: readonly (typeof dimensions)[number][];
  readonly every: Every;
  readonly asOf: Day;
  readonly codebook: Codebook;
}

/** Rows, events and deaths of one period and combination of names. */
export type TallyRow = Readonly<Record<string, string | number>>;

/** What a look into a file found. */
export interface FileTally {
  readonly rows: readonly TallyRow[];
  /** Rows of the file that are counted, and rows left out because one of the columns looked at is at fault. */
  readonly counted: number;
  readonly left: number;
}

/**
 * A quick look into a file that is not stored: its rows, events and deaths by period and names. Only the columns asked for
 * are read and judged, so a row that a full reading would refuse for another column, or as a twin, is counted here.
 *
 * @throws InputError when it is to be tallied by what the source does not say; DataError when the file is not its source's
 */
export async function tally(file: string, source: Source, options: TallyOptions): Promise<FileTally> {
  const { by, every, asOf, codebook } = options;
  const unknown = by.find((name) => !dimensions.includes(name));
  if (unknown !== undefined) throw new InputError(`tally: by needs some of ${dimensions.join(", ")}, got ${unknown}`);
  if (!everies.includes(every)) throw new InputError(`tally: every needs one of ${everies.join(", ")}, got ${every}`);
  if (!isDay(asOf)) throw new InputError(`tally: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const wanted: readonly (keyof ConflictEvent)[] = ["day", ...by, "events", "deaths"];
  const isWanted = (part: Part | Copy): boolean =>
    "read" in part && part.fields.some((field) => wanted.includes(field));
  const plan = (columns: readonly string[]) => {
    const whole = planOf(source, columns, { codebook, asOf, file });
    const unsaid = by.find((name) => !whole.says.includes(name));
    if (unsaid !== undefined) throw new InputError(`tally: ${source.name} files say nothing of ${unsaid} (${file})`);
    return { ...whole, parts: whole.parts.filter(isWanted) };
  };
  return await withCells(
    file,
    { known: source.needs, isQuick: true },
    (columns) => plan(columns).parts,
    async (connection, table) => {
      const staging = await judged(connection, table, plan(table.columns));
      const joins = staging.parts.map((part) => `${joinOf(part)} AND ${part.name}.fault IS NULL`);
      const names = by.map((name) => `${expressionOf(name, "VARCHAR", staging)} AS "${name}", `).join("");
      const numbers = (["events", "deaths"] as const).map(
        (field) => `sum(${expressionOf(field, "BIGINT", staging)})::DOUBLE AS ${field}`,
      );
      const reader = await connection.runAndReadAll(
        `SELECT CAST(period AS DATE)::VARCHAR AS period, * EXCLUDE (period) FROM (
          SELECT date_trunc('${every}', ${expressionOf("day", "DATE", staging)}) AS period, ${names}
          count(*)::DOUBLE AS rows, ${numbers.join(", ")} FROM narrow t${joins.join("")} GROUP BY ALL) ORDER BY ALL`,
      );
      const titles = reader.columnNames();
      const rows = reader.getRows().map((cells): TallyRow => {
        const pairs = titles.map((title, i) => [
          title,
          typeof cells[i] === "number" ? cells[i] : String(cells[i] ?? ""),
        ]);
        return Object.fromEntries(pairs);
      });
      const counted = rows.reduce((sum, row) => sum + Number(row["rows"]), 0);
      return { rows, counted, left: table.records - counted };
    },
  );
}
