import type { ChartSpec } from "../core/chart.js";
import { addDays, type Day, daysIn } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { decimals, percent } from "../core/print.js";
import type { WatchedPeriod, WatchedQuestion } from "../core/watchedQuestion.js";
import { colours, themed } from "./theme.js";
import { across, edged, size, timeOf, watchedRatios } from "./watchedRatios.js";
import type { Words } from "./zoneMonths.js";

/**
 * A watched question period by period, on a log scale: the running ratio over the baseline with its counts, the interval
 * that holds at all looks for counts that vary as they did (the band) and if Poisson (the bars), the counts of the next period that would settle it,
 * and below the evidence with the line that it has to pass. What lies beyond a tenth or ten times is drawn at the edge.
 *
 * @throws InputError when no period has arrived and none is to come
 */
export function watchChart(watched: WatchedQuestion, { title, subtitle }: Words): ChartSpec {
  const { periods, next, level, every } = watched;
  if (periods.length === 0 && next === undefined)
    throw new InputError(`watchChart: needs a period that has arrived or is to come, got none (${watched.id})`);
  const days = [...periods.map((one) => one.period), ...(next === undefined ? [] : [next.period])];
  const [first, last] = [days[0], days[days.length - 1]];
  const edge = Math.max(3, Math.round(0.06 * daysIn({ since: first, until: last })));
  const x = {
    field: "at",
    type: "temporal",
    title: null,
    scale: { type: "utc", nice: false, domain: [dateOf(addDays(first, -edge)), dateOf(addDays(last, edge))] },
    axis: null,
  };
  const format = every === "month" ? "%b %Y" : "%-d %b %Y";
  const axis = { format, grid: false, labelOverlap: true, values: days.map(dateOf), domain: false, ticks: false };
  const values = periods.map((one) => pointOf(one));
  return themed(title, subtitle, {
    spacing: 8,
    vconcat: [
      {
        ...size,
        data: { values },
        layer: [
          ...watchedRatios(x, watched),
          ...crossings(x, watched, size.height),
          said(
            `rate over the baseline's, ${percent(level)} intervals that hold at every look; bars: if Poisson`,
            colours.blue,
          ),
        ],
      },
      {
        width: size.width,
        height: 18,
        data: { values: days.map((day) => ({ at: timeOf(day), count: "" })) },
        layer: counts({ ...x, axis }, values),
      },
      {
        ...{ width: size.width, height: 110, data: { values } },
        layer: [
          ...evidence(x, watched),
          said(
            `evidence against no change, counts varying as they do; grey: if Poisson; needed at any look: ${decimals(1 / (1 - level), 0)}`,
            colours.orange,
          ),
        ],
      },
    ],
  });
}

/** A day as a scale takes it: a bare number would be read as a year. */
function dateOf(day: Day): ChartSpec {
  const [year, month, date] = day.split("-").map(Number);
  return { year, month, date, utc: true };
}

function pointOf({ period, count, estimate, wide, poisson }: WatchedPeriod): ChartSpec {
  return {
    ...{ at: timeOf(period), count: decimals(count, 0), low: edged(wide.interval[0]), high: edged(wide.interval[1]) },
    ...{ least: edged(poisson.interval[0]), most: edged(poisson.interval[1]) },
    ...(estimate !== undefined && { estimate: edged(estimate) }),
    ...{ wide: shown(wide.eValue), poisson: shown(poisson.eValue) },
  };
}

/** A log scale shows nothing at 0, and more evidence than this is drawn at the edge. */
function shown(eValue: number): number {
  return Math.min(1e9, Math.max(1e-3, eValue));
}

/** Each period's count, over the days. */
function counts(x: ChartSpec, values: readonly ChartSpec[]): readonly ChartSpec[] {
  const encoding = { y: { value: 9 }, text: { field: "count" } };
  return [
    { mark: { type: "text" }, encoding: { ...encoding, x } },
    { data: { values }, mark: { type: "text", color: colours.ink, fontSize: 11.5 }, encoding: { ...encoding, x } },
    {
      data: { values: [{ count: "count" }] },
      mark: { type: "text", align: "right", color: colours.quiet, fontSize: 11.5 },
      encoding: { ...encoding, x: { value: -8 } },
    },
  ];
}

/** A line down at each period in which something was passed. */
function crossings(x: ChartSpec, { crossed, periods, next }: WatchedQuestion, height: number): readonly ChartSpec[] {
  if (crossed.length === 0) return [];
  const count = periods.length + (next === undefined ? 0 : 1);
  const isLate = (day: Day): boolean => periods.findIndex((one) => one.period === day) > 0.6 * (count - 1);
  const values = crossed.map(({ what, direction, period }, i) => ({
    late: isLate(period),
    at: timeOf(period),
    text: `${direction === "up" ? "above" : "below"} ${what}`,
    y: 12 + 15 * i,
  }));
  const { orange: color } = colours;
  const y = { field: "y", type: "quantitative", scale: null, axis: null };
  return [
    {
      data: { values },
      mark: { type: "rule", color, strokeDash: [2, 3], strokeWidth: 1.2 },
      encoding: { x, y: { value: 0 }, y2: { value: height } },
    },
    ...[false, true].map((late) => ({
      data: { values: values.filter((one) => one.late === late) },
      mark: { type: "text", align: late ? "right" : "left", dx: late ? -6 : 5, color, fontSize: 11.5 },
      encoding: { x, y, text: { field: "text" } },
    })),
  ];
}

function evidence(x: ChartSpec, { periods, level }: WatchedQuestion): readonly ChartSpec[] {
  const needs = 1 / (1 - level);
  const all = [
    0.5,
    1.5 * needs,
    ...periods.flatMap(({ wide, poisson }) => [shown(wide.eValue), shown(poisson.eValue)]),
  ];
  const domain = [Math.min(...all) / 1.3, Math.max(...all) * 1.3];
  const powers = [0.001, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
  const values = powers.filter((one) => one >= domain[0] && one <= domain[1]);
  const scale = { type: "log", domain, nice: false };
  const y = { type: "quantitative", title: "e-value", scale, axis: { values, format: "~g" } };
  const line = (field: string, color: string, strokeWidth: number): ChartSpec => ({
    mark: { type: "line", color, strokeWidth, point: { filled: true, size: 20 * strokeWidth, color } },
    encoding: { x, y: { ...y, field } },
  });
  return [across(needs, y, colours.orange), line("poisson", "#a9b4c0", 1.5), line("wide", colours.ink, 2.2)];
}

function said(text: string, color: string): ChartSpec {
  return {
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color },
    encoding: { x: { value: 0 }, y: { value: -8 }, text: { field: "text" } },
  };
}
