import { describe, expect, it } from "vitest";
import { annul, type Claim, claim, type LedgerItem, standing, standingOn, withdraw } from "../../src/index.js";
import { fault } from "../store/trial.js";
import { claimed, entriesOf, forecastOf } from "./forecasts.js";

const told = { by: "alice", issued: "2024-01-05" };
const claimsIn = (items: readonly LedgerItem[]): Claim[] =>
  items.flatMap((one) => (one.kind === "claim" || one.kind === "supersede" ? [one.claim] : []));

describe("claim", () => {
  it("dates a forecast and names it by what it says", () => {
    const forecast = Object.freeze(forecastOf());
    const [one] = claimsIn(claim([forecast], { ...told, note: "dry season" }));
    const { id, ...rest } = one;
    expect(rest).toEqual({ ...forecast, ...told, note: "dry season" });
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    const ids = [
      ...claimsIn(claim([forecast], told)),
      ...claimsIn(claim([forecast], { ...told, by: "bob" })),
      ...claimsIn(claim([forecastOf({ says: { family: "poisson", mean: 4 } })], told)),
    ].map((each) => each.id);
    expect(new Set([id, ...ids]).size).toBe(4);
    const turned = Object.fromEntries(Object.entries(forecast).reverse());
    expect(claimsIn(claim([{ ...forecast, ...turned }], { ...told, note: "dry season" }))[0].id).toBe(id);
  });

  it("refuses a period that has begun, on its first day too", () => {
    for (const issued of ["2024-02-01", "2024-02-02"])
      expect(() => claim([forecastOf()], { ...told, issued })).toThrow(
        fault(
          "InputError",
          `claim: its period began on 2024-02-01, a claim has to be issued before, got ${issued} (river, 2024-02-01)`,
        ),
      );
    expect(claim([forecastOf()], { ...told, issued: "2024-01-31" })).toHaveLength(1);
  });

  it.each([
    [
      { says: { family: "bernoulli", p: 1.2 } as const, asks: { atLeast: 3 } },
      "bernoulli needs a p from 0 to 1, got 1.2",
    ],
    [
      { says: { family: "bernoulli", p: -0.1 } as const, asks: { above: 3 } },
      "bernoulli needs a p from 0 to 1, got -0.1",
    ],
    [{ asks: { above: 3 } }, "a question of yes or no needs a chance (bernoulli), got poisson (river, 2024-02-01)"],
    [{ target: "2024-02-02" }, "target needs the first day of a month, got 2024-02-02 (river, 2024-02-01)"],
    [{ target: "soon" }, 'target needs a day as YYYY-MM-DD, got "soon" (river, soon)'],
    [{ origin: "2024-02-01" }, "origin needs a day before the target, got 2024-02-01 (river, 2024-02-01)"],
    [{ origin: "2023-12-13" }, "origin needs the first day of a month, got 2023-12-13 (river, 2024-02-01)"],
    [
      { origin: "2024-02-01", target: "2024-03-01", step: 1 },
      "origin 2024-02-01 was not seen yet, a claim cannot rest on it, got 2024-01-05 (river, 2024-02-01)",
    ],
    [{ step: 0 }, "step needs a whole number above 0, got 0 (river, 2024-02-01)"],
    [{ step: 1 }, "step needs to be 2, from 2023-12-01 to 2024-02-01, got 1 (river, 2024-02-01)"],
    [{ model: "" }, 'model needs a name, got "" (river, 2024-02-01)'],
  ])("refuses a forecast that cannot be (%j)", (change, message) => {
    const shown = message.replace("(river, 2024-02-01)", `(river, ${forecastOf(change).target})`);
    expect(() => claim([forecastOf(change)], told)).toThrow(fault("InputError", `claim: ${shown}`));
  });

  it("refuses a share, an author without a name and a day that is none", () => {
    const share = { ...forecastOf().recipe, measure: { share: { kind: "battle" } } };
    expect(() => claim([forecastOf({ recipe: share })], told)).toThrow(
      fault("InputError", "claim: needs a forecast of a count, got a share or ratio (river, 2024-02-01)"),
    );
    expect(() => claim([], { ...told, by: " " })).toThrow(fault("InputError", 'claim: by needs a name, got " "'));
    expect(() => claim([], { ...told, issued: "2024-02-30" })).toThrow(
      fault("InputError", 'claim: issued needs a day as YYYY-MM-DD, got "2024-02-30"'),
    );
  });

  it("lets an author say one thing a question unless it takes the place of the earlier", () => {
    const entries = entriesOf(claim([forecastOf()], told));
    const changed = forecastOf({ says: { family: "poisson", mean: 9 }, origin: "2023-11-01", step: 3 });
    const [first] = standing(entries);
    expect(() => claim([changed], { ...told, issued: "2024-01-20" }, entries)).toThrow(
      fault(
        "InputError",
        `claim: alice has a claim on river, 2024-02-01 already, ${first.claim.id} of 2024-01-05; supersede it to change it`,
      ),
    );
    const items = claim([changed], { ...told, issued: "2024-01-20", supersede: true }, entries);
    expect(items).toMatchObject([{ kind: "supersede", claim: { supersedes: first.claim.id } }]);
    expect(() => claim([changed], { ...told, issued: "2024-01-04", supersede: true }, entries)).toThrow(
      fault("InputError", "claim: the claim to supersede on river, 2024-02-01 is of 2024-01-05, got 2024-01-04"),
    );
    const others = [
      ...claim([changed], { ...told, by: "bob" }, entries),
      ...claim([{ ...changed, model: "zero()" }], told, entries),
      ...claim([{ ...changed, target: "2024-03-01", step: 4 }], told, entries),
      ...claim([{ ...changed, key: { zone: "hill" } }], told, entries),
      ...claim([{ ...changed, says: { family: "bernoulli", p: 0.4 }, asks: { atLeast: 9 } }], told, entries),
    ];
    expect(others.map(({ kind }) => kind)).toEqual(["claim", "claim", "claim", "claim", "claim"]);
    expect(() => claim([forecastOf(), changed], told)).toThrow("has a claim on river, 2024-02-01 already");
  });

  it("takes blanks about a name and the way its letters are composed for no other author", () => {
    const entries = entriesOf(claim([forecastOf()], { ...told, by: "Zo\u00eb" }));
    const again = { ...told, by: " Zoe\u0308 ", issued: "2024-01-06" };
    expect(() => claim([forecastOf()], again, entries)).toThrow("has a claim on river, 2024-02-01 already");
    const items = [
      ...claim([forecastOf()], { ...told, by: "Zo\u00eb" }),
      ...claim([forecastOf()], { ...again, supersede: true }, entries),
    ];
    expect(standing(entriesOf(items)).map(({ ended }) => ended)).toEqual(["superseded", undefined]);
  });

  it("takes the days that data were looked at for no part of a question", () => {
    const entries = entriesOf(claim([forecastOf()], told));
    const recipe = {
      ...forecastOf().recipe,
      where: [{ kind: "battle", since: "2020-01-01" }, { until: "2024-01-01" }],
    };
    expect(() => claim([forecastOf({ recipe })], told, entries)).toThrow("already");
  });

  it("leaves out what stands there word for word, superseding or not", () => {
    const entries = entriesOf(claim([forecastOf()], told));
    expect(claim([forecastOf()], told, entries)).toEqual([]);
    expect(claim([forecastOf()], { ...told, supersede: true }, entries)).toEqual([]);
    const later = { ...told, issued: "2024-01-20", supersede: true };
    const changed = forecastOf({ says: { family: "poisson", mean: 9 } });
    const both = [...claim([forecastOf()], told), ...claim([changed], later, entries)];
    expect(claim([changed], later, entriesOf(both))).toEqual([]);
  });
});

