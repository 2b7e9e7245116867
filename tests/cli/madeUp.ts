import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Codebook, Figure, Measured, Report } from "../../src/index.js";

/** A folder for the tests of one file, gone when they are over. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "hindcast-test-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Events a month in each zone of Ruritania, by the month's name. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];
const of = (year: number, values: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(values.map((value, i) => [`${year}-${months[i]}`, value]));

/** In 2020 the coast has 50 events in spring, 76 in summer, and is back at 12 and 13 a month in autumn. */
export const usual: Counts = {
  coast: { ...of(2019, [9, 11, 10, 8, 12, 10, 9, 11, 10, 9]), ...of(2020, [10, 14, 12, 14, 24, 27, 25, 12, 13, 11]) },
  hills: { ...of(2019, [4, 6, 5, 5, 4, 5, 6, 5, 4, 6]), ...of(2020, [5, 6, 4, 5, 5, 4, 6, 6, 5, 4]) },
  capital: { ...of(2019, [2, 1, 0, 2, 3, 1, 2, 1, 2, 1]), ...of(2020, [1, 2, 3, 2, 1, 0, 2, 1, 2, 1]) },
};

const codebook: Codebook = {
  name: "ruritania",
  note: "Made up.",
  country: "Ruritania",
  zones: ["coast", "hills", "capital"].map((name) => ({
    name,
    label: `The ${name}`,
    places: [{ admin1: [`${name} province`] }],
  })),
  regions: { inland: { label: "Inland", zones: ["hills", "capital"] } },
  actors: { rebels: ["Hill Front"] },
};

const wire = (label: string, where: Measured["where"]): Measured => ({ on: "wire", label, where });
const ledger: Measured = {
  ...{ on: "ledger", label: "raids by the Hill Front" },
  ...{ where: { zone: "coast", side1: "@rebels" }, proxy: "raids in the court ledger alone" },
};

function mean(id: string, printed: string, window: string, measured: readonly Measured[]): Figure {
  const at = { paragraph: 1, sentence: 2 };
  return {
    id,
    at,
    notes: [1],
    label: `Raids on the coast, ${window}`,
    printed,
    what: "mean",
    per: "month",
    window,
    measured,
  };
}

