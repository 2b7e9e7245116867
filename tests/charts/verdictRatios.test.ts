import { describe, expect, it } from "vitest";
import { forest, type Verdict, verdictRatios } from "../../src/index.js";
import { drawn } from "./held.js";
import { words } from "./madeUp.js";

const verdict = (label: string, some: Partial<Verdict>): Verdict => ({
  ...{ id: label, by: "reproduce", label, says: "", verdict: "uncertain", data: { name: "wire" }, n: 32 },
  ...{ scale: "ratio", estimate: 0.79, interval: [0.21, 2.98], reading: "", couldFail: "yes", ...some },
});

describe("verdicts as rows of a forest", () => {
  const all = [
    verdict("attacks", {}),
    verdict("turn north", { verdict: "holds", estimate: 6.38, interval: [2.59, 15.67], n: 65 }),
    verdict("civilians", { verdict: "fails", estimate: 1.29 }),
    verdict("rebound", { verdict: "holds", interval: [1.07, null] }),
    verdict("share", { scale: "share" }),
    verdict("nothing", { estimate: 0 }),
  ];

  it("are gathered by verdict, what holds first, each in the order it came; only ratios above 0 are drawn", () => {
    expect(verdictRatios(all).map(({ group, label }) => `${group}: ${label}`)).toEqual([
      ...["holds: turn north", "holds: rebound", "uncertain: attacks", "fails: civilians"],
    ]);
    expect(verdictRatios(all)[0]).toEqual({
      ...{ label: "turn north", group: "holds", estimate: 6.38, interval: [2.59, 15.67], n: 65 },
    });
  });

  it("leave out what has no estimate or no interval", () => {
    const { estimate: _, ...bare } = verdict("bare", {});
    const { interval: __, ...without } = verdict("without", {});
    expect(verdictRatios([bare, without])).toEqual([]);
  });

  it("stand under a heading a verdict", async () => {
    const { texts, marks } = await drawn(forest(verdictRatios(all), words));
    for (const text of ["holds", "uncertain", "fails", "turn north"]) expect(texts, text).toContain(text);
    expect(marks["text"]).toBe(4 * 3 + 3);
  });
});
