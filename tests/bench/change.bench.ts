import { bench, describe } from "vitest";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import * as hc from "../../src/index.js";
import { segmentCost } from "../../src/inference/segmentCost.js";
import { pelt } from "../../src/math/pelt.js";
import { random } from "../../src/math/random.js";

/** Counts about 5 and, when they change, 10 in every other stretch of 200. */
function made(length: number, isChanging: boolean): hc.Stretch {
  const uniform = random(1);
  const mean = (t: number): number => (isChanging && Math.floor(t / 200) % 2 === 1 ? 10 : 5);
  const values = Array.from({ length }, (_, t) => sampleNb1(mean(t), 1, uniform()));
  return { values, exposure: values.map(() => 1) };
}

// R's changepoint::cpt.meanvar (test.stat = "Poisson", method = "PELT", in C) takes 12.6, 132 and 291 ms for these.
describe("PELT with Poisson cost, at 2 log n", () => {
  for (const [name, length, isChanging] of [
    ["10,000 periods, a change every 200", 10_000, true],
    ["100,000 periods, a change every 200", 100_000, true],
    ["10,000 periods, no change", 10_000, false],
  ] as const) {
    const stretch = made(length, isChanging);
    bench(name, () => {
      const { costOf } = segmentCost(stretch, "poisson");
      pelt(costOf, { length, penalty: 2 * Math.log(length), minimum: 1, slack: 0 });
    });
  }
});

describe("one change", () => {
  const stretch = {
    values: [20, 14, 13, 14, 30, 29, 24, 12, 11, 7, 9],
    exposure: Array.from({ length: 11 }, () => 30),
  };
  bench("exact p, 183 events in 11 periods", () => void hc.changePoint({ cost: "poisson" }).test(stretch, 0.95));
});
