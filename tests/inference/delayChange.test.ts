import { describe, expect, it } from "vitest";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import { delayChange } from "../../src/inference/delayChange.js";
import { random } from "../../src/math/random.js";
import { cut } from "./reportedTriangles.js";

const shares = [0.4, 0.3, 0.2, 0.1];
const slower = [0.2, 0.3, 0.3, 0.2];

function made(seed: number, from: number): (number | null)[][] {
  const uniform = random(seed);
  const of = (t: number): number[] => (t < from ? shares : slower);
  return cut(Array.from({ length: 24 }, (_, t) => of(t).map((one) => sampleNb1(50 * one, 2, uniform()))));
}

describe("a change of delays", () => {
  it("is the F test of the two halves of one delay, on paper", () => {
    // One delay: shares come at it of 4/10, 6/10 before and 8/10, 8/10 after; the last row is too young.
    const rows = [
      [6, 4],
      [4, 6],
      [2, 8],
      [2, 8],
      [5, null],
    ];
    // Between halves: 20 (.5 - .65)^2 + 20 (.8 - .65)^2 = .9; all: 10 (.25^2 + .05^2 + .15^2 + .15^2) = 1.1; within .2 on 2.
    // F = .9 / (.2 / 2) = 9 on 1 and 2 degrees of freedom: p = .0955 in R, twice that for two splits.
    const p = 2 * 0.0954659662667091;
    expect(delayChange(rows)?.p).toBeCloseTo(p, 10);
    expect(delayChange(rows)?.at).toBe(2);
  });

  it("is said of a twentieth of the triangles without one", () => {
    const said = Array.from({ length: 400 }, (_, seed) => delayChange(made(seed, 24))?.p ?? 1).filter((p) => p < 0.05);
    // Five standard errors of 400 draws.
    expect(said.length / 400).toBeLessThan(0.105);
  });

  it("is found where delays grow halfway", () => {
    const found = Array.from({ length: 50 }, (_, seed) => delayChange(made(seed, 12)));
    expect(found.filter((one) => one !== undefined && one.p < 0.05).length).toBeGreaterThan(45);
  });

  it("is not asked where nothing scatters", () => {
    expect(delayChange(cut(Array.from({ length: 9 }, () => [4, 3, 2, 1])))).toBeUndefined();
    expect(delayChange(cut(Array.from({ length: 9 }, () => [4, 0, 0, 0])))).toBeUndefined();
  });
});
