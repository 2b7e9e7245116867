import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { frozen } from "./madeUp.js";

const at = (lat: number, lon: number, events: number, period = "2023-05-01"): hc.PlaceCount =>
  frozen({ period, lat, lon, events });
const degreeKm = (6371.0088 * Math.PI) / 180;

describe("centre", () => {
  it("lies between two places on the equator, as far from each as they spread, nearer to the busier one", () => {
    const [even] = hc.centre([at(0, 10, 1), at(0, 12, 1)]);
    expectDigits(even.lon ?? 0, 11, 12);
    expect([even.lat, even.n, even.movedKm]).toEqual([0, 2, null]);
    expectDigits(even.spreadKm ?? 0, degreeKm, 12);
    const [busier] = hc.centre([at(0, 10, 3), at(0, 12, 1)]);
    expect(busier.lon).toBeCloseTo(10.5, 3);
    // distances of 0.5 thrice and 1.5 once, near enough on so short an arc
    expect((busier.spreadKm ?? 0) / degreeKm).toBeCloseTo(Math.sqrt((3 * 0.25 + 2.25) / 4), 3);
  });

  it("moves from the last period that has one, and periods come out in order of time", () => {
    const rows = [
      at(1, 0, 1, "2023-07-01"),
      at(0, 0, 2, "2023-05-01"),
      at(5, 5, 0, "2023-06-01"),
      at(1, 3, 1, "2023-08-01"),
    ];
    const found = hc.centre(rows);
    expect(found.map(({ period, n }) => [period, n])).toEqual([
      ["2023-05-01", 2],
      ["2023-06-01", 0],
      ["2023-07-01", 1],
      ["2023-08-01", 1],
    ]);
    expect(found[1]).toEqual({ period: "2023-06-01", lat: null, lon: null, spreadKm: null, movedKm: null, n: 0 });
    expectDigits(found[2].movedKm ?? 0, degreeKm, 12);
    expectDigits(found[3].movedKm ?? 0, hc.haversine({ lat: 1, lon: 0 }, { lat: 1, lon: 3 }), 12);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("crosses the date line, where the mean of the longitudes would lie on the other side of the world", () => {
    const [found] = hc.centre([at(0, 179, 1), at(0, -179, 1)]);
    expectDigits(Math.abs(found.lon ?? 0), 180, 12);
    expectDigits(found.spreadKm ?? 0, degreeKm, 12);
  });

  it("is not defined where places balance around the globe", () => {
    expect(hc.centre([at(0, 0, 5), at(0, 180, 5)])[0]).toEqual({
      ...{ period: "2023-05-01", lat: null, lon: null, spreadKm: null, movedKm: null, n: 10 },
    });
  });

  it("of one place is the place, however often and however many", () => {
    fc.assert(
      fc.property(fc.integer({ min: -89, max: 89 }), fc.integer({ min: -179, max: 179 }), (lat, lon) => {
        const [found] = hc.centre([at(lat, lon, 1), at(lat, lon, 1e9)]);
        expect(found.lat).toBeCloseTo(lat, 10);
        expect(found.lon).toBeCloseTo(lon, 10);
        expect(found.spreadKm).toBeCloseTo(0, 6);
        expect(found.n).toBe(1e9 + 1);
      }),
    );
  });

  it("turns with the globe: east by so much, no wider", () => {
    const places = [at(14.5, -4.2, 11), at(13.4, -6.3, 5), at(16.3, 0, 2)];
    const turned = places.map((row) => ({ ...row, lon: row.lon + 30 }));
    const [[one], [other]] = [hc.centre(places), hc.centre(turned)];
    expectDigits((other.lon ?? 0) - 30, one.lon ?? 0, 12);
    expectDigits(other.lat ?? 0, one.lat ?? 0, 12);
    expectDigits(other.spreadKm ?? 0, one.spreadKm ?? 0, 12);
  });

  it("refuses no rows, and rows that are no place, no day or no count", () => {
    expect(() => hc.centre([])).toThrow(new hc.InputError("centre: needs at least one row, got none"));
    expect(() => hc.centre([at(91, 0, 1)])).toThrow(
      new hc.DataError("centre: needs degrees north and east, got 91 and 0 (2023-05-01)"),
    );
    expect(() => hc.centre([at(0, Number.NaN, 1)])).toThrow(
      new hc.DataError("centre: needs degrees north and east, got 0 and NaN (2023-05-01)"),
    );
    expect(() => hc.centre([at(0, 0, -1)])).toThrow(
      new hc.DataError("centre: needs a count from 0, got -1 (2023-05-01)"),
    );
    expect(() => hc.centre([at(0, 0, 1, "2023-5")])).toThrow(
      new hc.DataError('centre: needs a day as YYYY-MM-DD, got "2023-5"'),
    );
  });
});
