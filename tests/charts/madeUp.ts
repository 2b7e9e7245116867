import type { Panel, PeriodMean, Ratio, Triangle, Weighed, ZoneMonths } from "../../src/index.js";

/** What only a chart that pasted its labels into code or markup would trip over. */
export const hostile = ["<script>alert(1)</script>", "datum.x", "'\"}]; signal('width')", "{{signal}} $datum &amp; \\"];

export const words = { title: "Raids doubled", subtitle: ["n = 61 events; wire as of 2020-11-01 (abcdef12)"] };

const series = (zone: string, values: number[]): Panel[number] => ({
  ...{ key: { zone }, recipe: { where: [], by: ["zone"], every: "month", measure: "events" }, from: "abcdef1234" },
  ...{ start: "2019-11-01", values, exposure: [30, 31, 31, 29] },
});

export const panel: Panel = [series("coast", [3, 12, 0, 7]), series("hills", [10, 9, 11, 9])];

const level = (zone: string, since: string, until: string, mean: number): PeriodMean => ({
  ...{ key: { zone }, since, until, n: 2 * mean, mean, interval: [mean / 2, mean > 9.8 ? null : 2 * mean] },
});

export const zones: Required<ZoneMonths> = {
  means: [
    level("coast", "2019-11-01", "2020-01-01", 7.5),
    level("coast", "2020-01-01", "2020-03-01", 3.5),
    level("hills", "2019-11-01", "2020-01-01", 9.5),
    level("hills", "2020-01-01", "2020-03-01", 10),
  ],
  cutoff: "2020-01-01",
  labels: { coast: "The coast", hills: "The hills" },
};

export const ratios: readonly Ratio[] = [
  { label: "Raids, as printed", group: "letter, as printed", estimate: 2.0267, interval: [1.3999, 2.9566], n: 126 },
  { label: "Raids: all", group: "wire", estimate: 0.5347, interval: [0.3725, 0.7542], n: 188 },
  { label: "Raids: none before", group: "wire", estimate: 3, interval: [0, null], n: 6 },
];

const story = (label: string, probability: number[], low: number, high: number): Weighed["hypotheses"][number] => ({
  ...{
    id: label,
    label,
    by: "us",
    logScore: 0,
    cumulative: [0, 0],
    probability,
    range: [low, high],
    zones: [],
    effects: [],
    ends: [],
    checks: [],
    picked: {},
  },
});

export const weighed: Weighed = {
  ...{ data: { name: "wire", asOf: "2020-11-01", hash: "abcdef1234" }, n: 36, periods: ["2020-08-01", "2020-09-01"] },
  ...{ every: "month", zones: ["coast"], earlier: 0, draws: 10, seed: 1, drift: 0, sensitivities: [] },
  placebo: { years: 0, inside: 0, of: 0, held: 0, runs: [] },
  hypotheses: [story("Tide", [0.5, 0.7, 0.96], 0.54, 0.99), story("Surge", [0.5, 0.3, 0.04], 0.01, 0.46)],
};

export const triangle: Triangle = {
  ...{ every: "month", start: "2019-11-01", asOf: "2020-05-01", maxDelay: 2, from: ["abcdef1234"] },
  counts: [
    [1200, 6, 2],
    [14, 9, -2],
    [8, 0, 1],
    [11, 7, 3],
    [9, 4, null],
    [6, null, null],
  ],
  leftOut: { before: 0, unfinished: 3, beyond: 2 },
};
