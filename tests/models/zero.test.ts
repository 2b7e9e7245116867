import { expect, it } from "vitest";
import { logDensity, mean, zero } from "../../src/index.js";
import { ahead, monthsOf } from "./monthsOf.js";

it("says 0 for certain, whatever came before", () => {
  const [says] = zero()
    .fit(monthsOf([5, 9]))
    .ahead(ahead(1));
  expect(mean(says)).toBe(0);
  expect([0, 1].map((k) => logDensity(says, k))).toEqual([0, -Infinity]);
});
