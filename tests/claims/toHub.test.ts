import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cdf,
  claim,
  crps,
  type Distribution,
  fromHub,
  type HubOutput,
  hubLevels,
  InputError,
  mean,
  pmf,
  quantile,
  toHub,
} from "../../src/index.js";
import { back, made, names, recipe } from "./hubForecasts.js";

describe("forecasts as a hub's rows", () => {
  it("are a row for each level, the task named by its last days, horizon and key", () => {
    const says: Distribution = { family: "quantiles", levels: [0.25, 0.5], values: [3, 4.5] };
    expect(toHub([made(says, 2)], { outputs: ["quantile", "mean"], names })).toEqual(
      [
        ...[
          ["quantile", "0.25", 3],
          ["quantile", "0.5", 4.5],
          ["mean", null, 0.25 * 3 + 0.25 * 3.75 + 0.5 * 4.5],
        ].map(([output_type, output_type_id, value]) => ({
          ...{ model_id: "team-made", reference_date: "2023-12-31", zone: "coast", target: "events", horizon: 2 },
          ...{ target_end_date: "2024-02-29", output_type, output_type_id, value },
        })),
      ].sort((one, other) => String(one.output_type_id === null).localeCompare(String(other.output_type_id === null))),
    );
  });

  it("name periods by their first days, and count horizons from a later reference, where asked", () => {
    const [row] = toHub([made({ family: "poisson", mean: 2 }, 3)], {
      outputs: ["median"],
      names,
      dates: "first",
      lag: 1,
    });
    expect(row).toMatchObject({ origin_date: "2024-01-01", horizon: 2, target_date: "2024-03-01", value: 2 });
  });

  it("tell 23 levels of a family, whole counts each", () => {
    const rows = toHub([made({ family: "negbin", mean: 12, size: 2 })], { outputs: ["quantile"], names });
    expect(rows.map((row) => Number(row["output_type_id"]))).toEqual(hubLevels);
    expect(rows.map((row) => row["value"])).toEqual(
      hubLevels.map((level) => quantile({ family: "negbin", mean: 12, size: 2 }, level)),
    );
  });

  it("tell a count by bins up to a chance of 1e-9, the last of them open", () => {
    const says: Distribution = { family: "poisson", mean: 3 };
    const rows = toHub([made(says)], { outputs: ["pmf"], names });
    const ids = rows.map((row) => row["output_type_id"]);
    const top = quantile(says, 1 - 1e-9);
    expect(ids).toEqual([...Array.from({ length: top + 1 }, (_, k) => String(k)), `>${top}`]);
    expect(rows[3]["value"]).toBe(pmf(says, 3));
    const sum = rows.reduce((total, row) => total + Number(row["value"]), 0);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-14);
    expect(Number(rows[rows.length - 1]["value"])).toBeLessThan(1e-9);
    expect(Number(rows[rows.length - 1]["value"])).toBeGreaterThan(0);
  });

  it("give the steps and models of one series the same bins", () => {
    const wide = made({ family: "poisson", mean: 30 }, 2);
    const rows = toHub([made({ family: "poisson", mean: 1 }), wide], { outputs: ["pmf"], names });
    const idsAt = (horizon: number) =>
      rows.filter((row) => row["horizon"] === horizon).map((row) => row["output_type_id"]);
    expect(idsAt(1)).toEqual(idsAt(2));
    expect(idsAt(1).length).toBeGreaterThan(60);
  });

  it("number draws alike in every step of a series, and otherwise in every series", () => {
    const draws = (values: number[]): Distribution => ({ family: "draws", values });
    const forecasts = [
      ...[made(draws([5, 6])), made(draws([7, 8]), 2)],
      made(draws([1, 2]), 1, { key: { zone: "hills" } }),
    ];
    const rows = toHub(forecasts, { outputs: ["sample"], names });
    expect(rows.map((row) => [row["zone"], row["horizon"], row["output_type_id"], row["value"]])).toEqual([
      ...[
        ["coast", 1, "1", 5],
        ["coast", 1, "2", 6],
        ["coast", 2, "1", 7],
        ["coast", 2, "2", 8],
      ],
      ...[
        ["hills", 1, "3", 1],
        ["hills", 1, "4", 2],
      ],
    ]);
  });

  it("draw from a family where told how, the steps with numbers of their own as they are no paths", () => {
    const forecasts = [made({ family: "poisson", mean: 4 }), made({ family: "poisson", mean: 4 }, 2)];
    const rows = toHub(forecasts, { outputs: ["sample"], names, samples: { n: 50, seed: 1 } });
    expect(new Set(rows.map((row) => row["output_type_id"])).size).toBe(100);
    const [one, two] = fromHub(rows, back);
    expect(one.says).not.toEqual(two.says);
    expect(mean(one.says)).toBeGreaterThan(3);
    expect(toHub(forecasts, { outputs: ["sample"], names, samples: { n: 50, seed: 1 } })).toEqual(rows);
  });

  it.each<[string, Parameters<typeof toHub>]>([
    [
      "outputs needs some of mean, median, quantile, cdf, pmf, sample, got none",
      [[made({ family: "poisson", mean: 1 })], { outputs: [] }],
    ],
    [
      "level 0.99 lies beyond those that are known (0.1 to 0.9)",
      [[made({ family: "quantiles", levels: [0.1, 0.9], values: [1, 2] })], { outputs: ["quantile"], levels: [0.99] }],
    ],
    [
      "levels needs rising numbers from 0 to 1, got 0.2",
      [[made({ family: "poisson", mean: 1 })], { outputs: ["quantile"], levels: [0.5, 0.2] }],
    ],
    [
      "a sample of poisson has to be drawn; samples: { n, seed } says how",
      [[made({ family: "poisson", mean: 1 })], { outputs: ["sample"] }],
    ],
    [
      "pmf needs a forecast of counts, got gamma; quantile says it",
      [[made({ family: "gamma", shape: 1, rate: 1 })], { outputs: ["pmf"] }],
    ],
    [
      "cdf of normal needs values to tell it at; at: [...] says which",
      [[made({ family: "normal", mean: 0, sd: 1 })], { outputs: ["cdf"] }],
    ],
    [
      "1000189674 bins are too many (10000 at most); quantile says it, or a lower most",
      [[made({ family: "poisson", mean: 1e9 })], { outputs: ["pmf"] }],
    ],
    [
      "lag needs a whole number of periods, got 0.5",
      [[made({ family: "poisson", mean: 1 })], { outputs: ["mean"], lag: 0.5 }],
    ],
    [
      '"horizon" is a column of the hub\'s own and cannot be a key',
      [[made({ family: "poisson", mean: 1 }, 1, { key: { horizon: "1" } })], { outputs: ["mean"] }],
    ],
    [
      'a hub reads "NA" as nothing, so no key may be that (zone)',
      [[made({ family: "poisson", mean: 1 }, 1, { key: { zone: "NA" } })], { outputs: ["mean"] }],
    ],
    [
      "zero() and zero[] have the same id hindcast-zero; names gives them others",
      [
        [
          made({ family: "poisson", mean: 1 }, 1, { model: "zero()" }),
          made({ family: "poisson", mean: 1 }, 1, { model: "zero[]" }),
        ],
        { outputs: ["mean"] },
      ],
    ],
    [
      'a model\'s id needs the form team-model, got "zero" (zero())',
      [
        [made({ family: "poisson", mean: 1 }, 1, { model: "zero()" })],
        { outputs: ["mean"], names: { "zero()": "zero" } },
      ],
    ],
  ])("are refused: %s", (message, [forecasts, options]) => {
    expect(() => toHub(forecasts, options)).toThrow(new InputError(`toHub: ${message}`));
  });
});

