import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";

const recipe: hc.Recipe = { where: [], by: ["zone"], every: "week", measure: "events" };
const prior = { shape: 1, rate: 0.2 };

function weekly(values: readonly number[], exposure = values.map(() => 1)): hc.Panel {
  return [{ key: { zone: "delta" }, recipe, from: "hash", start: "2023-10-02", values, exposure }];
}

function poisson(mean: number, uniform: () => number): number {
  let k = -1;
  for (let product = 1; product > Math.exp(-mean); k++) product *= uniform();
  return k;
}

describe("the confidence sequence of a rate", () => {
  it("gives a row a period, of all that was seen up to it", () => {
    const rows = hc.confidenceSequence(weekly([3, 0, 9], [1, 1, 2]), { level: 0.95, prior });
    expect(rows.map(({ period, n, exposure, estimate }) => [period, n, exposure, estimate])).toEqual([
      ["2023-10-02", 3, 1, 3],
      ["2023-10-09", 3, 2, 1.5],
      ["2023-10-16", 12, 4, 3],
    ]);
    expect(rows[2]).toMatchObject({ key: { zone: "delta" }, from: "hash", level: 0.95 });
    expect(rows[0].eValue).toBeUndefined();
  });

  it("ends where the evidence of the e-value is 1 / (1 - level)", () => {
    const [, , row] = hc.confidenceSequence(weekly([3, 0, 9]), { level: 0.95, prior });
    for (const end of row.interval)
      expectDigits(
        hc.eValue({ rate: end ?? 0, prior }).test({ values: [12], exposure: [3] }, 0.95).eValue ?? 0,
        20,
        10,
      );
  });

  it("says nothing before there is exposure", () => {
    const rows = hc.confidenceSequence(weekly([0, 2], [0, 1]), { level: 0.9, prior });
    expect(rows[0].estimate).toBeUndefined();
    expect(rows[0].interval).toEqual([0, null]);
    expect(rows[1].estimate).toBe(2);
  });

  it("carries the e-value and the anytime p of a stated rate, as the test gives them", () => {
    const values = [12, 11, 10, 0, 1, 0];
    const rows = hc.confidenceSequence(weekly(values), { level: 0.95, prior, against: 4 });
    rows.forEach((row, t) => {
      const found = hc
        .eValue({ rate: 4, prior })
        .test({ values: values.slice(0, t + 1), exposure: new Array(t + 1).fill(1) }, 0.95);
      expect([row.eValue, row.p]).toEqual([found.eValue, found.p]);
    });
  });

  it("holds the rate at all of 200 weeks at once in at least 19 of 20 series", () => {
    const uniform = random(9);
    let misses = 0;
    let everyWeek = 0;
    for (let run = 0; run < 100; run++) {
      const rows = hc.confidenceSequence(weekly(Array.from({ length: 200 }, () => poisson(3, uniform))), {
        level: 0.95,
        prior,
      });
      if (rows.some(({ interval }) => interval[0] > 3 || (interval[1] ?? Infinity) < 3)) misses++;
      // What a forecaster does who looks at Garwood's interval every week.
      if (run >= 12) continue;
      const isAlarmed = rows.some(({ n, exposure }) => {
        const [low, high] = hc.poissonInterval("garwood").test({ values: [n], exposure: [exposure] }, 0.95)
          .interval ?? [0, 0];
        return low > 3 || (high ?? Infinity) < 3;
      });
      if (isAlarmed) everyWeek++;
    }
    expect(misses).toBeLessThanOrEqual(5);
    expect(everyWeek / 12).toBeGreaterThan(0.2);
  });

  it("refuses a level, a prior or a rate that is none", () => {
    expect(() => hc.confidenceSequence(weekly([1]), { level: 1, prior })).toThrow(
      new hc.InputError("confidenceSequence: level needs a number between 0 and 1, got 1"),
    );
    expect(() => hc.confidenceSequence(weekly([1]), { level: 0.9, prior: { shape: 1, rate: -1 } })).toThrow(
      new hc.InputError("confidenceSequence: prior needs a shape and a rate above 0, got 1 and -1"),
    );
    expect(() => hc.confidenceSequence(weekly([1]), { level: 0.9, prior, against: 0 })).toThrow(
      new hc.InputError("confidenceSequence: needs a stated rate above 0, got 0"),
    );
  });
});
