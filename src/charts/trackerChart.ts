import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { keyText } from "../core/keyText.js";
import { percent } from "../core/print.js";
import type { Tracked, TrackState } from "../core/tracked.js";
import type { FanWords } from "./fanChart.js";
import { colours, themed } from "./theme.js";
import { spread, stepped, trackedPoints } from "./trackedPoints.js";

export interface TrackerWords extends FanWords {
  /** What an indicator is called, by the names in its key. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Told apart by lightness too. */
const shades: Readonly<Record<TrackState, string>> = {
  quiet: "#b8c4d0",
  watch: "#e6b422",
  tripped: colours.orange,
  "too early": "#e6eaee",
};

/**
 * Several indicators below each other: a bar a period in the colour of its state, the wire as a step, the forecast's
 * intervals after the data end, and beside each the state now and the chance that its wire is passed ahead.
 *
 * @throws InputError when there is none, they are not over the same periods, or a wire is missing
 */
export function trackerChart(tracked: readonly Tracked[], words: TrackerWords): ChartSpec {
  const { title, subtitle, wire = 0, since, labels = {} } = words;
  const [first] = tracked;
  if (first === undefined) throw new InputError("trackerChart: needs an indicator, got none");
  const odd = tracked.find((one) => one.every !== first.every || one.now.period !== first.now.period);
  if (odd !== undefined)
    throw new InputError(`trackerChart: needs indicators over the same periods (${keyText(odd.key)} differs)`);
  const rows = tracked.map((one, i) =>
    rowOf(one, { wire, since, labels, isLast: i === tracked.length - 1, isFirst: i === 0 }),
  );
  return themed(title, subtitle, { spacing: 26, resolve: { scale: { x: "shared" } }, vconcat: rows });
}

interface RowWords {
  readonly wire: number;
  readonly since: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function rowOf(tracked: Tracked, { wire, since, labels, isFirst, isLast }: RowWords): ChartSpec {
  const points = trackedPoints(tracked, { wire, ...(since !== undefined && { since }) }, "trackerChart");
  const { past, lines, fan, end } = points;
  const { blue, ink, quiet } = colours;
  const axis = {
    grid: false,
    tickCount: 8,
    labelFlush: true,
    labelOverlap: true,
    format: "%b %Y",
    labels: isLast,
    ticks: isLast,
  };
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null, axis };
  const y = { type: "quantitative", title: null, scale: { zero: true }, axis: { tickCount: 3 } };
  const across = { x: { ...x, field: "since" }, x2: { field: "until" } };
  const states: readonly TrackState[] = ["quiet", "watch", "tripped", "too early"];
  const name = keyText(tracked.key);
  const { runs, any } = points.wire;
  const { state, since: from } = runs[runs.length - 1];
  const chance = any === null ? "" : `; chance ahead ${[...new Set(any.map((one) => percent(one)))].join(" to ")}`;
  const rect = (low: string, high: string, opacity: number): ChartSpec => ({
    data: { values: stepped(fan) },
    mark: { type: "area", interpolate: "step-after", color: blue, opacity },
    encoding: { x: { ...x, field: "since" }, y: { ...y, field: low }, y2: { field: high } },
  });
  const said = (text: string, color: string, at: number, align: string, up = 6): ChartSpec => ({
    data: { values: [{ text }] },
    mark: { type: "text", align, baseline: "bottom", fontWeight: 600, color },
    encoding: { x: { value: at }, y: { value: -up }, text: { field: "text" } },
  });
  return {
    width: 700,
    height: 84,
    layer: [
      ...states.map((one) => ({
        data: { values: past.filter((point) => point["state"] === one) },
        mark: { type: "rect", color: shades[one], stroke: "white", strokeWidth: past.length > 80 ? 0.4 : 1 },
        encoding: { ...across, y: { ...y, field: "observed" }, y2: { datum: 0 } },
      })),
      rect("outLow", "outHigh", 0.18),
      rect("inLow", "inHigh", 0.3),
      {
        data: { values: fan },
        mark: { type: "rule", color: blue, strokeWidth: 2 },
        encoding: { ...across, y: { ...y, field: "median" } },
      },
      {
        data: { values: lines },
        mark: { type: "rule", color: ink, strokeWidth: 1 },
        encoding: { ...across, y: { ...y, field: "threshold" } },
      },
      {
        data: { values: [{ at: end }] },
        mark: { type: "rule", color: quiet, strokeDash: [3, 3] },
        encoding: { x: { ...x, field: "at" } },
      },
      said(Object.hasOwn(labels, name) ? labels[name] : name, ink, 0, "left"),
      said(
        `${state} since ${from}${chance}`,
        state === "quiet" || state === "too early" ? quiet : darker[state],
        700,
        "right",
      ),
      ...(isFirst ? legend(points.wire.name, tracked.every, said) : []),
    ],
  };
}

/** A yellow that can be read as letters. */
const darker: Readonly<Record<"watch" | "tripped", string>> = { watch: "#946c00", tripped: colours.orange };

function legend(
  wire: string,
  every: Tracked["every"],
  said: (text: string, color: string, at: number, align: string, up: number) => ChartSpec,
): readonly ChartSpec[] {
  const { ink, blue } = colours;
  const states: readonly (readonly [string, string])[] = [
    ...([
      [`events a ${every}:`, ink],
      ["too early to say", "#a3adb8"],
      ["quiet", "#7d8a98"],
    ] as const),
    ...([
      ["watch", darker.watch],
      ["tripped", darker.tripped],
    ] as const),
  ];
  const named = spread([...states, [`line: ${wire}`, ink], ["forecast", blue]]);
  return named.map(({ text, color, x }) => said(text, color, x, "left", 28));
}
