import type { Report, Snapshot } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { driftOf } from "../../src/reports/driftOf.js";
import { evidenceOf, type Part } from "../../src/reports/evidenceOf.js";
import { coarse, fine, phis, rough } from "../../src/reports/grids.js";
import { sure } from "../../src/reports/placebos.js";
import { scorer } from "../../src/reports/scorer.js";
import { scoresTogether } from "../../src/reports/scoresTogether.js";
import { probabilities } from "../../src/reports/sensitivities.js";
import { shareFirst } from "../../src/reports/shareFirst.js";
import { storiesOf } from "../../src/reports/stories.js";
import { type FitOptions, fitStory, type StoryFit } from "../../src/reports/storyFit.js";
import { countsBack, recordOf, yearsBack, type ZoneCounts } from "../../src/reports/timeline.js";
import { type MadeSet, madeWeighing } from "./madeWeighing.js";

/** What is seen of the months forecast. */
export interface View {
  readonly name: string;
  readonly zones: readonly string[];
  readonly together: boolean;
}

const mopti = ["mopti-delta", "mopti-plateau"];
export const views: readonly View[] = [
  { name: "Mopti's sum", zones: mopti, together: true },
  { name: "delta and plateau", zones: mopti, together: false },
  { name: "delta, plateau and north", zones: [...mopti, "north"], together: false },
];

/** Bounds of the probabilities that are judged together. */
export const bounds = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1];

/** How often what was given a probability between two bounds was so. */
export interface Bin {
  n: number;
  /** The sum of the probabilities, of their variances, and how many were so. */
  said: number;
  variance: number;
  so: number;
}

/** What became of data made under one hypothesis. */
export interface JudgedRow {
  readonly sets: number;
  /** By view: for which hypothesis each set was taken, and how often its own was likelier than each other. */
  readonly views: readonly { readonly picks: readonly number[]; readonly wins: readonly number[] }[];
  /** How many of them, the first, were weighed too. */
  readonly weighings: number;
  /** For which hypothesis `weigh` takes those. */
  readonly weighed: readonly number[];
  readonly bins: readonly Bin[];
  /** How often each hypothesis was called held, and called failed. */
  readonly held: readonly number[];
  readonly failed: readonly number[];
}

/** Says what `weigh` makes of a set: each hypothesis' probability, and which are called held and failed. */
export type Weigher = (set: MadeSet) => {
  readonly probability: readonly number[];
  readonly held: readonly number[];
  readonly failed: readonly number[];
};

/** What of a case can be worked out before any set is made. */
export interface Prepared {
  readonly report: Report;
  readonly counts: readonly ZoneCounts[];
  readonly zones: readonly string[];
  readonly drift: number;
  readonly fitted: (some: Pick<FitOptions, "grid"> & Partial<FitOptions>, on?: readonly ZoneCounts[]) => StoryFit[];
}

export async function prepared(report: Report, snapshot: Snapshot): Promise<Prepared> {
  const record = await recordOf(report, snapshot, { isAhead: true });
  const counts = countsBack(record, 0) ?? [];
  const lattices: FitOptions["lattices"] = new Map();
  const drift = driftOf(yearsBack(record), lattices);
  const stories = storiesOf(report, 0);
  const fitted: Prepared["fitted"] = (some, on = counts) =>
    stories.map((story) => fitStory(story, on, { drift, lattices, ...some }));
  return { report, counts, zones: record.zones, drift, fitted };
}

