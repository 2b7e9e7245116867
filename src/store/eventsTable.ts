import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import { dayNumber } from "../core/day.js";
import type { ConflictEvent } from "../core/event.js";

type Field = keyof ConflictEvent;

/** The columns of a stored snapshot, in order; every event field is one of them. */
const columns: Readonly<Record<Field, "text" | "texts" | "day" | "whole" | "real" | "yes">> = {
  id: "text",
  source: "text",
  day: "day",
  until: "day",
  precision: "text",
  kind: "text",
  subkind: "text",
  side1: "texts",
  side2: "texts",
  civilians: "yes",
  deaths: "whole",
  deathsLow: "whole",
  deathsHigh: "whole",
  country: "text",
  admin1: "text",
  admin2: "text",
  place: "text",
  zone: "text",
  lat: "real",
  lon: "real",
  placePrecision: "whole",
  events: "whole",
  known: "day",
  stamp: "whole",
  notes: "text",
};

const sql = { text: "VARCHAR", texts: "VARCHAR[]", day: "DATE", whole: "BIGINT", real: "DOUBLE", yes: "BOOLEAN" };

/** An empty table for events, and what adds one event to it; `close` before the table is read. */
export async function eventsTable(
  connection: DuckDBConnection,
): Promise<{ add: (event: ConflictEvent) => void; close: () => void }> {
  const fields = Object.keys(columns) as Field[];
  await connection.run(
    `CREATE TABLE events (${fields.map((field) => `"${field}" ${sql[columns[field]]}`).join(", ")})`,
  );
  const appender = await connection.createAppender("events");
  return {
    add: (event) => {
      for (const field of fields) append(appender, columns[field], event[field]);
      appender.endRow();
    },
    close: () => appender.closeSync(),
  };
}

function append(to: DuckDBAppender, kind: keyof typeof sql, value: ConflictEvent[Field]): void {
  if (value === undefined) to.appendNull();
  else if (kind === "day") to.appendDate(new DuckDBDateValue(dayNumber(String(value))));
  else if (kind === "texts" && Array.isArray(value)) to.appendList(listValue(value), LIST(VARCHAR));
  else if (kind === "whole") to.appendBigInt(BigInt(Number(value)));
  else if (kind === "real") to.appendDouble(Number(value));
  else if (kind === "yes") to.appendBoolean(value === true);
  else to.appendVarchar(String(value));
}
