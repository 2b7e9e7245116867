import { describe, expect, it } from "vitest";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import { dispersionOfCells } from "../../src/inference/dispersionOfCells.js";
import { dispersionOfPast } from "../../src/inference/dispersionOfPast.js";
import { random } from "../../src/math/random.js";
import { cut, triangleOfCounts } from "./reportedTriangles.js";

const shares = [0.4, 0.3, 0.2, 0.1];

function made(phi: number, seed: number): ReturnType<typeof triangleOfCounts> {
  const uniform = random(seed);
  return triangleOfCounts(
    cut(Array.from({ length: 24 }, () => shares.map((one) => sampleNb1(60 * one, phi, uniform())))),
  );
}

describe("the dispersion", () => {
  it.each([1, 2, 4])(
    "is found again, on average, in counts made with %d, from past nowcasts and from the cells",
    (phi) => {
      for (const way of [dispersionOfPast, dispersionOfCells]) {
        const found = Array.from({ length: 100 }, (_, seed) => way(made(phi, seed), Infinity).phi);
        const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
        expect(mean / phi, way.name).toBeGreaterThan(0.9);
        expect(mean / phi, way.name).toBeLessThan(1.1);
      }
    },
  );

  it("is 0 where every period has the same delays", () => {
    const rows = Array.from({ length: 8 }, (_, t) => [40, 30, 20, 10].map((one) => one * (t + 1)));
    const triangle = triangleOfCounts(cut(rows));
    expect(dispersionOfPast(triangle, Infinity).phi).toBeCloseTo(0, 1);
    expect(dispersionOfCells(triangle, Infinity).phi).toBeCloseTo(0, 12);
  });

  it("compares each nowcast that could have been made with what came, and each cell with its fit", () => {
    // Past ends of periods with a whole period behind them: after rows 4 to 7 of 8, three open periods each.
    const rows = Array.from({ length: 8 }, () => [4, 3, 2, 1]);
    expect(dispersionOfPast(triangleOfCounts(cut(rows)), Infinity)).toMatchObject({ n: 12, df: 6 });
    // 26 cells, 8 levels and 3 free shares.
    expect(dispersionOfCells(triangleOfCounts(cut(rows)), Infinity)).toMatchObject({ n: 26, df: 26 - 8 - 3 });
  });

  it("of the past sees delays that drift, which the cells of its last periods do not", () => {
    const drifting = Array.from({ length: 24 }, (_, t) => [60 - 2 * t, 20, 10, 10 + 2 * t].map((one) => 5 * one));
    const triangle = triangleOfCounts(cut(drifting));
    expect(dispersionOfPast(triangle, 6).phi).toBeGreaterThan(2 * dispersionOfCells(triangle, 6).phi);
  });
});
