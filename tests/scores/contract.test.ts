import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { metrics } from "./metrics.js";

const frozen = <T>(value: T): T => {
  if (value !== null && typeof value === "object") for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
};

const poisson: hc.Distribution = { family: "poisson", mean: 4 };
const draws: hc.Distribution = { family: "draws", values: [3, 0, 7, 2, 2, 5, 9, 1, 4, 4, 6, 3] };
const counts: readonly hc.Distribution[] = frozen([
  poisson,
  draws,
  { family: "negbin", mean: 6, size: 1.5 },
  { family: "zeroInflated", zero: 0.3, of: { family: "poisson", mean: 4 } },
  { family: "hurdle", zero: 0.6, of: { family: "negbin", mean: 3, size: 0.7 } },
  { family: "betaBinomial", n: 12, a: 2, b: 3 },
  { family: "mixture", weights: [0.25, 0.75], of: [poisson, draws] },
]);
const pool = (of: hc.Distribution): hc.Distribution => ({
  ...{ family: "mixture", weights: [0.25, 0.75] },
  of: [poisson, of],
});
const chances: readonly hc.Distribution[] = frozen([
  { family: "bernoulli", p: 0.3 },
  {
    family: "mixture",
    weights: [0.5, 0.5],
    of: [
      { family: "bernoulli", p: 0.2 },
      { family: "bernoulli", p: 0.6 },
    ],
  },
]);

it("every metric that there is has a name and is held to the contract", () => {
  const folder = join(import.meta.dirname, "..", "..", "src", "scores");
  const made = readdirSync(folder).flatMap((file) => {
    const [, verb] =
      /^export function (\w+)\([^)]*\): Metric \{$/m.exec(readFileSync(join(folder, file), "utf8")) ?? [];
    return verb === undefined || ["ofQuantiles", "metricNamed"].includes(verb) ? [] : [verb];
  });
  expect([...hc.metricNames].sort()).toEqual(made.sort());
  expect([...new Set(metrics.map(({ name }) => name.split("(")[0]))].sort()).toEqual(made);
  const exported: Readonly<Record<string, unknown>> = { ...hc };
  for (const verb of made) expect(exported[verb], verb).toBeTypeOf("function");
});

describe.each(metrics.map((metric) => ({ metric, name: metric.name })))("$name", ({ metric, name }) => {
  const [cases, ys] = name === "brier()" ? [chances, [0, 1]] : [counts, [0, 1, 4, 30]];

  it("scores forecasts it must not change, the same each time, and after JSON", () => {
    for (const says of cases)
      for (const y of ys) {
        const value = metric.score(says, y);
        expect(Number.isNaN(value), JSON.stringify([says, y])).toBe(false);
        expect(metric.score(says, y)).toBe(value);
        expect(metric.score(JSON.parse(JSON.stringify(says)), y)).toBe(value);
      }
  });

  it("does not hang on the order of draws", () => {
    if (name === "brier()") return;
    const turned: hc.Distribution = { family: "draws", values: [3, 0, 7, 2, 2, 5, 9, 1, 4, 4, 6, 3].reverse() };
    for (const y of ys) expect(metric.score(turned, y)).toBeCloseTo(metric.score(draws, y), 12);
  });

  it("has a noise of draws that is a finite number from 0, none of what is exact, and owns up where it cannot tell", () => {
    if (metric.noise === undefined) return;
    for (const says of [draws, pool(draws), pool(pool(draws))])
      for (const y of [0, 4]) expect(metric.noise(says, y), JSON.stringify(says)).toBeGreaterThanOrEqual(0);
    const whole: hc.Distribution = { family: "draws", values: [3, 0, 7, 4], isWhole: true };
    for (const says of [poisson, pool(poisson), whole, pool(whole)]) expect(metric.noise(says, 4)).toBe(0);
    const one: hc.Distribution = { family: "draws", values: [4] };
    expect([one, pool(one), pool(pool(one))].map((says) => metric.noise?.(says, 4))).toEqual(Array(3).fill(Number.NaN));
  });

  it("is called by a name that makes it anew", () => {
    const again = hc.metricNamed(name);
    expect([again.name, again.best, again.isProper]).toEqual([name, metric.best, metric.isProper]);
    for (const says of cases) for (const y of ys) expect(again.score(says, y)).toBe(metric.score(says, y));
  });

  it("refuses what cannot be, in its own name", () => {
    const [verb] = name.split("(");
    expect(() => metric.score({ family: "poisson", mean: -1 }, 0)).toThrow(
      new hc.InputError(`${verb}: poisson needs a mean of 0 or more, got -1`),
    );
    expect(() => metric.score(poisson, Number.NaN)).toThrow(
      new hc.InputError(`${verb}: needs a finite number to have come, got NaN`),
    );
  });
});
