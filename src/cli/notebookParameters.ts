import { Command } from "commander";
import { parametersOf } from "../notebook/parametersOf.js";
import { readNotebook } from "../notebook/readNotebook.js";

/** `hindcast notebook parameters`: what a run of a notebook may be given. */
export function notebookParameters(): Command {
  return new Command("parameters")
    .description("List the values that a notebook may be run with: their names, types and what it has.")
    .argument("<notebook>", "the .ipynb file")
    .option("--json", "print them as JSON")
    .addHelpText(
      "after",
      `
They are what the cell tagged "parameters" declares: texts, numbers, true or false, days, and lists of these.

Example:
  hindcast notebook parameters notebooks/00-start-here.ipynb`,
    )
    .action((file: string, { json }: { json?: boolean }) => {
      const parameters = parametersOf(readNotebook(file), file);
      if (json) return void process.stdout.write(`${JSON.stringify(parameters, null, 1)}\n`);
      if (parameters.length === 0) return void process.stdout.write(`${file}: has no cell tagged parameters\n`);
      const isSet = parameters.some(({ set }) => set !== undefined);
      const rows = [
        ["name", "type", "value", "set to"],
        ...parameters.map(({ name, type, value, set }) => [name, type, shown(value), shown(set)]),
      ].map((row) => row.slice(0, isSet ? 4 : 3));
      const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
      for (const row of rows) {
        const cells = row.map((text, column) => text.padEnd(widths[column] ?? 0));
        process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
      }
    });
}

function shown(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value);
}
