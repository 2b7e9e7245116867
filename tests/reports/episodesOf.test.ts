import { describe, expect, it } from "vitest";
import type { ReferenceClass, Series } from "../../src/index.js";
import { apart, episodesOf } from "../../src/reports/episodesOf.js";

const series = (...values: readonly number[]): Series => ({
  ...{ key: {}, recipe: { where: [], by: [], every: "month", measure: "events" }, from: "x", start: "2020-01-01" },
  ...{ values, exposure: values.map(() => 30) },
});
const spec: ReferenceClass = {
  ...{ id: "r", claim: "c", asks: "?", on: "wire", where: {}, zones: ["a"] },
  ...{ periods: { before: 2, drop: 1, after: 2 }, dropAtMost: 0.5, reboundAbove: 1.5, least: 4 },
};
const report = { cutoff: "2020-04-13", every: "month" } as const;
const found = (values: readonly number[], some: Partial<ReferenceClass> = {}) =>
  episodesOf("a", series(...values), { ...spec, ...some }, report);

describe("the episodes of a series", () => {
  it("are one for each origin with room for all three stretches", () => {
    const episodes = found([4, 6, 2, 5, 3, 8, 1]);
    expect(episodes.map((one) => one.since)).toEqual(["2020-01-01", "2020-02-01", "2020-03-01"]);
    expect(episodes[0]).toEqual({
      ...{ zone: "a", since: "2020-01-01", dropSince: "2020-03-01", afterSince: "2020-04-01", until: "2020-06-01" },
      ...{ counts: [10, 2, 8], dropRatio: 2 / 5, reboundRatio: 4 / 2, rebounded: true, isDrop: true, isOwn: true },
    });
    expect(episodes[1]).toMatchObject({ counts: [8, 5, 11], dropRatio: 5 / 4, isDrop: false, isOwn: false });
    expect(episodes[2].until).toBe("2020-08-01");
  });

  it("need the least number of events before, and one at the least", () => {
    expect(found([1, 2, 0, 1, 1])).toEqual([]);
    expect(found([1, 3, 0, 1, 1])).toHaveLength(1);
    expect(found([0, 0, 0, 1, 1], { least: 0 })).toEqual([]);
  });

  it("rebound above the threshold and not at it", () => {
    expect(found([4, 4, 2, 3, 3])[0]).toMatchObject({ reboundRatio: 1.5, rebounded: false });
    expect(found([4, 4, 2, 3, 4])[0].rebounded).toBe(true);
  });

  it("are drops at the threshold and below, any where there is none", () => {
    expect(found([4, 4, 2, 0, 0])[0].isDrop).toBe(true);
    expect(found([4, 4, 3, 0, 0])[0].isDrop).toBe(false);
    const { dropAtMost, ...any } = spec;
    expect(episodesOf("a", series(4, 4, 9, 0, 0), any, report)[0].isDrop).toBe(true);
  });

  it("rise from nothing to anything, without a ratio", () => {
    expect(found([4, 4, 0, 0, 1])[0]).toMatchObject({ dropRatio: 0, rebounded: true });
    expect(found([4, 4, 0, 0, 1])[0].reboundRatio).toBeUndefined();
    expect(found([4, 4, 0, 0, 0])[0].rebounded).toBe(false);
  });
});

describe("episodes apart", () => {
  it("are the earliest of a zone, then the next that begins once it is over, each zone for itself", () => {
    const one = (zone: string, since: string, until: string) => ({ ...found([4, 6, 2, 5, 3])[0], zone, since, until });
    const some = [
      one("a", "2020-01-01", "2020-06-01"),
      one("a", "2020-02-01", "2020-07-01"),
      one("a", "2020-06-01", "2020-11-01"),
      one("b", "2020-02-01", "2020-07-01"),
    ];
    expect(apart(some)).toEqual([some[0], some[2], some[3]]);
  });
});
