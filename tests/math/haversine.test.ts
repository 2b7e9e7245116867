import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/indicators.json" with { type: "json" };

const points = fc.record({ lat: fc.integer({ min: -90, max: 90 }), lon: fc.integer({ min: -180, max: 180 }) });

describe("haversine", () => {
  it("is a quarter of the way round from the equator to a pole", () => {
    expectDigits(hc.haversine({ lat: 0, lon: 33 }, { lat: 90, lon: 0 }), (6371.0088 * Math.PI) / 2, 14);
    expect(hc.haversine({ lat: 14.5, lon: -4.2 }, { lat: 14.5, lon: -4.2 })).toBe(0);
  });

  // R 4.2.2, by the angle between two arrows from the Earth's middle (tests/fixtures/indicators.R)
  it.each(known.haversine)("from $lat and $lon is $km km", ({ lat, lon, km }) => {
    expectDigits(hc.haversine({ lat: lat[0], lon: lon[0] }, { lat: lat[1], lon: lon[1] }), km, 10);
  });

  it("is the same both ways, and no detour is shorter", () => {
    fc.assert(
      fc.property(points, points, points, (one, other, third) => {
        const way = hc.haversine(one, other);
        expect(hc.haversine(other, one)).toBeCloseTo(way, 6);
        expect(hc.haversine(one, third) + hc.haversine(third, other)).toBeGreaterThanOrEqual(way - 1e-3);
        expect(way).toBeLessThanOrEqual(6371.0088 * Math.PI + 1e-9);
      }),
    );
  });
});
