import { Command } from "commander";
import { printable } from "../core/printable.js";
import { type LedgerCheck, verifyLedger } from "../store/verifyLedger.js";
import { faultLines } from "./faultLines.js";
import { entriesText, takesLedger } from "./ledgerFile.js";

/** `hindcast ledger verify`: whether a ledger is what was written. */
export function ledgerVerifyCommand(): Command {
  return takesLedger(new Command("verify"))
    .description("Check every line of a ledger: that it is what was written, to the byte, and follows the one before.")
    .option("--head <hash>", "a hash that was noted after adding: proves that nothing up to it was cut off or changed")
    .option("--json", "print what was found as JSON, entries left out")
    .addHelpText("after", "\nExamples:\n  hindcast ledger verify\n  hindcast ledger verify --head 4f1c0a9b2e7d6c35")
    .action(async ({ ledger, head, json }: { ledger: string; head?: string; json?: boolean }) => {
      const found = await verifyLedger(ledger, head === undefined ? {} : { head });
      const { entries, ...rest } = found;
      const plain = { ledger, entries: entries.length, ...rest };
      process.stdout.write(json ? `${JSON.stringify(plain, null, 1)}\n` : verifyText(ledger, found));
      if (found.faults.length > 0) process.exitCode = 2;
    });
}

function verifyText(file: string, { entries, intact, head, faults, since }: LedgerCheck): string {
  const shown = printable(file);
  if (faults.length > 0)
    return `${[
      `${shown} is damaged; the first ${entriesText(intact)} of ${entries.length} that can be read are whole`,
      ...faultLines(faults).map((text) => `  ${text}`),
    ].join("\n")}\n`;
  const noted = since === undefined ? [] : [`  the noted head is there, ${entriesText(since)} before the end`];
  const proof =
    since === undefined ? ["  without a noted head (--head) nothing shows whether its end was cut off"] : [];
  return `${[`${shown} is whole: ${entriesText(entries.length)}`, `  head ${head}`, ...noted, ...proof].join("\n")}\n`;
}
