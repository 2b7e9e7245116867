import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const cwd = temporary();

beforeAll(async () => {
  const file = join(root, "data", "made-up", "erewhon-2024-03-15.csv");
  const codebook = join(root, "data", "codebooks", "erewhon.json");
  const ended = await hindcast(cwd, "read", file, "--name", "made", "--as-of", "2024-03-15", "--codebook", codebook);
  expect([ended.code, ended.err]).toEqual([0, ""]);
});

describe("hindcast nowcast", () => {
  it("prints each recent week with what is in, its share, and what it will come to with an interval", async () => {
    const { code, out, err } = await hindcast(cwd, "nowcast", "made", "--max-delay", "6");
    expect([code, err]).toEqual([0, ""]);
    const [title, ...lines] = out.split("\n");
    expect(title).toBe("  week       so far  share in  once complete");
    expect(lines.slice(0, 6).map((line) => line.slice(2, 12))).toEqual([
      ...["2024-01-29", "2024-02-05", "2024-02-12", "2024-02-19", "2024-02-26", "2024-03-04"],
    ]);
    expect(lines[0]).toMatch(/^ {2}2024-01-29 +\d+ +\d+% {2}\d+ \[\d+, \d+\]$/);
    expect(out).toMatch(/\nAssumed:\n {2}one delay distribution throughout\n/);
  });

  it("prints JSON, the same for the same seed, and draws", async () => {
    const args = ["nowcast", "made", "--max-delay", "6", "--json", "--where", '{"zone":"delta"}'];
    const first = await hindcast(cwd, ...args, "--chart", "now.png");
    expect([first.code, first.err]).toEqual([0, ""]);
    const found = JSON.parse(first.out);
    expect(found).toMatchObject({ every: "week", level: 0.95, seed: 1 });
    expect(found.periods).toHaveLength(6);
    expect((await hindcast(cwd, ...args)).out).toBe(first.out);
    expect(readFileSync(join(cwd, "now.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  it.each([
    [["nowcast", "nothing"], /^hindcast: open: no snapshot nothing in .*\n$/],
    [["nowcast", "made", "--every", "decade"], /^hindcast: nowcast: --every needs one of day, .*, got "decade"\n$/],
    [["nowcast", "made", "--where", "{zone"], /^hindcast: nowcast: --where needs criteria as JSON, got \{zone\n$/],
    [["nowcast", "made", "--max-delay", "0"], /^hindcast: .*maxDelay needs a whole number from 1, got 0\n$/],
    [["nowcast", "made", "--start", "x"], /^hindcast: nowcast: --start: needs a day as YYYY-MM-DD, got "x"\n$/],
  ])("refuses %j in one line", async (args, message) => {
    const { code, out, err } = await hindcast(cwd, ...args);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, ""]);
  });
});
