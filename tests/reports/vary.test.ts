import { describe, expect, it } from "vitest";
import { wider } from "../../src/core/wider.js";
import {
  count,
  inPeriods,
  type Multiverse,
  type MultiverseReading,
  quasiPoisson,
  type Report,
  type ReportReadings,
  rateRatio,
  select,
  vary,
} from "../../src/index.js";
import { temporary, usual } from "../cli/madeUp.js";
import { madeUpCase, shippedCase } from "./cases.js";

const folder = temporary();
const made = await madeUpCase(folder);
const { report, snapshots } = made;
const proxy = "raids that were printed";
const spec: ReportReadings = {
  ...{ id: "surge", claim: "raids-double", asks: "Did raids double?", direction: "rise" },
  sources: [
    { on: "wire", label: "all raids", where: {}, proxy },
    { on: "ledger", label: "raids by the Hill Front", where: { side1: "@rebels" } },
  ],
  zones: ["coast", "hills", "inland"],
  measures: ["events"],
  before: ["spring"],
  after: ["summer", "june"],
  thresholds: [1, 1.5],
  dispersions: ["Poisson", "quasi-Poisson", "negative binomial", "permutation"],
};
const options = { level: 0.95, seed: 1, labels: { coast: "The coast" } };
const reading = ({ readings }: Multiverse, some: Partial<MultiverseReading["choices"]>): MultiverseReading => {
  const found = readings.filter(({ choices }) =>
    Object.entries(some).every(([name, value]) =>
      Object.entries(choices).some(([own, one]) => own === name && one === value),
    ),
  );
  if (found.length === 0) throw new Error("no such reading");
  return found[0];
};