const report: Report = {
  id: "ruritania-2020",
  title: "Quarterly Letter from Strelsau: Raids on the Coast",
  publisher: "The Zenda Society",
  published: "2020-08-03",
  cutoff: "2020-08-01",
  every: "month",
  question: "Raids doubled on the coast. Was it the tide, and did they last?",
  numbering: "Paragraph 1 is the lead.",
  codebook: "codebook.json",
  windows: {
    spring: { since: "2020-01-01", until: "2020-05-01", label: "January to April 2020" },
    summer: { since: "2020-05-01", until: "2020-08-01", label: "May to July 2020" },
    autumn: { since: "2020-08-01", until: "2020-10-01", label: "August and September 2020" },
    "half-year": { since: "2020-01-01", until: "2020-08-01", label: "January to July 2020" },
    may: { since: "2020-05-01", until: "2020-06-01", label: "May 2020" },
    june: { since: "2020-06-01", until: "2020-07-01", label: "June 2020" },
    fortnight: { since: "2020-07-01", until: "2020-07-15", label: "the first fortnight of July" },
    later: { since: "2021-01-01", until: "2021-03-01", label: "early 2021" },
  },
  evidence: [
    {
      ...{ name: "wire", title: "Wire agency totals", publisher: "wire-agency", file: "wire.csv", source: "totals" },
      ...{ asOf: "2020-11-01", citation: "Wire agency", licence: "Free", caveat: "No actors" },
    },
    {
      ...{ name: "ledger", title: "Court ledger", publisher: "court", file: "ledger.csv", source: "totals" },
      ...{ asOf: "2020-11-01", citation: "The court", licence: "Crown", caveat: "Raids that came to court" },
    },
  ],
  figures: [
    mean("raids-spring", "12.5", "spring", [wire("all raids", { zone: "coast" }), ledger]),
    mean("raids-summer", "25.3", "summer", [wire("all raids", { zone: "coast" }), ledger]),
    {
      ...{ id: "raids-fortnight", at: { paragraph: 2 }, notes: [], label: "Raids in a fortnight", printed: "6" },
      ...{ what: "count", per: "week", window: "fortnight", measured: [wire("all raids", { zone: "coast" })] },
    },
    {
      ...{ id: "share-night", at: { paragraph: 2, sentence: 2 }, notes: [], label: "Share by night", printed: "33" },
      ...{ what: "share", window: "fortnight", whole: "raids-fortnight", measured: [] },
    },
    {
      ...{ id: "share-night-spring", at: { paragraph: 2, sentence: 2 }, notes: [], label: "The same", printed: "90" },
      ...{ what: "share", window: "spring", measured: [] },
    },
  ],
  claims: [
    {
      ...{ id: "raids-double", kind: "observation", at: { paragraph: 1, sentence: 2 }, notes: [1] },
      ...{ label: "Raids", says: "raids on the coast doubled" },
      check: { type: "ratio", before: "raids-spring", after: "raids-summer", word: "doubled" },
    },
    {
      ...{
        id: "pace",
        kind: "observation",
        at: { paragraph: 2 },
        notes: [],
        label: "Pace",
        says: "about three a week",
      },
      check: { type: "pace", figure: "raids-fortnight", word: "about three", from: 1, to: 12 },
    },
    {
      ...{ id: "by-night", kind: "observation", at: { paragraph: 2, sentence: 2 }, notes: [], label: "By night" },
      says: "fewer raids come by night",
      check: { type: "share", figure: "share-night", against: ["share-night-spring"], word: "less" },
    },
    {
      ...{ id: "lasts", kind: "indicator", at: { paragraph: 3 }, notes: [], label: "More in autumn" },
      says: "more raids in autumn would mean that the surge lasts",
      check: {
        ...{ type: "increase", asks: "more raids in autumn than in spring", before: "spring", after: "autumn" },
        measured: [wire("coast", { zone: "coast" }), ledger],
      },
    },
    {
      ...{ id: "king", kind: "forecast", at: { paragraph: 4 }, notes: [], label: "The king will tire" },
      ...{
        says: "the king will likely tire of it",
        unscoreable: { lacks: ["deadline"], reading: "no day and no sign", wouldTake: "a day" },
      },
    },
  ],
  questions: [],
  plans: [],
  readings: [],
  referenceClasses: [],
  covariates: {
    tide: {
      ...{ label: "High tide", profile: [0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0], begins: 1, heights: { "2020": 1.1 } },
      ...{ sources: ["Tide tables of Strelsau"], note: "Made up." },
    },
  },
  hypotheses: [
    {
      ...{
        id: "tide",
        label: "Tide",
        by: "report",
        at: { paragraph: 3 },
        says: "high tides bring the boats from May to July; autumn is as spring was",
      },
      supposes: [
        {
          ...{ name: "tide", zones: ["coast"], covariate: "tide", since: "2020-01-01" },
          size: { median: 2, sd: 0.5 },
        },
      ],
    },
    {
      ...{ id: "surge", label: "Surge", by: "us", says: "the rebels have more boats since May, until they rot" },
      supposes: [
        {
          ...{ name: "boats", zones: ["coast"], since: "2020-05-01", lasts: "until the end" },
          size: { median: 2, sd: 0.5 },
        },
        { name: "men from the hills", zones: ["hills"], since: "2020-05-01", size: { median: 0.9, sd: 0.3 } },
      ],
      ends: ["2020-09-01", "2020-10-01", "never"],
    },
  ],
  weighing: {
    ...{ on: "wire", windows: ["spring", "summer", "autumn"], past: "half-year", forecast: "autumn" },
    ...{ placebos: { coast: "capital" }, drift: 0, seed: 7 },
  },
  citations: [
    { note: 1, at: [{ paragraph: 1 }], supports: [], items: [{ type: "unpublished", publisher: "letters" }] },
  ],
};

/**
 * Writes a made-up report of another country, with its codebook and two data sets, and gives the path of its
 * report.json. What it says and what happened may be changed.
 */
export function madeUp(
  folder: string,
  { change = (same) => same, counts = usual }: { change?: (report: Report) => Report; counts?: Counts } = {},
): string {
  mkdirSync(folder, { recursive: true });
  const rows = Object.entries(counts).flatMap(([zone, values]) =>
    Object.entries(values).map(([month, events]) => ({ month, zone, events })),
  );
  const line = (cells: readonly (string | number)[]): string => `${cells.join(",")}\n`;
  const totals = rows.map(({ month, zone, events }) => line([month, zone, events]));
  const sides = rows.map(({ month, zone, events }) => line([month, zone, "raid", "Hill Front", "Royal Guard", events]));
  writeFileSync(join(folder, "wire.csv"), line(["month", "zone", "events"]) + totals.join(""));
  writeFileSync(
    join(folder, "ledger.csv"),
    line(["month", "zone", "type", "side_a", "side_b", "events"]) + sides.join(""),
  );
  writeFileSync(join(folder, "codebook.json"), JSON.stringify(codebook));
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(change(report)));
  return file;
}
