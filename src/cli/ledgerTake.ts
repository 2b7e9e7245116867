import { Command } from "commander";
import { annul } from "../claims/annul.js";
import { type Annulment, annulments } from "../claims/annulments.js";
import { withdraw } from "../claims/withdraw.js";
import { annulledText } from "./annulledText.js";
import { addedText, addTo, takesLedger } from "./ledgerFile.js";
import { today } from "./sourceOptions.js";

interface Options {
  readonly ledger: string;
  readonly by: string;
  readonly why: string;
}

/** `hindcast ledger annul`: says that a claim is not to be scored. */
export function ledgerAnnulCommand(): Command {
  return takes(new Command("annul"), "annul 3f2a --by alice --why 'the zone was redrawn'")
    .description(
      "Say that a claim is not to be scored, and why; it stays in the ledger, and scores tell with and without it.",
    )
    .action(async (id: string, { ledger, by, why }: Options) => {
      const found: Annulment[] = [];
      const added = await addTo(ledger, (entries) => {
        const item = annul(entries, id, { by, why });
        const now = { ...item, seq: 0, written: new Date().toISOString(), previous: "", hash: "" };
        found.push(...annulments([...entries, now]).slice(-1));
        return [item];
      });
      process.stdout.write(annulledText(found, []) + addedText(ledger, added));
    });
}

/** `hindcast ledger withdraw`: takes a claim back before its period begins. */
export function ledgerWithdrawCommand(): Command {
  return takes(new Command("withdraw"), "withdraw 3f2a --by alice --why 'no longer sure of the data'")
    .description("Take a claim back before its period begins; the days on which it stood still count.")
    .action(async (id: string, { ledger, by, why }: Options) => {
      const added = await addTo(ledger, (entries) => [withdraw(entries, id, { by, why, issued: today() })]);
      process.stdout.write(addedText(ledger, added));
    });
}

function takes(command: Command, example: string): Command {
  return takesLedger(command)
    .argument("<id>", "the claim, by its id or the beginning of it")
    .requiredOption("--by <author>", "who says so")
    .requiredOption("--why <reason>", "the reason")
    .addHelpText("after", `\nExample:\n  hindcast ledger ${example}`);
}
