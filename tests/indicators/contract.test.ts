import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, derived, share } from "./madeUp.js";

const plugIns: readonly { readonly indicator: hc.Indicator; readonly takes: readonly ("counts" | "shares")[] }[] = [
  hc.rate("week"),
  hc.rolling(3, "sum"),
  hc.rolling(3, "mean"),
  hc.expanding("sum"),
  hc.expanding("mean"),
  hc.change("difference", "period before"),
  hc.change("ratio", "period before"),
  hc.change("difference", "year before"),
  hc.change("ratio", "year before"),
  hc.streak("at least", 2),
  hc.streak("at most", 0.5),
  hc.sinceLast(2),
  hc.anomaly("z", 2),
  hc.anomaly("percentile", 2),
].map((indicator) => ({ indicator, takes: ["counts", "shares"] }));
const all: typeof plugIns = [...plugIns, { indicator: hc.varianceToMean(4), takes: ["counts"] }];

const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 30, maxLength: 50 });

describe.each(all)("$indicator.name", ({ indicator, takes }) => {
  const made = {
    counts: (rows: readonly (readonly number[])[]) => counts(rows.map(([part]) => part)),
    shares: (rows: readonly (readonly number[])[]) =>
      share(
        rows.map(([part]) => part),
        rows.map(([part, rest]) => part + rest),
      ),
  };

  it("leaves what it was shown alone, says the same twice, as many numbers as periods, and survives JSON", () => {
    for (const kind of takes) {
      fc.assert(
        fc.property(pairs, (rows) => {
          const once = hc.derive([made[kind](rows)], [indicator]);
          expect(hc.derive([made[kind](rows)], [indicator])).toEqual(once);
          expect(once[0].values).toHaveLength(rows.length);
          expect(once[0].unit).toMatch(/^[a-z0-9 /]+$/);
          expect(JSON.parse(JSON.stringify(once))).toEqual(once);
        }),
        { numRuns: 30 },
      );
    }
  });

  it("does not look ahead: no number changes with what comes after", () => {
    for (const kind of takes) {
      fc.assert(
        fc.property(pairs, pairs, fc.integer({ min: 26, max: 29 }), (rows, others, known) => {
          const after = [...rows.slice(0, known), ...others];
          expect(derived(made[kind](after), indicator).slice(0, known)).toEqual(
            derived(made[kind](rows), indicator).slice(0, known),
          );
          expect(derived(made[kind](rows.slice(0, known)), indicator)).toEqual(
            derived(made[kind](rows), indicator).slice(0, known),
          );
        }),
        { numRuns: 30 },
      );
    }
  });

  it("needs what it says: a number with as many periods and years, a refusal with one less", () => {
    const { needs, needsYears = 1, name } = indicator;
    // A year a period: as many years as periods. Growing by unequal steps, so that nothing divides by a spread of 0.
    const grown = (n: number): hc.Series =>
      counts(
        Array.from({ length: n }, (_, t) => 2 + t * t),
        { every: "year" },
      );
    const least = Math.max(needs, needsYears);
    expect(derived(grown(least), indicator).at(-1)).not.toBeNull();
    if (needs > 1)
      expect(() => hc.derive([grown(needs - 1)], [indicator])).toThrow(
        `derive: ${name} needs at least ${needs} periods, got ${needs - 1} (all)`,
      );
    if (needsYears > 1)
      expect(() => hc.derive([counts(Array(12 * (needsYears - 1)).fill(1))], [indicator])).toThrow(
        `derive: ${name} needs ${needsYears} years of a season, got ${needsYears - 1} (all)`,
      );
  });

  it("takes zeros and a thousand million", () => {
    for (const value of [0, 1e9]) {
      const values = derived(counts(Array(40).fill(value)), indicator);
      for (const one of values) expect(one === null || (Number.isFinite(one) && one >= 0)).toBe(true);
    }
  });

  it("is named as it was called", () => {
    const called = new Function("hc", `return hc.${indicator.name}`)(hc);
    expect(called.name).toBe(indicator.name);
  });
});

it.each([hc.herfindahl(), hc.gini()])("$name leaves counts alone and gives a number for as many as it needs", (one) => {
  const zones = (n: number): hc.Panel =>
    Array.from({ length: n }, (_, i) => counts([i, 3, 0, 1e9], { key: { zone: `z${i}` } }));
  const first = hc.concentration(zones(one.needs), one);
  expect(hc.concentration(zones(one.needs), one)).toEqual(first);
  expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  expect(first.values.map((value) => value === null)).toEqual([false, false, true, false]);
  expect(() => hc.concentration(zones(one.needs - 1), one)).toThrow(
    `concentration: ${one.name} needs at least ${one.needs} series, got ${one.needs - 1}`,
  );
});
