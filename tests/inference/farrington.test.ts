import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { panelOf } from "./watched.js";

const original = { method: "original", years: 3, halfWindow: 2, falseAlarm: 0.01 } as const;
const weeks = (last: number, level: (t: number) => number): hc.Panel =>
  panelOf([...Array.from({ length: 199 }, (_, t) => level(t)), last]);
const [day] = hc.periodsIn({ since: hc.addDays("2014-12-29", 199 * 7), until: "2030-01-01" }, "week");
const lastOf = (panel: hc.Panel, options: hc.FarringtonOptions): hc.Signal =>
  hc.monitor(panel, [hc.farrington(options)], { since: day })[0];

describe("farrington", () => {
  it("expects the level of the same weeks of earlier years, and alarms above what few weeks exceed", () => {
    const row = lastOf(
      weeks(14, (t) => 3 + (t % 2)),
      original,
    );
    expect(row.n).toBe(15);
    expect(row.expected).toBeCloseTo(3.5, 0);
    expect(row.alarm).toBe(true);
    expect(row.reading).toMatch(
      /^2018-10-22: 14 against 3\.\d of n = 15 earlier periods: threshold [89]\.\d for 1\.00% false alarms, p = 2\.0e-5: alarm$/,
    );
  });

  it("has a p below the share of false alarms exactly where the count is above the threshold", () => {
    const options = [original, { ...original, limit: "nbPlugin" }, { ...original, limit: "muan" }] as const;
    for (const one of options) {
      for (let last = 0; last < 16; last++) {
        const {
          p = 1,
          threshold,
          observed,
        } = lastOf(
          weeks(last, (t) => (t * 7) % 5),
          one,
        );
        expect(p < 0.01, JSON.stringify([one, last])).toBe(observed > (threshold ?? Infinity));
      }
    }
  });

  it("takes an outbreak of an earlier year for one: the expected count hardly moves", () => {
    const calm = lastOf(
      weeks(3, (t) => 3 + (t % 2)),
      original,
    );
    const outbreak = lastOf(
      weeks(3, (t) => (t === 199 - 52 ? 60 : 3 + (t % 2))),
      original,
    );
    const unweighted = lastOf(
      weeks(3, (t) => (t === 199 - 52 ? 60 : 3 + (t % 2))),
      { ...original, weightsThreshold: 1e9 },
    );
    expect((outbreak.expected ?? 9) / (calm.expected ?? 1)).toBeLessThan(1.25);
    expect((unweighted.expected ?? 0) / (calm.expected ?? 1)).toBeGreaterThan(1.8);
    expect((unweighted.threshold ?? 0) / (outbreak.threshold ?? 1)).toBeGreaterThan(2);
  });

  it("keeps a falling trend, and one that rises no higher than what was seen", () => {
    const falling = lastOf(
      weeks(3, (t) => Math.round(40 * Math.exp(-t / 60))),
      original,
    );
    expect(falling.reading).toContain(", trend falling: ");
    const rising = lastOf(
      weeks(3, (t) => Math.round(2 * Math.exp(t / 60))),
      original,
    );
    expect(rising.reading).not.toContain("trend");
  });

  it("does not alarm on a few events in a month, and says so", () => {
    const quiet = (t: number): number => (t % 40 === 0 ? 1 : 0);
    const row = lastOf(weeks(3, quiet), { ...original, atLeast: { events: 5, periods: 4 } });
    expect(row.alarm).toBe(false);
    expect(row.reading).toContain(", but fewer than 5 in 4 periods");
    expect(lastOf(weeks(3, quiet), { ...original, atLeast: { events: 3, periods: 4 } }).alarm).toBe(true);
  });

  it("has the threshold 0 where the same time of earlier years had no event", () => {
    expect(
      lastOf(
        weeks(5, () => 0),
        original,
      ),
    ).toMatchObject({
      ...{ expected: 0, threshold: 0, statistic: null, alarm: true },
      reading: "2018-10-22: 5 against 0.0 of n = 15 earlier periods: threshold 0.0 for 1.00% false alarms: alarm",
    });
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`farrington: ${text}`);
    expect(() => hc.farrington({ ...original, years: 0 })).toThrow(fault("years needs a whole number from 1, got 0"));
    expect(() => hc.farrington({ ...original, seasons: 1.5 })).toThrow(
      fault("seasons needs a whole number from 1, got 1.5"),
    );
    expect(() => hc.farrington({ ...original, falseAlarm: 0.5 })).toThrow(
      fault("falseAlarm needs a number between 0 and 0.5, got 0.5"),
    );
    expect(() => hc.farrington({ ...original, power: 2 })).toThrow(fault("power needs a number above 0, to 1, got 2"));
    expect(() => hc.farrington({ ...original, weightsThreshold: 0 })).toThrow(
      fault("weightsThreshold needs a number above 0, got 0"),
    );
    expect(() => hc.farrington({ ...original, atLeast: { events: 5, periods: 0 } })).toThrow(
      fault("atLeast needs events from 0 and periods from 1, got 5 and 0"),
    );
    expect(() =>
      lastOf(
        weeks(1, () => 1),
        { ...original, years: 2, halfWindow: 26 },
      ),
    ).toThrow(fault("52 periods a year have no room for halfWindow 26 and 1 seasons"));
    expect(() => hc.farrington(original).monitor({ values: [1, 2], exposure: [1, 1] }, 1)).toThrow(
      fault("needs the first day of each period; monitor() fills them in"),
    );
  });
});