describe("standing", () => {
  const entries = entriesOf(
    [
      claimed("a1"),
      claimed("b1", { by: "bob" }),
      claimed("a2", { supersedes: "a1", issued: "2024-01-20" }),
      claimed("c1", { by: "carol", issued: "2024-01-10" }),
      { kind: "withdraw", of: "b1", by: "bob", issued: "2024-01-25", why: "unsure" },
      { kind: "annul", of: "c1", by: "alice", why: "redrawn" },
      { kind: "resolve", of: "a2", state: "resolved", observed: 4, evidence: "x", asOf: "2024-06-01" },
      { kind: "resolve", of: "a2", state: "resolved", observed: 5, evidence: "y", asOf: "2024-07-01", replaces: 8 },
    ],
    ["2024-01-05", "2024-01-05", "2024-01-20", "2024-02-01", "2024-01-25", "2024-06-01"],
  );

  it("has every claim, with the days on which it stood, half-open", () => {
    expect(standing(entries).map(({ claim: { id }, since, until, ended }) => [id, since, until, ended])).toEqual([
      ["a1", "2024-01-05", "2024-01-20", "superseded"],
      ["b1", "2024-01-05", "2024-01-25", "withdrawn"],
      ["a2", "2024-01-20", "2024-02-01", undefined],
      ["c1", "2024-01-10", "2024-02-01", undefined],
    ]);
    const ids = (day: string) => standingOn(entries, day).map(({ claim: { id } }) => id);
    expect(ids("2024-01-04")).toEqual([]);
    expect(ids("2024-01-19")).toEqual(["a1", "b1", "c1"]);
    expect(ids("2024-01-20")).toEqual(["b1", "a2", "c1"]);
    expect(ids("2024-01-25")).toEqual(["a2", "c1"]);
    expect(ids("2024-02-01")).toEqual([]);
  });

  it("knows what was written too late to vouch for, what is annulled, and the last word on what came", () => {
    const [a1, b1, a2, c1] = standing(entries);
    expect([a1, b1, a2, c1].map(({ isLate }) => isLate)).toEqual([false, false, false, true]);
    expect(c1.annulled).toBe("redrawn");
    expect(a2.decision).toMatchObject({ observed: 5, replaces: 8, seq: 9 });
    expect([a1.decision, b1.decision, a1.annulled]).toEqual([undefined, undefined, undefined]);
  });

  it("lets nobody take back or better what was said once the period has begun, whatever day is given", () => {
    const taken = [
      claimed("a1"),
      claimed("a2", { supersedes: "a1", issued: "2024-01-31", says: { family: "poisson", mean: 7 } }),
      { kind: "withdraw", of: "a1", by: "alice", issued: "2024-01-31", why: "wrong" } as const,
    ];
    const [a1, a2] = standing(entriesOf(taken, ["2024-01-05", "2024-02-01", "2024-02-01"]));
    expect([a1.ended, a1.until, a1.isLate, a2.isLate]).toEqual([undefined, "2024-02-01", false, true]);
    const [late, later] = standing(entriesOf(taken.slice(0, 2), ["2024-02-01"]));
    expect([late.ended, late.since, late.until, later.since]).toEqual([
      ...["superseded", "2024-01-05", "2024-01-31", "2024-01-31"],
    ]);
  });

  it("takes nothing as said before the day on which it was written", () => {
    const items = [claimed("a1"), claimed("a2", { supersedes: "a1", issued: "2024-01-10" })];
    const [a1, a2] = standing(entriesOf(items, ["2024-01-08", "2024-01-20"]));
    expect([a1.since, a1.until, a2.since]).toEqual(["2024-01-08", "2024-01-20", "2024-01-20"]);
  });

  it("lets no later entry change, better or take back a claim but by its author on its question", () => {
    const foreign: readonly LedgerItem[] = [
      claimed("a1"),
      { kind: "annul", of: "a1", by: "alice", why: "redrawn" },
      claimed("a1", { says: { family: "poisson", mean: 99 } }),
      claimed("m1", { by: "mallory", supersedes: "a1" }),
      claimed("a2", { supersedes: "a1", key: { zone: "hill" } }),
      { kind: "withdraw", of: "a1", by: "mallory", issued: "2024-01-20", why: "so" },
    ];
    const [a1, ...others] = standing(entriesOf(foreign));
    expect(others.map(({ claim: { id } }) => id)).toEqual(["m1", "a2"]);
    expect([a1.claim.says, a1.seq, a1.annulled]).toEqual([{ family: "poisson", mean: 3 }, 2, "redrawn"]);
    expect([a1.ended, a1.until]).toEqual([undefined, "2024-02-01"]);
  });

  it("knows nothing of claims that are not there", () => {
    expect(standing(entriesOf([{ kind: "annul", of: "zz", by: "a", why: "b" }]))).toEqual([]);
  });
});

