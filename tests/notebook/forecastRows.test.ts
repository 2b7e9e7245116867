import { describe, expect, it } from "vitest";
import {
  type Backtest,
  fromWords,
  inWords,
  type LedgerItem,
  type Resolved,
  type Series,
  standing,
  track,
  zero,
} from "../../src/index.js";
import { tableOf } from "../../src/notebook/table.js";
import { claimed, entriesOf, forecastOf } from "../claims/forecasts.js";
import { rowsOf } from "./rowsOf.js";

const cells = (what: Parameters<typeof tableOf>[0]): string[][] =>
  tableOf(what)
    .text.split("\n")
    .map((line) => line.trim().split(/ {2,}/));
const yesNo = { says: { family: "bernoulli", p: 0.3 }, asks: { atLeast: 20 } } as const;

describe("a row of a forecast", () => {
  it("has its median with nine tenths, not the distribution as data", () => {
    expect(cells([forecastOf()])).toEqual([
      ["zone", "model", "origin", "target", "step", "says"],
      ["river", "conflictology(12)", "2023-12-01", "2024-02-01", "2", "3 [1, 6]"],
    ]);
  });

  it("of a question has the chance, and of words what they mean", () => {
    expect(rowsOf([forecastOf(yesNo)])[0]["says"]).toBe("30% at least 20");
    const said = fromWords({ word: "will likely" }, { ...forecastOf(), asks: { above: 5 } });
    expect(rowsOf([said])[0]["words"]).toBe("will likely: 55% to 80%");
  });

  it("says what came: a count, yes or no, or why nothing did yet", () => {
    const came = { evidence: "a", asOf: "2024-06-01" };
    const counted: Resolved = { ...forecastOf(), ...came, state: "resolved", observed: 1200 };
    const open: Resolved = { ...forecastOf(), ...came, state: "open", why: "its period ends on 2024-03-01" };
    const [no, yes] = [0, 1].map((observed) => ({ ...counted, ...yesNo, observed }));
    const found = rowsOf([counted, open, no, yes]);
    expect(found.map((one) => one["observed"])).toEqual(["1,200", "", "no", "yes"]);
    expect(found.map((one) => one["state"])).toEqual(["resolved", "open", "resolved", "resolved"]);
    expect(found[1]["why"]).toBe("its period ends on 2024-03-01");
  });

  it("in words has the range that the word stands for, and none where there is no word", () => {
    const [some, none] = [0.3, 0.001].map((p) => inWords(forecastOf({ ...yesNo, says: { family: "bernoulli", p } })));
    expect(rowsOf([some, none]).map((one) => [one["chance"], one["word"], one["the word means"]])).toEqual([
      ["30%", "unlikely", "20% to 45%"],
      ["under 1%", "", ""],
    ]);
  });
});

