import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { madePanel } from "./backtestData.js";

// Workers cannot load TypeScript, so this looks at what was built.
const built = pathToFileURL(join(import.meta.dirname, "..", "..", "dist", "index.js")).href;
const {
  backtest,
  best,
  conflictology,
  conformal,
  ingarch,
  linearPool,
  quantileAverage,
  stacked,
}: typeof import("../../src/index.js") = await import(built);

it("ensembles of models that draw are the same bytes on one core, on two, and from parts kept before", async () => {
  const members = [conflictology(6), conflictology(12), ingarch()];
  const pool = stacked(members, { origins: 5 });
  const models = [
    ...[linearPool(members), quantileAverage(members), pool, best(members, { origins: 5 })],
    conformal(pool, { origins: 4 }),
  ];
  const usual = { ahead: 2, since: "2019-01-01", seed: 7, draws: 20 };
  const panel = madePanel();
  const kept: Parameters<NonNullable<Parameters<typeof backtest>[2]["keep"]>>[0][] = [];
  const one = await backtest(panel, models, usual);
  const two = await backtest(panel, models, { ...usual, cores: 2, keep: (part) => void kept.push(part) });
  expect(one.forecasts).toHaveLength(5 * 2 * 11 * 2);
  expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  const known = JSON.parse(JSON.stringify(kept)).slice(10);
  const rest = await backtest(panel, models, { ...usual, cores: 2, known });
  expect(JSON.stringify(rest)).toBe(JSON.stringify(one));
});
