import { describe, expect, it } from "vitest";
import { questionOf } from "../../src/cli/ledgerQuestion.js";
import { fault } from "../store/trial.js";

const told = { by: "bob", issued: "2024-01-05", from: "x" };
const plain = { where: "{}", every: "month" };

describe("a forecast by options", () => {
  it("is of the periods after the last one that was over", () => {
    const of = (every: string, target: string) => {
      const { origin, step } = questionOf({ ...plain, every, target, median: "4" }, told);
      return [origin, step];
    };
    expect(of("month", "2024-02-01")).toEqual(["2023-12-01", 2]);
    expect(of("week", "2024-01-08")).toEqual(["2023-12-25", 2]);
    expect(of("year", "2025-01-01")).toEqual(["2023-01-01", 2]);
    expect(of("day", "2024-01-06")).toEqual(["2024-01-04", 2]);
  });

  it("is counted as it says", () => {
    const flags = { ...plain, target: "2024-02-01", key: ["zone=a=b"], where: '{"kind":"Battles"}', deaths: true };
    expect(questionOf({ ...flags, quantiles: ["0.9=7", "0.1=1"], median: "3", model: "gut" }, told)).toEqual({
      ...{ model: "gut", key: { zone: "a=b" }, from: "x", origin: "2023-12-01", target: "2024-02-01", step: 2 },
      recipe: { where: [{ kind: "Battles" }], by: ["zone"], every: "month", measure: "deaths" },
      says: { family: "quantiles", levels: [0.1, 0.5, 0.9], values: [1, 3, 7] },
    });
    expect(questionOf({ ...plain, target: "2024-02-01", atMost: "3", probability: "1e-9" }, told)).toMatchObject({
      ...{ model: "bob", key: {}, says: { family: "bernoulli", p: 1e-9 }, asks: { atMost: 3 } },
      recipe: { where: [], by: [] },
    });
  });

  it.each([
    [{ probability: "0.3" }, "needs a file of forecasts, or one stated with --target and --probability or --median"],
    [{ target: "2031-05-01" }, "needs --probability with a bound, or --median"],
    [
      { target: "2031-05-01", probability: "0.3" },
      "--probability needs its bound: --at-least, --above, --below or --at-most",
    ],
    [{ target: "2031-05-01", above: "3" }, "a question with a bound needs --probability"],
    [
      { target: "2031-05-01", above: "3", probability: "0.3", median: "4" },
      "a question with a bound takes --probability alone, not --median or --quantiles",
    ],
    [{ target: "soon" }, '--target: needs a day as YYYY-MM-DD, got "soon"'],
    [
      { target: "2031-05-01", every: "fortnight" },
      '--every needs one of day, week, month, quarter, year, got "fortnight"',
    ],
    [{ target: "2031-05-01", key: ["zone"], median: "3" }, '--key needs name=value, got "zone"'],
    [{ target: "2031-05-01", where: "{", median: "3" }, "--where needs criteria as JSON, got {"],
    ...(
      [
        ["150", "got 150"],
        ["-0.1", "got -0.1"],
        ["70%", "got 70%; that is 0.7"],
        ["likely", 'got "likely"; in ICD 203 that is somewhere from 0.55 to 0.8'],
      ] as const
    ).map(([probability, got]): [object, string] => [
      { target: "2031-05-01", atLeast: "20", probability },
      `--probability needs a chance from 0 to 1, as in 0.7, ${got}`,
    ]),
    [{ target: "2031-05-01", atLeast: "20", probability: "rather" }, '--probability: needs a number, got "rather"'],
    [
      { target: "2031-05-01", median: "14", quantiles: ["5=5", "95=31"] },
      "--quantiles needs levels from 0 to 1, as in 0.05=21, got 5=5",
    ],
    [
      { target: "2031-05-01", median: "14", quantiles: ["0.05=15", "0.95=31"] },
      "quantiles cannot fall as levels rise, got 15 at 0.05 and 14 at 0.5",
    ],
    [{ target: "2031-05-01", median: "-4" }, "--median: no count is below 0, got -4"],
    [{ target: "2031-05-01", below: "-1", probability: "0.1" }, "--below: no count is below 0, got -1"],
    [{ target: "2031-05-01", atLeast: "many", probability: "0.1" }, '--at-least: needs a number, got "many"'],
  ])("is refused where something is missing or cannot be (%j)", (flags, message) => {
    expect(() => questionOf({ ...plain, ...flags }, told)).toThrow(fault("InputError", `ledger add: ${message}`));
  });

  it("is refused by an unknown criterion", () => {
    const flags = { ...plain, target: "2031-05-01", median: "3", where: '{"kynd":"x"}' };
    expect(() => questionOf(flags, told)).toThrow(/^ledger add: --where: kynd is not a criterion/);
    expect(() => questionOf({ ...plain, target: "2031-05-01", median: "x" }, told)).toThrow(
      fault("InputError", 'ledger add: --median: needs a number, got "x"'),
    );
  });
});