describe("rows of a ledger", () => {
  const [early, late] = [claimed("early0123456789", yesNo), claimed("other0123456789", { by: "bob" })];
  const better = claimed("later0123456789", { ...yesNo, issued: "2024-01-20", supersedes: "early0123456789" });
  const decided: LedgerItem = {
    ...{ kind: "resolve", of: "other0123456789", state: "resolved", observed: 7 },
    ...{ evidence: "a", asOf: "2024-06-01" },
  };
  const annulled: LedgerItem = { kind: "annul", of: "later0123456789", by: "alice", why: "entered twice" };
  const entries = entriesOf([early, late, better, decided, annulled], ["2024-01-05", "2024-01-05", "2024-01-20"]);

  it("say of each line what it does, to which claim, by whom, and what it follows", () => {
    const found = rowsOf(entries);
    expect(found.map((one) => one["kind"])).toEqual(["ledger", "claim", "claim", "supersede", "resolve", "annul"]);
    expect(found.map((one) => one["claim"])).toEqual(["", "early012", "other012", "later012", "other012", "later012"]);
    expect(found.map((one) => one["what"])).toEqual([
      ...["the ledger trial", "river, 2024-02-01, 30% at least 20", "river, 2024-02-01, 3 [1, 6]"],
      "river, 2024-02-01, 30% at least 20, in place of early012",
      ...["resolved, 7, as of 2024-06-01", "entered twice"],
    ]);
    for (const [i, one] of found.slice(1).entries()) expect(one["previous"]).toBe(found[i]["hash"]);
    expect(found[0]["previous"]).toBe("00000000");
  });

  it("say of each claim when it stood and what became of it", () => {
    const found = rowsOf(standing(entries));
    expect(
      found.map((one) => [one["id"], one["stood from"], one["and before"], one["state"], one["observed"]]),
    ).toEqual([
      ["early012", "2024-01-05", "2024-01-20", "superseded", ""],
      ["other012", "2024-01-05", "2024-02-01", "resolved", "7"],
      ["later012", "2024-01-20", "2024-02-01", "annulled", ""],
    ]);
    expect(found[2]["why"]).toBe("entered twice");
    expect(rowsOf(standing(entriesOf([early], ["2024-02-01"])))[0]["state"]).toBe("open, late");
  });

  it("of a check have the faults below, by line", () => {
    const read = { entries, intact: 3, head: "f".repeat(64), torn: 0, faults: [{ line: 4, why: "is not JSON" }] };
    const text = tableOf({ ...read, since: 2 }).text;
    expect(text).toContain("What is wrong\nline  why\n   4  is not JSON");
    expect(cells(read)[1]).toEqual(["6", "3", "f".repeat(16), "1"]);
    expect(tableOf({ ...read, faults: [] }).text).not.toContain("wrong");
    expect(cells({ ...read, since: 2 })[0]).toContain("added since the noted head");
  });
});

describe("tables of what is made of forecasts", () => {
  const made: Backtest = {
    forecasts: [forecastOf(), forecastOf({ step: 1 }), forecastOf({ model: "zero()", key: { zone: "coast" } })],
    failures: [{ model: "ets()", key: { zone: "coast" }, origin: "2023-12-01", why: "ets(): needs 24 periods" }],
    ...{ origins: ["2023-11-01", "2023-12-01"], ahead: 2, warnings: ["counts as they stand now"] },
  };

  it("of a back-test count models, series and origins, and keep failures and warnings in sight", () => {
    const lines = cells(made);
    expect(lines[0].slice(0, 3)).toEqual(["models", "series", "origins"]);
    expect(lines[1]).toEqual(["2", "2", "2", "2023-11-01", "2023-12-01", "1 to 2", "3", "1"]);
    expect(tableOf(made).text).toContain("What could not be said\n");
    expect(lines.at(-5)).toEqual(["ets()", "coast", "2023-12-01", "ets(): needs 24 periods"]);
    expect(lines.at(-1)).toEqual(["counts as they stand now"]);
    expect(cells({ ...made, failures: [], warnings: [] })).toHaveLength(2);
  });

  it("of an indicator say where it stands, with each wire", () => {
    const values = Array.from({ length: 60 }, (_, i) => (i === 59 ? 9 : i % 3));
    const series: Series = {
      ...{ key: { zone: "river" }, from: "a", start: "2019-01-01", values, exposure: values.map(() => 30) },
      recipe: { where: [], by: ["zone"], every: "month", measure: "events" },
    };
    const wires = { tripwires: [{ above: 5 }, { above: 100 }], asOf: "2024-01-01" };
    const [one] = track([series], { model: zero(), ahead: 2, level: 0.9, years: 4, seed: 1, ...wires });
    const [row] = rowsOf([one]);
    expect(row).toMatchObject({ zone: "river", month: "2023-12-01", wire: "above 5; above 100", model: "zero()" });
    expect(row["state"]).toBe("tripped since 2023-12-01; watch since 2023-12-01");
    expect(row["above, of the same time of year"]).toBe("100% of 12");
    expect(row["tripped before"]).toBe("0 of 59; 0 of 59");
    expect(row["chance ahead"]).toBe("0%; 0%");
  });
});
