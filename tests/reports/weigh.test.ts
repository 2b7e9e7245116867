import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { type Effect, type Report, type Weighed, weigh } from "../../src/index.js";
import { type Counts, temporary, usual } from "../cli/madeUp.js";
import { expectDigits } from "../close.js";
import { madeUpCase, shippedCase } from "./cases.js";

const folder = temporary();
const draws = 60;

async function weighed(change: (report: Report) => Report, counts: Counts = usual): Promise<Weighed> {
  const { report, snapshots } = await madeUpCase(folder, { change, counts });
  return await weigh(report, snapshots["wire"], { draws });
}

const size = { median: 2, sd: 0.5 };
const supposing =
  (...stories: readonly Partial<Effect>[]) =>
  (report: Report): Report => ({
    ...report,
    hypotheses: stories.map((some, i) => ({
      ...{ id: `h${i}`, label: `Story ${i}`, by: "us", says: "so" },
      ...(some.lasts !== undefined && { ends: ["2020-08-01"] }),
      supposes: [{ name: "x", zones: ["coast"], since: "2020-05-01", size, ...some }],
    })),
  });
const over = { lasts: "until the end" } as const;

describe("weighing a made-up case", () => {
  let found: Weighed;
  beforeAll(async () => {
    found = await weighed((same) => same);
  });

  it("starts from equal chances and follows Bayes after each period", () => {
    const [one, other] = found.hypotheses;
    expect(one.probability[0]).toBe(0.5);
    for (const t of [0, 1]) {
      expectDigits(one.probability[t + 1], 1 / (1 + Math.exp(other.cumulative[t] - one.cumulative[t])), 12);
    }
    expect(one.cumulative[1]).toBe(one.logScore);
  });

  it("has a range that holds every sensitivity, of which there is one for each assumption", () => {
    const kinds = found.sensitivities.map((row) => row.kind);
    expect(kinds).toEqual([
      ...Array.from({ length: 8 }, () => "dispersion"),
      ...["prior", "prior", "earlier years", "zone", "zone", "period", "period"],
    ]);
    found.hypotheses.forEach((one, h) => {
      const all = [one.probability[2], ...found.sensitivities.map((row) => row.probability[h])];
      expect(one.range).toEqual([Math.min(...all), Math.max(...all)]);
    });
  });

  it("has sizes within what the counts allow, ends that add to 1, and a check of each feature", () => {
    const [tide, surge] = found.hypotheses;
    const [water] = tide.effects;
    expect(water.prior.median).toBeCloseTo(2, 12);
    // 25.3 a month in May to July over 12.5 before
    expect(water.median).toBeGreaterThan(1.5);
    expect(water.median).toBeLessThan(2.4);
    expect(water.interval[0]).toBeGreaterThan(water.prior.interval[0]);
    expect(tide.ends).toEqual([]);
    expectDigits(
      surge.ends.reduce((sum, end) => sum + end.probability, 0),
      1,
      12,
    );
    expect(surge.ends.map((end) => end.day)).toEqual(["2020-09-01", "2020-10-01", "never"]);
    expect(tide.checks.map((check) => `${check.zone} ${check.of}`).slice(0, 3)).toEqual([
      ...["coast total", "coast largest period", "coast variance over mean"],
    ]);
    for (const { tail } of tide.checks) expect(tail > 0 && tail <= 1).toBe(true);
  });

  it("counts what came, and names data, zones, periods and placebos", () => {
    expect(found).toMatchObject({ n: 36, every: "month", zones: ["coast", "hills"], earlier: 1, draws, seed: 7 });
    expect(found.periods).toEqual(["2020-08-01", "2020-09-01"]);
    expect(found.data.name).toBe("wire");
    expect(found.hypotheses[0].zones).toMatchObject([{ observed: 25 }, { observed: 11 }]);
    expect(found.placebo.runs.map((run) => [run.kind, run.label])).toEqual([
      ["year", "forecast of 2019-08-01"],
      ["zones", "capital for coast"],
    ]);
  });

  it("gives the same bytes for the same seed, survives JSON, and leaves the probabilities to the counts alone", async () => {
    expect(JSON.stringify(await weighed((same) => same))).toBe(JSON.stringify(found));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const other = await weighed((report) => ({
      ...report,
      ...(report.weighing && { weighing: { ...report.weighing, seed: 8 } }),
    }));
    expect(other.hypotheses.map((one) => one.logScore)).toEqual(found.hypotheses.map((one) => one.logScore));
    expect(other.hypotheses[0].zones).not.toEqual(found.hypotheses[0].zones);
  });
});

