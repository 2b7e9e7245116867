#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { DataError, InputError } from "../core/errors.js";
import { printable } from "../core/printable.js";
import { backtestCommand } from "./backtest.js";
import { checkCommand } from "./check.js";
import { compareCommand } from "./compare.js";
import { diffCommand } from "./diff.js";
import { forecastCommand } from "./forecast.js";
import { hubCommand } from "./hub.js";
import { indicatorsCommand } from "./indicators.js";
import { ledgerCommand } from "./ledger.js";
import { lintReportCommand } from "./lintReport.js";
import { mapCommand } from "./map.js";
import { monitorCommand } from "./monitor.js";
import { newReportCommand } from "./newReport.js";
import { notebookCommand } from "./notebook.js";
import { nowcastCommand } from "./nowcast.js";
import { planCommand } from "./plan.js";
import { pullCommand } from "./pull.js";
import { readCommand } from "./read.js";
import { resolveCommand } from "./resolve.js";
import { runCommand } from "./run.js";
import { snapshotsCommand } from "./snapshots.js";
import { tallyCommand } from "./tally.js";
import { testCommand } from "./test.js";
import { totalsCommand } from "./totals.js";
import { varyCommand } from "./vary.js";
import { version } from "./version.js";
import { watchCommand } from "./watch.js";

const program = new Command("hindcast")
  .description("Put a report's forecasts to the test.")
  .version(version)
  .addHelpText(
    "after",
    "\nExit codes: 0 done, 1 a notebook failed or a fault of ours, 2 something asked or given was wrong.",
  )
  .showSuggestionAfterError()
  .exitOverride()
  // Commander's own errors are printed below, in one line; the help it shows where a command is missing is no error.
  .configureOutput({ writeErr: (text) => void (text.startsWith("error:") || process.stdout.write(text)) });
const commands = [
  ...[
    runCommand(),
    newReportCommand(),
    lintReportCommand(),
    resolveCommand(),
    planCommand(),
    varyCommand(),
    pullCommand(),
    checkCommand(),
    mapCommand(),
    readCommand(),
    snapshotsCommand(),
    diffCommand(),
  ],
  ...[
    tallyCommand(),
    compareCommand(),
    testCommand(),
    nowcastCommand(),
    forecastCommand(),
    backtestCommand(),
    monitorCommand(),
    watchCommand(),
    ledgerCommand(),
    totalsCommand(),
    indicatorsCommand(),
    hubCommand(),
    notebookCommand(),
  ],
];
for (const command of commands) {
  program.addCommand(settled(command, program));
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === "commander.help")) return;
  const isAsked = error instanceof InputError || error instanceof DataError || error instanceof CommanderError;
  process.exitCode = isAsked ? 2 : 1;
  const text = error instanceof Error ? (isAsked ? error.message : (error.stack ?? error.message)) : String(error);
  // What stands behind the "=" of an option we do not have may be a password.
  const line = isAsked
    ? printable(
        text
          .replace(/^error: /, "")
          .replace(/^(unknown option '[^=']*)=.*'/s, "$1'")
          .replace(/\s*\n\s*/g, " "),
      )
    : text;
  process.stderr.write(`hindcast: ${line.trimEnd()}\n`);
});

/** A command with the settings of the one above it, and so the commands below it. */
function settled(command: Command, above: Command): Command {
  command.copyInheritedSettings(above);
  for (const below of command.commands) settled(below, command);
  return command;
}
