import { open } from "node:fs/promises";
import type { NumberList } from "./numberList.js";
import { linesOf } from "./scanTable.js";

/** The line on which each of these rows begins and the text of its record, by where the records begin and end; rows in order. */
export async function recordPlaces(
  path: string,
  bounds: NumberList,
  rows: readonly number[],
): Promise<{ line: number; raw: string }[]> {
  const handle = await open(path, "r");
  try {
    const starts = rows.map((row) => bounds.at(2 * row - 2));
    const lines = await linesOf(handle, starts);
    const places: { line: number; raw: string }[] = [];
    for (const [i, row] of rows.entries()) {
      const raw = Buffer.alloc(bounds.at(2 * row - 1) - starts[i]);
      await handle.read(raw, 0, raw.length, starts[i]);
      places.push({ line: lines[i], raw: raw.toString("utf8") });
    }
    return places;
  } finally {
    await handle.close();
  }
}
