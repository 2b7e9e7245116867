import type { Finding, Interval } from "../core/finding.js";
import type { Key, Series } from "../core/panel.js";
import type { Power, SmallestChange } from "../core/power.js";
import { chiSquareQuantile } from "../distributions/gamma.js";
import { type Comparison, compare } from "../inference/compare.js";
import { pearson } from "../inference/dispersion.js";
import { equivalence } from "../inference/equivalence.js";
import { ljungBox } from "../inference/ljungBox.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { power } from "../inference/power.js";
import { quasiPoisson } from "../inference/quasiPoisson.js";
import { rateRatio } from "../inference/rateRatio.js";
import { sameSeason } from "../inference/sameSeason.js";
import { smallestChange } from "../inference/smallestChange.js";
import { type Stretch, stretchOf } from "../inference/test.js";
import { tippingFewer } from "../inference/tippingFewer.js";
import { tippingMissing } from "../inference/tippingMissing.js";
import { tippingPeriod } from "../inference/tippingPeriod.js";

/** What a person asked of two stretches. */
export interface CompareAsked {
  readonly methods: readonly { readonly name: string; readonly comparison: Comparison }[];
  readonly level: number;
  readonly seed: number;
  readonly within?: number;
  readonly isSameSeason: boolean;
}

/** A stretch in one line: events in so many periods, and how many a period. */
export interface Summary {
  readonly n: number;
  readonly periods: number;
  /** Events a whole period, a cut one counting by its share of days. */
  readonly rate: number;
  readonly interval: Interval;
}

/** All that is said of one series before and after. */
export interface Compared {
  readonly key: Key;
  readonly n: number;
  readonly before: Summary;
  readonly after: Summary;
  /** One a method, absent where there is no event on either side. */
  readonly findings: readonly (Finding & { readonly method: string })[];
  /** Methods that need more periods than there are. */
  readonly tooShort: readonly string[];
  /** Variance over mean inside the stretches; absent where there is nothing to see it by. */
  readonly dispersion?: { readonly n: number; readonly phi: number; readonly interval: Interval };
  /** Whether neighbours are alike, before and after. */
  readonly memory: readonly { readonly stretch: "before" | "after"; readonly finding: Finding }[];
  /** The method that power, tipping points and a similar pace are judged by. */
  readonly judge: string;
  readonly power?: Power;
  readonly smallest: readonly SmallestChange[];
  readonly tipping: readonly Finding[];
  readonly similar?: Finding;
}

/** Compares one series before and after by each method, and asks what the answer is worth. */
export function comparePair(first: Series, later: Series, asked: CompareAsked): Compared {
  const { level, seed, isSameSeason, within } = asked;
  const after = stretchOf(later);
  const before = isSameSeason ? seasonOf(stretchOf(first), after) : stretchOf(first);
  const sums = { before: summaryOf(before, level), after: summaryOf(after, level) };
  const n = sums.before.n + sums.after.n;
  const { length } = [...before.values, ...after.values];
  const fits = n === 0 ? [] : asked.methods.filter(({ comparison }) => comparison.needs <= length);
  const told = (one: Comparison): Finding =>
    compare([first], [later], [isSameSeason ? sameSeason(one) : one], { level })[0];
  const dispersion = dispersionOf(before, after, level);
  const phi = Math.max(1, dispersion?.phi ?? 1);
  const judge = phi > 1 && sums.after.n > 0 ? quasiPoisson() : rateRatio("central");
  const design = {
    before: sums.before.periods,
    after: sums.after.periods,
    mean: sums.before.n / sums.before.periods,
    phi,
  };
  const options = { level, seed, draws: 1000 };
  const hasRate = sums.before.n > 0;
  const tipping = n === 0 ? [] : [tippingMissing(judge), tippingFewer(judge), tippingPeriod(judge)];
  return {
    ...{ key: later.key, n, ...sums, dispersion },
    findings: fits.map(({ name, comparison }) => ({ method: name, ...told(comparison) })),
    tooShort: asked.methods.filter(({ comparison }) => comparison.needs > length).map(({ name }) => name),
    memory: isSameSeason ? [] : memoryOf(first, later, level),
    judge: judge.name,
    ...(hasRate && { power: power({ ...design, ratio: 0.5 }, [judge], options)[0] }),
    smallest: hasRate
      ? (["less", "more"] as const).flatMap((towards) =>
          smallestChange(design, [judge], { ...options, power: 0.8, towards }),
        )
      : [],
    tipping: tipping.map((one) => ({ test: one.name, key: later.key, level, ...one.compare(before, after, level) })),
    ...(within !== undefined && n > 0 && { similar: told(equivalence({ within, by: judge })) }),
  };
}

/** The periods before that lie in the season of those after. */
function seasonOf(before: Stretch, after: Stretch): Stretch {
  const kept: Stretch[] = [];
  const looks: Comparison = {
    ...{ name: "season", needs: 1 },
    compare: (first) => {
      kept.push(first);
      return { n: 0, reading: "", assumes: [] };
    },
  };
  sameSeason(looks).compare(before, after, 0.95);
  return kept[0];
}

function summaryOf(stretch: Stretch, level: number): Summary {
  const { n, estimate = 0, interval = [0, null] } = poissonInterval("garwood").test(stretch, level);
  return { n, periods: stretch.values.length, rate: estimate, interval };
}

function dispersionOf(before: Stretch, after: Stretch, level: number): Compared["dispersion"] {
  const full = [before, after].filter(({ values }) => values.some((value) => value > 0));
  const n = full.reduce((sum, { values }) => sum + values.length, 0);
  const df = n - full.length;
  if (df < 1) return undefined;
  const statistic = full.reduce((sum, stretch) => sum + pearson(stretch), 0);
  const [low, high] = [(1 + level) / 2, (1 - level) / 2].map((chance) => statistic / chiSquareQuantile(chance, df));
  return { n, phi: statistic / df, interval: [low, high] };
}

function memoryOf(first: Series, later: Series, level: number): Compared["memory"] {
  const by = ljungBox({ lag: 1 });
  return [
    { stretch: "before" as const, series: first },
    { stretch: "after" as const, series: later },
  ].flatMap(({ stretch, series }) => {
    if (series.values.length < by.needs) return [];
    const { key, from } = series;
    return { stretch, finding: { test: by.name, key, from, level, ...by.test(stretchOf(series), level) } };
  });
}
