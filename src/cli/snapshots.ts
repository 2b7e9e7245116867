import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import { vintages } from "../store/snapshots.js";

/** `hindcast snapshots`: what the store holds. */
export function snapshotsCommand(): Command {
  return new Command("snapshots")
    .description("List what the store holds: every dataset and its snapshots, from the oldest to the newest.")
    .argument("[name]", "one dataset")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--json", "print the manifests as JSON, codebooks left out")
    .addHelpText("after", "\nExamples:\n  hindcast snapshots\n  hindcast snapshots acled-mali --json")
    .action(async (name: string | undefined, { store, json }: { store: string; json?: boolean }) => {
      const found = await readdir(resolve(store), { withFileTypes: true }).catch(() => []);
      const names = found
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
        .map((entry) => entry.name);
      const wanted = name === undefined ? names.sort() : names.filter((one) => one === name);
      if (wanted.length === 0)
        throw new InputError(`snapshots: nothing is stored ${name === undefined ? "" : `as ${name} `}in ${store}`);
      const manifests = (await Promise.all(wanted.map(async (one) => await vintages(one, { store })))).flat();
      const rows = manifests.map(({ name: of, asOf, source, covers, kept, refused, events, hash }) =>
        [
          ...[of.padEnd(20), asOf, source.padEnd(8), `${covers.since} to ${covers.until}`],
          ...[
            `${decimals(events, 0).padStart(9)} events`,
            `${decimals(kept, 0)} rows kept, ${decimals(refused, 0)} refused`,
            hash.slice(0, 8),
          ],
        ].join("  "),
      );
      const plain = manifests.map(({ codebook, ...rest }) => ({ ...rest, codebook: codebook.name }));
      process.stdout.write(json ? `${JSON.stringify(plain, null, 1)}\n` : `${rows.join("\n")}\n`);
    });
}
