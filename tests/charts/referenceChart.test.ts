import { describe, expect, it } from "vitest";
import { type Episode, InputError, type ReboundRate, type ReferenceRate, referenceChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { hostile, words } from "./madeUp.js";

const episode = (zone: string, since: string, dropRatio: number, reboundRatio: number | undefined): Episode => ({
  ...{ zone, since, dropSince: "2019-05-01", afterSince: "2019-08-01", until: "2019-11-01", counts: [50, 20, 30] },
  ...{ dropRatio, ...(reboundRatio !== undefined && { reboundRatio }), rebounded: (reboundRatio ?? 9) > 1.25 },
  ...{ isDrop: dropRatio <= 0.8, isCounted: false, isOwn: false },
});
const base = (rebounds: number, n: number): ReboundRate => ({
  ...{ rebounds, n, ...(n > 0 && { estimate: rebounds / n }), interval: [0.2, 0.9], quantiles: [] },
  origins: { rebounds, n },
});
const rate: ReferenceRate = {
  ...{ id: "r", claim: "c", asks: "?", zones: ["coast", "hills"], periods: { before: 4, drop: 3, after: 3 } },
  ...{ dropAtMost: 0.8, reboundAbove: 1.25, least: 10, every: "month", level: 0.95, cutoff: "2020-08-01" },
  ...{ data: { name: "wire", asOf: "2020-11-01", hash: "abcdef1234" }, since: "2019-01-01", until: "2020-11-01" },
  known: { afterDrop: base(2, 3), anyway: base(2, 5) },
  all: { afterDrop: base(3, 5), anyway: base(4, 10) },
  others: { afterDrop: base(2, 4), anyway: base(3, 9) },
  episodes: [
    { ...episode("coast", "2019-01-01", 0.4, 2.5), isCounted: true },
    episode("coast", "2019-02-01", 0.6, 1.4),
    { ...episode("coast", "2020-01-01", 0.5, 1.6), isOwn: true, isCounted: true },
    { ...episode("hills", "2019-01-01", 0.7, 0), isCounted: true },
    episode("hills", "2019-02-01", 1.5, 0.8),
    episode("hills", "2019-03-01", 0, undefined),
  ],
  ...{ reading: "", assumes: [] },
};

describe("a chart of a reference class", () => {
  const spec = referenceChart(rate, { ...words, labels: { coast: "The coast", hills: "The hills" } });

  it("is the specification that is held beside this test", () => {
    expectHeld("referenceChart", spec);
  });

  it("is drawn without a complaint: a dot an episode, the own one ringed, a line at each threshold", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts, svg } = await drawn(spec);
    expect(marks).toEqual({ rule: 2, point: 6 + 2, text: 2 });
    expect(svg.match(/stroke-dasharray="4,3"/g)).toHaveLength(2);
    expect(texts).toContain("rate of the drop over the 4 months before");
    expect(texts).toContain("The coast");
  });

  it("carries the base rate with n, interval and source in its subtitle", async () => {
    const { svg } = await drawn(spec);
    expect(svg).toContain(
      "Above 1.25 times after a drop to 0.8 or less (full dots): 3 of 5, 60% [20%, 90%]; by 2020-08-01: 2 of 3, 67% [20%, 90%]",
    );
    expect(svg).toContain("Anyway, without asking for a drop: 4 of 10, 40% [20%, 90%]");
    expect(svg).toContain("wire as of 2020-11-01 (abcdef12)");
  });

  it("draws without a threshold, an own episode or a rate", async () => {
    const { dropAtMost, ...any } = rate;
    const none = { afterDrop: base(0, 0), anyway: base(0, 0) };
    const episodes = rate.episodes.map((one) => ({ ...one, isOwn: false }));
    const bare = referenceChart({ ...any, episodes, known: none, all: none }, words);
    expect(complaints(bare)).toEqual([]);
    const { marks, svg } = await drawn(bare);
    expect(marks).toEqual({ rule: 1, point: 6 });
    expect(svg).toContain("Above 1.25 times after any stretch (full dots): no episode; by 2020-08-01: no episode");
  });

  it("keeps ratios of 0 and without a bound inside its scales, as triangles", async () => {
    const { svg } = await drawn(spec);
    expect(svg).not.toMatch(/NaN|Infinity/);
    const { layer } = spec as unknown as {
      layer: readonly { data: { values: readonly { shape?: string; drop: number; back: number }[] } }[];
    };
    const dots = layer.flatMap((one) => one.data.values).filter((one) => one.shape?.startsWith("triangle"));
    expect(dots.map((one) => one.shape).sort()).toEqual(["triangle-down", "triangle-up"]);
    for (const { drop, back } of dots) expect(drop > 0 && back > 0 && back < 10).toBe(true);
  });

  it("keeps hostile labels as texts, and refuses nothing to draw", async () => {
    const labels = { coast: hostile[0], hills: hostile[1] };
    const { svg } = await drawn(referenceChart(rate, { ...words, labels }));
    expect(svg).not.toContain("<script>");
    expect(() => referenceChart({ ...rate, episodes: [] }, words)).toThrow(
      new InputError("referenceChart: r has no episode"),
    );
  });
});
