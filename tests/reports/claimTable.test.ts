import { describe, expect, it } from "vitest";
import { claimTable, claimTotals, type Report, type Verdict } from "../../src/index.js";

const claim = (id: string, more: object = {}): Report["claims"][number] => ({
  ...{ id, kind: "observation", at: { paragraph: 1 }, notes: [], label: id, says: `${id} is so` },
  ...more,
});
const unscoreable = { lacks: ["deadline"], reading: "no day", wouldTake: "a day" } as const;
const reportOf = (
  claims: Report["claims"],
  questions: readonly { claim: string; by: "report" | "us" }[] = [],
): Report => ({ claims, questions }) as unknown as Report;
const verdict = (of: string, by: Verdict["by"], word: Verdict["verdict"], more: object = {}): Verdict => ({
  ...{ id: by === "audit" ? of : `${of}/${by}/${word}`, by, claim: of, label: of, says: of, verdict: word },
  ...{ data: { name: "wire" }, n: 9, reading: "so", couldFail: "yes", ...more },
});

describe("claimTable", () => {
  it("has a row a claim, in the report's order, each with what became of it", () => {
    const report = reportOf(
      [claim("a"), claim("b"), claim("c"), claim("d"), claim("e", { unscoreable }), claim("f", { repeats: "a" })],
      [{ claim: "a", by: "us" }],
    );
    const rows = claimTable(report, [
      verdict("b", "audit", "holds"),
      verdict("a", "resolve", "fails"),
      verdict("c", "resolve", "too early"),
      verdict("d", "reproduce", "cannot be compared"),
      verdict("e", "audit", "not scoreable"),
    ]);
    expect(rows.map((one) => [one.claim, one.status, one.by])).toEqual([
      ["a", "tested", "us"],
      ["b", "print alone", "report"],
      ["c", "waiting", "report"],
      ["d", "no data here", "report"],
      ["e", "not scoreable", "report"],
      ["f", "said again", "report"],
    ]);
    expect(rows[4]).toMatchObject(unscoreable);
    expect(claimTotals(rows)).toEqual({
      ...{ claims: 6, scoreable: 4, notScoreable: 1, saidAgain: 1 },
      status: {
        ...{ tested: 1, waiting: 1, "print alone": 1, "no data here": 1, "not scoreable": 1, "said again": 1 },
      },
    });
  });

  it("lets what the report counted lead, then a proxy, then what could not decide; the others stand beside", () => {
    const proxy = verdict("a", "reproduce", "agrees", { proxy: "of another kind", id: "by proxy" });
    const cannot = verdict("a", "reproduce", "cannot be compared");
    const own = verdict("a", "reproduce", "uncertain");
    const open = verdict("a", "resolve", "open");
    const leads = (all: readonly Verdict[]): string | undefined => claimTable(reportOf([claim("a")]), all)[0].data?.id;
    expect(leads([cannot, proxy, own, open])).toBe(own.id);
    expect(leads([cannot, proxy, open])).toBe("by proxy");
    expect(leads([cannot, open])).toBe(open.id);
    expect(claimTable(reportOf([claim("a")]), [cannot, proxy, own])[0].others).toEqual([cannot, proxy]);
  });
});
