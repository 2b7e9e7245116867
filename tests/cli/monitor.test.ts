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

describe("hindcast monitor", () => {
  it("prints each week with its count, what was expected and the threshold, in 79 columns", async () => {
    const { code, out, err } = await hindcast(cwd, "monitor", "made", "--method", "ears-c1", "--since", "2024-02-05");
    expect([code, err]).toEqual([0, ""]);
    const [title, ...lines] = out.split("\n");
    expect(title).toBe("  period      counted  expected  threshold");
    expect(lines.slice(0, 5).map((line) => line.slice(2, 12))).toEqual([
      ...["2024-02-05", "2024-02-12", "2024-02-19", "2024-02-26", "2024-03-04"],
    ]);
    expect(lines[0]).toMatch(/^ {2}2024-02-05 +\d+ +\d+\.\d +\d+\.\d$/);
    expect(lines.slice(5)).toEqual(["no alarm in 5 periods", 'ears("C1")', ""]);
    const bayesian = await hindcast(cwd, "monitor", "made", "--method", "bayesian", "--since", "2024-02-05");
    expect(Math.max(...bayesian.out.split("\n").map((line) => line.length))).toBeLessThan(80);
  });

  it("prints JSON, the same each time, and draws", async () => {
    const args = [
      "monitor",
      "made",
      "--method",
      "cusum",
      "--since",
      "2024-03-04",
      "--json",
      "--where",
      '{"zone":"delta"}',
    ];
    const first = await hindcast(cwd, ...args, "--chart", "watch.png");
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(JSON.parse(first.out)[0]).toMatchObject({ period: "2024-03-04", n: 52, alarm: false });
    expect((await hindcast(cwd, ...args)).out).toBe(first.out);
    expect(readFileSync(join(cwd, "watch.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  it.each([
    [["nothing", "--since", "2024-01-01"], /^hindcast: open: no snapshot nothing in .*\n$/],
    [["made"], /^hindcast: required option '--since <day>' not specified\n$/],
    [["made", "--since", "x"], /^hindcast: monitor: --since: needs a day as YYYY-MM-DD, got "x"\n$/],
    [
      ["made", "--since", "2024-01-01"],
      /^hindcast: monitor: farrington\(.*\) needs 5 years and 3 periods before 2024-01-01, got 43 periods; no period has them\n$/,
    ],
    [
      ["made", "--since", "2024-01-01", "--method", "eye"],
      /^hindcast: monitor: --method needs one of farrington, .*, got "eye"\n$/,
    ],
    [
      ["made", "--since", "2024-01-01", "--every", "decade"],
      /^hindcast: monitor: --every needs one of day, .*, got "decade"\n$/,
    ],
    [
      ["made", "--since", "2024-01-01", "--where", "{zone"],
      /^hindcast: monitor: --where needs criteria as JSON, got \{zone\n$/,
    ],
  ])("refuses %j in one line", async (args, message) => {
    const { code, out, err } = await hindcast(cwd, "monitor", ...args);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, ""]);
  });
});