describe("weighing", () => {
  it("selects the explanation that the data were made like, either way", async () => {
    const like = async (values: readonly number[]): Promise<readonly number[]> => {
      const made = { "2020-08": values[0], "2020-09": values[1] };
      const summer = { "2020-05": 90, "2020-06": 92, "2020-07": 88 };
      const counts = { ...usual, coast: { ...usual["coast"], ...summer, ...made } };
      const found = await weighed(supposing(over, {}), counts);
      return found.hypotheses.map((one) => one.probability.at(-1) ?? 0);
    };
    expect((await like([13, 12]))[0]).toBeGreaterThan(0.95);
    expect((await like([91, 89]))[1]).toBeGreaterThan(0.95);
  });

  it("leaves two explanations that say the same at equal chances", async () => {
    const found = await weighed(supposing({}, { ...over, since: "2020-05-01", lasts: undefined as never }));
    for (const one of found.hypotheses) for (const share of one.probability) expectDigits(share, 0.5, 12);
    expect(found.hypotheses[0].picked).toEqual({ h0: 0.5, h1: 0.5 });
  });

  it("learns the size of what comes back every year from earlier years", async () => {
    const season = [0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0];
    const found = await weighed(supposing({ since: undefined as never, season }, { since: "2020-01-01", season }));
    // 2019 had no more raids from May to July than in other months
    expect(found.hypotheses[0].effects[0].median).toBeLessThan(found.hypotheses[1].effects[0].median - 0.1);
  });

  it("refuses a report that does not weigh", async () => {
    const { report, snapshots } = await madeUpCase(folder);
    const { weighing, ...rest } = report;
    await expect(weigh(rest, snapshots["wire"], { draws })).rejects.toThrow(
      "weigh: ruritania-2020 does not say what to weigh on",
    );
  });
});

describe("weighing the shipped report", () => {
  let shipped: Case;
  let found: Weighed;
  beforeAll(async () => {
    shipped = await shippedCase(folder);
    found = await weigh(shipped.report, shipped.snapshots["acled-hdx-mali"], { draws });
  }, 60_000);

  it("has probabilities that add to 1 before the first month and after each", () => {
    for (let t = 0; t <= found.periods.length; t++) {
      expectDigits(
        found.hypotheses.reduce((sum, one) => sum + one.probability[t], 0),
        1,
        12,
        t,
      );
    }
    expect(found.periods).toHaveLength(6);
    expect(found).toMatchObject({ n: 574, earlier: 5 });
  });

  it("cannot tell the five explanations apart: none is held or failed, and none is over a half", () => {
    for (const { probability, range } of found.hypotheses) {
      expect(probability.at(-1)).toBeLessThan(0.5);
      expect(range[0]).toBeLessThan(0.95);
      expect(range[1]).toBeGreaterThan(0.05);
    }
  });

  it("learns from five years that the delta dips with the water, less than a first guess had it", () => {
    const water = found.hypotheses[0].effects[0];
    expect(water.name).toBe("water");
    expect(water.median).toBeGreaterThan(0.5);
    expect(water.interval[1]).toBeLessThan(1);
  });

  it("called nothing held in five earlier years, nor with other zones in the place of the delta and the plateau", () => {
    expect(found.placebo).toMatchObject({ years: 5, held: 0, of: 75 });
    expect(found.placebo.inside).toBeGreaterThanOrEqual(65);
    expect(found.placebo.runs).toHaveLength(6);
    expect(found.placebo.runs.every((run) => run.held === undefined)).toBe(true);
  });

  it("has rows of what would be picked that add to 1, each true explanation before any other", () => {
    for (const one of found.hypotheses) {
      const shares = Object.values(one.picked);
      expectDigits(
        shares.reduce((sum, share) => sum + share, 0),
        1,
        12,
      );
      expect(one.picked[one.id], one.id).toBe(Math.max(...shares));
    }
  });
});
