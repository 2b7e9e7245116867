import { Command } from "commander";
import { hubExportCommand } from "./hubExport.js";
import { hubImportCommand } from "./hubImport.js";

/** `hindcast hub`: forecasts to and from the tables of forecast hubs. */
export function hubCommand(): Command {
  return new Command("hub")
    .description("Exchange forecasts with forecast hubs, as hubverse model output in CSV or Parquet.")
    .addHelpText(
      "after",
      [
        "\nExamples:",
        "  hindcast hub export forecasts.json --out model-output --outputs quantile,sample",
        "  hindcast hub import model-output/team-model/*.csv --every month --json > theirs.json",
      ].join("\n"),
    )
    .addCommand(hubExportCommand())
    .addCommand(hubImportCommand());
}