describe("vary", async () => {
  const found = await vary(report, spec, snapshots, options);

  it("reads every combination of choices once, the first of each first", () => {
    expect(found.readings).toHaveLength(2 * 3 * 1 * 1 * 2 * 2 * 4);
    expect(new Set(found.readings.map(({ choices }) => JSON.stringify(choices))).size).toBe(96);
    expect(found.preferred).toBe(found.readings[0]);
    expect(found.preferred.choices).toEqual({
      ...{ source: "wire: all raids", zone: "coast", measure: "events", before: "spring", after: "summer" },
      ...{ threshold: "1", dispersion: "Poisson" },
    });
    expect(found.dimensions.map(({ name, choices }) => [name, choices.length])).toEqual([
      ...[
        ["source", 2],
        ["zone", 3],
        ["measure", 1],
        ["before", 1],
        ["after", 2],
        ["threshold", 2],
        ["dispersion", 4],
      ],
    ]);
  });

  it("of each takes the ratio and interval of its own method, on counts of its own", async () => {
    const own = async (
      zone: string,
      since: string,
      until: string,
    ): Promise<{ values: readonly number[]; exposure: readonly number[] }> =>
      inPeriods(await count(select(snapshots["wire"], { zone, since, until }), { every: "month" }))[0];
    for (const zone of ["coast", "inland"]) {
      const before = await own(zone, "2020-01-01", "2020-05-01");
      const after = await own(zone, "2020-05-01", "2020-08-01");
      const poisson = rateRatio("central").compare(before, after, 0.95);
      const quasi = quasiPoisson().compare(before, after, 0.95);
      // Spread below Poisson's is taken for chance: no interval is narrower than that of Poisson counts.
      const wide = wider(poisson.interval ?? [0, null], quasi.interval ?? [0, null]);
      for (const [dispersion, { estimate, interval }] of [
        ["Poisson", poisson],
        ["quasi-Poisson", { ...quasi, interval: wide }],
      ] as const) {
        expect(reading(found, { source: "wire: all raids", zone, dispersion, after: "summer" })).toMatchObject({
          ratio: estimate,
          interval,
        });
      }
    }
    // 50 raids in 4 months of spring, 76 in 3 of summer.
    expect(found.preferred).toMatchObject({ counts: [50, 76], n: 126, verdict: "holds" });
    expect(found.preferred.ratio).toBeCloseTo(76 / 3 / (50 / 4), 12);
  });

  it("adds up the zones of a region", () => {
    const { counts } = reading(found, { source: "wire: all raids", zone: "inland", after: "summer" });
    const sum = (zone: string, months: readonly string[]): number =>
      months.reduce((all, month) => all + usual[zone][`2020-${month}`], 0);
    const both = (months: readonly string[]): number => sum("hills", months) + sum("capital", months);
    expect(counts).toEqual([both(["01", "02", "03", "04"]), both(["05", "06", "07"])]);
  });

  it("holds where the whole interval is beyond the threshold as claimed, fails where it is on the other side", async () => {
    const judged = (multiverse: Multiverse): void => {
      const isRise = multiverse.direction === "rise";
      for (const { verdict, interval, choices } of multiverse.readings) {
        if (interval === undefined) continue;
        const threshold = Number(choices.threshold);
        const isAbove = interval[0] > threshold;
        const isBelow = (interval[1] ?? Infinity) < threshold;
        expect(verdict).toBe(
          (isRise ? isAbove : isBelow) ? "holds" : (isRise ? isBelow : isAbove) ? "fails" : "uncertain",
        );
      }
    };
    judged(found);
    const fall = await vary(report, { ...spec, direction: "fall" }, snapshots, options);
    judged(fall);
    expect(fall.tally.holds).toBe(found.tally.fails);
    expect(fall.tally.fails).toBe(found.tally.holds);
    expect(fall.dimensions[5].choices.map(({ label }) => label)).toEqual(["below 1", "below 1.5"]);
  });

  it("counts the pairs that one choice flips as going through all pairs does", () => {
    for (const flip of found.flips) {
      let [pairs, differ, reversed] = [0, 0, 0];
      found.readings.forEach((one, i) => {
        for (const other of found.readings.slice(i + 1)) {
          const differing = Object.entries(one.choices).filter(([name, value]) =>
            Object.entries(other.choices).some(([own, theirs]) => own === name && theirs !== value),
          );
          if (differing.length !== 1 || differing[0][0] !== flip.dimension) continue;
          const verdicts = [one.verdict, other.verdict];
          if (verdicts.includes("cannot be compared")) continue;
          pairs++;
          if (verdicts[0] !== verdicts[1]) differ++;
          if (verdicts.includes("holds") && verdicts.includes("fails")) reversed++;
        }
      });
      expect([flip.dimension, flip.pairs, flip.differ, flip.reversed]).toEqual([
        flip.dimension,
        pairs,
        differ,
        reversed,
      ]);
      expect(flip.share).toBe(pairs === 0 ? 0 : differ / pairs);
    }
    const shares = found.flips.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((one, other) => other - one));
    expect(found.flips.map(({ dimension }) => dimension).sort()).toEqual([
      "after",
      "dispersion",
      "source",
      "threshold",
      "zone",
    ]);
  });

  it("tallies each choice, and all choices of a dimension add up to the whole", () => {
    for (const { choices } of found.dimensions) {
      for (const verdict of ["holds", "fails", "uncertain", "cannot be compared"] as const)
        expect(choices.reduce((sum, { tally }) => sum + tally[verdict], 0)).toBe(found.tally[verdict]);
    }
  });

  it("says that readings are no test, what they rest on, and of what they are a proxy", () => {
    expect(found.sentences.at(-1)).toBe(
      "The readings share their data and are not independent: the share that holds is neither a probability of the claim nor a test of it",
    );
    expect(found.proxies).toEqual([`wire: ${proxy}`]);
    expect(found.data.map(({ name, asOf }) => [name, asOf])).toEqual([
      ["wire", "2020-11-01"],
      ["ledger", "2020-11-01"],
    ]);
    expect(found.preferred.power).toBeGreaterThan(0.9);
  });

  it("gives its reason where there is nothing to compare", async () => {
    const late: Report = {
      ...report,
      windows: { ...report.windows, both: { since: "2020-04-01", until: "2020-08-01", label: "both" } },
    };
    const more: ReportReadings = {
      ...spec,
      sources: [
        ...spec.sources,
        { on: "wire", label: "arrests", where: {}, cannot: "it counts no arrests" },
        { on: "radio", label: "all", where: {} },
      ],
      measures: ["events", "deaths"],
      after: ["summer", "later", "both", "fortnight"],
      zones: ["coast"],
    };
    const why = await vary(late, more, snapshots, options);
    const reason = (some: Partial<MultiverseReading["choices"]>): string | undefined => reading(why, some).why;
    const all = "wire: all raids";
    expect(reason({ source: all, after: "later" })).toMatch(
      /^wire covers 2019-01-01 to 2020-11-01, not 2021-01-01 to 2021-03-01$/,
    );
    expect(reason({ source: all, after: "both" })).toBe("the two stretches overlap");
    expect(reason({ source: all, after: "fortnight" })).toMatch(
      /^1 rows are known only to the month, which 2020-07-15 cuts in two$/,
    );
    expect(reason({ source: all, measure: "deaths" })).toBe("wire says nothing of deaths");
    expect(reason({ source: "wire: arrests", after: "summer" })).toBe("it counts no arrests");
    expect(reason({ source: "radio: all" })).toBe("no snapshot of radio");
    expect(
      why.readings.filter(({ why: one, verdict }) => verdict === "cannot be compared" && one === undefined),
    ).toEqual([]);
    expect(why.sentences[1]).toContain("cannot be compared: ");
  });

  it("of stretches too short for a method says so, and of none with events too", async () => {
    const short = await vary(report, { ...spec, before: ["may"], after: ["june"] }, snapshots, options);
    expect(reading(short, { dispersion: "quasi-Poisson" }).why).toBe("quasiPoisson() needs 3 periods, got 2");
    expect(reading(short, { dispersion: "Poisson" }).verdict).toBe("uncertain");
    const zero = { "2020-05": 0, "2020-06": 0 };
    const quiet = await madeUpCase(folder, { counts: { ...usual, hills: { ...usual["hills"], ...zero } } });
    const none = await vary(
      quiet.report,
      { ...spec, zones: ["hills"], before: ["may"], after: ["june"] },
      quiet.snapshots,
      options,
    );
    expect(reading(none, { dispersion: "Poisson" })).toMatchObject({ n: 0, why: "no events on either side" });
    expect(none.ratios).toBeUndefined();
    expect(none.sentences[0]).toBe("None of 16 readings can be compared");
  });

  it("comes out the same, byte for byte, for the same seed, and survives JSON", async () => {
    const again = await vary(report, spec, snapshots, options);
    expect(JSON.stringify(again)).toBe(JSON.stringify(found));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("on the shipped data reads a rebound in 288 ways: 1.68 in the delta, 1.43 on the plateau, as known before", async () => {
    const opened = await shippedCase(folder);
    const span = (since: string, until: string): Report["windows"][string] => ({ since, until, label: since });
    const windows = {
      ...{ "since-august": span("2023-08-01", "2023-12-01"), "january-july": span("2023-01-01", "2023-08-01") },
      ...{ half: span("2024-01-01", "2024-07-01"), spring: span("2024-03-01", "2024-07-01") },
    };
    const asked: ReportReadings = {
      ...{ ...spec, zones: ["mopti-delta", "mopti-plateau", "mopti"], measures: ["events", "deaths"] },
      sources: [{ on: "acled-hdx-mali", label: "all violence", where: {}, proxy: "all violence" }],
      ...{ before: ["since-august", "january-july"], after: ["half", "spring"], thresholds: [1, 1.25, 1.5] },
    };
    const many = await vary({ ...opened.report, windows }, asked, opened.snapshots, { level: 0.95, seed: 1 });
    expect(many.readings).toHaveLength(288);
    expect(many.tally["cannot be compared"]).toBe(0);
    const ratio = (zone: string): string | undefined =>
      reading(many, { zone, before: "since-august", after: "half", measure: "events" }).ratio?.toFixed(2);
    expect([ratio("mopti-delta"), ratio("mopti-plateau")]).toEqual(["1.68", "1.43"]);
    // From January to July 2023 no zone rose by half: the baseline decides.
    const from = many.dimensions.find(({ name }) => name === "before")?.choices ?? [];
    expect(from[0].tally.holds).toBeGreaterThan(0);
    expect(from[1].tally.holds).toBe(0);
  });

  it.each([
    [{ ...spec, zones: [] }, "vary: zone needs at least one choice, got none (surge)"],
    [{ ...spec, zones: ["coast", "coast"] }, 'vary: zone needs each choice once, got "coast" twice (surge)'],
    [{ ...spec, thresholds: [0] }, "vary: threshold needs a ratio above 0, got 0 (surge)"],
    [{ ...spec, before: ["none"] }, "report: ruritania-2020 has no window none"],
    [
      { ...spec, sources: [{ on: "wire", label: "x", where: { zone: "coast" } }] },
      'vary: a source may not settle the zone, which the readings vary, got "x" (surge)',
    ],
  ])("refuses %#", async (wrong, message) => {
    await expect(vary(report, wrong, snapshots, options)).rejects.toThrow(expect.objectContaining({ message }));
  });

  it("refuses a level that is none", async () => {
    await expect(vary(report, spec, snapshots, { ...options, level: 2 })).rejects.toThrow(
      expect.objectContaining({ message: "vary: level needs a number between 0 and 1, got 2" }),
    );
  });
});
