import { describe, expect, it } from "vitest";
import { type Evidence, evidenceOf } from "../../src/reports/evidenceOf.js";
import { coarse, fine, type Grid, phis } from "../../src/reports/grids.js";
import type { Story, StoryEffect } from "../../src/reports/stories.js";
import { fitStory } from "../../src/reports/storyFit.js";
import type { ZoneCounts } from "../../src/reports/timeline.js";
import { expectDigits } from "../close.js";
import { bruteForce } from "./bruteForce.js";
import { zoneOf } from "./counts.js";
import { plainEvidence } from "./plainEvidence.js";

const same: Story = { id: "same", effects: [], ends: ["never"] };
const effect = (name: string, zones: readonly string[], more: Partial<StoryEffect> = {}): StoryEffect => ({
  ...{ name, zones, centre: Math.log(0.6), sd: 0.4, doesEnd: false },
  courseIn: (period) => (period >= "2020-05-01" ? 1 : 0),
  ...more,
});
const lasting = effect("absence", ["coast", "hills"], {
  doesEnd: true,
  courseIn: (period, end) => (period >= "2020-05-01" && (end === "never" || period < end) ? 1 : 0),
});
const season = effect("water", ["coast"], {
  courseIn: (period) => ({ "01": 0.9, "02": 0.5, "08": 1 })[period.slice(5, 7)] ?? 0,
});

const coast = zoneOf("coast", [10, 14, 12, 14, 6, 7], [7, 12, 11], [[6, 9, 14, 12, 13, 11, 12, 5, 12, 10, 11, 12]]);
const hills = zoneOf("hills", [22, 25, 31, 19, 14, 15], [13, 20, 30]);

function found(
  story: Story,
  counts: readonly ZoneCounts[],
  { some = phis, drift = 0, grid = fine }: { some?: readonly number[]; drift?: number; grid?: Grid } = {},
): Evidence {
  return evidenceOf(fitStory(story, counts, { grid: { ...grid, phis: some }, drift, lattices: new Map() }), counts);
}

describe("the chance of what came, where rates stay as they are", () => {
  it("is the gamma and Poisson's closed form for Poisson counts", () => {
    // Jeffreys' prior: after N events in D days the rate is gamma (N + 1/2, D), and the counts ahead negative binomial
    const logRise = (from: number, by: number): number =>
      Array.from({ length: by }, (_, k) => Math.log(from + k)).reduce((sum, log) => sum + log, 0);
    for (const [past, ahead] of [
      [
        [10, 14, 12, 14],
        [12, 13, 21],
      ],
      [
        [0, 0, 0],
        [0, 1],
      ],
      [[200, 214, 230], [190]],
    ]) {
      const [n, k] = [past, ahead].map((values) => values.reduce((sum, value) => sum + value, 0));
      const [days, more] = [30 * past.length, 30 * ahead.length];
      const exact =
        logRise(n + 0.5, k) -
        ahead.reduce((sum, value) => sum + logRise(1, value), 0) +
        (n + 0.5) * Math.log(days) -
        (n + k + 0.5) * Math.log(days + more) +
        k * Math.log(30);
      const log = found(same, [zoneOf("coast", past, ahead)], { some: [1] }).of({});
      expect(Math.abs(log - exact), `${past}`).toBeLessThan(3e-4);
    }
  });

  it("is that of plain quadrature over all dispersions, and at each alone", () => {
    const counts = [zoneOf("coast", [10, 14, 12, 14], [12, 13, 21])];
    const { past, forecast } = counts[0];
    const log = found(same, counts);
    expect(Math.abs(log.of({}) - bruteForce(past, forecast, phis))).toBeLessThan(3e-4);
    for (const [p, phi] of phis.entries())
      expect(Math.abs(log.of({ phi: p }) - bruteForce(past, forecast, [phi])), String(phi)).toBeLessThan(2e-3);
  });

  it("up to a period, without one, without a zone and of one alone is that of the others", () => {
    const both = found(same, [coast, hills]);
    const cut = (zone: ZoneCounts, keep: readonly number[]): ZoneCounts => {
      const { values, exposure, periods } = zone.forecast;
      const forecast = {
        values: keep.map((t) => values[t]),
        exposure: keep.map((t) => exposure[t]),
        periods: keep.map((t) => periods[t]),
      };
      return { ...zone, forecast };
    };
    const near = (one: number, other: number): void => expect(Math.abs(one - other)).toBeLessThan(1e-3);
    near(both.of({ first: 2 }), found(same, [cut(coast, [0, 1]), cut(hills, [0, 1])]).of({}));
    near(both.of({ butPeriod: 1 }), found(same, [cut(coast, [0, 2]), cut(hills, [0, 2])]).of({}));
    near(both.of({ butZone: 0 }), found(same, [hills]).of({}));
    near(both.of({ onlyZone: 0 }), found(same, [coast]).of({}));
    expectDigits(both.of({}), both.of({ onlyZone: 0 }) + both.of({ onlyZone: 1 }), 10);
  });
});

