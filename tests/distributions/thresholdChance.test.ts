import { expect, it } from "vitest";
import { InputError, thresholdChance } from "../../src/index.js";

it("a threshold's chance and that of its opposite are one, the count on it in the side that says so", () => {
  const says = { family: "negbin", mean: 9, size: 2 } as const;
  for (const bound of [0, 3, 3.5, 40]) {
    expect(thresholdChance(says, { above: bound }) + thresholdChance(says, { atMost: bound })).toBeCloseTo(1, 14);
    expect(thresholdChance(says, { below: bound }) + thresholdChance(says, { atLeast: bound })).toBeCloseTo(1, 14);
  }
  expect(thresholdChance({ family: "draws", values: [3, 4] }, { above: 3 })).toBe(0.5);
  expect(thresholdChance({ family: "draws", values: [3, 4] }, { below: 3 })).toBe(0);
  // 1 - exp(-1e-20), to its last digit
  expect(thresholdChance({ family: "poisson", mean: 1e-20 }, { above: 0 })).toBeCloseTo(1e-20, 34);
});

it("a threshold with no bound, or two, is refused", () => {
  for (const asks of [{}, { above: 1, below: 3 }])
    expect(() => thresholdChance({ family: "poisson", mean: 1 }, asks)).toThrow(
      new InputError(
        `thresholdChance: threshold needs exactly one of above, atLeast, below, atMost, a number, got ${JSON.stringify(asks)}`,
      ),
    );
});
