import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { DataError, type Hypothesis, type Report, type Stretch, type Weighed, weigh } from "../../src/index.js";
import { type Counts, temporary, usual } from "../cli/madeUp.js";
import { expectDigits } from "../close.js";
import { bruteForce } from "./bruteForce.js";
import { madeUpCase, shippedCase } from "./cases.js";

const folder = temporary();
const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];
const draws = 40;

type Predicts = Hypothesis["predicts"];

const saying =
  (...hypotheses: readonly Predicts[]) =>
  (report: Report): Report => ({
    ...report,
    hypotheses: hypotheses.map((predicts, i) => ({ id: `h${i}`, label: `Story ${i}`, by: "us", says: "so", predicts })),
  });

const coast = (window: string, like: string): Predicts => [{ zone: "coast", window, like }];

async function weighed(change: (report: Report) => Report, counts: Counts = usual): Promise<Weighed> {
  const { report, snapshots } = await madeUpCase(folder, { change, counts });
  return await weigh(report, snapshots["wire"], { draws });
}

async function refused(change: (report: Report) => Report): Promise<string> {
  return await weighed(change).then(
    () => "weighed",
    (error: unknown) => (error instanceof DataError ? error.message : `not a DataError: ${error}`),
  );
}

describe("weighing on a tiny case", () => {
  const spring: Stretch = { values: [10, 14, 12, 14], exposure: [31, 29, 31, 30] };
  const summer: Stretch = { values: [24, 27, 25], exposure: [31, 30, 31] };
  const autumn: Stretch = { values: [12, 13], exposure: [31, 30] };
  let found: Weighed;
  beforeAll(async () => {
    found = await weighed(saying(coast("autumn", "spring"), coast("autumn", "summer")));
  });

  it("gives each explanation the log chance of what came, by plain quadrature", () => {
    const [one, other] = found.hypotheses;
    expectDigits(one.logScore, bruteForce(spring, autumn, phis), 7);
    expectDigits(other.logScore, bruteForce(summer, autumn, phis), 7);
    const august = { values: [12], exposure: [31] };
    expectDigits(one.cumulative[0], bruteForce(spring, august, phis), 7);
    expect(one.cumulative[1]).toBe(one.logScore);
  });

  it("starts from equal chances and follows Bayes after each month", () => {
    const [one, other] = found.hypotheses;
    expect(one.probability[0]).toBe(0.5);
    for (const t of [0, 1]) {
      expectDigits(one.probability[t + 1], 1 / (1 + Math.exp(other.cumulative[t] - one.cumulative[t])), 12);
    }
  });

  it("has a range from the least to the most over each dispersion alone and each month left out", () => {
    const share = (target: Stretch, some: readonly number[]): number =>
      1 / (1 + Math.exp(bruteForce(summer, target, some) - bruteForce(spring, target, some)));
    const ends = [
      ...phis.map((phi) => share(autumn, [phi])),
      ...[0, 1].map((t) => share({ values: [autumn.values[t]], exposure: [autumn.exposure[t]] }, phis)),
      found.hypotheses[0].probability[2],
    ];
    const [low, high] = found.hypotheses[0].range;
    expectDigits(low, Math.min(...ends), 6);
    expectDigits(high ?? 0, Math.max(...ends), 6);
  });

  it("counts what came, and names data, zones and months", () => {
    expect(found).toMatchObject({ n: 25, zones: ["coast"], periods: ["2020-08-01", "2020-09-01"], draws, seed: 7 });
    expect(found.data.name).toBe("wire");
    expect(found.hypotheses[0].zones).toMatchObject([{ zone: "coast", observed: 25 }]);
  });
});

