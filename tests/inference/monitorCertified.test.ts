import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/monitor.json" with { type: "json" };
import exact from "../fixtures/monitorExact.json" with { type: "json" };
import { panelOf, seriesOf } from "./watched.js";

const always = { events: 0, periods: 4 };

/** The rows of the periods with these indices. */
function rowsAt(panel: hc.Panel, detector: hc.Detector, at: readonly number[]): hc.Signal[] {
  const [{ start, values, recipe }] = panel;
  let day = start;
  const days = values.map((_, t) => {
    if (t > 0) day = hc.periodsIn({ since: day, until: hc.addDays(day, 40) }, recipe.every)[1];
    return day;
  });
  const rows = hc.monitor(panel, [detector], { since: days[at[0]] });
  return at.map((t) => rows[t - at[0]]);
}

function digits(got: number | null | undefined, expected: number | null, count: number, what: unknown): void {
  expectDigits(got ?? Number.NaN, expected ?? Number.NaN, count, what);
}

// From surveillance 1.20.3 on R 4.2.2 (tests/fixtures/monitor.R says what was mended there).
describe("detectors against R's surveillance", () => {
  it.each(known.original)("Farrington's original on $series, $years years, $falseAlarm", (one) => {
    const { years, halfWindow, falseAlarm } = one;
    const detector = hc.farrington({ method: "original", years, halfWindow, falseAlarm, atLeast: always });
    rowsAt(seriesOf(one.series, false), detector, one.at).forEach((row, i) => {
      digits(row.threshold, one.threshold[i], 8, row);
      expect(row.alarm).toBe(one.alarm[i]);
      digits(1 - (row.p ?? Number.NaN), one.below[i], 8, row);
    });
  });

  it.each(known.flexible)("the flexible one on $series, $limit, $seasons seasons, exposure $exposed", (one) => {
    const { years, halfWindow, seasons, skip, falseAlarm, trend } = one;
    const limit = one.limit as "power" | "nbPlugin" | "muan";
    const options = { years, halfWindow, seasons, skip, falseAlarm, trend, limit, atLeast: always };
    const detector = hc.farrington({ method: "flexible", ...options });
    rowsAt(seriesOf(one.series, one.exposed), detector, one.at).forEach((row, i) => {
      digits(row.expected, one.expected[i], 8, row);
      digits(row.threshold, one.threshold[i], 8, row);
      digits(row.p, one.p[i], 8, row);
      expect(row.alarm).toBe(one.alarm[i]);
      expect(/trend (falling|rising)/.test(row.reading)).toBe(one.trended[i]);
    });
  });

  it.each(known.ears)("EARS $method on $series, $baseline before", (one) => {
    const method = one.method as "C1" | "C2" | "C3";
    const detector = hc.ears(method, { baseline: one.baseline, above: one.above });
    rowsAt(seriesOf(one.series, false), detector, one.at).forEach((row, i) => {
      if (one.statistic !== undefined) digits(row.statistic, one.statistic[i], 10, row);
      if (one.threshold !== undefined) digits(row.threshold, one.threshold[i], 10, row);
      expect(row.alarm).toBe(one.alarm === undefined ? (one.statistic?.[i] ?? 0) > one.above : one.alarm[i]);
    });
  });

  it.each(known.cusum)("the likelihood ratio CUSUM on $series, ratio $ratio, size $size", (one) => {
    const { baseline, ratio, h, size } = one;
    const detector = hc.cusum({ ratio, baseline, h, ...(size !== null && { size }) });
    rowsAt(
      seriesOf(one.series, one.exposed),
      detector,
      one.statistic.map((_, i) => one.first + i),
    ).forEach((row, i) => {
      const near = Math.abs((row.statistic ?? Number.NaN) - one.statistic[i]);
      expect(near <= 1e-10 * Math.max(1, one.statistic[i]), JSON.stringify([row, one.statistic[i]])).toBe(true);
      expect(row.alarm).toBe(one.alarm[i]);
    });
  });

  it.each(known.countCusum)("the CUSUM of counts that goes on after an alarm, on $series", (one) => {
    const detector = hc.cusum({ ratio: one.ratio, baseline: one.baseline, h: one.h, restart: false });
    const at = one.alarm.map((_, i) => one.first + i);
    expect(rowsAt(seriesOf(one.series, false), detector, at).map(({ alarm }) => alarm)).toEqual(one.alarm);
  });

  it("average run lengths of Poisson charts", () => {
    for (const { arl, ...chart } of known.runLength) expectDigits(hc.runLength(chart), arl, 10, chart);
  });
});

// From mpmath at 50 digits (tests/fixtures/monitorExact.py).
describe("detectors against mpmath", () => {
  it.each(exact.runLength)("run length of mean $mean, k $k, h $h, size $size, $direction", ({ arl, ...chart }) => {
    expectDigits(hc.runLength({ ...chart, direction: chart.direction as "up" | "down" }), arl, 12, chart);
  });

  it.each(exact.bayesianChange)("a recent change summed over every segmentation of $values", (one) => {
    const { hazard, shape, rate, recent, values, exposure } = one;
    const detector = hc.bayesianChange({ hazard, prior: { shape, rate }, recent, above: 0.5 });
    const rows = rowsAt(
      panelOf(values, { exposure }),
      detector,
      one.rows.map(({ t }) => t),
    );
    one.rows.forEach(({ probability, age }, i) => {
      digits(rows[i].statistic, probability, 10, one);
      expect(rows[i].alarm).toBe(probability >= 0.5);
      expect(rows[i].reading).toContain(`the rate ${age.toFixed(1)} periods old`);
    });
  });
});
