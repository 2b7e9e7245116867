import { Command } from "commander";
import { ledgerAddCommand } from "./ledgerAdd.js";
import { ledgerResolveCommand } from "./ledgerResolve.js";
import { ledgerScoreCommand } from "./ledgerScore.js";
import { ledgerShowCommand } from "./ledgerShow.js";
import { ledgerAnnulCommand, ledgerWithdrawCommand } from "./ledgerTake.js";
import { ledgerVerifyCommand } from "./ledgerVerify.js";

/** `hindcast ledger`: dated forecasts that nobody can quietly edit. */
export function ledgerCommand(): Command {
  const command = new Command("ledger").description(
    "Keep dated forecasts that nobody can quietly edit: add, resolve and score them, and prove that they are what was written.",
  );
  const commands = [
    ...[ledgerAddCommand(), ledgerShowCommand(), ledgerResolveCommand(), ledgerScoreCommand(), ledgerVerifyCommand()],
    ...[ledgerAnnulCommand(), ledgerWithdrawCommand()],
  ];
  for (const one of commands) command.addCommand(one);
  return command;
}
