import { beforeAll, describe, expect, it } from "vitest";
import {
  type Backtest,
  type BacktestPart,
  backtest,
  best,
  conflictology,
  conformal,
  type Ensemble,
  type Forecast,
  forecast,
  InputError,
  linearPool,
  type Model,
  negbin,
  quantileAverage,
  stacked,
} from "../../src/index.js";
import { upTo } from "../../src/models/backtestPart.js";
import { ensembleOf } from "../../src/models/ensembleOf.js";
import { changedAfter, madePanel } from "./backtestData.js";

const panel = madePanel(60);
const members = [conflictology(3), conflictology(12), negbin(12)];
const origins = 8;
const ensembles: readonly Ensemble[] = [
  linearPool(members),
  linearPool(members, [3, 1, 2]),
  quantileAverage(members),
  stacked(members, { origins }),
  best(members, { origins }),
  conformal(conflictology(3), { origins: 12 }),
  conformal(stacked(members, { origins }), { origins: 12 }),
];
const usual = { ahead: 3, since: "2018-01-01", seed: 7, draws: 20 };
let whole: Backtest;
beforeAll(async () => {
  whole = await backtest(panel, ensembles, usual);
});

const of = (rows: readonly Forecast[], { name }: Model) => rows.filter((row) => row.model === name);

describe("a back-test of models made of models", () => {
  it("has their rows alone, at the origins asked for alone", () => {
    expect(whole.forecasts).toHaveLength(7 * 2 * 23 * 3);
    expect(whole.failures).toEqual([]);
    expect([...new Set(whole.forecasts.map(({ model }) => model))].sort()).toEqual(
      ensembles.map(({ name }) => name).sort(),
    );
    expect(whole.forecasts.every(({ origin }) => origin >= "2018-01-01")).toBe(true);
  });

  it.each(ensembles.map((model) => ({ model, name: model.name })))(
    "says what $name says when it is fitted alone to what lay before",
    ({ model }) => {
      for (const origin of ["2018-01-01", "2018-07-01", "2019-11-01"]) {
        const alone = forecast(
          panel.map((series) => upTo(series, origin)),
          [model],
          usual,
        );
        const found = of(whole.forecasts, model).filter((row) => row.origin === origin);
        expect(found).toEqual([...alone.slice(3), ...alone.slice(0, 3)]);
      }
    },
  );

  it.each(ensembles.map((model) => ({ model, name: model.name })))(
    "does not look beyond the origin for $name: what comes later changes nothing before it",
    async ({ model }) => {
      const origin = "2019-03-01";
      const later = of((await backtest(changedAfter(panel, origin), [model], usual)).forecasts, model);
      const cut = (rows: readonly Forecast[], isLater: boolean) =>
        rows.filter((row) => row.origin > origin === isLater).map(({ says }) => says);
      const before = of(whole.forecasts, model);
      expect(cut(later, false)).toEqual(cut(before, false));
      expect(cut(later, false)).toHaveLength(2 * 15 * 3);
      expect(cut(later, true)).not.toEqual(cut(before, true));
    },
  );

  it("learns of each step from the periods that are over, with what came of them", async () => {
    const asked = { ...usual, since: "2019-01-01", until: "2019-02-01" };
    const learnt: [number, number, number][][] = [];
    const model = ensembleOf({
      ...{ name: "looker()", members: [conflictology(3)], origins: 4 },
      combine: ([says], past) => {
        learnt.push(past.map(({ place, step, observed }) => [place, step, observed]));
        return says;
      },
    });
    await backtest(panel, [model], asked);
    // Periods 45 to 48 are the last four seen after the origins before; of step 3 the last two of them are not over.
    const at = (step: number) =>
      [45, 46, 47, 48].slice(step - 1).flatMap((t) => panel.map(({ values }, place) => [place, step, values[t]]));
    expect(learnt.slice(-6)).toEqual([at(1), at(1), at(2), at(2), at(3), at(3)]);
  });

  it("takes what came as each origin's own counts have it, where those are known", async () => {
    const model = best([conflictology(3), conflictology(12)], { origins });
    const knownAt = async (origin: string) => changedAfter(panel, origin);
    const then = await backtest(changedAfter(panel, "2016-01-01"), [model], { ...usual, knownAt });
    const now = await backtest(panel, [model], usual);
    expect(then.forecasts.map(({ says }) => says)).toEqual(now.forecasts.map(({ says }) => says));
  });

  it("goes on without a member where that cannot be fitted, and names the origins where none can", async () => {
    const shy: Model = {
      ...conflictology(12),
      name: "shy()",
      fit: (history) => {
        if (history.values.length % 4 === 0) throw new InputError("shy: not now");
        return conflictology(12).fit(history);
      },
    };
    const sure = conflictology(3);
    const pool = linearPool([sure, shy], [1, 3]);
    const alone = best([shy], { origins });
    const found = await backtest(panel, [sure, shy, pool, alone, stacked([sure, shy], { origins })], usual);
    const shyOnes = found.failures.filter(({ model }) => model === "shy()");
    expect(shyOnes).toHaveLength(2 * 5);
    const noneOf = found.failures.filter(({ model }) => model === alone.name);
    expect(noneOf).toEqual(
      shyOnes.map((one) => ({ ...one, model: alone.name, why: "none of its members could be fitted" })),
    );
    const gaps = new Set(shyOnes.map(({ origin }) => origin));
    const own = of(found.forecasts, sure);
    of(found.forecasts, pool).forEach(({ origin, says }, i) => {
      if (gaps.has(origin)) expect(says).toEqual(own[i].says);
      else expect(says).toMatchObject({ family: "mixture", weights: [0.25, 0.75] });
    });
    expect(of(found.forecasts, pool)).toHaveLength(own.length);
    expect(found.failures.filter(({ model }) => model.startsWith("stacked"))).toEqual([]);
  });

  it("gives the same bytes from parts kept before, and makes only the rest", async () => {
    const kept: BacktestPart[] = [];
    const models = [...ensembles].reverse();
    const asked = { ...usual, keep: (part: BacktestPart) => void kept.push(part) };
    expect(JSON.stringify(await backtest(panel, models, asked))).toBe(JSON.stringify(whole));
    // Three members from 20 origins before the first: 8 that stacking learns from, 12 that the calibration of it does.
    expect(kept).toHaveLength(3 * (23 + 20));
    const told: number[] = [];
    const known = (JSON.parse(JSON.stringify(kept)) as BacktestPart[]).filter((_, i) => i % 3 > 0);
    const again = await backtest(panel, ensembles, { ...usual, known, progress: (done) => void told.push(done) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(whole));
    expect(told).toHaveLength(43);
  });
});
