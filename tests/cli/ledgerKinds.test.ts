import { describe, expect, it } from "vitest";
import { ledgerKinds } from "../../src/cli/ledgerKinds.js";
import { brier, crps, InputError, type LedgerItem, logScore, standing } from "../../src/index.js";
import { claimed, entriesOf } from "../claims/forecasts.js";

const came = (of: string, observed: number): LedgerItem => ({
  ...{ kind: "resolve", of, state: "resolved", observed, evidence: "x", asOf: "2024-06-01" },
});
const two = [
  claimed("q1", { says: { family: "bernoulli", p: 0.6 }, asks: { atLeast: 20 } }),
  claimed("c1", { says: { family: "draws", values: [10] } }),
];
const claims = standing(entriesOf([...two, came("q1", 1), came("c1", 14)]));

describe("the means of a ledger, for people", () => {
  it("keep the Brier scores of questions apart from the errors of counts", () => {
    const { means, scores, without } = ledgerKinds(claims, [crps()]);
    expect(means.map(({ of, n, mean }) => [of, n, mean])).toEqual([
      ["yes or no", 1, expect.closeTo(0.16, 12)],
      ["events a month", 1, 4],
    ]);
    expect(scores.map(({ id }) => id)).toEqual(["q1", "c1"]);
    expect(without).toEqual([]);
  });

  it("leave out those of which a metric cannot be had, and say so", () => {
    const { means, scores, without } = ledgerKinds(claims, [brier(), crps()]);
    expect(means.map(({ of, metric }) => `${metric} ${of}`)).toEqual([
      "brier() yes or no",
      "crps() yes or no",
      "crps() events a month",
    ]);
    expect(scores).toHaveLength(3);
    const why = "brier: needs a yes-or-no forecast (bernoulli), got draws";
    expect(without).toEqual([
      { by: "alice", model: "conflictology(12)", of: "events a month", metric: "brier()", why },
    ]);
  });

  it("are refused where none has the metric", () => {
    const counts = claims.slice(1);
    expect(() => ledgerKinds(counts, [brier()])).toThrow(InputError);
    expect(ledgerKinds([], [brier(), logScore()])).toEqual({ means: [], scores: [], without: [] });
  });
});
