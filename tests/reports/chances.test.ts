import { describe, expect, it } from "vitest";
import type { Stretch } from "../../src/index.js";
import type { Block } from "../../src/reports/blocks.js";
import { type Chances, chancesOf, logChance, type Part } from "../../src/reports/chances.js";
import { expectDigits } from "../close.js";
import { bruteForce } from "./bruteForce.js";

const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];
const months = ["2020-08-01", "2020-09-01", "2020-10-01"];
const spring: Stretch = { values: [10, 14, 12, 14], exposure: [31, 29, 31, 30] };
const autumn: Stretch = { values: [12, 13, 21], exposure: [31, 30, 31] };
const few: Stretch = { values: [3, 1, 2], exposure: [31, 30, 31] };

function laid(
  past: Stretch,
  target: Stretch,
  { drift = 0, zone = "coast", of = phis }: { drift?: number; zone?: string; of?: readonly number[] } = {},
): Chances {
  const periods = months.slice(0, target.values.length);
  const block: Block = { zone, like: "spring", past, target, periods };
  return chancesOf(block, { phis: of, rates: 61, least: 1e-12, drift });
}

const chance = (block: Chances, part: Part = {}): number => logChance([block], part);

const cut = ({ values, exposure }: Stretch, months: readonly number[]): Stretch => ({
  values: months.map((t) => values[t]),
  exposure: months.map((t) => exposure[t]),
});

/** The mean over a normal step of the log of the rate, by the trapezium rule on a fine grid: a target at so many times its rate. */
function overSteps(drift: number, steps: number, logAt: (times: number) => number): number {
  const sum = [0, 0];
  for (let i = 0; i <= steps; i++) {
    const z = -7 + (14 * i) / steps;
    sum[0] += Math.exp((-z * z) / 2);
    sum[1] += Math.exp((-z * z) / 2 + logAt(Math.exp(drift * z)));
  }
  return Math.log(sum[1] / sum[0]);
}

/** Poisson counts after Poisson counts under Jeffreys' prior, in closed form, as the ratio to their chance at a step of 0. */
function closedForm(past: Stretch, target: Stretch, times: number): number {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const [shape, days, seen, ahead] = [
    sum(past.values) + 0.5,
    sum(past.exposure),
    sum(target.values),
    sum(target.exposure),
  ];
  return seen * Math.log(times) - (shape + seen) * Math.log((days + times * ahead) / (days + ahead));
}

const stepped = (target: Stretch, times: number): Stretch => ({
  values: target.values,
  exposure: target.exposure.map((days) => days * times),
});

describe("the log chance of what came, without drift", () => {
  it("is that of plain quadrature over the rate and all dispersions", () => {
    expectDigits(chance(laid(spring, autumn)), bruteForce(spring, autumn, phis), 7);
    expectDigits(chance(laid(few, cut(autumn, [0]))), bruteForce(few, cut(autumn, [0]), phis), 6);
  });

  it("at one dispersion is the forecast of that dispersion alone", () => {
    for (const phi of [1, 4, 11]) {
      expectDigits(chance(laid(spring, autumn), { phi }), bruteForce(spring, autumn, [phi]), 7, phi);
    }
  });

  it("up to a month, that month included, is that of the months until then", () => {
    const [first, both] = [cut(autumn, [0]), cut(autumn, [0, 1])];
    expectDigits(chance(laid(spring, autumn), { until: "2020-08-01" }), bruteForce(spring, first, phis), 7);
    expectDigits(chance(laid(spring, autumn), { until: "2020-09-01" }), bruteForce(spring, both, phis), 7);
    expect(chance(laid(spring, autumn), { until: "2020-07-01" })).toBe(0);
  });

  it("without a month is that of the others, as if it had never been seen", () => {
    const others = bruteForce(spring, cut(autumn, [0, 2]), phis);
    expectDigits(chance(laid(spring, autumn), { without: "2020-09-01" }), others, 7);
    const last = bruteForce(spring, cut(autumn, [0]), [2]);
    expectDigits(chance(laid(spring, autumn), { without: "2020-09-01", until: "2020-09-01", phi: 2 }), last, 7);
  });

  it("adds up over zones, and a zone left out adds nothing", () => {
    const [coast, hills] = [laid(spring, autumn), laid(few, cut(autumn, [0, 1]), { zone: "hills" })];
    expectDigits(logChance([coast, hills], {}), chance(coast) + chance(hills), 14);
    expect(logChance([coast, hills], { without: "coast" })).toBe(chance(hills));
    expect(logChance([coast, hills], { without: "hills" })).toBe(chance(coast));
    expect(logChance([coast], { without: "coast" })).toBe(0);
  });
});

describe("the log chance of what came, when the rate may drift", () => {
  it("is the mean over the steps of the log of the rate (closed form for Poisson counts)", () => {
    const many: Stretch = { values: [40, 44, 38, 41], exposure: [31, 29, 31, 30] };
    const crowd: Stretch = { values: [150, 160, 140], exposure: [31, 30, 31] };
    for (const [past, target] of [
      [few, cut(autumn, [0])],
      [spring, autumn],
      [many, { ...autumn, values: [60, 72, 66] }],
      [crowd, { ...autumn, values: [210, 190, 205] }],
    ]) {
      const none = chance(laid(past, target, { of: [1] }));
      for (const drift of [0.1, 0.3, 0.6]) {
        const gain = overSteps(drift, 1400, (times) => closedForm(past, target, times));
        expectDigits(chance(laid(past, target, { of: [1], drift })), none + gain, 5, { past, target, drift });
      }
    }
  });

  it("is the mean over the steps where the dispersion is open too", () => {
    const target = cut(autumn, [0, 1]);
    const mean = overSteps(0.3, 42, (times) => bruteForce(spring, stepped(target, times), [1, 2.8]));
    expectDigits(chance(laid(spring, target, { of: [1, 2.8], drift: 0.3 })), mean, 5);
  });

  it("gives counts far from the past more, and counts like the past less", () => {
    const at = (value: number, drift: number): number =>
      chance(laid(spring, { values: [value], exposure: [30] }, { drift }));
    for (const far of [0, 2, 45, 90]) expect(at(far, 0.4), String(far)).toBeGreaterThan(at(far, 0) + 0.1);
    expect(at(12, 0.4)).toBeLessThan(at(12, 0) - 0.1);
  });

  it("gives chances of one month that add to 1 whatever the drift", () => {
    const past: Stretch = { values: [30, 34, 29], exposure: [31, 28, 31] };
    for (const drift of [0.2, 0.6]) {
      let sum = 0;
      for (let k = 0; k < 900; k++) {
        sum += Math.exp(chance(laid(past, { values: [k], exposure: [30] }, { drift, of: [1, 4] })));
      }
      expectDigits(sum, 1, 4, drift);
    }
  });
});
