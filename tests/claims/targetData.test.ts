import { describe, expect, it } from "vitest";
import {
  DataError,
  type Forecast,
  fromOracle,
  fromTargetSeries,
  InputError,
  type Resolved,
  toOracle,
  toTargetSeries,
} from "../../src/index.js";
import { made, recipe } from "./hubForecasts.js";

const came = (one: Forecast, observed: number): Resolved => ({
  ...{ ...one, state: "resolved", observed, evidence: "e1", asOf: "2024-05-01" },
});
const count = made({ family: "poisson", mean: 2 });
const asked = made({ family: "bernoulli", p: 0.5 }, 2, { asks: { atLeast: 3 } });
const open: Resolved = {
  ...made({ family: "poisson", mean: 2 }, 3),
  state: "open",
  evidence: "e1",
  asOf: "2024-05-01",
  why: "",
};

describe("what came, as a hub's oracle output", () => {
  // Rules as hubverse's documentation of target data has them: NA ids for quantiles, 1 and 0 for pmf, a step for cdf.
  it("is a row for each target and output, whoever forecast it, and none of what is open", () => {
    const again = { ...count, model: "other()", origin: "2023-11-01", step: 2 };
    const task = { target_end_date: "2024-01-31", zone: "coast", target: "events" };
    expect(toOracle([came(count, 2), came(again, 2), open], { outputs: ["quantile", "cdf", "pmf"], most: 2 })).toEqual([
      { ...task, output_type: "quantile", output_type_id: null, oracle_value: 2 },
      ...[0, 0, 1].map((value, k) => ({ ...task, output_type: "cdf", output_type_id: String(k), oracle_value: value })),
      ...[0, 0, 1].map((value, k) => ({ ...task, output_type: "pmf", output_type_id: String(k), oracle_value: value })),
      { ...task, output_type: "pmf", output_type_id: ">2", oracle_value: 0 },
    ]);
  });

  it("comes back to the forecasts it is of", () => {
    const all = [
      came(count, 2),
      came(asked, 0),
      came(made({ family: "poisson", mean: 1 }, 1, { key: { zone: "hills" } }), 7),
    ];
    const rows = toOracle(all, { outputs: ["median", "pmf"], most: 9 });
    expect(fromOracle(rows, [count, asked, all[2]], { asOf: "2024-05-01", evidence: "e1" })).toEqual(all);
    const [late] = fromOracle(rows, [made({ family: "poisson", mean: 2 }, 3)], { asOf: "2024-05-01", evidence: "e1" });
    expect([late.state, late.why]).toEqual(["open", "the oracle output has no row of 2024-03-01"]);
  });

  it("is refused where it says two things, or has no bins", () => {
    expect(() => toOracle([came(count, 2), came(count, 3)], { outputs: ["mean"] })).toThrow(
      new InputError('toOracle: {"target_end_date":"2024-01-31","zone":"coast","target":"events"} came to 2 and to 3'),
    );
    expect(() => toOracle([came(count, 2)], { outputs: ["cdf"] })).toThrow(
      new InputError("toOracle: cdf of counts needs most, a whole number from 0, got undefined"),
    );
    const rows = [
      ...toOracle([came(count, 2)], { outputs: ["mean"] }),
      ...toOracle([came(count, 3)], { outputs: ["mean"] }),
    ];
    expect(() => fromOracle(rows, [count], { asOf: "2024-05-01", evidence: "e1", file: "o.csv" })).toThrow(
      new DataError("fromOracle: row 2: says 3, and another row of its task says 2 (o.csv)"),
    );
  });
});

describe("a panel as a hub's target time series", () => {
  const series = (zone: string, values: number[]) => ({
    ...{
      key: { zone },
      recipe,
      from: "f1",
      start: "2024-01-01",
      values,
      exposure: [31, 29, 31].slice(0, values.length),
    },
  });
  const panel = [series("coast", [3, 0, 5]), series("hills", [1, 2, 0])];

  it("is a row for each period with the day as of which, and comes back the same", () => {
    const rows = toTargetSeries(panel, { asOf: "2024-04-02" });
    expect(rows[1]).toEqual({
      ...{ as_of: "2024-04-02", target_end_date: "2024-02-29", zone: "coast", target: "events", observation: 0 },
    });
    expect(fromTargetSeries(rows, { recipe, from: "f1" })).toEqual(panel);
  });

  it("is read as it stood on a day, the last version by then", () => {
    const first = toTargetSeries([series("coast", [3, 0])], { asOf: "2024-03-02" });
    const later = toTargetSeries([series("coast", [4, 1, 5])], { asOf: "2024-04-02" });
    const at = (asOf: string): readonly number[] =>
      fromTargetSeries([...later, ...first], { recipe, from: "f1", asOf })[0].values;
    expect([at("2024-04-02"), at("2024-04-01")]).toEqual([
      [4, 1, 5],
      [3, 0],
    ]);
    expect(() => at("2024-03-01")).toThrow(new InputError("fromTargetSeries: needs a row, got none of 5"));
  });

  it("is refused with a gap, a period that stands twice, or a day that is none", () => {
    const rows = toTargetSeries(panel, { asOf: "2024-04-02" });
    expect(() =>
      fromTargetSeries(
        rows.filter((_, i) => i !== 1),
        { recipe, from: "f1" },
      ),
    ).toThrow(new DataError("fromTargetSeries: the month of 2024-02-01 is missing (coast)"));
    expect(() => fromTargetSeries([...rows, rows[2]], { recipe, from: "f1" })).toThrow(
      new DataError("fromTargetSeries: row 7: 2024-03-01 stands in row 3 already"),
    );
    expect(() => toTargetSeries(panel, { asOf: "2024-4-2" })).toThrow(
      new InputError('toTargetSeries: asOf needs a day as YYYY-MM-DD, got "2024-4-2"'),
    );
  });
});
