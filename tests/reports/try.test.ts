import { it } from "vitest";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";
import { runCase } from "../../src/cli/runCase.js";
import { summary } from "../../src/cli/summary.js";
import { markdown } from "../../src/cli/markdown.js";
const folder = temporary();
it("x", async () => {
  const c = await madeUpCase(folder);
  const run = await runCase(c, () => {});
  console.log(summary(run, { folder: "out/x", colour: false }));
  console.log(markdown(run));
});
