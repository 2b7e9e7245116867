import { describe, expect, it } from "vitest";
import { claimLines } from "../../src/cli/claimLines.js";
import { oneOfEach } from "./claims.js";

const lines = claimLines(oneOfEach, (_, text) => text);
const lineOf = (label: string): string => lines.find((line) => line.includes(label)) ?? "";

describe("the lines of claims", () => {
  it("gather them by what became of them, under the totals", () => {
    expect(lines[0]).toBe("6 claims: 4 scoreable, 1 not scoreable as written, 1 said again");
    expect(lines.filter((line) => !line.startsWith(" ")).slice(1)).toEqual([
      "Held against data (1)",
      "Too early to say (1)",
      "On the report's print alone: the data given cannot say (1)",
      "Could be tested, but not with the data given (1)",
      "Not scoreable as written: what it lacks (1)",
      "Said again, and judged where it is said in full (1)",
    ]);
  });

  it("give verdict, number with its interval, n, power and base rate, and source; a star for a proxy, † for ours", () => {
    expect(lineOf("More raids")).toMatch(
      /^ {2}holds {5}More raids † +1\.29 \[1\.15, no bound\] +1,799 +80% for a rise by half; yes in 9 of 10 years wire\*$/,
    );
    expect(lineOf("Waits")).toMatch(/^ {2}too early Waits †/);
  });

  it("give both verdicts where data and print judge a claim, the label once; the print's alone where data cannot say", () => {
    const [first] = oneOfEach;
    const both = claimLines([{ ...first, ...(first.data && { print: first.data }) }], (_, text) => text);
    expect(both.slice(3).map((line) => line.slice(2, 24).trim())).toEqual(["holds     More raids †", "holds"]);
    expect(lines.filter((line) => line.includes("Print"))).toHaveLength(1);
  });

  it("say what a claim lacks, why no data speak of it, and where it is judged", () => {
    expect(lineOf("A motive")).toMatch(/^ {12}A motive {27}deadline, data$/);
    expect(lineOf("No data †")).toMatch(/^ {12}No data † {26}so; and so$/);
    expect(lineOf("Again")).toMatch(/^ {12}Again {30}see a$/);
  });

  it("keep a long reason to the width, in its column", () => {
    const [, , , silent] = oneOfEach;
    const reading = "the data say nothing of it ".repeat(6).trim();
    const long = claimLines(
      [{ ...silent, ...(silent.data && { data: { ...silent.data, reading } }) }],
      (_, text) => text,
    );
    expect(Math.max(...long.map((line) => line.length))).toBeLessThanOrEqual(128);
    expect(long[4]).toMatch(/^ {47}\S/);
  });
});
