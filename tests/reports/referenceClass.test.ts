import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import {
  count,
  InputError,
  type ReferenceClass,
  type ReferenceRate,
  referenceClass,
  select,
  share,
} from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { expectDigits } from "../close.js";
import { madeUpCase, shippedCase, weeklyCase } from "./cases.js";

const folder = temporary();
const level = { level: 0.95 };
const wire: ReferenceClass = {
  ...{ id: "r", claim: "lasts", asks: "does it last?", on: "wire", where: {}, zones: ["coast", "hills"] },
  ...{ periods: { before: 3, drop: 2, after: 2 }, dropAtMost: 0.9, reboundAbove: 1.05, least: 10 },
};
const zones = ["mopti-delta", "mopti-plateau", "segou", "north"];
const mali: ReferenceClass = {
  ...{ id: "rebound", claim: "rebound-means-flooding", asks: "does it come back?", on: "acled-hdx-mali", where: {} },
  ...{ proxy: "all violence", zones, periods: { before: 7, drop: 4, after: 6 } },
  ...{ dropAtMost: 0.8, reboundAbove: 1.25, least: 20 },
};
let made: Case;
let shipped: Case;
let found: ReferenceRate;
beforeAll(async () => {
  made = await madeUpCase(folder);
  shipped = await shippedCase(folder);
  found = await referenceClass(shipped.report, mali, shipped.snapshots["acled-hdx-mali"], level);
});

/** Months of a zone, the rates of every origin by hand. */
async function byHand(zone: string) {
  const [{ values }] = await count(select(shipped.snapshots["acled-hdx-mali"], { zone }), { every: "month" });
  const sum = (from: number, to: number): number => values.slice(from, to).reduce((all, one) => all + one, 0);
  return values
    .map((_, t) => ({ t, before: sum(t, t + 7), drop: sum(t + 7, t + 11), after: sum(t + 11, t + 17) }))
    .filter(({ t, before }) => t + 17 <= values.length && before >= 20)
    .map(({ t, before, drop, after }) => ({
      t,
      isDrop: drop / 4 <= 0.8 * (before / 7),
      rebounded: drop === 0 ? after > 0 : after / 6 > 1.25 * (drop / 4),
    }));
}

describe("how often a rebound followed a drop in the shipped totals", () => {
  it("is counted in every zone and origin, and by those that do not overlap", async () => {
    const all = await Promise.all(zones.map(byHand));
    const drops = all.map((some) => some.filter((one) => one.isDrop));
    const apart = drops.flatMap((some) => {
      const kept: typeof some = [];
      for (const one of some) if (one.t >= (kept.at(-1)?.t ?? -17) + 17) kept.push(one);
      return kept;
    });
    const up = (some: readonly { rebounded: boolean }[]): number => some.filter((one) => one.rebounded).length;
    expect(found.episodes).toHaveLength(all.flat().length);
    expect(found.all.afterDrop).toMatchObject({
      ...{ rebounds: up(apart), n: apart.length, estimate: up(apart) / apart.length },
      origins: { rebounds: up(drops.flat()), n: drops.flat().length },
    });
    expect(found.all.anyway.origins).toMatchObject({ rebounds: up(all.flat()), n: all.flat().length });
    expect(found.episodes.filter((one) => one.isCounted)).toHaveLength(apart.length);
    expect(found.all.afterDrop.interval).toEqual(
      share("clopper-pearson").test({ values: [up(apart)], exposure: [apart.length] }, 0.95).interval,
    );
  });

  it("rests, for the report, on what was over when it closed", () => {
    const known = found.episodes.filter((one) => one.isDrop && one.until <= "2023-12-13");
    expect(found.known.afterDrop.origins.n).toBe(known.length);
    expect(found.known.afterDrop.n).toBeLessThan(found.all.afterDrop.n);
  });

  it("leaves out, for the others, what was under way when it closed, the report's own among it", () => {
    const under = found.episodes.filter((one) => one.since < "2023-12-13" && one.until > "2023-12-13");
    expect(found.others.anyway.origins.n).toBe(found.episodes.length - under.length);
    const own = found.episodes.filter((one) => one.isOwn);
    expect(own.map((one) => one.zone)).toEqual(zones);
    expect(own[0]).toMatchObject({
      ...{ since: "2023-01-01", dropSince: "2023-08-01", afterSince: "2023-12-01", until: "2024-06-01" },
      ...{ counts: [144, 39, 95], rebounded: true, isDrop: true },
    });
    expectDigits(own[0].dropRatio, 39 / 4 / (144 / 7), 14);
    for (const one of own) expect(under).toContain(one);
  });

  it("finds that rates rise oftener after a drop than they do anyway, and says what that is", () => {
    expect(found.all.afterDrop.origins.share ?? 0).toBeGreaterThan((found.all.anyway.origins.share ?? 1) + 0.15);
    expect(found.reading).toMatch(
      /^after a drop to 0\.8 of the rate before or less, the rate rose above 1\.25 times in \d/,
    );
    expect(found.reading).toMatch(/\(regression to the mean\), so that a rebound alone speaks for no cause$/);
    expect(found.reading).toMatch(/overlapping origins\) before the report closed; /);
  });

  it("gives the quantiles of the ratios, which are those of the rows", () => {
    const ratios = found.episodes
      .filter((one) => one.isDrop)
      .map((one) => one.reboundRatio ?? Infinity)
      .sort((a, b) => a - b);
    const [, , median] = found.all.afterDrop.quantiles;
    const middle = (ratios.length - 1) / 2;
    expect(median.p).toBe(0.5);
    expectDigits(median.ratio ?? 0, (ratios[Math.floor(middle)] + ratios[Math.ceil(middle)]) / 2, 12);
  });

  it("is the same every time, survives JSON, and names its data and proxy", async () => {
    const again = await referenceClass(shipped.report, mali, shipped.snapshots["acled-hdx-mali"], level);
    expect(JSON.stringify(again)).toBe(JSON.stringify(found));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const { name, asOf, hash } = shipped.snapshots["acled-hdx-mali"];
    expect(found).toMatchObject({ data: { name, asOf, hash }, proxy: "all violence", every: "month", level: 0.95 });
    expect(found).toMatchObject({ since: "2012-01-01", cutoff: "2023-12-13" });
  });
});

