import type { Vintages } from "../claims/resolve.js";
import { InputError } from "../core/errors.js";
import type { Snapshot } from "../core/snapshot.js";
import { open, vintages } from "../store/snapshots.js";
import type { Case } from "./openCase.js";

/**
 * Each data set of a case with what the store holds of it as of other days, read in the same way: by the same source and
 * codebook. Of its own day the case's snapshot alone counts.
 *
 * @throws InputError when several snapshots are of one other day; DataError when a stored one is not whole
 */
export async function vintagesOf({ snapshots, data }: Case): Promise<Vintages> {
  const all: Record<string, readonly Snapshot[]> = {};
  for (const { evidence, manifest } of data) {
    const { name } = evidence;
    const own = snapshots[name];
    const { store } = own;
    const codebook = JSON.stringify(manifest.codebook);
    const others = (await vintages(name, { store })).filter(
      (one) => one.asOf !== own.asOf && one.source === own.source && JSON.stringify(one.codebook) === codebook,
    );
    const twice = others.find((one, i) => others[i - 1]?.asOf === one.asOf);
    if (twice !== undefined)
      throw new InputError(`resolve: needs one snapshot a day, got 2 of ${name} as of ${twice.asOf} in ${store}`);
    const found = [own];
    for (const { asOf, hash } of others) found.push(await open(name, { store, asOf, hash }));
    all[name] = found.sort((one, other) => (one.asOf < other.asOf ? -1 : 1));
  }
  return all;
}