describe("the chance of what came, under effects of unknown size", () => {
  const cases: readonly (readonly [string, Story, readonly ZoneCounts[], readonly number[], number])[] = [
    ["one effect", { id: "a", effects: [effect("x", ["coast"])], ends: ["never"] }, [coast], [1, 2.8], 0.3],
    ["a season learnt from an earlier year", { id: "b", effects: [season], ends: ["never"] }, [coast], [1.4], 0],
    [
      "an effect that two zones share, with an end",
      { id: "c", effects: [lasting], ends: ["2020-07-01", "2020-08-01", "never"] },
      [coast, hills],
      [1, 4],
      0,
    ],
    [
      "two effects in one zone",
      { id: "d", effects: [season, lasting], ends: ["2020-08-01", "never"] },
      [coast],
      [2],
      0,
    ],
  ];

  it.each(cases)("is that of adding up plainly: %s", (_, story, counts, some, drift) => {
    const plain = plainEvidence(story, counts, { phis: some, drift, sizes: story.effects.length === 2 ? 20 : 36 });
    expect(Math.abs(found(story, counts, { some, drift }).of({}) - plain)).toBeLessThan(2e-3);
    expect(Math.abs(found(story, counts, { some, drift, grid: coarse }).of({}) - plain)).toBeLessThan(1e-2);
  });

  it("is that of rates alone where the size is known to be 1", () => {
    const none = effect("nothing", ["coast"], { centre: 0, sd: 0 });
    expectDigits(
      found({ id: "none", effects: [none], ends: ["never"] }, [coast]).of({}),
      found(same, [coast]).of({}),
      12,
    );
  });

  it("adds to 1 over all that could come", () => {
    let sum = 0;
    for (let k = 0; k < 200; k++) {
      const counts = [zoneOf("coast", [10, 14, 12, 14, 6, 7], [k])];
      sum += Math.exp(
        found({ id: "a", effects: [lasting], ends: ["2020-07-01", "never"] }, counts, { some: [1, 4], drift: 0.3 }).of(
          {},
        ),
      );
    }
    expect(Math.abs(sum - 1)).toBeLessThan(1e-3);
  });

  it("leans to no size where the counts say nothing of it: the prior is Jeffreys' for the expected counts", () => {
    // one period felt, one not, no events in either: a rate prior without the factors would favour small sizes
    const quiet = [zoneOf("coast", [0, 0, 0, 0, 0, 0, 0, 0], [0])];
    const fit = fitStory({ id: "a", effects: [effect("x", ["coast"])], ends: ["never"] }, quiet, {
      ...{ grid: { ...fine, phis: [1] }, drift: 0, lattices: new Map() },
    });
    const [low, high] = [fit.zones[0].before[0][0], fit.zones[0].before.at(-1)?.[0] ?? 0];
    expect(Math.abs(low - high)).toBeLessThan(1e-3);
  });
});
