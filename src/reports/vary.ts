import type { Multiverse, MultiverseReading } from "../core/multiverse.js";
import type { Report } from "../core/report.js";
import type { ReportReadings } from "../core/reportClaim.js";
import { wider } from "../core/wider.js";
import type { Comparison } from "../inference/compare.js";
import { negbinRatio } from "../inference/negbinRatio.js";
import { permutation } from "../inference/permutation.js";
import { quasiPoisson } from "../inference/quasiPoisson.js";
import { rateRatio } from "../inference/rateRatio.js";
import { checkLevel } from "../inference/test.js";
import { windowOf } from "./figures.js";
import { flipsOf, tallyOf } from "./flips.js";
import { type Compared, comparedBy, readingVerdict } from "./readingVerdict.js";
import type { Snapshots } from "./reproduce.js";
import { type StretchOrWhy, varyCounts } from "./varyCounts.js";
import { dimensionsOf, productOf, sourceName } from "./varyDimensions.js";
import { ratiosOf, varySentences } from "./varySentences.js";

export interface VaryOptions {
  readonly level: number;
  /** Of the permutations, where there are too many to go through all. */
  readonly seed: number;
  /** What a reader calls the zones. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Every defensible reading of a claim about a change: each source, zone, measure, stretch before and after, threshold and way
 * to allow for spread that its author could have chosen. Says of each whether it holds (its whole interval beyond the
 * threshold, as claimed), fails (wholly on the other side) or is uncertain, and which choice changes that most often.
 * The readings share their data: the share that holds is no probability and no test.
 *
 * @throws InputError when a level or choice is not what it should be; DataError when the report has no such window
 * @see Steegen, Tuerlinckx, Gelman & Vanpaemel (2016) Perspectives on Psychological Science 11, 702–712; Simonsohn, Simmons &
 *   Nelson (2020) Nature Human Behaviour 4, 1208–1214
 */
export async function vary(
  report: Report,
  spec: ReportReadings,
  snapshots: Snapshots,
  { level, seed, labels = {} }: VaryOptions,
): Promise<Multiverse> {
  checkLevel(level, "vary");
  const { id, claim, asks, direction } = spec;
  const dimensions = dimensionsOf(report, spec, labels);
  const stretches = await stretchesOf(report, spec, snapshots);
  const methods = new Map(spec.dispersions.map((name) => [String(name), methodOf(name, seed)]));
  const compared = new Map<string, Compared>();
  const comparedOf = ({ source, zone, measure, before, after, dispersion }: Choices): Compared => {
    const key = JSON.stringify([source, zone, measure, before, after, dispersion]);
    const known = compared.get(key);
    if (known !== undefined) return known;
    const method = methods.get(dispersion) ?? rateRatio("central");
    const [first, last] = [before, after].map(
      (window): StretchOrWhy =>
        stretches.get(JSON.stringify([source, zone, measure, window])) ?? { why: "not counted" },
    );
    const found = overlap(report, before, after)
      ? { why: "the two stretches overlap" }
      : comparedBy(first, last, method, level);
    compared.set(key, found);
    return found;
  };
  const readings = productOf(dimensions).map((choices): MultiverseReading => {
    const threshold = Number(choices.threshold);
    return { choices, ...readingVerdict(comparedOf(choices), { direction, threshold, level }) };
  });
  const named = [...new Set(spec.sources.map((one) => one.on))].filter((on) => Object.hasOwn(snapshots, on));
  const ratios = ratiosOf(readings);
  const told = {
    ...{ id, claim, asks, direction, level, seed },
    data: named.map((on) => ({ name: on, asOf: snapshots[on].asOf, hash: snapshots[on].hash })),
    proxies: [...new Set(spec.sources.flatMap(({ on, proxy }) => (proxy === undefined ? [] : `${on}: ${proxy}`)))],
    dimensions: dimensions.map(({ name, choices }) => ({
      name,
      choices: choices.map((one) => ({
        ...one,
        tally: tallyOf(readings.filter((reading) => reading.choices[name] === one.name)),
      })),
    })),
    ...{ readings, tally: tallyOf(readings), preferred: readings[0] },
    ...(ratios !== undefined && { ratios }),
    flips: flipsOf(readings, dimensions),
  };
  return { ...told, sentences: varySentences(told), assumes: assumesOf([...compared.values()]) };
}

type Choices = MultiverseReading["choices"];

/** The counts behind every reading, by source, zone, measure and window. */
async function stretchesOf(
  report: Report,
  spec: ReportReadings,
  snapshots: Snapshots,
): Promise<Map<string, StretchOrWhy>> {
  const windows = [...new Set([...spec.before, ...spec.after])];
  const spans = windows.map((name) => windowOf(report, name));
  const found = new Map<string, StretchOrWhy>();
  for (const source of spec.sources) {
    for (const zone of spec.zones) {
      for (const measure of spec.measures) {
        const stretches = Object.hasOwn(snapshots, source.on)
          ? await varyCounts(snapshots[source.on], { source, zone, measure, every: report.every, spans })
          : spans.map(() => ({ why: `no snapshot of ${source.on}` }));
        stretches.forEach((one, i) => {
          found.set(JSON.stringify([sourceName(source), zone, measure, windows[i]]), one);
        });
      }
    }
  }
  return found;
}

function overlap(report: Report, before: string, after: string): boolean {
  const [one, other] = [windowOf(report, before), windowOf(report, after)];
  return one.since < other.until && other.since < one.until;
}

function methodOf(name: ReportReadings["dispersions"][number], seed: number): Comparison {
  if (name === "Poisson") return rateRatio("central");
  if (name === "quasi-Poisson") return widened(quasiPoisson());
  return name === "negative binomial" ? negbinRatio() : permutation({ seed });
}

/** A method whose interval is nowhere narrower than that of Poisson counts: spread below Poisson's is taken for chance. */
function widened(method: Comparison): Comparison {
  return {
    ...method,
    compare: (before, after, level) => {
      const outcome = method.compare(before, after, level);
      const { interval } = rateRatio("central").compare(before, after, level);
      if (outcome.interval === undefined || interval === undefined) return outcome;
      return { ...outcome, interval: wider(outcome.interval, interval) };
    },
  };
}

function assumesOf(all: readonly Compared[]): string[] {
  const told = all.flatMap((one) => ("why" in one ? [] : one.outcome.assumes));
  return [...new Set(told.map((one) => one.replace(/with \d+ periods/, "with so few periods")))].sort();
}
