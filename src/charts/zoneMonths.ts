import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { PeriodMean } from "../core/periodMean.js";
import { bands } from "./bands.js";
import { colours, themed } from "./theme.js";

/** What a chart says in words: the finding as its title, n, source and as-of day below it. */
export interface Words {
  readonly title: string;
  readonly subtitle: readonly string[];
}

/**
 * Monthly (or weekly) counts of each zone as bars, one zone a row; period means drawn across them with their intervals, and a
 * line at the day a report closed, where there are such.
 *
 * @throws InputError when the panel is not monthly or weekly counts by zone
 */
export function zoneMonths(
  panel: Panel,
  { title, subtitle, means = [], cutoff, labels = {} }: Words & ZoneMonths,
): ChartSpec {
  const every = panel.length === 0 ? undefined : panel[0].recipe.every;
  const isAlike = panel.every((one) => one.recipe.every === every && one.key["zone"] !== undefined);
  if (!isAlike || (every !== "month" && every !== "week")) {
    throw new InputError("zoneMonths: needs a panel of monthly or weekly counts by zone");
  }
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null };
  const y = { type: "quantitative", title: `events a ${every}`, scale: { zero: true } };
  return themed(title, subtitle, {
    spacing: 18,
    vconcat: panel.map((series, i) => {
      const zone = series.key["zone"];
      const isLast = i === panel.length - 1;
      const tickCount = { interval: "month", step: Math.ceil(series.values.length / ticks[every]) };
      const axis = { format: "%b %Y", tickCount, grid: false, labelFlush: true, labels: isLast, ticks: isLast };
      return {
        title: {
          text: Object.hasOwn(labels, zone) ? labels[zone] : zone,
          fontSize: 13,
          anchor: "start",
          offset: 6,
          frame: "group",
        },
        width: 760,
        height: panel.length === 1 ? 165 : 105,
        layer: [
          ...bars(periodsOf(series, every), { ...x, axis }, y),
          ...levels(
            means.filter((one) => one.key["zone"] === zone),
            x,
            y,
          ),
          ...(cutoff === undefined ? [] : closing(cutoff, i === 0 ? "report closes" : "", x)),
        ],
      };
    }),
  });
}

/** After how many periods the axis leaves out months: at most twelve are named. */
const ticks = { month: 12, week: 52 };

function bars(
  periods: readonly { since: Day; until: Day; events: number }[],
  x: ChartSpec,
  y: ChartSpec,
): readonly ChartSpec[] {
  const values = periods.map(({ since, until, events }) => ({ since: timeOf(since), until: timeOf(until), events }));
  const encoding = {
    x: { ...x, field: "since" },
    x2: { field: "until" },
    y: { ...y, field: "events" },
    y2: { datum: 0 },
  };
  return [{ data: { values }, mark: { type: "rect", color: "#c3cdd8", stroke: "white", strokeWidth: 1.5 }, encoding }];
}

function levels(means: readonly PeriodMean[], x: ChartSpec, y: ChartSpec): readonly ChartSpec[] {
  const values = means.map(({ since, until, mean, interval: [low, high] }) => ({
    since: timeOf(since),
    until: timeOf(until),
    mean,
    low,
    high: high ?? mean,
    text: `${mean.toFixed(1)} [${low.toFixed(1)}, ${high === null ? "no bound" : high.toFixed(1)}]`,
  }));
  const words = {
    type: "text",
    align: "left",
    baseline: "bottom",
    dx: 4,
    dy: -3,
    fontWeight: 600,
    color: colours.blue,
  };
  const named = { x: { ...x, field: "since" }, y: { ...y, field: "high" }, text: { field: "text" } };
  return [
    ...bands(values, x, y),
    { data: { values }, mark: { ...words, stroke: "white", strokeWidth: 3, strokeOpacity: 0.8 }, encoding: named },
    {
      data: { values },
      mark: words,
      encoding: named,
    },
  ];
}

function closing(cutoff: Day, text: string, x: ChartSpec): readonly ChartSpec[] {
  const values = [{ at: timeOf(cutoff), text }];
  const encoding = { x: { ...x, field: "at" } };
  return [
    { data: { values }, mark: { type: "rule", color: colours.orange, strokeDash: [5, 3], strokeWidth: 1.5 }, encoding },
    {
      data: { values },
      mark: { type: "text", align: "left", baseline: "bottom", dx: 5, color: colours.orange },
      encoding: { ...encoding, y: { value: -2 }, text: { field: "text" } },
    },
  ];
}

function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}

/** What stands over the bars, each if it is there: period means, a report's closing day, the zones' names for people. */
export interface ZoneMonths {
  readonly means?: readonly PeriodMean[];
  readonly cutoff?: Day;
  readonly labels?: Readonly<Record<string, string>>;
}

function periodsOf(
  { start, values }: Panel[number],
  every: keyof typeof ticks,
): { since: Day; until: Day; events: number }[] {
  let until = start;
  return values.map((events) => {
    const since = until;
    until = nextPeriod(since, every);
    return { since, until, events };
  });
}
