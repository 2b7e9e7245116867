import { Command } from "commander";
import { notebookCheckCommand } from "./notebookCheck.js";
import { notebookKernel } from "./notebookKernel.js";
import { notebookOpen } from "./notebookOpen.js";
import { notebookParameters } from "./notebookParameters.js";
import { notebookRun } from "./notebookRun.js";

/** `hindcast notebook`: what can be done with notebooks. */
export function notebookCommand(): Command {
  return new Command("notebook")
    .description("Run notebooks without Python, and check what they say.")
    .addCommand(notebookRun())
    .addCommand(notebookCheckCommand())
    .addCommand(notebookParameters())
    .addCommand(notebookOpen())
    .addCommand(notebookKernel());
}
