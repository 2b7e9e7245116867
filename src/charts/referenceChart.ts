import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { dataText, percent } from "../core/print.js";
import type { Episode, ReboundRate, ReferenceRate } from "../core/referenceRate.js";
import { colours, palette, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/** The labels of zones, where a reader calls them otherwise. */
export interface ReferenceWords extends Words {
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * How deep each drop was against how far the rate came back, on log scales, a colour a zone: the episodes that the base
 * rate counts as full dots, every other origin faint, the report's own ringed, and lines at the thresholds. A ratio of 0 or
 * without a bound stands at the edge as a triangle. The base rate, with n and interval, stands in the subtitle.
 *
 * @throws InputError when there is no episode
 */
export function referenceChart(rate: ReferenceRate, { title, subtitle, labels = {} }: ReferenceWords): ChartSpec {
  if (rate.episodes.length === 0) throw new InputError(`referenceChart: ${rate.id} has no episode`);
  const edges = { drop: edgesOf(rate.episodes, "drop"), back: edgesOf(rate.episodes, "back") };
  const values = rate.episodes.map((one) => dotOf(one, edges, labels[one.zone] ?? one.zone));
  const zones = rate.zones.map((zone) => labels[zone] ?? zone);
  const x = axisOf("drop", edges.drop, `rate of the drop over the ${stretch(rate.periods.before, rate)} before`);
  const y = axisOf("back", edges.back, `rate of the ${stretch(rate.periods.after, rate)} after over the drop's`);
  const color = {
    ...{ field: "zone", type: "nominal", sort: zones, scale: { domain: zones, range: palette } },
    legend: {
      title: null,
      orient: "bottom",
      labelLimit: 300,
      labelFontSize: 12,
      symbolType: "circle",
      symbolOpacity: 1,
    },
  };
  const shape = { field: "shape", type: "nominal", scale: null };
  const dots = (kind: string, mark: ChartSpec): ChartSpec => ({
    data: { values: values.filter((one) => one.kind === kind) },
    mark: { type: "point", ...mark },
    encoding: { x, y, color, shape },
  });
  const own = values.filter((one) => one.isOwn);
  const dot = { type: "point", filled: true, size: 60, opacity: 1 };
  const ring = { size: 240, stroke: colours.ink, strokeWidth: 2, filled: false };
  const ringed = { data: { values: own }, encoding: { x, y } };
  return themed(title, [...subtitle, ...baseLines(rate)], {
    width: 640,
    height: 420,
    layer: [
      ...(rate.dropAtMost === undefined ? [] : [line("x", x, rate.dropAtMost)]),
      line("y", y, rate.reboundAbove),
      dots("other", { filled: true, size: 18, opacity: 0.22 }),
      dots("counted", { filled: true, size: 95, opacity: 1, stroke: "white", strokeWidth: 0.8 }),
      { ...ringed, mark: dot, encoding: { x, y, color, shape } },
      { ...ringed, mark: { ...dot, ...ring } },
      ...[{ stroke: "white", strokeWidth: 3 }, {}].map((halo) => ({
        ...ringed,
        mark: { type: "text", align: "left", dx: 13, fontWeight: 600, ...halo },
        encoding: { x, y, text: { field: "name" } },
      })),
    ],
  });
}

type Edges = readonly [number, number];

interface Dot {
  readonly zone: string;
  readonly name: string;
  readonly drop: number;
  readonly back: number;
  readonly shape: string;
  readonly kind: "counted" | "other";
  readonly isOwn: boolean;
}

function dotOf(one: Episode, { drop, back }: Record<"drop" | "back", Edges>, zone: string): Dot {
  const found = { drop: one.dropRatio, back: one.reboundRatio ?? Infinity };
  const isOff = found.drop === 0 || found.back === 0 || found.back === Infinity;
  return {
    zone,
    name: zone,
    drop: Math.max(found.drop, drop[0]),
    back: Math.min(Math.max(found.back, back[0]), back[1]),
    shape: !isOff ? "circle" : found.back === 0 ? "triangle-down" : "triangle-up",
    kind: one.isCounted ? "counted" : "other",
    isOwn: one.isOwn,
  };
}

function edgesOf(episodes: readonly Episode[], which: "drop" | "back"): Edges {
  const ratios = episodes
    .map((one) => (which === "drop" ? one.dropRatio : (one.reboundRatio ?? 0)))
    .filter((ratio) => ratio > 0);
  return [Math.min(0.5, ...ratios) / 1.15, Math.max(2, ...ratios) * 1.15];
}

function axisOf(field: "drop" | "back", domain: Edges, title: string): ChartSpec {
  const ticks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const values = ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]);
  return {
    ...{ field, type: "quantitative", title, scale: { type: "log", domain, nice: false } },
    axis: { values, format: "~g" },
  };
}

function line(channel: "x" | "y", encoding: ChartSpec, at: number): ChartSpec {
  return {
    data: { values: [{ at }] },
    mark: { type: "rule", strokeDash: [4, 3], color: colours.quiet },
    encoding: { [channel]: { ...encoding, field: "at" } },
  };
}

function stretch(periods: number, { every }: ReferenceRate): string {
  return periods === 1 ? every : `${periods} ${every}s`;
}

function baseLines({ known, all, dropAtMost, reboundAbove, cutoff, data }: ReferenceRate): string[] {
  const after = dropAtMost === undefined ? "any stretch" : `a drop to ${dropAtMost} or less`;
  return [
    `Above ${reboundAbove} times after ${after} (full dots): ${rateText(all.afterDrop)}; by ${cutoff}: ${rateText(known.afterDrop)}`,
    ...(dropAtMost === undefined ? [] : [`Anyway, without asking for a drop: ${rateText(all.anyway)}`]),
    "Faint dots overlap and are not in n; triangles lie beyond the edge; ringed: the report's own",
    dataText(data),
  ];
}

function rateText({ rebounds, n, estimate, interval: [low, high] }: ReboundRate): string {
  if (estimate === undefined) return "no episode";
  return `${rebounds} of ${n}, ${percent(estimate)} [${percent(low)}, ${percent(high ?? 1)}]`;
}
