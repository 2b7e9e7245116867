import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

describe("cusum", () => {
  it("adds up the log likelihood ratio of twice the rate, from 0 again after an alarm", () => {
    // by hand: 2 expected, each event log 2, each period less 2
    const rows = hc.cusum({ ratio: 2, h: 2, baseline: 2 }).monitor(frozen([1, 3, 4, 6, 3, 0]), 2);
    const step = (y: number): number => y * Math.log(2) - 2;
    expectDigits(rows[0].statistic ?? 0, step(4), 12);
    expectDigits(rows[1].statistic ?? 0, step(4) + step(6), 12);
    expectDigits(rows[2].statistic ?? 0, step(3), 12);
    expect(rows.map(({ statistic, alarm }) => [statistic === 0, alarm])).toEqual([
      ...[
        [false, false],
        [false, true],
        [false, false],
        [true, false],
      ],
    ]);
    expect(rows[1].reading).toBe("6 against 2.0: evidence for 2.00 times the rate 2.93, limit 2.00 reached: alarm");
  });

  it.each(["up", "down"] as const)("watching %s, alarms on exactly the counts beyond its threshold", (direction) => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 4, maxLength: 12 }),
        fc.nat(30),
        fc.constantFrom(undefined, 2.5),
        (values, last, size) => {
          fc.pre(values[0] + values[1] > 0);
          const detector = hc.cusum({ ratio: 1.7, h: 2, baseline: 2, direction, ...(size && { size }) });
          const row = detector.monitor(frozen([...values, last]), 2).at(-1);
          const limit = row?.threshold ?? null;
          const isBeyond = limit !== null && (direction === "up" ? last > limit : last < limit);
          expect(row?.alarm).toBe(isBeyond);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });

  it("finds the limit at which false alarms are as rare as wanted, and hardly rarer", () => {
    // a baseline of mean 3 exactly: the reference value 3 / log 2 lies close below 4 33/100
    const known = frozen([...Array.from({ length: 30 }, () => 3), 3]);
    const [row] = hc.cusum({ ratio: 2, inControl: 300, baseline: 30 }).monitor(known, 30);
    const limit = Number(/limit of ([\d.]+)/.exec(row.reading)?.[1]) / Math.log(2);
    const around = (h: number): number => hc.runLength({ mean: 3, k: 4.32, h: Math.round(h * 50) / 50 });
    expect(around(limit + 0.15)).toBeGreaterThan(300);
    expect(around(limit - 0.4)).toBeLessThan(300);
  });

  it("alarms about as rarely as it says while nothing changes", () => {
    const draw = random(11);
    const runs = 150;
    let total = 0;
    for (let run = 0; run < runs; run++) {
      const values = Array.from({ length: 250 }, () => poisson(4, draw));
      const fixed = frozen([...Array.from({ length: 10 }, () => 4), ...values]);
      const at = hc
        .cusum({ ratio: 1.8, h: 2.5, baseline: 10 })
        .monitor(fixed, 10)
        .findIndex(({ alarm }) => alarm);
      total += at < 0 ? 250 : at + 1;
    }
    // k and h on the grid of 1/20 that lies nearest
    const slope = Math.log(1.8);
    const k = Math.round((20 * 4 * 0.8) / slope) / 20;
    const exact = hc.runLength({ mean: 4, k, h: Math.round((20 * 2.5) / slope) / 20 });
    expect(exact).toBeGreaterThan(30);
    expect(Math.abs(total / runs / exact - 1)).toBeLessThan(0.25);
  });

  it("says so where the baseline has no event", () => {
    const [row] = hc.cusum({ ratio: 2, h: 2, baseline: 3 }).monitor(frozen([0, 0, 0, 5]), 3);
    expect(row).toMatchObject({ expected: 0, threshold: null, statistic: null, alarm: false });
    expect(row.reading).toBe("no event in the 3 periods of its baseline: no rate to compare with");
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`cusum: ${text}`);
    const usual = { ratio: 2, h: 2, baseline: 12 };
    expect(() => hc.cusum({ ...usual, ratio: 1 })).toThrow(fault("ratio needs a number above 1, got 1"));
    expect(() => hc.cusum({ ...usual, baseline: 1 })).toThrow(
      fault("baseline needs a whole number of periods from 2, got 1"),
    );
    expect(() => hc.cusum({ ...usual, inControl: 9 })).toThrow(fault("needs either h or inControl, got both"));
    expect(() => hc.cusum({ ratio: 2, baseline: 12 })).toThrow(fault("needs either h or inControl, got neither"));
    expect(() => hc.cusum({ ...usual, h: 0 })).toThrow(fault("h needs a number above 0, got 0"));
    expect(() => hc.cusum({ ratio: 2, baseline: 12, inControl: 1 })).toThrow(
      fault("inControl needs a number of periods above 1, to 1e6, got 1"),
    );
    expect(() => hc.cusum({ ...usual, size: 0 })).toThrow(fault("size needs a number above 0, got 0"));
  });
});

describe("runLength", () => {
  it("of a chart that one count decides is one over its chance", () => {
    expectDigits(hc.runLength({ mean: 1, k: 1, h: 1 }), 1 / (1 - 2 / Math.E), 12);
    expectDigits(hc.runLength({ mean: 2, k: 1, h: 1, direction: "down" }), Math.exp(2), 12);
  });

  it("grows with the limit and the reference value, and nears the Poisson chart as the size grows", () => {
    const at = (k: number, h: number): number => hc.runLength({ mean: 4, k, h });
    expect(at(5, 6)).toBeLessThan(at(5, 6.5));
    expect(at(5, 6)).toBeLessThan(at(5.5, 6));
    expectDigits(hc.runLength({ mean: 4, k: 5, h: 6, size: 1e8 }), at(5, 6), 6);
    expectDigits(hc.runLength({ mean: 4, k: 5, h: 6, size: 1e12 }), at(5, 6), 10);
  });

  it("throws on what cannot be", () => {
    expect(() => hc.runLength({ mean: 0, k: 1, h: 1 })).toThrow(
      new hc.InputError("runLength: mean needs a number above 0, got 0"),
    );
    expect(() => hc.runLength({ mean: 1, k: Math.SQRT2, h: 4 })).toThrow(
      new hc.InputError(
        "runLength: k and h need a common grid of at most 1,000 steps up to h, got 1.4142135623730951 and 4",
      ),
    );
  });
});

function poisson(mean: number, draw: () => number): number {
  let count = 0;
  for (let left = Math.exp(-mean), product = draw(); product > left; product *= draw()) count++;
  return count;
}
