import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, derived, frozen } from "./madeUp.js";

const file = join(import.meta.dirname, "..", "..", "data", "codebooks", "central-mali.json");
const codebook: hc.Codebook = JSON.parse(readFileSync(file, "utf8"));
const named = (name: string): hc.CatalogueEntry => {
  const entry = hc.catalogue().find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no entry ${name}`);
  return entry;
};

/** Runs the steps of an entry as a notebook would, on a snapshot that stands for six years of counts. */
async function carriedOut(entry: hc.CatalogueEntry): Promise<unknown> {
  const { where, measure, below, steps } = entry;
  const count = async (kept: hc.Snapshot, { every, by = [], measure: counted = "events" }: hc.CountOptions) => {
    const zones = by.length === 0 ? [{}] : [kept.where[0].zone ?? []].flat().map((zone) => ({ zone }));
    const values = Array.from({ length: 72 }, (_, t) => 1 + ((t * t) % 7));
    const change = { every, by, measure: counted, where: kept.where };
    if (typeof counted === "object") return [counts(values, { ...change, exposure: values.map((one) => one + 3) })];
    return zones.map((key, i) =>
      counts(
        values.map((one) => one * (i + 1)),
        { ...change, key },
      ),
    );
  };
  const places = async () => [{ period: "2023-05-01", lat: 14, lon: -4, events: 2 }];
  const snapshot = frozen({ where: [] });
  const scope = { ...hc, count, places, snapshot, where, measure, below, zones: ["delta", "plateau"] };
  const last = steps.length - 1;
  const text = [...steps.slice(0, last), `return ${steps[last].replace(/^const \w+ = /, "")}`].join(";\n");
  return await new Function(...Object.keys(scope), `return (async () => { ${text} })()`)(...Object.values(scope));
}

describe("catalogue", () => {
  it("names each indicator once, in plain words and in three groups", () => {
    const names = hc.catalogue().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([...new Set(hc.catalogue().map(({ group }) => group))]).toEqual([
      ...["what is counted", "over time", "across places"],
    ]);
  });

  it("counts engagement and state-initiated as the field does, and marks the second as a proxy", () => {
    expect(named("engagement").where).toEqual({ kind: "@violence", actor: "@stateForces" });
    expect(named("state-initiated").where).toEqual({ kind: "@violence", side1: "@stateForces" });
    expect(named("initiator-ratio").below).toEqual({ where: named("engagement").where, measure: "events" });
    const proxies = hc.catalogue().flatMap(({ name, proxy }) => (proxy === undefined ? [] : name));
    expect(proxies).toEqual(["state-initiated", "initiator-ratio", "ied", "svbied", "siege"]);
  });

  it.each(hc.catalogue())("$name has criteria that select takes, with groups that the codebook has", (entry) => {
    const { where, measure, below } = entry;
    const all = [where, ...(typeof measure === "object" ? [measure.share] : []), ...(below ? [below.where] : [])];
    const snapshot: hc.Snapshot = {
      ...{
        name: "made-up",
        source: "made-up",
        asOf: "2024-01-01",
        covers: { since: "2018-01-01", until: "2024-01-01" },
      },
      ...{ hash: "", codebook: codebook.name, where: [], store: "" },
    };
    expect(all.flatMap((one) => hc.select(snapshot, one).where)).toEqual(all);
    const groups = { ...codebook.actors, ...codebook.kinds };
    for (const one of all.flatMap((criteria) => Object.values(criteria).flat()))
      if (typeof one === "string" && one.startsWith("@")) expect(Object.keys(groups)).toContain(one.slice(1));
  });

  it.each(hc.catalogue())("$name has steps that run, to a number in its unit", async (entry) => {
    const rows: unknown = [await carriedOut(entry)].flat();
    const [first] = rows as readonly (hc.Derived | hc.Series | hc.Centre)[];
    if ("spreadKm" in first) {
      expect(entry.unit).toMatch(/km$/);
      return;
    }
    expect(first.values.some((value) => value !== null)).toBe(true);
    expect(entry.unit).toBe("unit" in first ? first.unit : first.recipe.measure);
    expect(first.recipe.measure).toEqual(entry.measure);
    if (entry.below !== undefined) expect(first.recipe.over?.where).toEqual([entry.below.where]);
  });

  it.each(hc.catalogue())("$name says all that a reader needs, and survives JSON", (entry) => {
    for (const text of [entry.label, entry.unit, entry.higher, entry.example, entry.proxy ?? entry.caveat ?? ""])
      expect(text.length).toBeGreaterThan(1);
    expect(entry.example).toMatch(/\d/);
    for (const source of entry.sources) expect(source).toMatch(/\(\d{4}\)|1\.0\.1/);
    expect(entry.sources.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
  });

  it("gives a copy of its own to every reader", () => {
    const [first] = hc.catalogue();
    Object.assign(first.where, { kind: "Riots" });
    expect(hc.catalogue()[0].where).toEqual({ kind: "@violence" });
  });

  it("spells kinds as ACLED and UCDP do", () => {
    expect(codebook.kinds).toEqual({
      violence: [
        ...["Battles", "Explosions/Remote violence", "Violence against civilians"],
        ...["state-based", "non-state", "one-sided"],
      ],
      againstCivilians: ["Violence against civilians", "one-sided"],
      ied: ["Remote explosive/landmine/IED"],
      suicideBomb: ["Suicide bomb"],
    });
  });
});

describe("the worked examples of the catalogue", () => {
  const only = (values: readonly number[], indicator: hc.Indicator, change = {}): number =>
    derived(counts(values, { every: "year", ...change }), indicator).at(-1) ?? Number.NaN;
  const whole = (values: readonly number[], exposure: readonly number[], indicator: hc.Indicator): number =>
    only(values, indicator, { measure: { share: {} }, exposure });
  const months = [...Array(10).fill(12), 20, 28];
  const two = hc.centre([
    ...[{ period: "2023-05-01", lat: 14, lon: -4, events: 2 }],
    ...[-4, -5].map((lon) => ({ period: "2023-06-01", lat: 14, lon, events: 1 })),
  ])[1];
  const between = hc.haversine({ lat: 14, lon: -4 }, { lat: 14, lon: -5 });
  const five = [8, 10, 12, 9, 11];

  it.each([
    ["events", 9 + 5 + 2, ": 16 events"],
    ["deaths", 0 + 2 + 31, ": 33 deaths"],
    ["rate", only([16], hc.rate("week"), { exposure: [24] }).toFixed(2), "= 4.67 a week"],
    ["engagement", 6 + 3 + 2, ": 11."],
    ["state-initiated", 6, ": 6 state-initiated"],
    ["initiator-ratio", whole([6], [11], hc.rate("month")).toFixed(2), ": 0.55."],
    ["civilian-share", whole([2, 9], [8, 12], hc.rolling(2, "mean")), "11 of 20 = 0.55"],
    ["lethality", whole([33], [16], hc.rate("month")).toFixed(2), "16 events: 2.06"],
    ["lethality", whole([2], [15], hc.rate("month")).toFixed(2), "2 in 15 = 0.13"],
    ["ied", 7 + 1, ": 8."],
    ["svbied", 1, "but 1 if"],
    ["siege", 4, ": 4 events"],
    ["rolling-year", only(months, hc.rolling(12, "sum")), ": 168."],
    ["rolling-year", only([...months, 12], hc.rolling(12, "sum")), "leaves it at 168"],
    ["rolling-year", only([...months, 0], hc.rolling(12, "sum")), "a 0 at 156"],
    ["change", only([20, 11], hc.change("ratio", "period before")), ": 0.55 times"],
    ["change", -only([20, 11], hc.change("difference", "period before")), "difference 9 fewer"],
    ["year-on-year", only([12, 18], hc.change("ratio", "year before")), ": 1.5 times"],
    ["year-on-year", only([12, 18], hc.change("difference", "year before")), "difference 6 more"],
    ["streak", only([2, 0, 1, 4, 3], hc.streak("at least", 1)), ": 3 in a row"],
    ["streak", only([2, 0, 1, 4, 3, 0], hc.streak("at least", 1)), "it is 0"],
    ["streak", only([2, 0, 1, 4, 3, 0], hc.streak("at most", 0)), "and 1 quiet"],
    ["days-since", only([1, 0, 0, 0, 0, 0, 0, 0], hc.sinceLast(1), { every: "day" }), ": 7 days"],
    ["anomaly-z", only([...five, 15], hc.anomaly("z", 5)).toFixed(2), "is 3.16 of them"],
    ["anomaly-percentile", only([...five, 10], hc.anomaly("percentile", 5)), "= 50%"],
    ["dispersion", only([2, 8, 2, 8, 2, 8, 8, 2, 8, 2, 8, 2], hc.varianceToMean(12)).toFixed(2), "so 1.96."],
    ["herfindahl", hc.herfindahl().concentrate([10, 5, 5, 0]), "= 0.375"],
    ["herfindahl", hc.herfindahl().concentrate([5, 5, 5, 5]), "would be 0.25"],
    ["gini", hc.gini().concentrate([10, 5, 5, 0]), ": 0.375"],
    ["gini", hc.gini().concentrate([20, 0, 0, 0]), "would be 0.75"],
    ["centre", (two.movedKm ?? 0).toFixed(0), "moves 54 km west"],
    ["spread", between.toFixed(0), ", 108 km apart"],
    ["spread", (two.spreadKm ?? 0).toFixed(0), "so 54 km"],
  ])("%s: %s stands in its words as %j", (name, value, words) => {
    expect(named(name).example).toContain(words);
    expect(words).toContain(String(value));
  });

  it("are all there", () => {
    expect(hc.catalogue()).toHaveLength(23);
  });
});
