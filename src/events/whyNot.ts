import { InputError } from "../core/errors.js";
import type { Measure } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import { manifestOf } from "../store/snapshots.js";
import { checkSaid } from "./codebook.js";
import { select } from "./select.js";

/**
 * Why a snapshot cannot be asked to count by its criteria, whatever the stretch: its publisher does not say what they ask,
 * or its codebook does not know a name. Undefined where it can.
 *
 * @throws DataError when the snapshot's files are not those that were written
 */
export async function whyNot(snapshot: Snapshot, measure: Measure): Promise<string | undefined> {
  const manifest = await manifestOf(snapshot);
  try {
    const where = typeof measure === "object" ? select(snapshot, measure.share).where : snapshot.where;
    checkSaid(where, measure === "deaths" ? ["deaths"] : [], manifest, "whyNot");
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message.replace(/^\w+: /, "");
    throw error;
  }
}
