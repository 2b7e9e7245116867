import { join } from "node:path";
import { Command } from "commander";
import { decisions } from "../claims/decisions.js";
import type { Vintages } from "../claims/resolve.js";
import { resolveClaims } from "../claims/resolveClaims.js";
import { standing } from "../claims/standing.js";
import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import { numbered } from "../core/print.js";
import { printable } from "../core/printable.js";
import { open, vintages } from "../store/snapshots.js";
import { datasetsIn } from "./datasetsIn.js";
import { addedText, addTo, takesLedger, wholeLedger } from "./ledgerFile.js";
import { numberOf } from "./methodsIn.js";
import { openCase } from "./openCase.js";
import { progress } from "./progress.js";
import { aheadWarning, dayOf } from "./sourceOptions.js";
import { vintagesOf } from "./vintagesOf.js";

interface Options {
  readonly ledger: string;
  readonly store: string;
  readonly data?: readonly string[];
  readonly shipped?: string | true;
  readonly asOf?: string;
  readonly settlesAfter: string;
  readonly dry?: boolean;
  readonly json?: boolean;
}

/** `hindcast ledger resolve`: counts what came of a ledger's claims, and writes it down. */
export function ledgerResolveCommand(): Command {
  return takesLedger(new Command("resolve"))
    .description("Count what came of a ledger's claims, each in the way its forecast was counted, and write it down.")
    .option("--data <name...>", "the datasets that decide (all that there are unless given)")
    .option("--shipped [report]", "the data that a shipped report comes with decide (ctp-2023-12-13)")
    .option("--as-of <day>", "by what was known on this day (by default the day of the newest data)")
    .option("--settles-after <days>", "so long after a period's end it is too early, as reports still come in", "90")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--dry", "write nothing down")
    .option("--json", "print each claim with what came of it as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  hindcast ledger resolve --data acled-mali\n  hindcast ledger resolve --shipped --as-of 2024-03-01 --dry",
    )
    .action(async (options: Options) => {
      const { ledger, asOf: asked, dry = false } = options;
      const settlesAfter = numberOf(options.settlesAfter, "ledger resolve: --settles-after");
      const day = asked === undefined ? undefined : dayOf(asked, "ledger resolve: --as-of");
      const { note, end } = progress(process.stderr);
      try {
        const { entries } = await wholeLedger(ledger, "ledger resolve");
        const claims = standing(entries).map(({ claim }) => claim);
        const data = await dataOf(options, note);
        const days = Object.values(data).flatMap((all) => all.map((one) => one.asOf));
        const asOf = day ?? days.sort().at(-1) ?? "";
        note(`counting what came of ${numbered(claims.length, "claim")}`);
        const resolved = await resolveClaims(claims, data, { asOf, settlesAfter });
        const added = dry ? undefined : await addTo(ledger, (now) => decisions(now, resolved));
        end();
        process.stderr.write(aheadWarning(asOf, "ledger resolve"));
        const text = options.json
          ? `${JSON.stringify(resolved, null, 1)}\n`
          : `${summary(resolved, asOf)}${added === undefined ? "" : addedText(ledger, added)}`;
        process.stdout.write(text);
      } finally {
        end();
      }
    });
}

/** How many claims are in which state, and why those are not decided that data reach. */
function summary(resolved: readonly Resolved[], asOf: Day): string {
  const states = ["resolved", "too early", "open", "annulled", "ambiguous"] as const;
  const counts = states.map((state) => ({ state, n: resolved.filter((one) => one.state === state).length }));
  const said = counts.filter(({ n }) => n > 0).map(({ state, n }) => `${n} ${state}`);
  const whys = new Map<string, number>();
  for (const { state, why = "" } of resolved) {
    if (state !== "annulled" && state !== "ambiguous") continue;
    const line = `${state}, ${why}`;
    whys.set(line, (whys.get(line) ?? 0) + 1);
  }
  const lines = [...whys].slice(0, mostWhys).map(([line, n]) => `  ${printable(line)} (${numbered(n, "claim")})\n`);
  const more = whys.size > mostWhys ? `  and ${whys.size - mostWhys} more reasons; --json tells all\n` : "";
  return `As of ${asOf}: ${said.join(", ") || "no claims"}\n${lines.join("")}${more}`;
}

const mostWhys = 10;

async function dataOf({ shipped, data, store }: Options, note: (step: string) => void): Promise<Vintages> {
  if (shipped !== undefined) {
    const all = await vintagesOf(await openCase(shipped === true ? "ctp-2023-12-13" : shipped, { store, note }));
    const unknown = data?.find((name) => !Object.hasOwn(all, name));
    if (unknown !== undefined)
      throw new InputError(`ledger resolve: --data needs some of ${Object.keys(all).join(", ")}, got ${unknown}`);
    return Object.fromEntries(Object.entries(all).filter(([name]) => data === undefined || data.includes(name)));
  }
  const all: Record<string, Vintages[string]> = {};
  for (const name of data ?? (await datasetsIn(store))) {
    note(`opening ${name}`);
    const manifests = await vintages(name, { store });
    if (manifests.length === 0) throw new InputError(`ledger resolve: no dataset ${name} in ${store}`);
    all[name] = await Promise.all(manifests.map(async ({ asOf, hash }) => await open(name, { store, asOf, hash })));
  }
  if (Object.keys(all).length === 0)
    throw new InputError(
      `ledger resolve: nothing is stored in ${store}; bring data in with hindcast pull or read, or use --shipped`,
    );
  return all;
}
