import { describe, expect, it } from "vitest";
import { ledgerScores } from "../../src/cli/ledgerScores.js";
import { columned } from "../../src/cli/ledgerTable.js";
import { type LedgerItem, type Metric, standing } from "../../src/index.js";
import { claimed, entriesOf } from "../claims/forecasts.js";

const brier: Metric = {
  ...{ name: "brier()", best: "low", isProper: true },
  score: (says, observed) => (says.family === "bernoulli" ? (says.p - observed) ** 2 : Number.NaN),
};
const yes = (p: number) => ({ says: { family: "bernoulli", p }, asks: { atLeast: 3 } }) as const;
const came = (of: string, observed: number): LedgerItem => ({
  ...{ kind: "resolve", of, state: "resolved", observed, evidence: "x", asOf: "2024-06-01" },
});
const claims = standing(
  entriesOf([
    claimed("a1", yes(0.2)),
    claimed("a2", { ...yes(0.6), supersedes: "a1", issued: "2024-01-20" }),
    claimed("b1", { ...yes(0.9), by: "bob" }),
    claimed("c1", { ...yes(0.5), by: "carol" }),
    { kind: "withdraw", of: "c1", by: "carol", issued: "2024-01-10", why: "unsure" },
    claimed("d1", { ...yes(0.5), by: "dora" }),
    { kind: "annul", of: "d1", by: "bob", why: "redrawn" },
    claimed("e1", { ...yes(0.5), by: "eve" }),
    ...["a1", "a2", "b1", "c1", "d1"].map((id) => came(id, 1)),
  ]),
);

describe("the scores of a ledger", () => {
  it("are of what stood when the period began, by author", () => {
    const rows = ledgerScores(claims, [brier], { isAveraged: false });
    expect(rows.map(({ id, by, value }) => [id, by, value])).toEqual([
      ["a2", "alice", expect.closeTo(0.16, 12)],
      ["b1", "bob", expect.closeTo(0.01, 12)],
    ]);
  });

  it("averaged over time are of all that was said, by the days on which it stood", () => {
    const rows = ledgerScores(claims, [brier], { isAveraged: true });
    expect(rows.map(({ id, by, metric, value }) => [id, by, metric, value])).toEqual([
      ["a2", "alice", "time-averaged brier()", expect.closeTo((15 * 0.64 + 12 * 0.16) / 27, 12)],
      ["b1", "bob", "time-averaged brier()", expect.closeTo(0.01, 12)],
      ["c1", "carol", "time-averaged brier()", expect.closeTo(0.25, 12)],
    ]);
  });
});

describe("a table", () => {
  it("has columns as wide as their widest cell, long ones cut short", () => {
    expect(
      columned([
        ["a", "bb"],
        ["ccc", "x".repeat(40)],
      ]),
    ).toBe(`a    bb\nccc  ${"x".repeat(31)}…\n`);
    expect(columned([["a\nb\u001b[2J", "c"]])).toBe("a b[2J  c\n");
  });
});
