import type { ChartSpec } from "../core/chart.js";
import { dayNumber } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import type { Signal } from "../core/signal.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * One series as one detector watched it: a bar a period, the count above which each would have alarmed as a step, the
 * periods that did in another colour with their counts (of a run in a long series, the first alone). Where a period has no threshold the
 * step breaks off.
 *
 * @throws InputError when there is no signal, or they are of more than one series or detector
 */
export function monitorChart(signals: readonly Signal[], { title, subtitle }: Words): ChartSpec {
  const kinds = new Set(signals.map(({ key, method }) => JSON.stringify([key, method])));
  if (kinds.size !== 1)
    throw new InputError(`monitorChart: needs the signals of one series and one detector, got ${kinds.size}`);
  const axis = { grid: false, tickCount: 8, labelFlush: true, labelOverlap: true, format: "%-d %b %Y" };
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null, axis };
  const y = { type: "quantitative", title: "count", scale: { zero: true } };
  const { orange, blue, quiet } = colours;
  const isAlarm = { filter: "datum.alarm" };
  const span = { x: { ...x, field: "since" }, x2: { field: "until" } };
  const gap = signals.length > 80 ? 0.5 : 1.5;
  const bar = (color: string): ChartSpec => ({ type: "rect", color, stroke: "white", strokeWidth: gap });
  const observed = { y: { ...y, field: "observed" }, y2: { datum: 0 } };
  const steps = { type: "rule", color: blue, strokeWidth: 2 };
  const said = (text: string, color: string, dx: number): ChartSpec => ({
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color, dx },
    encoding: { x: { value: 0 }, y: { value: -10 }, text: { field: "text" } },
  });
  const label = (look: ChartSpec): ChartSpec => ({
    transform: [{ filter: "datum.label != ''" }],
    mark: { type: "text", baseline: "bottom", dy: -4, fontWeight: 600, ...look },
    encoding: { x: { ...x, field: "middle" }, y: { ...y, field: "observed" }, text: { field: "label" } },
  });
  const hasThreshold = signals.some(({ threshold }) => threshold !== null);
  return themed(title, subtitle, {
    width: 760,
    height: 260,
    data: { values: pointsOf(signals) },
    layer: [
      { mark: bar("#c3cdd8"), encoding: { ...span, ...observed } },
      { transform: [isAlarm], mark: bar(orange), encoding: { ...span, ...observed } },
      {
        transform: [{ filter: "isValid(datum.threshold)" }],
        mark: steps,
        encoding: { ...span, y: { ...y, field: "threshold" } },
      },
      {
        transform: [{ filter: "isValid(datum.riser)" }],
        mark: { ...steps, strokeWidth: 1 },
        encoding: {
          x: { ...x, field: "since" },
          y: { ...y, field: "riser" },
          y2: { field: "threshold" },
        },
      },
      // The count stands clear of the threshold's line.
      label({ color: "white", stroke: "white", strokeWidth: 4 }),
      label({ color: orange }),
      said("counted", quiet, 0),
      said("alarm", orange, 56),
      ...(hasThreshold ? [said("threshold", blue, 98)] : []),
    ],
  });
}

function pointsOf(signals: readonly Signal[]): ChartSpec[] {
  const times = signals.map(({ period }) => dayNumber(period) * 86_400_000);
  const last = times.length - 1;
  return signals.map(({ observed, threshold, alarm }, i) => {
    const before = i > 0 ? signals[i - 1] : undefined;
    // The last period is taken to be as long as the one before it.
    const until = i < last ? times[i + 1] : times[i] + (last > 0 ? times[last] - times[last - 1] : 7 * 86_400_000);
    return {
      ...{ since: times[i], until, middle: (times[i] + until) / 2, observed, threshold, alarm },
      riser: threshold === null ? null : (before?.threshold ?? null),
      label: alarm && (last < 80 || before?.alarm !== true) ? decimals(observed, 0) : "",
    };
  });
}