describe("a reference class", () => {
  it("without a drop is of every stretch", async () => {
    const { dropAtMost, ...any } = wire;
    const rate = await referenceClass(made.report, any, made.snapshots["wire"], level);
    expect(rate.dropAtMost).toBeUndefined();
    expect(rate.all.afterDrop).toEqual(rate.all.anyway);
    expect(rate.reading).toMatch(/^after any stretch, the rate rose above 1\.05 times in /);
    expect(rate.reading).not.toContain("regression");
  });

  it("that nothing fits has no rate, and says so", async () => {
    const rate = await referenceClass(made.report, { ...wire, least: 1000 }, made.snapshots["wire"], level);
    expect(rate.all.afterDrop).toEqual({
      ...{ rebounds: 0, n: 0, interval: [0, 1], origins: { rebounds: 0, n: 0 }, quantiles: [] },
    });
    expect(rate.reading).toMatch(/in none of 0 episodes .*; no such episode, so no base rate$/);
  });

  it("counts by the week where the report does", async () => {
    const { report, snapshot } = await weeklyCase(folder);
    const spec = { ...wire, on: "gazette", zones: ["inland"], periods: { before: 4, drop: 2, after: 3 } };
    const rate = await referenceClass(report, spec, snapshot, level);
    expect(rate).toMatchObject({ every: "week", since: "2023-03-06" });
    expect(rate.episodes.find((one) => one.isOwn)).toMatchObject({
      ...{ since: "2023-10-16", dropSince: "2023-11-13", afterSince: "2023-11-27", until: "2023-12-18" },
    });
    await expect(
      referenceClass({ ...made.report, every: "week" }, wire, made.snapshots["wire"], level),
    ).rejects.toThrow(/known only to the month, too coarse for counts by week/);
  });

  it("throws on stretches without periods, a level that is none, and zones it does not know", async () => {
    const asked = (some: Partial<ReferenceClass>, at = level) =>
      referenceClass(made.report, { ...wire, ...some }, made.snapshots["wire"], at);
    await expect(asked({ periods: { before: 3, drop: 0, after: 2 } })).rejects.toThrow(
      new InputError("referenceClass: drop needs a whole number of periods above 0, got 0 (r)"),
    );
    await expect(asked({}, { level: 95 })).rejects.toThrow(
      new InputError("referenceClass: level needs a number between 0 and 1, got 95"),
    );
    await expect(asked({ zones: ["atlantis"] })).rejects.toThrow(/zone "atlantis" is not in the codebook ruritania/);
  });
});
