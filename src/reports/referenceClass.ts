import { nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { numbered, percent } from "../core/print.js";
import type { ReboundRate, Rebounds, ReferenceRate } from "../core/referenceRate.js";
import type { Report } from "../core/report.js";
import type { ReferenceClass } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import { count } from "../events/count.js";
import { select } from "../events/select.js";
import { share } from "../inference/share.js";
import { checkLevel } from "../inference/test.js";
import { dataOf } from "./counted.js";
import { apart, episodesOf, type Origin } from "./episodesOf.js";

const quantiles = [0.1, 0.25, 0.5, 0.75, 0.9];

/**
 * How often activity rebounded after a drop as deep as the one a report speaks of, over all zones and periods of a class:
 * the base rate that a forecast of a rebound has to beat. Told three times: from what was over when the report closed, from
 * all that the data cover, and from that less the episodes under way at the close; and each without asking for a drop.
 * Episodes overlap, so the base rate counts those that do not, the earliest of each zone first, with Clopper and Pearson's
 * interval; the share of all origins stands beside it.
 *
 * @throws InputError when a stretch has no periods or the level is not between 0 and 1, and as `count` does
 * @see Kahneman & Tversky (1979) TIMS Studies in Management Science 12, 313–327; Clopper & Pearson (1934) Biometrika 26, 404–413; Galton (1886) Journal of the Anthropological Institute 15, 246–263
 */
export async function referenceClass(
  report: Report,
  spec: ReferenceClass,
  snapshot: Snapshot,
  { level }: { level: number },
): Promise<ReferenceRate> {
  checkLevel(level, "referenceClass");
  for (const [name, value] of Object.entries(spec.periods)) {
    if (!(Number.isInteger(value) && value > 0))
      throw new InputError(
        `referenceClass: ${name} needs a whole number of periods above 0, got ${value} (${spec.id})`,
      );
  }
  const { every, cutoff } = report;
  const origins: Origin[] = [];
  const ends = { since: "", until: "" };
  for (const zone of spec.zones) {
    const [series] = await count(select(select(snapshot, spec.where), { zone }), { every });
    origins.push(...episodesOf(zone, series, spec, report));
    ends.since = series.start;
    ends.until = series.start;
    for (let t = 0; t < series.values.length; t++) ends.until = nextPeriod(ends.until, every);
  }
  const rates = (some: readonly Origin[]): Rebounds => ({
    afterDrop: rateOf(
      some.filter((one) => one.isDrop),
      level,
    ),
    anyway: rateOf(some, level),
  });
  const known = rates(origins.filter((one) => one.until <= cutoff));
  const all = rates(origins);
  const others = rates(origins.filter((one) => one.until <= cutoff || one.since >= cutoff));
  const counted = new Set(apart(origins.filter((one) => one.isDrop)));
  const { id, claim, asks, zones, periods, dropAtMost, reboundAbove, least } = spec;
  return {
    ...{ id, claim, asks, zones, periods, reboundAbove, least, every, level, cutoff },
    ...(dropAtMost !== undefined && { dropAtMost }),
    data: dataOf(snapshot),
    ...(spec.proxy !== undefined && { proxy: spec.proxy }),
    ...ends,
    ...{ known, all, others },
    episodes: origins.map((one) => ({ ...one, isCounted: counted.has(one) })),
    reading: readingOf(spec, { known, all, level }),
    assumes: [
      "episodes that do not overlap are independent: zones of one country share seasons and campaigns, so the interval is too short",
      "where the earliest episode begins decides which are counted; the share of all origins does not hang on it",
      `counts as the snapshot of ${snapshot.asOf} has them, revised since the report closed`,
    ],
  };
}

function rateOf(origins: readonly Origin[], level: number): ReboundRate {
  const counted = apart(origins);
  const rebounds = reboundsIn(counted);
  const n = counted.length;
  const every = { rebounds: reboundsIn(origins), n: origins.length };
  if (n === 0) return { rebounds, n, interval: [0, 1], origins: every, quantiles: [] };
  const { interval = [0, 1] } = share("clopper-pearson").test({ values: [rebounds], exposure: [n] }, level);
  const sorted = origins.map((one) => one.reboundRatio ?? Infinity).sort((a, b) => (a === b ? 0 : a - b));
  return {
    rebounds,
    n,
    estimate: rebounds / n,
    interval,
    origins: { ...every, share: every.rebounds / every.n },
    quantiles: quantiles.map((p) => ({ p, ratio: quantileOf(sorted, p) })),
  };
}

function reboundsIn(origins: readonly Origin[]): number {
  return origins.filter((one) => one.rebounded).length;
}

/** Between the two nearest, as Hyndman and Fan's seventh; `null` where it is infinite. */
function quantileOf(sorted: readonly number[], p: number): number | null {
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  const value = low === high ? low : low + (at - Math.floor(at)) * (high - low);
  return Number.isFinite(value) ? value : null;
}

function readingOf(
  { dropAtMost, reboundAbove }: ReferenceClass,
  { known, all, level }: { known: Rebounds; all: Rebounds; level: number },
): string {
  const drop = dropAtMost === undefined ? "any stretch" : `a drop to ${dropAtMost} of the rate before or less`;
  const parts = [
    `after ${drop}, the rate rose${reboundAbove === 1 ? "" : ` above ${reboundAbove} times`} in ${rateText(known.afterDrop)} before the report closed`,
    `${rateText(all.afterDrop)} over all periods`,
    ...(dropAtMost === undefined
      ? []
      : [`without asking for a drop in ${rateText(known.anyway)} and ${rateText(all.anyway)}`]),
  ];
  return `${parts.join("; ")}; ${conclusion(all, dropAtMost, level)}`;
}

function conclusion({ afterDrop, anyway }: Rebounds, dropAtMost: number | undefined, level: number): string {
  if (afterDrop.estimate === undefined) return "no such episode, so no base rate";
  const [low, high] = afterDrop.interval;
  const often =
    low > 0.5
      ? "more often than not"
      : high !== null && high < 0.5
        ? "less often than not"
        : `as often as not, as far as the ${percent(level)} interval can tell`;
  if (dropAtMost === undefined) return `a rise came ${often}`;
  const isOftener = afterDrop.estimate > (anyway.estimate ?? 0);
  const back = isOftener
    ? `a low stretch is followed by a higher one by itself (regression to the mean), so that a rebound alone speaks for no cause`
    : `here a drop made a rise no likelier than it is anyway`;
  return `a rebound followed ${often}; ${back}`;
}

function rateText({ rebounds, n, estimate, interval: [low, high], origins }: ReboundRate): string {
  if (estimate === undefined) return "none of 0 episodes";
  return `${rebounds} of ${numbered(n, "episode")} apart (${percent(estimate)} [${percent(low)}, ${percent(high ?? 1)}]; ${percent(origins.share ?? 0)} of ${numbered(origins.n, "overlapping origin")})`;
}
