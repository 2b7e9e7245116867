import { read, type Snapshot, type Source, ucdp } from "../../src/index.js";
import { tableColumns } from "../../src/store/tableRows.js";
import { book } from "./book.js";
import { asOf } from "./entry.js";
import { acledStandIn } from "./standIn.js";

/**
 * Reads a file as a user would who names no format, or names one. The one place that knows how a format is chosen:
 * until `src/sources/recognise.ts` is there, by a look at the header, with a stand-in for ACLED's.
 */
export async function readAny(
  file: string,
  { name, store, named }: { name: string; store: string; named?: "acled" | "ucdp" },
): Promise<Snapshot> {
  const sources: Readonly<Record<string, Source>> = { acled: acledStandIn(), ucdp: ucdp() };
  const guess = (await tableColumns(file)).includes("type_of_violence") ? "ucdp" : "acled";
  return await read(file, sources[named ?? guess], { name, asOf, codebook: book, store });
}
