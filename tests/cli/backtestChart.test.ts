import { expect, it } from "vitest";
import { backtestChart } from "../../src/cli/backtestChart.js";
import type { BacktestLine } from "../../src/cli/backtestTable.js";
import { modelNamed } from "../../src/index.js";

const pool = 'linearPool(["ets()","theta()"])';
const names = ["ets()", pool, "theta()", 'best(["ets()","theta()"],{"origins":6})', "tsb()", "conflictology(12)"];
const models = [...names, "zero()", "lastValue()"].map(modelNamed);
const against = "conflictology(12)";
const lines = models.flatMap(({ name }, i) =>
  [undefined, 1, 2].map((step): BacktestLine => {
    const skill = name === against ? { skill: null } : { skill: 0.2 - 0.05 * i, interval: [0.1, 0.3] as const };
    return {
      ...{ model: name, n: 60, crps: 5 + i, coverage: 0.9, skill: { [against]: skill } },
      ...(step !== undefined && { step }),
    };
  }),
);

it("the chart of a back-test has the two best ensembles, the two best single models and the last value, by step", () => {
  const chart = backtestChart(lines, models, { references: [against], subtitle: ["24 origins"] });
  const { values }: { values: readonly { model: string; step: number; skill: number }[] } = JSON.parse(
    JSON.stringify(chart?.["data"]),
  );
  expect(values.map(({ model, step }) => `${model} ${step}`)).toEqual(
    ["ets()", "linearPool(2 models)", "theta()", "best(2 models)", "lastValue()"].flatMap((model) => [
      ...[`${model} 1`, `${model} 2`],
    ]),
  );
  expect(values[2].skill).toBeCloseTo(0.15, 12);
});

it("there is none without a reference, or of its forecasts alone", () => {
  const asked = { references: [against], subtitle: [""] };
  expect(backtestChart(lines, models, { ...asked, references: [] })).toBeUndefined();
  expect(
    backtestChart(
      lines.filter(({ model }) => model === against),
      models,
      asked,
    ),
  ).toBeUndefined();
});
