import { join } from "node:path";
import type { Refusal, Repair } from "../core/event.js";
import type { Snapshot } from "../core/snapshot.js";
import { snapshotFolder } from "../store/snapshots.js";
import { tableSample } from "../store/tableRows.js";

/** The rows of a snapshot's file that were refused, in order, each with its reason and as it stood. */
export async function refusals(snapshot: Snapshot): Promise<Refusal[]> {
  const rows = await rowsBeside(snapshot, "rejects.csv");
  return rows.map(([row, line, column, value, reason, raw]) => ({
    ...{ row: Number(row), line: Number(line), column, value, reason, raw },
  }));
}

/** The rows of a snapshot's file that were kept by a named rule for a known defect of its publisher, in order. */
export async function repairs(snapshot: Snapshot): Promise<Repair[]> {
  const rows = await rowsBeside(snapshot, "repairs.csv");
  return rows.map(([row, line, rule, cells, raw]) => ({
    ...{ row: Number(row), line: Number(line), rule, cells: JSON.parse(cells), raw },
  }));
}

async function rowsBeside(snapshot: Snapshot, name: string): Promise<(readonly string[])[]> {
  const { rows } = await tableSample(join(snapshotFolder(snapshot), name), Number.MAX_SAFE_INTEGER);
  return rows.map(({ cells }) => cells);
}