describe("a forecast through a hub's rows and back", () => {
  const same: readonly [HubOutput, Distribution][] = [
    ["quantile", { family: "quantiles", levels: [0.025, 0.5, 0.975], values: [0, 3.25, 1e9] }],
    ["quantile", { family: "quantiles", levels: [0.1, 0.2], values: [7, 7] }],
    ["cdf", { family: "quantiles", levels: [1e-300, 0.1, 0.9], values: [1, 2.5, 8] }],
    ["sample", { family: "draws", values: [3, 1, 2, 2, 0] }],
    ["pmf", { family: "draws", values: [0, 0, 1, 2, 2, 9], isWhole: true }],
    ["quantile", { family: "bernoulli", p: 1e-300 }],
  ];

  it.each(same)("comes back the same as %s: %j", (output, says) => {
    const asks = says.family === "bernoulli" ? { asks: { atLeast: 5 } } : {};
    const forecasts = [
      made(says, 1, asks),
      made(says, 2, asks),
      made(says, 1, { ...asks, key: { zone: "hills", kind: "raid" } }),
    ];
    for (const options of [{ dates: "first" as const }, { lag: 2 }, {}])
      expect(
        fromHub(toHub(forecasts, { outputs: [output], names, ...options }), { ...back, above: "last", ...options }),
      ).toEqual(forecasts);
  });

  it("comes back the same whatever its draws or quantiles", () => {
    const draws = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 30 });
    const rising = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 12 }).chain((levels) =>
      fc
        .array(fc.double({ min: 0, max: 1e12, noNaN: true, noDefaultInfinity: true }), {
          minLength: levels.length,
          maxLength: levels.length,
        })
        .map((values) => ({
          levels: [...levels].sort((a, b) => a - b).map((one) => one / 1000),
          values: [...values].sort((a, b) => a - b),
        })),
    );
    fc.assert(
      fc.property(draws, draws, rising, (one, two, { levels, values }) => {
        const paths = two.length >= one.length ? [one, two.slice(0, one.length)] : [one.slice(0, two.length), two];
        const sampled = paths.map((held, i) => made({ family: "draws", values: held }, i + 1));
        expect(fromHub(toHub(sampled, { outputs: ["sample", "mean"], names }), back)).toEqual(sampled);
        const told = [made({ family: "quantiles", levels, values: values.map((value) => value + 0) })];
        expect(fromHub(toHub(told, { outputs: ["quantile", "mean"], names }), back)).toEqual(told);
      }),
      { numRuns: 200 },
    );
  });

  it.each<Distribution>([
    { family: "poisson", mean: 3 },
    { family: "negbin", mean: 20, size: 0.5 },
    { family: "hurdle", zero: 0.7, of: { family: "poisson", mean: 9 } },
    { family: "binomial", n: 4, p: 1 / 3 },
  ])("as pmf keeps every chance and quantile of %j, up to the open bin's 1e-9", (says) => {
    const [{ says: told }] = fromHub(toHub([made(says)], { outputs: ["pmf"], names }), back);
    const top = quantile(says, 1 - 1e-9);
    for (const between of [0, 0.5])
      for (let k = 0; k <= 2 * top; k++)
        expect(Math.abs(cdf(told, k + between) - cdf(says, k)), String(k)).toBeLessThan(k <= top ? 1e-12 : 1e-9);
    for (const level of hubLevels) expect(quantile(told, level)).toBe(quantile(says, level));
  });

  it("keeps a threshold and a target of its own in the target's name", () => {
    const forecasts = [
      made({ family: "bernoulli", p: 0.25 }, 1, { asks: { below: 2.5 } }),
      made({ family: "bernoulli", p: 0.75 }, 1, {
        asks: { above: 12 },
        key: { zone: "coast", target: "wk inc flu hosp" },
      }),
    ];
    const rows = toHub(forecasts, { outputs: ["pmf"], names });
    expect(rows.map((row) => row["target"])).toEqual([
      ...["events below 2.5", "events below 2.5", "wk inc flu hosp above 12", "wk inc flu hosp above 12"],
    ]);
    expect(fromHub(rows, back)).toEqual(forecasts);
  });

  it("takes a cdf told at every count for that of counts, not for a line between them", () => {
    const says: Distribution = { family: "poisson", mean: 3 };
    const [{ says: again }] = fromHub(toHub([made(says)], { outputs: ["cdf"], names }), back);
    expect([0.05, 0.5, 0.95].map((level) => quantile(again, level))).toEqual([1, 3, 6]);
    expect(mean(again)).toBeCloseTo(3, 7);
    for (const k of [0, 1, 4]) expect(cdf(again, k + 0.5)).toBeCloseTo(cdf(says, k), 12);
  });

  it("keeps counts that begin far above zero in a cdf, so that they are scored and claimed as before", () => {
    const counts = [8, 8, 9, 12, 13, 14, 15, 17, 17, 20, 21, 21];
    const says: Distribution = { family: "draws", values: counts, isWhole: true };
    const read = fromHub(toHub([made(says)], { outputs: ["cdf"], names }), back);
    const [{ says: again }] = read;
    for (let k = 0; k <= 30; k++) {
      expect(cdf(again, k), String(k)).toBeCloseTo(counts.filter((one) => one <= k).length / 12, 12);
      expect(crps().score(again, k), String(k)).toBeCloseTo(crps().score(says, k), 10);
    }
    expect(claim(read, { by: "alice", issued: "2023-12-31" }, [])).toHaveLength(1);
  });

  it("keeps where a cdf of measures rises from zero, which is no count", () => {
    const rows = toHub([made({ family: "quantiles", levels: [0, 0.5, 1], values: [2.5, 4, 9] })], {
      ...{ outputs: ["cdf"], at: [0, 1, 2.5, 4, 9], names },
    });
    const [{ says }] = fromHub(rows, back);
    expect(says).toEqual({ family: "quantiles", levels: [0, 0.5, 1], values: [2.5, 4, 9] });
  });

  it("keeps a threshold too large to be written out", () => {
    const yes = made({ family: "bernoulli", p: 0.25 }, 1, { asks: { atLeast: 1e21 } });
    expect(fromHub(toHub([yes], { outputs: ["pmf"], names }), back)).toEqual([yes]);
  });

  it("refuses two forecasts that a hub's columns cannot tell apart", () => {
    const battles = { recipe: { ...recipe, where: [{ kind: "battle" }] } };
    const says: Distribution = { family: "poisson", mean: 3 };
    expect(() => toHub([made(says), made(says, 1, battles)], { outputs: ["median"], names })).toThrow(
      new InputError(
        "toHub: team-made says two things of one task, which a hub cannot tell apart (2023-12-31, coast, events, 1, 2024-01-31)",
      ),
    );
  });

  it("keeps weeks over the turn of a year", () => {
    const weekly = made({ family: "draws", values: [1, 2] }, 1, {
      ...{ recipe: { ...recipe, every: "week" as const }, origin: "2024-12-23", target: "2024-12-30" },
    });
    const rows = toHub([weekly], { outputs: ["sample"], names });
    expect(rows[0]).toMatchObject({ reference_date: "2024-12-29", target_end_date: "2025-01-05" });
    expect(fromHub(rows, { ...back, recipe: weekly.recipe })).toEqual([weekly]);
  });
});
