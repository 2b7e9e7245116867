import { join } from "node:path";
import { type Case, openCase } from "../../src/cli/openCase.js";
import type { Report } from "../../src/index.js";
import { type Counts, madeUp } from "../cli/madeUp.js";

let made = 0;

/** The made-up case, opened; with another report or other counts where given. */
export async function madeUpCase(
  folder: string,
  some: { change?: (report: Report) => Report; counts?: Counts } = {},
): Promise<Case> {
  const own = join(folder, `case-${made++}`);
  return await openCase(madeUp(own, some), { store: join(own, "store"), note: () => {} });
}

/** The report that is shipped, opened. */
export async function shippedCase(folder: string): Promise<Case> {
  return await openCase("ctp-2023-12-13", { store: join(folder, "store"), note: () => {} });
}
