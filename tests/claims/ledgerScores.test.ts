import { describe, expect, it } from "vitest";
import {
  annulments,
  crps,
  type LedgerItem,
  ledgerMeans,
  ledgerScores,
  logScore,
  type Metric,
  standing,
} from "../../src/index.js";
import { claimed, entriesOf } from "./forecasts.js";

const brier: Metric = {
  ...{ name: "brier()", best: "low", isProper: true },
  score: (says, observed) => (says.family === "bernoulli" ? (says.p - observed) ** 2 : Number.NaN),
};
const yes = (p: number) => ({ says: { family: "bernoulli", p }, asks: { atLeast: 3 } }) as const;
const came = (of: string, observed: number): LedgerItem => ({
  ...{ kind: "resolve", of, state: "resolved", observed, evidence: "x", asOf: "2024-06-01" },
});
const entries = entriesOf([
  claimed("a1", yes(0.2)),
  claimed("a2", { ...yes(0.6), supersedes: "a1", issued: "2024-01-20" }),
  claimed("b1", { ...yes(0.9), by: "bob" }),
  claimed("c1", { ...yes(0.5), by: "carol" }),
  { kind: "withdraw", of: "c1", by: "carol", issued: "2024-01-10", why: "unsure" },
  claimed("d1", { ...yes(0.5), by: "dora" }),
  { kind: "annul", of: "d1", by: "bob", why: "redrawn" },
  claimed("e1", { ...yes(0.5), by: "eve" }),
  ...["a1", "a2", "b1", "c1", "d1"].map((id) => came(id, 1)),
]);
const claims = standing(entries);