/** Makes sets under the hypothesis of a place and has them judged. */
export function judged(
  made: Prepared,
  h: number,
  { sets, weighings, seed }: { sets: number; weighings: number; seed: number },
): JudgedRow {
  const { report, zones, drift } = made;
  const all = madeWeighing(report, report.hypotheses[h], { zones, drift, sets, seed: seed + h });
  const weigher = weigherOf(made);
  const weighed = report.hypotheses.map(() => 0);
  const [held, failed] = [[...weighed], [...weighed]];
  const bins = bounds.slice(1).map((): Bin => ({ n: 0, said: 0, variance: 0, so: 0 }));
  for (const set of all.slice(0, weighings)) {
    const found = weigher(set);
    shareFirst(weighed, found.probability);
    for (const one of found.held) held[one]++;
    for (const one of found.failed) failed[one]++;
    found.probability.forEach((p, i) => {
      const bin = bins[bounds.findLastIndex((bound, b) => bound <= p && b < bins.length)];
      bin.n++;
      bin.said += p;
      bin.variance += p * (1 - p);
      if (i === h) bin.so++;
    });
  }
  return { sets, views: views.map((view) => judgedBy(made, view, h, all)), weighings, weighed, bins, held, failed };
}

/** How many times 2,000 draws stand for a hypothesis where only a sum is seen; their luck moves shares by about 0.02. */
export const judges = 4;

/** As `separation` judges; where only a sum is seen, the mean over several judges. */
function judgedBy(made: Prepared, { zones, together }: View, h: number, all: readonly MadeSet[]) {
  const seen = {
    zones: made.zones.flatMap((zone, z) => (zones.includes(zone) ? z : [])),
    periods: made.counts[0].forecast.periods.map((_, t) => t),
  };
  const fits = made.fitted({ grid: together ? coarse : rough });
  const tables = together
    ? Array.from({ length: judges }, (_, j) =>
        fits.map((fit, i) => scoresTogether(fit, seen, random(100 * (j + 1) + i))(all)),
      )
    : [fits.map((fit) => all.map(scorer(fit, seen)))];
  const picks = fits.map(() => 0);
  const wins = fits.map(() => 0);
  for (const scores of tables) {
    all.forEach((_, set) => {
      const row = scores.map((some) => some[set]);
      shareFirst(picks, row);
      row.forEach((score, i) => {
        if (row[h] > score) wins[i]++;
        else if (row[h] === score) wins[i] += 0.5;
      });
    });
  }
  return { picks: picks.map((n) => n / tables.length), wins: wins.map((n) => n / tables.length) };
}

/** As `weigh` judges: the probability by the fine grid, the calls over everything that it tries. */
export function weigherOf({ counts, fitted, drift }: Prepared): Weigher {
  const alone = counts.map((zone) => ({ ...zone, earlier: [] }));
  const exact = fitted({ grid: fine });
  const base = fitted({ grid: coarse });
  const parts: Part[] = [
    ...phis.map((_, phi) => ({ phi })).reverse(),
    ...counts.map((_, butZone) => ({ butZone })),
    ...counts[0].forecast.periods.map((_, butPeriod) => ({ butPeriod })),
  ];
  const others = [
    fitted({ grid: coarse }, alone),
    fitted({ grid: coarse, widen: 2 }),
    fitted({ grid: coarse, widen: 0.5 }),
    ...[0, 2 * drift].map((other) =>
      base.map((fit) => ({ ...fit, zones: fit.zones.map((zone) => zone.withDrift(other)) })),
    ),
  ];
  return (set) => {
    const seen = counts.map((zone, z) => ({ ...zone, forecast: { ...zone.forecast, values: set[z] } }));
    const by = (fits: readonly StoryFit[]): readonly number[] =>
      probabilities(fits.map((fit) => evidenceOf(fit, seen).of({})));
    const probability = by(exact);
    const left = {
      held: probability.flatMap((p, i) => (p > sure ? i : [])),
      failed: probability.flatMap((p, i) => (p < 1 - sure ? i : [])),
    };
    const isLeft = (): boolean => left.held.length + left.failed.length > 0;
    const narrow = (tried: readonly number[]): void => {
      left.held = left.held.filter((i) => tried[i] > sure);
      left.failed = left.failed.filter((i) => tried[i] < 1 - sure);
    };
    const evidence = isLeft() ? base.map((fit) => evidenceOf(fit, seen)) : [];
    for (const part of parts) if (isLeft()) narrow(probabilities(evidence.map((one) => one.of(part))));
    for (const fits of others) if (isLeft()) narrow(by(fits));
    return { probability, ...left };
  };
}
