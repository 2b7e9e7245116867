import { expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** Mixtures of draws whose chances are shares of whole numbers, with what those make of every level, in whole numbers. */
function made(seed: number) {
  const uniform = random(seed);
  const below = (n: number): number => Math.floor(uniform() * n);
  const parts = Array.from({ length: 2 + below(4) }, () => 1 + below(20));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const unit = below(3) === 0 ? 0.37 : 1;
  const lists = parts.map(() => Array.from({ length: [1, 2, 4, 5, 10, 20, 25, 40][below(8)] }, () => below(8) * unit));
  const masses = new Map<number, number>();
  lists.forEach((values, i) => {
    for (const value of values) masses.set(value, (masses.get(value) ?? 0) + (parts[i] * 1000) / values.length);
  });
  const sorted = [...masses].sort(([one], [other]) => one - other);
  const quantileAt = (thousandths: number): number => {
    let sum = 0;
    for (const [value, mass] of sorted) {
      sum += mass;
      if (sum >= thousandths * whole) return value;
    }
    return Number.NaN;
  };
  const says: hc.Distribution = {
    ...{ family: "mixture", weights: parts.map((part) => part / whole) },
    of: lists.map((values) => ({ family: "draws", values })),
  };
  const chances = sorted.map(([value, mass]) => ({ value, chance: mass / whole / 1000 }));
  return { says, quantileAt, chances, y: below(9), from: below(6) + below(2) / 2 };
}

const cases = Array.from({ length: 300 }, (_, seed) => made(seed));

it("a mixture's quantile at a level that its chances reach exactly is where they reach it, not where they next rise", () => {
  let reached = 0;
  for (const { says, quantileAt, chances } of cases)
    for (const level of hc.hubLevels) {
      const wanted = quantileAt(Math.round(1000 * level));
      expect(hc.quantile(says, level), JSON.stringify([says, level])).toBe(wanted);
      const upTo = chances.reduce((sum, { value, chance }) => sum + (value <= wanted ? chance : 0), 0);
      if (Math.abs(upTo - level) < 1e-12) reached++;
    }
  expect(reached).toBeGreaterThan(50);
});

it("wis and quantile scores of such mixtures are those of these quantiles", () => {
  for (const { says, quantileAt, y } of cases) {
    const losses = hc.hubLevels.map((level) => {
      const gap = y - quantileAt(Math.round(1000 * level));
      return gap > 0 ? level * gap : (level - 1) * gap;
    });
    expect(hc.quantileScore(hc.hubLevels[4]).score(says, y)).toBeCloseTo(losses[4], 12);
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    expect(hc.wis().score(says, y)).toBeCloseTo(2 * mean, 12);
  }
});

it("threshold-weighted CRPS of such mixtures is their mean distance from what came less half that between two of them", () => {
  for (const { says, chances, y, from } of cases) {
    let sum = 0;
    for (const one of chances) {
      sum += one.chance * Math.abs(Math.max(one.value, from) - Math.max(y, from));
      for (const other of chances)
        sum -= (one.chance * other.chance * Math.abs(Math.max(one.value, from) - Math.max(other.value, from))) / 2;
    }
    expect(hc.thresholdCrps(from).score(says, y)).toBeCloseTo(sum, 12);
  }
});
