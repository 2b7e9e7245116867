import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/distributions/normal.js";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import { random } from "../../src/math/random.js";
import { driftOf } from "../../src/reports/driftOf.js";
import type { ZoneCounts } from "../../src/reports/timeline.js";
import { zoneOf } from "./counts.js";

const normals = random(3);
const counts = random(4);

/** Five years of thirty zones: a past of four months, then two months whose log rate moved by a normal step of this size. */
function years(drift: number, rate: number): readonly (readonly ZoneCounts[])[] {
  const draw = (months: number, times: number): number[] =>
    Array.from({ length: months }, () => sampleNb1(rate * times, 1, counts()));
  return Array.from({ length: 5 }, () =>
    Array.from({ length: 30 }, (_, z) =>
      zoneOf(`z${z}`, draw(4, 1), draw(2, Math.exp(drift * normalQuantile(normals())))),
    ),
  );
}

describe("how far rates move", () => {
  it("is 0 without an earlier year", () => {
    expect(driftOf([], new Map())).toBe(0);
  });

  // In few events a jump cannot be told from lumpy months.
  it.each([40, 100])("is about the size of the jumps that the data were made with, at %d events a month", (rate) => {
    const found = driftOf(years(0.45, rate), new Map());
    expect(found).toBeGreaterThanOrEqual(0.3);
    expect(found).toBeLessThanOrEqual(0.6);
  });

  it.each([5, 20, 100])("is next to nothing in Poisson counts of one rate, at %d events a month", (rate) => {
    expect(driftOf(years(0, rate), new Map())).toBeLessThanOrEqual(0.1);
  });
});
