import { beforeAll, describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast } from "./spawned.js";
import { filled } from "./stores.js";

const cwd = temporary();
beforeAll(async () => await filled(cwd));

describe("hindcast backtest", () => {
  it("takes counts as they stood where the store holds earlier snapshots", async () => {
    const args = [
      "backtest",
      "erewhon",
      "--models",
      "conflictology(2)",
      "--since",
      "2023-10-01",
      "--ahead",
      "1",
      "--json",
    ];
    const waited = JSON.parse((await hindcast(cwd, ...args, "--until", "2024-03-01", "--wait", "15")).out);
    expect(waited.warnings).toEqual([]);
    const hasty = JSON.parse((await hindcast(cwd, ...args, "--until", "2024-03-01")).out);
    expect(hasty.warnings).toEqual([
      expect.stringMatching(/^at \d of 5 origins \(.*\) counts as they stand now, not /),
    ]);
  });
});
