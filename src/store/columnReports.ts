import type { ColumnReport } from "../core/dataReport.js";
import type { Staging } from "./staging.js";
import { tableSql } from "./tableSql.js";

/** What each column of a staged file holds, in the order of the file. */
export async function columnReports({ connection, table, parts, copies }: Staging): Promise<ColumnReport[]> {
  const asked = table.columns.flatMap((_, i) => [
    `count(*) FILTER (WHERE c${i} <> '')::DOUBLE`,
    `approx_count_distinct(c${i})::DOUBLE`,
    ...["min", "max"].map(
      (end) => `left(CASE WHEN count(try_cast(c${i} AS DOUBLE)) = count(*) FILTER (WHERE c${i} <> '')
        THEN (${end}({ n: try_cast(c${i} AS DOUBLE), text: c${i} }) FILTER (WHERE c${i} <> '')).text ELSE ${end}(c${i}) FILTER (WHERE c${i} <> '') END, 40)`,
    ),
  ]);
  const [found] = (await connection.runAndReadAll(`SELECT ${asked.join(", ")} FROM ${tableSql(table)}`)).getRows();
  return table.columns.map((name, i) => {
    const [filled, distinct, least, most] = found.slice(4 * i, 4 * i + 4);
    const fields = [
      ...parts.filter((part) => part.names.includes(name)).flatMap((part) => part.fields),
      ...copies.filter((one) => one.name === name).map(({ copy }) => copy.field),
    ];
    return {
      ...{ name, fields, filled: Number(filled), distinct: Number(distinct) },
      ...(least !== null && { least: String(least), most: String(most) }),
    };
  });
}
