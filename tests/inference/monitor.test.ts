import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { frozen } from "./contract.js";
import { panelOf } from "./watched.js";

const years = Array.from({ length: 330 }, (_, t) => (t * 7919) % 11);
const detectors = [
  hc.ears("C1"),
  hc.ears("C2", { leastSd: 0.5 }),
  hc.ears("C3"),
  hc.cusum({ ratio: 2, h: 3, baseline: 20, direction: "both" }),
  hc.cusum({ ratio: 1.5, inControl: 50, baseline: 20, size: "estimated", direction: "down", restart: false }),
  hc.farrington({ method: "original", years: 3, halfWindow: 3, falseAlarm: 0.01 }),
  hc.farrington({ method: "flexible", years: 4, halfWindow: 3, skip: 26, falseAlarm: 0.01 }),
  hc.farrington({ method: "flexible", years: 3, halfWindow: 2, seasons: 3, falseAlarm: 0.01, limit: "muan" }),
  hc.bayesianChange({ hazard: 0.02, prior: { shape: 1, rate: 1 }, recent: 3, above: 0.5 }),
];

describe("monitor", () => {
  it("gives a row for each period from the day on, with what was counted and of which series", () => {
    const rows = hc.monitor(panelOf(years), [hc.ears("C1"), hc.ears("C2")], { since: "2015-03-10" });
    expect(rows).toHaveLength(2 * (330 - 11));
    expect(rows[0]).toMatchObject({
      ...{ method: 'ears("C1")', key: { zone: "coast" }, from: "abcdef1234", period: "2015-03-16" },
      ...{ observed: years[11], exposure: 7, n: 7 },
    });
    expect(rows[0].reading).toMatch(/^2015-03-16: /);
  });

  it.each(detectors)("$name knows nothing of what comes later", (detector) => {
    const first = 300;
    const short = hc.monitor(panelOf(years.slice(0, 310)), [detector], { since: "2020-09-28" });
    expect(short).toHaveLength(10);
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), (future) => {
        const long = hc.monitor(panelOf([...years.slice(0, 310), ...future]), [detector], { since: "2020-09-28" });
        expect(long.slice(0, 10)).toEqual(short);
      }),
      { seed: 5, numRuns: 4 },
    );
    expect(years.slice(first, 310)).toEqual(short.map(({ observed }) => observed));
  });

  it.each(detectors)("$name does not care for the unit of exposure, but for its prior", (detector) => {
    if (detector.name.startsWith("bayesianChange")) return;
    const of = (unit: number): hc.Signal[] =>
      hc.monitor(panelOf(years, { exposure: years.map((_, t) => unit * (7 - (t % 3))) }), [detector], {
        since: "2020-09-28",
      });
    const [days, hours] = [of(1), of(24)];
    days.forEach((row, i) => {
      expect(hours[i].alarm).toBe(row.alarm);
      expect(hours[i].expected ?? 0).toBeCloseTo(row.expected ?? 0, 8);
      expect(hours[i].threshold ?? 0).toBeCloseTo(row.threshold ?? 0, 8);
    });
  });

  it.each(detectors)("$name gives plain rows of a stretch it leaves alone", (detector) => {
    const periods = hc.periodsIn({ since: "2014-12-29", until: hc.addDays("2014-12-29", 7 * years.length) }, "week");
    const stretch = { ...frozen(years), periods: Object.freeze(periods) };
    const rows = detector.monitor(stretch, 300);
    expect(rows).toHaveLength(30);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    expect(detector.monitor(stretch, 300)).toEqual(rows);
    for (const { reading } of rows) expect(reading).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it.each([
    [hc.ears("C1"), "2015-01-05, got 1 periods; since 2015-02-16 would do", 'ears("C1") needs 7 periods'],
    [
      hc.farrington({ method: "original", years: 5, halfWindow: 3, falseAlarm: 0.01 }),
      "2015-01-05, got 1 periods; since 2020-01-20 would do",
      'farrington({ method: "original", years: 5, halfWindow: 3, falseAlarm: 0.01 }) needs 5 years and 3 periods',
    ],
    [
      hc.farrington({ method: "original", years: 9, halfWindow: 3, falseAlarm: 0.01 }),
      "2015-01-05, got 1 periods; no period has them",
      'farrington({ method: "original", years: 9, halfWindow: 3, falseAlarm: 0.01 }) needs 9 years and 3 periods',
    ],
  ])("names what a short baseline lacks and what would do", (detector, cure, what) => {
    expect(() => hc.monitor(panelOf(years), [detector], { since: "2015-01-05" })).toThrow(
      new hc.InputError(`monitor: ${what} before ${cure}`),
    );
  });

  it("throws on a day past the end, on what is no count and on no exposure", () => {
    const watch =
      (panel: hc.Panel, since: hc.Day): (() => unknown) =>
      () =>
        hc.monitor(panel, [hc.ears("C1")], { since });
    expect(watch(panelOf([1, 2]), "2015-01-06")).toThrow(
      new hc.InputError("monitor: no period starts on 2015-01-06 or later, the last on 2015-01-05"),
    );
    expect(watch(panelOf([1, 2.5]), "2015-01-05")).toThrow(
      new hc.InputError("monitor: needs whole counts and exposure above 0, got 2.5 in 7"),
    );
    expect(watch(panelOf([1, 2], { exposure: [1, 0] }), "2015-01-05")).toThrow(
      new hc.InputError("monitor: needs whole counts and exposure above 0, got 2 in 0"),
    );
  });
});
