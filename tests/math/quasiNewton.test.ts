import { expect, it } from "vitest";
import { countSurface } from "../../src/math/countSurface.js";
import { numericSlope } from "../../src/math/numericSlope.js";
import { quasiNewton, type Surface } from "../../src/math/quasiNewton.js";
import { expectDigits } from "../close.js";

/** Rosenbrock's valley in pairs, lowest (0) where all are 1. */
const rosenbrock: Surface = (at, slope) => {
  let height = 0;
  for (let i = 0; i < at.length; i += 2) {
    const [x, y] = [at[i], at[i + 1]];
    height += 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    slope[i] = -400 * x * (y - x * x) - 2 * (1 - x);
    slope[i + 1] = 200 * (y - x * x);
  }
  return height;
};

it.each([2, 10])("finds the end of Rosenbrock's valley in %i dimensions", (n) => {
  const start = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1.2 : 1));
  const { at, height, isFound, steps } = quasiNewton(start, rosenbrock);
  expect(isFound).toBe(true);
  expect(height).toBeLessThan(1e-16);
  for (const x of at) expectDigits(x, 1, 7);
  expect(steps).toBeLessThan(80);
});

it("finds it by differences alone as well", () => {
  const slopeless = numericSlope((at) => rosenbrock(at, new Float64Array(2)));
  for (const x of quasiNewton([-1.2, 1], slopeless).at) expectDigits(x, 1, 6);
});

it("finds the four lowest points of Himmelblau's surface from starts beside them", () => {
  const himmelblau = numericSlope(([x, y]) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2);
  const lows = [
    [3, 2],
    [-2.805118086952745, 3.131312518250573],
    [-3.779310253377747, -3.283185991286169],
    [3.584428340330492, -1.848126526964404],
  ];
  for (const [x, y] of lows) {
    const { at } = quasiNewton([x * 1.1, y * 1.1], himmelblau);
    expectDigits(at[0], x, 7);
    expectDigits(at[1], y, 7);
  }
});

it("finds the lowest point of a bowl a million times as steep one way as the other", () => {
  const { at, isFound } = quasiNewton([5, -3, 8], (x, slope) => {
    const bends = [1, 1e3, 1e6];
    let height = 7;
    for (let i = 0; i < 3; i++) {
      slope[i] = bends[i] * (x[i] - i);
      height += (bends[i] * (x[i] - i) ** 2) / 2;
    }
    return height;
  });
  expect(isFound).toBe(true);
  for (let i = 0; i < 3; i++) expect(Math.abs(at[i] - i)).toBeLessThan(1e-6);
});

it("turns back where the surface is not defined", () => {
  const { at } = quasiNewton([0.01], (x, slope) => {
    slope[0] = 1 - 2 / x[0];
    return x[0] - 2 * Math.log(x[0]);
  });
  expectDigits(at[0], 2, 8);
});

it("says so where it begins where the surface is not defined, or never comes to level ground", () => {
  expect(
    quasiNewton(
      [-1],
      numericSlope(([x]) => Math.log(x)),
    ).isFound,
  ).toBe(false);
  const fall: Surface = ([x], slope) => {
    slope[0] = -Math.exp(x);
    return -Math.exp(x);
  };
  const slide = quasiNewton([0], fall, { mostSteps: 20 });
  expect(slide.isFound).toBe(false);
  expect(slide.steps).toBeLessThanOrEqual(20);
});

it("ends at once where the start is the lowest point", () => {
  expect(quasiNewton([1, 1], rosenbrock)).toMatchObject({ steps: 0, isFound: true, height: 0 });
});

it("leaves its start alone", () => {
  const start = Object.freeze([-1.2, 1]);
  quasiNewton(start, rosenbrock);
  expect(start).toEqual([-1.2, 1]);
});

it.each([0, 1e-6, 0.3, 5])("a count surface with dispersion %d slopes as differences of its height say", (alpha) => {
  const values = Float64Array.of(0, 3, 200, 1, 47, 48, 49);
  const means = Float64Array.of(0.5, 2, 150, 4, 60, 30, 49);
  const surface = countSurface(values);
  const slopes = new Float64Array(7);
  const { force } = surface.at(means, alpha, slopes);
  const told = slopes.slice();
  const heightAt = (logs: Float64Array): number => surface.at(logs.map(Math.exp), alpha, slopes).height;
  const byHand = new Float64Array(7);
  numericSlope(heightAt)(means.map(Math.log), byHand);
  for (let i = 0; i < 7; i++) expect(Math.abs(told[i] - byHand[i])).toBeLessThan(1e-5 * (1 + Math.abs(told[i])));
  if (alpha === 0) return;
  const inAlpha = new Float64Array(1);
  numericSlope(([log]) => surface.at(means, Math.exp(log), slopes).height)(Float64Array.of(Math.log(alpha)), inAlpha);
  expect(Math.abs(force - inAlpha[0])).toBeLessThan(2e-5 * (1 + Math.abs(force)));
  const nearby = (share: number): number => surface.at(means, alpha * share, slopes).force / (alpha * share);
  const bend = -(nearby(1.001) - nearby(0.999)) / (0.002 * alpha);
  if (alpha > 1e-3) expectDigits(surface.stiffness(means, alpha), bend, 4);
});

it("the slope of a count surface at dispersion 0 is the excess over Poisson's variance", () => {
  const values = Float64Array.of(0, 3, 20, 1, 7);
  const means = Float64Array.of(0.5, 2, 15, 4, 6);
  const surface = countSurface(values);
  const slopes = new Float64Array(5);
  // ((y - m)² - y) / 2, added up by hand: 0.25, -2, 5, 8, -6.
  expect(surface.excess(means)).toBe(2.625);
  expectDigits(surface.at(means, 1e-6, slopes).force / 1e-6, 2.625, 3);
});
