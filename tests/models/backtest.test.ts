import { describe, expect, it } from "vitest";
import {
  type BacktestPart,
  backtest,
  conflictology,
  DataError,
  forecast,
  InputError,
  isNamed,
  type Model,
  modelNamed,
  type Panel,
} from "../../src/index.js";
import { upTo } from "../../src/models/backtestPart.js";
import { changedAfter, drawn, madePanel } from "./backtestData.js";

const panel = madePanel();
const models = [drawn, conflictology(12), conflictology(3)];
const usual = { ahead: 3, since: "2017-01-01", seed: 7, draws: 20 };

describe("backtest", () => {
  it("says of each model, series, origin and step what a forecast of the history cut there says", async () => {
    const { forecasts, failures, origins, ahead } = await backtest(panel, models, usual);
    expect([failures, ahead, origins.length, origins[0], origins.at(-1)]).toEqual([
      ...[[], 3, 35, "2017-01-01", "2019-11-01"],
    ]);
    expect(forecasts).toHaveLength(3 * 2 * 35 * 3);
    for (const origin of ["2017-01-01", "2018-06-01", "2019-11-01"]) {
      const cut = panel.map((series) => upTo(series, origin));
      const alone = forecast(cut, [drawn], usual);
      const found = forecasts.filter((one) => one.origin === origin && one.model === "drawn()");
      expect(found).toEqual([...alone.slice(3), ...alone.slice(0, 3)]);
      expect(found.map(({ target, step }) => [target, step]).slice(0, 3)).toEqual(
        [1, 2, 3].map((step) => [monthAfter(origin, step), step]),
      );
    }
  });

  it("is sorted by model, key, origin and step, whatever the order of the models", async () => {
    const one = await backtest(panel, models, usual);
    const other = await backtest(panel, [...models].reverse(), usual);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    const names = one.forecasts.map(({ model, key, origin, step }) => [model, key["zone"], origin, step].join(" "));
    expect(names).toEqual([...names].sort());
  });

  it("does not look beyond the origin: what comes later changes nothing before it", async () => {
    const origin = "2018-06-01";
    const before = await backtest(panel, models, usual);
    const after = await backtest(changedAfter(panel, origin), models, usual);
    const upToOrigin = (all: typeof before) => all.forecasts.filter((one) => one.origin <= origin);
    expect(upToOrigin(after)).toEqual(upToOrigin(before));
    expect(upToOrigin(before)).toHaveLength(3 * 2 * 18 * 3);
    expect(after.forecasts.filter((one) => one.origin > origin)).not.toEqual(
      before.forecasts.filter((one) => one.origin > origin),
    );
  });

  it("gives each model and its neighbours a window where one is asked, and every so manyth origin", async () => {
    const seen: number[][] = [];
    const looker: Model = {
      name: "looker()",
      needs: 1,
      fit: ({ values, exposure, beside, start, place }) => {
        seen.push([values.length, exposure.length, beside[0].values.length, Number(start.slice(0, 4))]);
        expect(beside[place].values).toEqual(values);
        return conflictology(1).fit({ values, exposure, beside, start, place, every: "month" });
      },
    };
    const rolling = await backtest(panel, [looker], { ...usual, every: 12, window: 6 });
    expect(rolling.origins).toEqual(["2017-01-01", "2018-01-01", "2019-01-01"]);
    expect(seen).toEqual(
      [2016, 2017, 2018].flatMap((year) => [
        [6, 6, 6, year],
        [6, 6, 6, year],
      ]),
    );
    const until = await backtest(panel, [looker], { ...usual, until: "2017-03-01" });
    expect(until.origins).toEqual(["2017-01-01", "2017-02-01"]);
  });

  it("tells what a model could not say, and why, and goes on", async () => {
    const odd: Model = {
      name: "odd()",
      needs: 2,
      fit: (history) => {
        if (history.place === 1) throw new InputError("odd: needs a lively place");
        return drawn.fit(history);
      },
    };
    const { forecasts, failures } = await backtest(panel, [odd, conflictology(26)], { ...usual, until: "2017-03-01" });
    expect(failures).toEqual([
      ...["dale", "hill"].map((zone) => ({
        ...{ model: "conflictology(26)", key: { zone }, origin: "2017-01-01", why: "needs 26 periods, got 25" },
      })),
      ...["2017-01-01", "2017-02-01"].map((origin) => ({
        ...{ model: "odd()", key: { zone: "dale" }, origin, why: "needs a lively place" },
      })),
    ]);
    expect(forecasts).toHaveLength(2 * 3 + 2 * 3);
  });

  it("takes what a model refuses for a fact, and whatever else it throws for a bug, named with its place", async () => {
    const throwing = (error: unknown): Model => ({
      ...{ name: "broken()", needs: 1 },
      fit: (history) => {
        if (history.place === 1 && history.values.length === 27) throw error;
        return drawn.fit(history);
      },
    });
    const { failures } = await backtest(panel, [throwing(new DataError("broken: counts that cannot be"))], usual);
    expect(failures).toEqual([
      { model: "broken()", key: { zone: "dale" }, origin: "2017-03-01", why: "counts that cannot be" },
    ]);
    const bug = new TypeError("Cannot read properties of undefined");
    const ended = await backtest(panel, [conflictology(3), throwing(bug)], usual).catch((error: unknown) => error);
    expect(ended).toEqual(
      new Error("backtest: broken() broke (dale at 2017-03-01): TypeError: Cannot read properties of undefined", {
        cause: bug,
      }),
    );
    expect(ended).toHaveProperty("cause", bug);
    await expect(backtest(panel, [throwing("thrown text")], usual)).rejects.toThrow(
      new Error("backtest: broken() broke (dale at 2017-03-01): thrown text", { cause: "thrown text" }),
    );
  });

  it("stops when told, and goes on from the parts that were kept to the same bytes", async () => {
    const whole = await backtest(panel, models, usual);
    const stop = new AbortController();
    const kept: BacktestPart[] = [];
    const told: number[] = [];
    const progress = (done: number, all: number): void => {
      told.push(done, all);
      if (done === 40) stop.abort();
    };
    const keep = (part: BacktestPart): void => void kept.push(JSON.parse(JSON.stringify(part)));
    await expect(backtest(panel, models, { ...usual, progress, keep, signal: stop.signal })).rejects.toThrow(
      new InputError("backtest: stopped, 40 of 105 parts done; hand those kept as known to go on"),
    );
    expect(told).toEqual(Array.from({ length: 40 }, (_, i) => [i + 1, 105]).flat());
    const more: BacktestPart[] = [];
    const again = await backtest(panel, models, { ...usual, known: kept, keep: (part) => void more.push(part) });
    expect(more).toHaveLength(65);
    expect(JSON.stringify(again)).toBe(JSON.stringify(whole));
  });

  it("warns where counts are taken as they stand now, and not where they are as they stood", async () => {
    const asNow =
      "counts as they stand now, not as they stood at each origin: late reports and corrections that a forecaster could not have seen are in them";
    expect((await backtest(panel, models, usual)).warnings).toEqual([asNow]);
    const asStood =
      (from: string) =>
      async (origin: string): Promise<Panel | undefined> =>
        origin < from
          ? undefined
          : changedAfter(panel, origin).map((series) => ({
              ...series,
              from: `of ${origin}`,
              values: series.values.map((value) => value + 100),
            }));
    const none = await backtest(panel, models, { ...usual, knownAt: async () => undefined });
    expect(none.warnings).toEqual([asNow]);
    const some = await backtest(panel, models, { ...usual, knownAt: asStood("2017-03-01") });
    expect(some.warnings).toEqual([`at 2 of 35 origins (2017-01-01 to 2017-02-01) ${asNow}`]);
    const all = await backtest(panel, [conflictology(3)], { ...usual, knownAt: asStood("2017-01-01") });
    expect(all.warnings).toEqual([]);
    const [first] = all.forecasts;
    expect(first.from).toBe("of 2017-01-01");
    const known = panel[1].values.slice(22, 25).map((value) => value + 100);
    expect(first.says).toEqual({ family: "draws", values: [known[1], known[2], known[0]], isWhole: true });
  });

  it.each<[string, Partial<Parameters<typeof backtest>[2]>, string]>([
    ["no step", { ahead: 0 }, "backtest: ahead needs a whole number above 0, got 0"],
    ["half a seed", { seed: 0.5 }, "backtest: seed needs a whole number, got 0.5"],
    ["no core", { cores: 0 }, "backtest: cores needs a whole number above 0, got 0"],
    ["half a window", { window: 1.5 }, "backtest: window needs a whole number above 0, got 1.5"],
    ["no interval", { every: 0 }, "backtest: every needs a whole number above 0, got 0"],
    ["no day", { since: "2017" }, 'backtest: since needs a day as YYYY-MM-DD, got "2017"'],
    ["no end", { until: "May" }, 'backtest: until needs a day as YYYY-MM-DD, got "May"'],
    [
      "nothing to look at",
      { since: "2019-12-01" },
      "backtest: no month from 2019-12-01 can be an origin; the counts run from 2015-01-01 to the month of 2019-12-01",
    ],
    [
      "other series",
      { knownAt: async () => panel.slice(1) },
      "backtest: knownAt needs the panel's series, hill, dale, got dale (2017-01-01)",
    ],
    [
      "counts that lag",
      { knownAt: async () => panel.map((series) => upTo(series, "2016-12-01")) },
      "backtest: knownAt needs counts up to 2017-01-01, got 2016-12-01 as the last; allow a longer wait",
    ],
    [
      "workers in TypeScript",
      { cores: 2 },
      "backtest: more than 1 core needs the built library; run npm run build, got 2 cores",
    ],
  ])("refuses %s", async (_, wrong, message) => {
    await expect(backtest(panel, [conflictology(3)], { ...usual, ...wrong })).rejects.toThrow(new InputError(message));
  });

  it("refuses no model and two of one name", async () => {
    await expect(backtest(panel, [], usual)).rejects.toThrow(new InputError("backtest: needs a model, got none"));
    await expect(backtest(panel, [drawn, conflictology(3), drawn], usual)).rejects.toThrow(
      new InputError("backtest: needs models of different names, got drawn() twice"),
    );
  });
});

describe("isNamed", () => {
  it("tells a model that its name makes anew from one of a cell, and from one that took a name", () => {
    expect([conflictology(12), modelNamed("conflictology(3)")].map(isNamed)).toEqual([true, true]);
    const other = { ...drawn, name: "conflictology(3)" };
    expect(
      [drawn, other, { ...conflictology(3), needs: 1 }, { ...drawn, name: "conflictology(0)" }].map(isNamed),
    ).toEqual([...[false, false, false, false]]);
  });
});

function monthAfter(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}
