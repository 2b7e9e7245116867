import { join } from "node:path";
import { styleText } from "node:util";
import { Command } from "commander";
import type { Diff, Move } from "../core/diff.js";
import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import { canSay } from "../events/codebook.js";
import { diff, sharedPeriods } from "../events/diff.js";
import { catalogue } from "../indicators/catalogue.js";
import { manifestOf, open, vintages } from "../store/snapshots.js";
import { dayOf } from "./sourceOptions.js";

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly store: string;
  readonly json?: boolean;
}

/** `hindcast diff`: what changed between two vintages of a dataset. */
export function diffCommand(): Command {
  return new Command("diff")
    .description(
      "Say what changed between two vintages of a dataset: rows added, revised, removed, and how far counts move.",
    )
    .argument("<name>", "the dataset")
    .option("--from <day>", "what was known on this day (by default the snapshot before the newest)")
    .option("--to <day>", "what was known on this day (by default the newest snapshot)")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--json", "print the difference as JSON")
    .addHelpText("after", "\nExample:\n  hindcast diff acled-mali --from 2023-12-13 --to 2024-03-01")
    .action(async (name: string, { from, to, store, json }: Options) => {
      const days = (await vintages(name, { store })).map((one) => one.asOf);
      const before = from === undefined ? days.at(-2) : dayOf(from, "diff: --from");
      if (before === undefined)
        throw new InputError(`diff: ${name} has ${days.length} snapshots in ${store}; name an earlier day with --from`);
      const older = await open(name, { store, asOf: before });
      const newer = await open(name, { store, ...(to !== undefined && { asOf: dayOf(to, "diff: --to") }) });
      const manifests = [await manifestOf(older), await manifestOf(newer)];
      const indicators = catalogue()
        .filter((one) => one.group === "what is counted" && one.below === undefined && one.unit !== "events per week")
        .filter(({ where, measure }) => {
          const below = typeof measure === "object" ? [measure.share] : [];
          const fields = measure === "deaths" ? ["deaths"] : [];
          return manifests.every((manifest) => [where, ...below].every((one) => canSay(one, fields, manifest)));
        });
      const { since, until } = sharedPeriods([older, newer], "month");
      const found = await diff(older, newer, { indicators: since < until ? indicators : [] });
      process.stdout.write(json ? `${JSON.stringify(found, null, 1)}\n` : diffText(found));
    });
}

function diffText({ older, newer, added, revised, removed, unchanged, fields, months, moves }: Diff): string {
  const bold = (text: string): string =>
    process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined ? styleText("bold", text) : text;
  const n = (value: number): string => decimals(value, 0).padStart(9);
  const latest = months.slice(-12);
  return `${[
    bold(
      `${older.name}: as of ${older.asOf} (${older.hash.slice(0, 8)}) and as of ${newer.asOf} (${newer.hash.slice(0, 8)})`,
    ),
    `${n(added)}  rows added`,
    `${n(revised)}  revised${fields.length === 0 ? "" : ` (${fields.map((one) => `${one.field} ${one.n}`).join(", ")})`}`,
    `${n(removed)}  removed`,
    `${n(unchanged)}  unchanged`,
    ...(latest.length === 0
      ? []
      : ["", bold("By month of the event (the last twelve that changed)"), "  month        added  revised  removed"]),
    ...latest.map((one) => `  ${one.month.slice(0, 7)}  ${n(one.added)}${n(one.revised)}${n(one.removed)}`),
    "",
    bold(
      moves.length === 0
        ? "No counts to compare: no whole month is covered by both, or the codebook lacks the groups"
        : "Counts over the months that both cover",
    ),
    ...moves.map(moveText),
  ].join("\n")}\n`;
}

function moveText({ indicator, periods, moved, before, after, change, largest }: Move): string {
  const isShare = ![before, after].every(Number.isInteger);
  const text = (value: number): string => decimals(value, isShare ? 3 : 0);
  const name = `  ${indicator.padEnd(18)}${text(before).padStart(8)} to ${text(after).padStart(8)}`;
  if (largest === undefined) return `${name}  the same in all ${periods} months`;
  const most = `most in ${largest.period.slice(0, 7)}, ${text(largest.before)} to ${text(largest.after)}`;
  return `${name}  (${change > 0 ? "+" : ""}${text(change)}; ${moved} of ${periods} months; ${most})`;
}
