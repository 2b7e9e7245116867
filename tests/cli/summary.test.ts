import { beforeAll, describe, expect, it } from "vitest";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { proxies, summary } from "../../src/cli/summary.js";
import { madeUpCase } from "../reports/cases.js";
import { temporary } from "./madeUp.js";

const folder = temporary();
let run: Run;
let text: string;
beforeAll(async () => {
  run = await runCase(await madeUpCase(folder), () => {});
  text = summary(run, { folder: "out/x", colour: false });
});
const lineOf = (start: string): string => text.split("\n").find((line) => line.includes(start)) ?? "";

describe("the summary of a run", () => {
  it("has a line for every claim, two where data and print judge it, and one for every explanation", () => {
    expect(text).toContain("\n5 claims: 4 scoreable, 1 not scoreable as written, 0 said again\n");
    expect(text).toContain("\nHeld against data (2)\n");
    expect(lineOf("agrees    Raids")).toMatch(
      /^ {2}agrees {4}Raids +2\.03 \[1\.40, 2\.96\] +126 +95% for a halving +wire$/,
    );
    expect(text).toMatch(/wire\n {2}holds {5} +2\.03 \[1\.40, 2\.96\] +126 +95% for a halving +as printed\n/);
    expect(lineOf("The king will tire")).toMatch(/^ {12}The king will tire +deadline$/);
    expect(lineOf("Tide  ")).toMatch(/^ {2}uncertain Tide +\d+%, \d+% to \d+% +n 36 +wire$/);
    expect(text.split("\n").filter((line) => line.length > 128)).toEqual([]);
  });

  it("says first what forecasts leave open, and counts what no reader can re-run", () => {
    expect(text).toContain("\n  What forecasts leave open: 1 forecast: 1 without a deadline");
    expect(text).toContain("\n  2 figures and claims rest on what no reader can re-run");
    expect(text).not.toContain("12.50 [9.28, 16.48]");
  });

  it("says of each data set what became of its rows", () => {
    expect(lineOf("wire as of")).toContain("60 rows read, 60 kept, 0 refused; 391 events");
  });

  it("names each proxy once", () => {
    expect(text).toContain("* a proxy: ledger: raids in the court ledger alone\n");
    expect(proxies(run.verdicts)).toEqual(["ledger: raids in the court ledger alone"]);
  });

  it("is the same words in colour", () => {
    const colour = summary(run, { folder: "out/x", colour: true });
    expect(colour).not.toBe(text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is taken out
    expect(colour.replace(/\u001b\[\d+m/g, "")).toBe(text);
  });
});
