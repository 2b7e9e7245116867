import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber, nextPeriod } from "../core/day.js";
import type { Impact } from "../core/impact.js";
import { decimals, percent } from "../core/print.js";
import { bands } from "./bands.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * What came as bars, what was to be expected over them with its interval from the day on, and below how far the two have
 * drifted apart in sum. All series of the impact together.
 */
export function impactChart(found: Impact, { title, subtitle }: Words): ChartSpec {
  const { every } = found.regression;
  const format = { day: "%-d %b %Y", week: "%-d %b %Y", month: "%b %Y", quarter: "%b %Y", year: "%Y" }[every];
  const axis = { format, grid: false, tickCount: 10, labelFlush: true };
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null };
  const y = { type: "quantitative", title: `events a ${every}`, scale: { zero: true } };
  const apart = { ...y, title: "more or fewer, added up" };
  const interval = `with its ${percent(found.level)} interval`;
  return themed(title, subtitle, {
    spacing: 30,
    resolve: { scale: { x: "shared" } },
    vconcat: [
      {
        width: 760,
        height: 240,
        layer: [
          bars(observedOf(found), x, y, { ...axis, labels: false, ticks: false }),
          ...expected(found, x, y),
          ...fromDay(found, x),
          words("observed", colours.quiet, 0),
          words(`expected without a change, ${interval}`, colours.blue, 62),
        ],
      },
      {
        width: 760,
        height: 120,
        layer: [
          ...drift(found, { ...x, axis }, apart),
          ...fromDay(found, x).slice(0, 1),
          words(`observed less expected since then, ${interval}: ${driftText(found)}`, colours.blue, 0),
        ],
      },
    ],
  });
}

interface Bar {
  readonly since: number;
  readonly until: number;
  readonly observed: number;
}

function bars(values: readonly Bar[], x: ChartSpec, y: ChartSpec, axis: ChartSpec): ChartSpec {
  return {
    data: { values },
    mark: { type: "rect", color: "#c3cdd8", stroke: "white", strokeWidth: 1.5 },
    encoding: {
      x: { ...x, axis, field: "since" },
      x2: { field: "until" },
      y: { ...y, field: "observed" },
      y2: { datum: 0 },
    },
  };
}

/** Each period before the day, all series together. */
function beforeOf({ regression }: Impact): { period: Day; observed: number; fitted: number }[] {
  const sums = new Map<Day, { period: Day; observed: number; fitted: number }>();
  for (const { period, observed, fitted } of regression.rows) {
    const sum = sums.get(period) ?? { period, observed: 0, fitted: 0 };
    sums.set(period, { period, observed: sum.observed + observed, fitted: sum.fitted + fitted });
  }
  return [...sums.values()].sort((one, other) => (one.period < other.period ? -1 : 1));
}

function observedOf(found: Impact): Bar[] {
  const { every } = found.regression;
  return [...beforeOf(found), ...found.periods].map(({ period, observed }) => ({
    ...edgesOf(period, every),
    observed,
  }));
}

function expected(found: Impact, x: ChartSpec, y: ChartSpec): readonly ChartSpec[] {
  const { every } = found.regression;
  const values = found.periods.map(({ period, expected: mean, interval: [low, high] }) => ({
    ...edgesOf(period, every),
    mean,
    low,
    high: high ?? mean,
  }));
  const fitted = beforeOf(found).map(({ period, fitted: mean }) => {
    const { since, until } = edgesOf(period, every);
    return { middle: (since + until) / 2, mean };
  });
  return [
    {
      data: { values: fitted },
      mark: { type: "line", color: colours.blue, strokeWidth: 1.6 },
      encoding: { x: { ...x, field: "middle" }, y: { ...y, field: "mean" } },
    },
    ...bands(values, x, y),
  ];
}

function drift(found: Impact, x: ChartSpec, y: ChartSpec): readonly ChartSpec[] {
  const { every } = found.regression;
  const values = found.periods.map(
    ({
      period,
      cumulative: {
        difference,
        differenceInterval: [low, high],
      },
    }) => ({
      ...edgesOf(period, every),
      mean: difference,
      low,
      high: high ?? difference,
    }),
  );
  return [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: "rule", color: colours.quiet },
      encoding: { y: { ...y, field: "zero" } },
    },
    ...bands(values, x, y),
  ];
}

function driftText({
  total: {
    difference,
    differenceInterval: [low, high],
  },
}: Impact): string {
  return `${signed(difference)} [${signed(low)}, ${high === null ? "no bound" : signed(high)}]`;
}

function fromDay({ from, periods, regression }: Impact, x: ChartSpec): readonly ChartSpec[] {
  const isLate = regression.periods > periods.length * regression.keys.length;
  const values = [{ at: timeOf(from), text: `from ${from}` }];
  const encoding = { x: { ...x, field: "at" } };
  const { orange: color } = colours;
  return [
    { data: { values }, mark: { type: "rule", color, strokeDash: [5, 3], strokeWidth: 1.5 }, encoding },
    {
      data: { values },
      mark: { type: "text", align: isLate ? "right" : "left", baseline: "top", dx: isLate ? -5 : 5, color },
      encoding: { ...encoding, y: { value: 2 }, text: { field: "text" } },
    },
  ];
}

function words(text: string, color: string, dx: number): ChartSpec {
  return {
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color, dx },
    encoding: { x: { value: 0 }, y: { value: -6 }, text: { field: "text" } },
  };
}

function signed(value: number): string {
  const whole = Math.round(value) || 0;
  return `${whole > 0 ? "+" : ""}${decimals(whole, 0)}`;
}

function edgesOf(period: Day, every: Impact["regression"]["every"]): { since: number; until: number } {
  return { since: timeOf(period), until: timeOf(nextPeriod(period, every)) };
}

function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}
