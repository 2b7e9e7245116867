import { read, recognise, type Snapshot, sourceNamed } from "../../src/index.js";
import { knownColumns } from "../../src/sources/recognise.js";
import { tableColumns } from "../../src/store/tableRows.js";
import { book } from "./book.js";
import { asOf } from "./entry.js";

/** Reads a file as a user would who names no format, or names one. */
export async function readAny(
  file: string,
  { name, store, named }: { name: string; store: string; named?: "acled" | "ucdp" },
): Promise<Snapshot> {
  const source = named === undefined ? recognise(await tableColumns(file, knownColumns), { file }) : sourceNamed(named);
  return await read(file, source, { name, asOf, codebook: book, store });
}