describe("annul and withdraw", () => {
  const entries = entriesOf([claimed("a1"), claimed("a2", { by: "bob" }), claimed("b1", { by: "bob" })]);
  const why = "the zone was redrawn";

  it("name the claim by its id or the beginning of it", () => {
    expect(annul(entries, "b", { by: "carol", why })).toEqual({ kind: "annul", of: "b1", by: "carol", why });
    const taken = { by: "alice", issued: "2024-01-20", why };
    expect(withdraw(entries, "a1", taken)).toEqual({ kind: "withdraw", of: "a1", ...taken });
    for (const [id, message] of [
      ["a", 'annul: there are 2 claims "a"'],
      ["c", 'annul: there is no claim "c"'],
      ["", 'annul: there is no claim ""'],
    ])
      expect(() => annul(entries, id, { by: "x", why })).toThrow(fault("InputError", message));
    expect(() => annul(entries, "a1", { by: "x", why: " " })).toThrow(
      fault("InputError", 'annul: why needs a text, got " "'),
    );
  });

  it("are said once", () => {
    const annulled = entriesOf([claimed("a1"), annul(entries, "a1", { by: "x", why })]);
    expect(() => annul(annulled, "a1", { by: "x", why })).toThrow(
      fault("InputError", `annul: a1 is annulled already (${why})`),
    );
    const taken = { by: "alice", issued: "2024-01-20", why };
    const withdrawn = entriesOf([claimed("a1"), withdraw(entries, "a1", taken)]);
    expect(() => withdraw(withdrawn, "a1", taken)).toThrow(fault("InputError", "withdraw: a1 is withdrawn already"));
  });

  it("withdraws nobody else's claim, and none whose period has begun", () => {
    const taken = (by: string, issued: string) => () => withdraw(entries, "a1", { by, issued, why });
    expect(taken("bob", "2024-01-20")).toThrow(fault("InputError", "withdraw: a1 is by alice, got bob"));
    expect(taken("alice", "2024-02-01")).toThrow(
      fault("InputError", "withdraw: the period of a1 began on 2024-02-01, got 2024-02-01"),
    );
    expect(taken("alice", "2024-01-04")).toThrow(fault("InputError", "withdraw: a1 is of 2024-01-05, got 2024-01-04"));
    expect(taken("alice", "now")).toThrow(fault("InputError", 'withdraw: issued needs a day as YYYY-MM-DD, got "now"'));
  });
});
