import { describe, expect, it } from "vitest";
import { cdf, DataError, fromHub, type HubRow, InputError } from "../../src/index.js";
import { back, recipe } from "./hubForecasts.js";

const row = (
  output_type: string,
  output_type_id: string | number | null,
  value: string | number | null,
  more: HubRow = {},
): HubRow => ({
  ...{ model_id: "team-made", reference_date: "2023-12-31", zone: "coast", target: "events", horizon: "1" },
  ...{ output_type, output_type_id, value, ...more },
});

describe("a hub's rows", () => {
  // The table in hubverse's documentation of model output: an origin, a target, a horizon and quantiles 2, 3 and 10.
  it("of a published form are read: texts or numbers, ids in any order, means beside quantiles", () => {
    const rows = [
      ...[row("mean", "NA", 5), row("quantile", "0.75", "10"), row("quantile", 0.25, 2), row("quantile", "0.5", 3)],
    ];
    expect(fromHub(rows, back)[0].says).toEqual({ family: "quantiles", levels: [0.25, 0.5, 0.75], values: [2, 3, 10] });
  });

  it("keep every other column in the key, NA left out", () => {
    const [one] = fromHub([row("sample", "s1", 4, { location: 25, age_group: null, target: "wk inc flu hosp" })], back);
    expect(one.key).toEqual({ zone: "coast", location: "25", target: "wk inc flu hosp" });
  });

  it("name their period by horizon or by date", () => {
    const dated = row("sample", "1", 4, { horizon: null, target_end_date: "2024-02-29" });
    expect(fromHub([dated], back)[0]).toMatchObject({ origin: "2023-12-01", target: "2024-02-01", step: 2 });
    expect(fromHub([row("sample", "1", 4)], back)[0]).toMatchObject({ target: "2024-01-01", step: 1 });
  });

  it("whose reference is a week not yet over, or whose weeks end on Saturday, are read where that is said", () => {
    const weekly = row("sample", "1", 4, { reference_date: "2022-11-19", horizon: 0, target_end_date: "2022-11-19" });
    const options = { ...back, recipe: { ...recipe, every: "week" as const } };
    expect(() => fromHub([weekly], options)).toThrow(
      new DataError(
        "fromHub: row 1: reference_date 2022-11-19 is neither the first nor the last day of a week; inside takes it",
      ),
    );
    expect(() => fromHub([weekly], { ...options, inside: true })).toThrow(
      new DataError(
        "fromHub: row 1: horizon 0 lies in what had been seen; lag says by how many weeks what was seen ends before the reference",
      ),
    );
    expect(fromHub([weekly], { ...options, inside: true, lag: 1 })[0]).toMatchObject({
      ...{ origin: "2022-11-07", target: "2022-11-14", step: 1 },
    });
  });

  it("with samples of shared ids are paths, in whatever order the steps give them", () => {
    const at = (horizon: number, id: string, value: number) => row("sample", id, value, { horizon });
    const [one, two] = fromHub([at(1, "a", 1), at(1, "b", 2), at(2, "b", 20), at(2, "a", 10)], back);
    expect([one.says, two.says]).toEqual([
      { family: "draws", values: [1, 2] },
      { family: "draws", values: [10, 20] },
    ]);
  });

  it("take the output asked for where a task has several", () => {
    const rows = [row("quantile", 0.5, 3), row("sample", 1, 4)];
    expect(fromHub(rows, back)[0].says.family).toBe("draws");
    expect(fromHub(rows, { ...back, take: ["quantile"] })[0].says.family).toBe("quantiles");
  });

  it("with a mean alone are refused, or taken as certain", () => {
    expect(() => fromHub([row("mean", null, 3)], back)).toThrow(
      new DataError(
        'fromHub: row 1: its task has only mean, and no sample, pmf, quantile, cdf; points: "certain" takes a mean',
      ),
    );
    expect(fromHub([row("mean", null, 3)], { ...back, points: "certain" })[0].says).toEqual({
      family: "draws",
      values: [3],
      isWhole: true,
    });
  });

  it("hold decimal numbers as they are written", () => {
    const values = ["-1.5e1", "-.5", "0", "5.", "1e+05", "2E5"];
    const rows = values.map((value, i) => row("quantile", `0.${i + 1}`, value));
    expect(fromHub(rows, back)[0].says).toEqual({
      ...{ family: "quantiles", levels: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], values: [-15, -0.5, 0, 5, 1e5, 2e5] },
    });
  });

  it("of a cdf that ends below 1 leave the rest above it, where that is asked for", () => {
    const open = [row("cdf", 3, 0.2), row("cdf", 9, 0.9)];
    const [{ says }] = fromHub(open, { ...back, above: "last" });
    expect(says).toEqual({ family: "quantiles", levels: [0.2, 0.9], values: [3, 9] });
    expect([cdf(says, 8.999999) < 0.9, cdf(says, 9)]).toEqual([true, 1]);
    expect(fromHub([...open, row("cdf", 12, 1 - 1e-9)], back)[0].says.family).toBe("quantiles");
  });

  it("take an open last bin to lie where it begins", () => {
    const rows = [row("pmf", "0", 0.5), row("pmf", "1", 0.25), row("pmf", ">1", 0.25)];
    expect(fromHub(rows, back)[0].says).toEqual({ family: "draws", values: [0, 0, 1, 2], isWhole: true });
    const plus = [row("pmf", "0", 0.5), row("pmf", "1+", 0.5)];
    expect(fromHub(plus, back)[0].says).toEqual({ family: "draws", values: [0, 1], isWhole: true });
  });

  it.each<[string, readonly HubRow[]]>([
    [
      "row 2: quantiles cross: 3 at level 0.5, but 4 at 0.25 (row 1)",
      [row("quantile", 0.25, 4), row("quantile", 0.5, 3)],
    ],
    ["row 2: quantile 0.50 stands in row 1 already", [row("quantile", 0.5, 4), row("quantile", "0.50", 4)]],
    ['row 1: output_type_id of a quantile is "50", not a level from 0 to 1', [row("quantile", 50, 4)]],
    ["row 2: output_type_id of a quantile is NA", [row("quantile", 0.5, 4), row("quantile", null, 3)]],
    ["row 1: value is NA, not a decimal number", [row("quantile", 0.5, null)]],
    ['row 1: value is "many", not a decimal number', [row("quantile", 0.5, "many")]],
    ...["0x10", " 5", "5 ", "1_000", "1,5", "Infinity", "5e", "0b1", "", "1e999", "٣"].map(
      (text): [string, readonly HubRow[]] => [
        `row 2: value is ${text === "" ? "NA" : JSON.stringify(text)}, not a decimal number`,
        [row("quantile", 0.5, 4), row("quantile", 0.75, text)],
      ],
    ),
    ['row 1: horizon is "0x1", not a decimal number', [row("quantile", 0.5, 4, { horizon: "0x1" })]],
    ['row 1: output_type_id of a quantile is " 0.5", not a level from 0 to 1', [row("quantile", " 0.5", 4)]],
    ['row 1: output_type_id of a cdf is "0x10", not a decimal number', [row("cdf", "0x10", 1)]],
    ['row 1: output_type_id of a cdf is "low", not a decimal number', [row("cdf", "low", 0.5), row("cdf", "high", 1)]],
    ['row 1: value is "NaN", not a decimal number', [row("cdf", 1, Number.NaN)]],
    [
      'row 2: its task\'s cdf ends at 0.9, and nothing says where above 4 the rest lies; above: "last" takes it to lie there',
      [row("cdf", 3, 0.2), row("cdf", 4, 0.9)],
    ],
    ["row 2: a cdf never falls: 0.2 at 4, but 0.3 at 3", [row("cdf", 3, 0.3), row("cdf", 4, 0.2)]],
    ["row 1: a cdf needs chances from 0 to 1, got 1.5", [row("cdf", 3, 1.5)]],
    ["row 1: its task's pmf adds up to 0.75, not to 1", [row("pmf", "no", 0.5), row("pmf", "yes", 0.25)]],
    ["row 2: a pmf needs chances from 0 to 1, got -0.5", [row("pmf", "0", 1.5 - 0.5), row("pmf", "1", -0.5)]],
    ['row 1: pmf of "low": neither a count, such as 12, nor an open last bin, such as >12', [row("pmf", "low", 1)]],
    [
      'row 1: a yes-or-no question needs a pmf of "no" and "yes", got 0, 1',
      [row("pmf", "0", 0.5, { target: "events above 3" }), row("pmf", "1", 0.5, { target: "events above 3" })],
    ],
    [
      "row 2: path b breaks off: it has no sample at step 2",
      [row("sample", "a", 1), row("sample", "a", 2, { horizon: 2 }), row("sample", "b", 3)],
    ],
    [
      "row 3: path b has no sample at step 1, as others have",
      [row("sample", "a", 1), row("sample", "a", 2, { horizon: 2 }), row("sample", "b", 3, { horizon: 2 })],
    ],
    ["row 1: has no model_id; readHub takes it from the file's name", [row("mean", null, 1, { model_id: null })]],
    ['row 1: output_type is "median?", none that is known', [row("median?", null, 1)]],
    [
      "row 1: has no date from which it looks ahead (reference_date, origin_date, forecast_date)",
      [row("mean", null, 1, { reference_date: "NA" })],
    ],
    ['row 1: reference_date is "2023-02-30", not a day', [row("mean", null, 1, { reference_date: "2023-02-30" })]],
    ["row 1: has neither a horizon nor a date that is meant", [row("mean", null, 1, { horizon: "" })]],
    ["row 1: horizon is 1.5, not a whole number", [row("mean", null, 1, { horizon: 1.5 })]],
    [
      "row 1: horizon 1 from 2023-12-01 is not the month of 2024-02-01",
      [row("mean", null, 1, { target_end_date: "2024-02-29" })],
    ],
    ["row 2: a second mean, after row 1", [row("mean", null, 1), row("mean", null, 2)]],
  ])("are refused: %s", (message, rows) => {
    expect(() => fromHub(rows, { ...back, points: "certain" })).toThrow(new DataError(`fromHub: ${message}`));
  });

  it("say which file a row is of, and which levels a task lacks", () => {
    expect(() => fromHub([row("quantile", 0.5, 1)], { ...back, levels: [0.05, 0.5, 0.95], file: "x.csv" })).toThrow(
      new DataError("fromHub: row 1: its task lacks the levels 0.05, 0.95 (x.csv)"),
    );
    expect(() => fromHub([], { ...back, lag: 0.5 })).toThrow(
      new InputError("fromHub: lag needs a whole number of periods, got 0.5"),
    );
  });
});
