import { Command } from "commander";
import { notebookKernel } from "./notebookKernel.js";
import { notebookOpen } from "./notebookOpen.js";
import { notebookParameters } from "./notebookParameters.js";
import { notebookRun } from "./notebookRun.js";

/** `hindcast notebook`: what can be done with notebooks. */
export function notebookCommand(): Command {
  return new Command("notebook")
    .description("Work with notebooks.")
    .addCommand(notebookRun())
    .addCommand(notebookParameters())
    .addCommand(notebookOpen())
    .addCommand(notebookKernel());
}
