import { beforeAll, describe, expect, it } from "vitest";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { numberOf, proxies, summary } from "../../src/cli/summary.js";
import type { Verdict } from "../../src/index.js";
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
  it("has fewer than forty lines, a row for each verdict on a ratio, a share, a pace or an explanation", () => {
    expect(text.trimEnd().split("\n").length).toBeLessThan(40);
    expect(lineOf("Raids, as printed")).toMatch(
      /^ {2}holds {5}Raids, as printed +2\.0267 \[1\.3999, 2\.9566\] +n 126 \(50 → 76\) +as printed$/,
    );
    expect(lineOf("Raids: raids by the Hill Front")).toMatch(/^ {2}agrees .* n 126 \(50 → 76\) +ledger\*$/);
    expect(lineOf("Tide")).toMatch(/^ {2}uncertain Tide +\d+%, \d+% to \d+% +n 36 +wire$/);
  });

  it("leaves levels, and what cannot be judged, to the other files, and counts the latter", () => {
    expect(text).not.toContain("12.50 [9.28, 16.48]");
    expect(text).not.toContain("The king will tire");
    expect(text).toContain(
      "Comparisons that cannot be made: 1; claims that cannot be scored: 1, not tested yet: 0. Reasons in summary.md",
    );
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

describe("a verdict's number", () => {
  it("has four digits for a ratio, two for a rate or share, percent for a probability", () => {
    const of = (some: Partial<Verdict>): string =>
      numberOf({ estimate: 0.53472, interval: [0.1, null], ...some } as Verdict);
    expect(of({ scale: "ratio" })).toBe("0.5347 [0.1000, no bound]");
    expect(of({ scale: "rate" })).toBe("0.53 [0.10, no bound]");
    expect(of({ scale: "probability", interval: [0.001, 0.999] })).toBe("53%, under 1% to over 99%");
    expect(numberOf({ interval: [0, 1] as const } as Verdict)).toBe("");
  });
});
