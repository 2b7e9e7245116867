import type { Fault } from "../core/source.js";
import { joinOf } from "./partTable.js";
import { isEmpty, type Staging } from "./staging.js";

/** A record of a staging, by its index among the regular ones, that is not kept. */
export interface RefusedRow extends Fault {
  readonly index: number;
}

/** The records that a part refuses, in order; of several faults of one record the first part's. */
export async function refusedRows(staging: Staging): Promise<RefusedRow[]> {
  const { connection, parts, copies } = staging;
  const faulty = parts.filter((part) => part.faults.length > 0);
  const needed = copies.filter(({ copy }) => copy.needed);
  const empty = needed.map(({ column }, i) => `WHEN ${isEmpty(column)} THEN ${-1 - i}`);
  const first = faulty.map(({ name }, i) => `WHEN ${name}.fault IS NOT NULL THEN ${i}`);
  if (empty.length + first.length === 0) return [];
  const joins = faulty.map(joinOf);
  const faults = faulty.map(({ name }) => `WHEN ${name}.fault IS NOT NULL THEN ${name}.fault`);
  const cells = needed.map(({ column }) => `WHEN ${isEmpty(column)} THEN t.${column}`);
  const reader = await connection.runAndReadAll(
    `SELECT * FROM (SELECT t.rowid::DOUBLE AS index, CASE ${[...empty, ...first].join(" ")} END AS part,
      CASE ${["WHEN false THEN 0", ...faults].join(" ")} END AS fault, CASE ${["WHEN false THEN ''", ...cells].join(" ")} END AS cell
      FROM narrow t${joins.join("")}) WHERE part IS NOT NULL ORDER BY index`,
  );
  return reader.getRows().map(([index, part, fault, cell]) => {
    const from = Number(part);
    if (from >= 0) return { index: Number(index), ...faulty[from].faults[Number(fault)] };
    return { index: Number(index), column: needed[-1 - from].name, value: String(cell), reason: "is empty" };
  });
}

/** The records kept by a rule for a known defect of their publisher, in order. */
export async function repairedRows(
  staging: Staging,
): Promise<{ readonly index: number; readonly cells: Readonly<Record<string, string>>; readonly rule: string }[]> {
  const found: { index: number; cells: Record<string, string>; rule: string }[] = [];
  for (const part of staging.parts) {
    const { name, from, names, hasRepairs } = part;
    if (!hasRepairs) continue;
    const reader = await staging.connection.runAndReadAll(
      `SELECT t.rowid::DOUBLE, ${name}.repair, ${from.map((column) => `t.${column}`).join(", ")} FROM narrow t${joinOf(part)}
        WHERE ${name}.repair IS NOT NULL`,
    );
    for (const [index, rule, ...cells] of reader.getRows()) {
      const named = Object.fromEntries(names.map((column, i) => [column, String(cells[i])]));
      found.push({ index: Number(index), rule: String(rule), cells: named });
    }
  }
  return found.sort((one, other) => one.index - other.index);
}
