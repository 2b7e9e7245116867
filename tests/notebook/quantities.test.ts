import { describe, expect, it } from "vitest";
import { forest } from "../../src/index.js";
import { chartQuantities } from "../../src/notebook/chartQuantities.js";
import { fingerprintOf, namedOnce, type Quantity } from "../../src/notebook/quantity.js";
import { type Tabular, tableOf } from "../../src/notebook/table.js";
import { ratios, weighed, words } from "../charts/madeUp.js";

const named = (what: Tabular): Map<string, Quantity> =>
  new Map(tableOf(what).quantities.map((one) => [one.name, one] as const));

const summary = {
  ...{ model: "naive()", metric: "crps()", mean: 1.23456789012345, interval: [1, 1.5], level: 0.9, n: 2490 },
  ...{ origins: 84, infinite: 0, noise: 0.01, standIns: 0, leftOut: 0 },
};

describe("what a table says by name", () => {
  it("is unrounded to 12 digits, with the noise of its draws, under the row's model and metric", () => {
    const all = tableOf([summary]).quantities;
    expect(all).toEqual([
      { name: "score naive(), crps(): mean", value: 1.23456789012, noise: 0.01, kind: "number" },
      { name: "score naive(), crps(): n", value: 2490, kind: "number" },
      { name: "score naive(), crps(): origins", value: 84, kind: "number" },
      { name: "score naive(), crps(): low", value: 1, noise: 0.01, kind: "number" },
      { name: "score naive(), crps(): high", value: 1.5, noise: 0.01, kind: "number" },
    ]);
  });

  it("of a finding has the estimate, its interval and p, and the sentence as text", () => {
    const finding = {
      ...{ key: { zone: "coast" }, test: "rateRatio()", n: 188, estimate: 0.53472222, interval: [0.3725, 0.7542] },
      ...{ p: 0.000123456, level: 0.95, reading: "44 events against 144: less", assumes: [] },
    };
    const all = named([finding]);
    expect(all.get("finding coast, rateRatio(): estimate")?.value).toBe(0.53472222);
    expect(all.get("finding coast, rateRatio(): p")?.value).toBe(0.000123456);
    expect(all.get("finding coast, rateRatio(): high")?.value).toBe(0.7542);
    expect(all.get("finding coast, rateRatio(): reading")).toMatchObject({ kind: "text", value: finding.reading });
  });

  it("marks what states a conclusion, also where a sentence hides it", () => {
    const all = named([{ question: "Did raids rise?", state: "open", share: 0.25 }]);
    expect(all.get("question Did raids rise?: state")).toMatchObject({ value: "open", kind: "verdict" });
    expect(all.get("question Did raids rise?: share")).toMatchObject({ value: 0.25, kind: "number" });
    const spoken = named([{ method: "cusum()", alarm: false, reading: "no alarm in 12 months" }]);
    expect([...spoken.values()].find(({ kind }) => kind === "verdict")?.value).toBe(false);
  });

  it("tells series of one place apart by their first day", () => {
    const series = (start: string): object => ({
      ...{ key: { zone: "coast" }, start, recipe: { every: "month" }, values: [1, 2], exposure: [1, 1], from: "abc" },
    });
    const all = named([series("2023-01-01"), series("2024-01-01")]);
    expect(all.get("series coast, 2024-01-01: n")?.value).toBe(3);
    expect([...all.keys()].filter((name) => name.endsWith("(2)"))).toEqual([]);
  });

  it("of a weighing has each explanation's probability unrounded", () => {
    const [first] = weighed.hypotheses;
    const one = named(weighed).get(`weighing ${first?.label}: log score`);
    expect(one?.value).toBe(Number(first?.logScore.toPrecision(12)));
    expect(named(weighed).get(`weighing ${first?.label}: probability`)?.value).toBe(first?.probability.at(-1));
  });

  it("has each name once, and keeps it when another row comes before", () => {
    const same = { name: "a: b", value: 1, kind: "number" } as const;
    expect(namedOnce([same, same, same]).map(({ name }) => name)).toEqual(["a: b", "a: b (2)", "a: b (3)"]);
    const row = { zone: "coast", events: 3 };
    expect(named([{ zone: "hills", events: 4 }, row]).get("row coast: events")).toEqual(
      named([row]).get("row coast: events"),
    );
  });

  it("sums rows beyond the 30 shown up in one fingerprint, which any of them changes", () => {
    const rows = Array.from({ length: 33 }, (_, i) => ({ zone: `z${i}`, events: i }));
    const of = (all: typeof rows): Quantity | undefined => named(all).get("row: rows 31 to 33");
    expect(named(rows).size).toBe(31);
    expect(of(rows)?.value).toMatch(/^sha256:[0-9a-f]{16}$/);
    expect(of(rows.with(32, { zone: "z32", events: 0 }))?.value).not.toBe(of(rows)?.value);
    expect(of(rows.with(0, { zone: "z0", events: 9 }))?.value).toBe(of(rows)?.value);
  });
});

describe("what a chart says by name", () => {
  it("is its title, its lines and a fingerprint of its data, which its looks leave alone", () => {
    const spec = forest(ratios, words);
    const all = chartQuantities(spec);
    expect(all[0]).toEqual({ name: "chart: title", value: "Raids doubled", kind: "text" });
    const data = (of: object): unknown => chartQuantities({ ...spec, ...of }).at(-1)?.value;
    expect(data({ width: 11 })).toBe(all.at(-1)?.value);
    const [first, ...rest] = ratios;
    const other = forest([{ ...first, estimate: first.estimate + 0.01 }, ...rest], words);
    expect(chartQuantities(other).at(-1)?.value).not.toBe(all.at(-1)?.value);
  });

  it("is not told apart by the last bits of a sum", () => {
    expect(fingerprintOf({ a: [0.1 + 0.2] })).toBe(fingerprintOf({ a: [0.3] }));
    expect(fingerprintOf({ a: [0.30001] })).not.toBe(fingerprintOf({ a: [0.3] }));
  });
});