describe("the scores of a ledger", () => {
  it("are of what stood when the period began, by author", () => {
    const rows = ledgerScores(claims, [brier]);
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

describe("an author whose name is written with blanks about it", () => {
  const spelled = [
    claimed("f1", { ...yes(0.2), by: "fay" }),
    claimed("f2", { ...yes(0.6), by: "fay ", supersedes: "f1", issued: "2024-01-20" }),
    { kind: "withdraw", of: "f2", by: " fay", issued: "2024-01-25", why: "unsure" } as const,
    ...["f1", "f2"].map((id) => came(id, 1)),
  ];

  it("is the same author, in what stood and in what is averaged", () => {
    const found = standing(entriesOf(spelled));
    expect(found.map(({ ended }) => ended)).toEqual(["superseded", "withdrawn"]);
    expect(ledgerScores(found, [brier], { isAveraged: true })).toHaveLength(1);
    expect(ledgerMeans(found, [brier], { isAveraged: true })).toHaveLength(1);
  });
});

describe("the means of a ledger", () => {
  // Alice says 40% of three questions; yes, no, no: 0.36, 0.16, 0.16. Bob says nothing that stands.
  const said = ["n1", "n2", "n3"].map((id, i) => claimed(id, { ...yes(0.4), key: { zone: `z${i}` } }));
  const bobs = claimed("p1", { ...yes(0.9), by: "bob" });
  const outcomes = [came("n1", 1), came("n2", 0), came("n3", 0), came("p1", 0)];
  const annul = (of: string, by: string): LedgerItem => ({ kind: "annul", of, by, why: "odd data" });
  const means = (...more: readonly LedgerItem[]) =>
    ledgerMeans(standing(entriesOf([...said, bobs, ...outcomes, ...more])), [brier]);

  it("are by author, model and metric", () => {
    expect(means()).toEqual([
      {
        by: "alice",
        model: "conflictology(12)",
        of: "yes or no",
        metric: "brier()",
        n: 3,
        mean: expect.closeTo(0.68 / 3, 12),
      },
      {
        by: "bob",
        model: "conflictology(12)",
        of: "yes or no",
        metric: "brier()",
        n: 1,
        mean: expect.closeTo(0.81, 12),
      },
    ]);
    expect(ledgerMeans(claims, [brier], { isAveraged: true }).map(({ by, n, mean }) => [by, n, mean])).toEqual([
      ["alice", 1, expect.closeTo((15 * 0.64 + 12 * 0.16) / 27, 12)],
      ["bob", 1, expect.closeTo(0.01, 12)],
      ["carol", 1, expect.closeTo(0.25, 12)],
      ["dora", 0, undefined],
    ]);
  });

  it("tell what they would be with annulled claims, and of whom nothing else is left", () => {
    const [alice, bob] = means(annul("n1", "alice"), annul("p1", "bob"));
    expect([alice.n, alice.mean]).toEqual([2, expect.closeTo(0.16, 12)]);
    expect(alice.withAnnulled).toEqual({ n: 3, mean: expect.closeTo(0.68 / 3, 12) });
    expect(bob).toEqual({
      ...{ by: "bob", model: "conflictology(12)", of: "yes or no", metric: "brier()", n: 0 },
      withAnnulled: { n: 1, mean: expect.closeTo(0.81, 12) },
    });
  });

  it("are of one unit each, questions apart from counts", () => {
    const count = claimed("k1", { says: { family: "draws", values: [10] }, key: { zone: "far" } });
    const found = ledgerMeans(standing(entriesOf([...said.slice(0, 1), count, came("n1", 1), came("k1", 14)])), [
      crps(),
    ]);
    expect(found.map(({ of, n, mean }) => [of, n, mean])).toEqual([
      ["yes or no", 1, expect.closeTo(0.36, 12)],
      ["events a month", 1, 4],
    ]);
  });

  it("say nothing more where what was annulled has no outcome", () => {
    const open = claimed("q1", { ...yes(0.4), key: { zone: "far" } });
    expect(means(open, annul("q1", "alice"))[0]).toEqual(means()[0]);
  });

  it("are null where a score is infinite, and finite again only without it", () => {
    const sure = claimed("s1", { ...yes(0), key: { zone: "sure" } });
    const all = entriesOf([...said, sure, ...outcomes.slice(0, 3), came("s1", 1), annul("s1", "alice")]);
    const [mean] = ledgerMeans(standing(all), [logScore()]);
    expect(mean).toMatchObject({ n: 3, withAnnulled: { n: 4, mean: null } });
    expect(mean.mean).toBeCloseTo((-Math.log(0.4) - 2 * Math.log(0.6)) / 3, 12);
  });
});

describe("annulments", () => {
  const why = "redrawn";
  const items: readonly LedgerItem[] = [
    ...["a", "b", "c", "d"].map((id) => claimed(id, { key: { zone: id } })),
    { kind: "annul", of: "a", by: " alice", why },
    { kind: "annul", of: "b", by: "bob", why },
    came("c", 1),
    { kind: "resolve", of: "d", state: "ambiguous", evidence: "x y", asOf: "2024-06-01" },
    { kind: "annul", of: "c", by: "alice", why },
    { kind: "annul", of: "d", by: "alice", why },
    { kind: "annul", of: "a", by: "mallory", why: "again" },
    { kind: "annul", of: "zz", by: "mallory", why },
  ];
  const days = ["2024-01-05", "2024-01-05", "2024-01-05", "2024-01-05", "2024-01-31", "2024-02-01", "2024-06-01"];

  it("say who annulled whose claim, and whether its period had begun or its outcome stood there by then", () => {
    const found = annulments(entriesOf(items, days));
    expect(found.map(({ id, by, isByAuthor, after }) => [id, by, isByAuthor, after])).toEqual([
      ["a", " alice", true, undefined],
      ["b", "bob", false, "begun"],
      ["c", "alice", true, "resolved"],
      ["d", "alice", true, "begun"],
    ]);
    expect(found[1]).toEqual({
      ...{ id: "b", model: "conflictology(12)", target: "2024-02-01", author: "alice", by: "bob", why },
      ...{ written: "2024-02-01T09:30:00Z", isByAuthor: false, after: "begun" },
    });
  });
});