describe("weighing the shipped report", () => {
  let shipped: Case;
  let found: Weighed;
  beforeAll(async () => {
    shipped = await shippedCase(folder);
    found = await weigh(shipped.report, shipped.snapshots["acled-hdx-mali"], { draws });
  });

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
    expect(found.n).toBe(574);
  });

  it("has log scores that add up over zones", () => {
    for (const one of found.hypotheses) {
      expectDigits(
        one.zones.reduce((sum, zone) => sum + zone.logScore, 0),
        one.logScore,
        12,
      );
      expect(one.zones.reduce((sum, zone) => sum + zone.observed, 0)).toBe(found.n);
    }
  });

  it("has rows of what would be picked that add to 1", () => {
    for (const one of found.hypotheses) {
      expect(Object.keys(one.picked)).toEqual(["flooding", "capacity", "redeployment", "nothing-special"]);
      expectDigits(
        Object.values(one.picked).reduce((sum, share) => sum + share, 0),
        1,
        12,
      );
    }
  });

  it("gives the same bytes for the same seed, and other simulations for another", async () => {
    const { report, snapshots } = shipped;
    const again = await weigh(report, snapshots["acled-hdx-mali"], { draws });
    expect(JSON.stringify(again)).toBe(JSON.stringify(found));
    const other = await weigh(
      { ...report, ...(report.weighing && { weighing: { ...report.weighing, seed: 2 } }) },
      snapshots["acled-hdx-mali"],
      { draws },
    );
    expect(other.hypotheses.map((one) => one.zones.map((zone) => zone.expected))).not.toEqual(
      found.hypotheses.map((one) => one.zones.map((zone) => zone.expected)),
    );
    expect(other.hypotheses.map((one) => one.logScore)).toEqual(found.hypotheses.map((one) => one.logScore));
  });

  it("survives JSON", () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe("weighing", () => {
  it("selects the explanation that the data were made like, either way", async () => {
    const both = saying(coast("autumn", "spring"), coast("autumn", "summer"));
    const like = async (values: readonly number[]): Promise<readonly number[]> => {
      const made = { "2020-08": values[0], "2020-09": values[1] };
      const strong = { "2020-01": 10, "2020-02": 10, "2020-03": 11, "2020-04": 10 };
      const summer = { "2020-05": 90, "2020-06": 92, "2020-07": 88 };
      const counts = { ...usual, coast: { ...usual["coast"], ...strong, ...summer, ...made } };
      return (await weighed(both, counts)).hypotheses.map((one) => one.probability.at(-1) ?? 0);
    };
    expect((await like([10, 11]))[0]).toBeGreaterThan(0.99);
    expect((await like([91, 89]))[1]).toBeGreaterThan(0.99);
  });

  it("leaves two explanations that say the same at equal chances", async () => {
    const found = await weighed(saying(coast("autumn", "spring"), coast("autumn", "spring")));
    for (const one of found.hypotheses) for (const share of one.probability) expectDigits(share, 0.5, 14);
  });

  it("does not change when a stretch of one rate is told in two", async () => {
    const cut = (report: Report): Report => ({
      ...saying(coast("autumn", "spring"), [...coast("august", "summer"), ...coast("september", "summer")])(report),
      windows: {
        ...report.windows,
        august: { since: "2020-08-01", until: "2020-09-01", label: "August" },
        september: { since: "2020-09-01", until: "2020-10-01", label: "September" },
      },
    });
    const [whole, told] = [
      await weighed(saying(coast("autumn", "spring"), coast("autumn", "summer"))),
      await weighed(cut),
    ];
    expect(told.hypotheses.map((one) => one.cumulative)).toEqual(whole.hypotheses.map((one) => one.cumulative));
  });

  it("refuses explanations that forecast different zones or months", async () => {
    const other = "weigh: h1 and h0 forecast different zones or months";
    expect(await refused(saying(coast("autumn", "spring"), coast("june", "spring")))).toBe(other);
    expect(
      await refused(saying(coast("autumn", "spring"), [{ zone: "hills", window: "autumn", like: "spring" }])),
    ).toBe(other);
  });

  it("refuses an explanation that forecasts a month twice, or a month before its past is over", async () => {
    const twice = [...coast("autumn", "spring"), ...coast("autumn", "summer")];
    expect(await refused(saying(twice, twice))).toMatch(/^weigh: h0 forecasts coast 2020-0[89]-01 twice$/);
    expect(await refused(saying(coast("may", "summer"), coast("may", "spring")))).toBe(
      "weigh: h0 forecasts 2020-05-01 from summer, which is not over by then",
    );
  });

  it("refuses a single explanation: there is nothing to weigh it against", async () => {
    expect(await refused(saying(coast("autumn", "spring")))).toEqual(
      expect.stringMatching(/^report: weighing needs 2 hypotheses \(/),
    );
  });

  it("refuses a region where a zone is needed", async () => {
    const inland = [{ zone: "inland", window: "autumn", like: "spring" }];
    expect(await refused(saying(inland, inland))).toBe("weigh: inland is a region; name its zones one by one");
  });

  it("refuses a stretch that is not of whole months", async () => {
    expect(await refused(saying(coast("autumn", "spring"), coast("autumn", "fortnight")))).toBe(
      "weigh: h1 needs stretches of whole months, got fortnight",
    );
  });

  it("refuses months that the data do not cover", async () => {
    await expect(weighed(saying(coast("later", "spring"), coast("later", "summer")))).rejects.toThrow(
      "count: wire covers 2019-01-01 to 2020-11-01, got until 2021-03-01",
    );
  });
});
