import { type DuckDBAppender, DuckDBDateValue, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import { dayNumber } from "../core/day.js";
import type { ConflictEvent } from "../core/event.js";

type Field = keyof ConflictEvent;

const kinds: Readonly<Record<Field, "text" | "texts" | "day" | "whole" | "real" | "yes">> = {
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

/** The fields of an event in the order in which a snapshot stores them, and what SQL calls their types. */
export const eventColumns: readonly { readonly field: Field; readonly type: string }[] = (
  Object.keys(kinds) as Field[]
).map((field) => ({ field, type: sql[kinds[field]] }));

/** Appends one field of an event to the row that is being made; absence is null. */
export function appendField(to: DuckDBAppender, field: Field, value: ConflictEvent[Field]): void {
  const kind = kinds[field];
  if (value === undefined) to.appendNull();
  else if (kind === "day") to.appendDate(new DuckDBDateValue(dayNumber(String(value))));
  else if (kind === "texts" && Array.isArray(value)) to.appendList(listValue(value), LIST(VARCHAR));
  else if (kind === "whole") to.appendBigInt(BigInt(Number(value)));
  else if (kind === "real") to.appendDouble(Number(value));
  else if (kind === "yes") to.appendBoolean(value === true);
  else to.appendVarchar(String(value));
}
