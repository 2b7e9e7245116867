import type { AccuracyTest } from "../core/accuracyTest.js";
import type { AdjustedScore, PeerScore } from "../core/adjustedScore.js";
import type { CalibrationRow, PitRow } from "../core/calibrationRow.js";
import type { Interval } from "../core/finding.js";
import { decimals, decimalsFor, pText, withInterval } from "../core/print.js";
import type { MurphyRow, ReliabilityRow } from "../core/reliabilityRow.js";
import type { Score } from "../core/score.js";
import type { ScoreGroup } from "../core/scoreGroup.js";
import type { ScoreSummary } from "../core/scoreSummary.js";
import type { RelativeSkill, SkillRow } from "../core/skillRow.js";
import { thresholdText } from "../core/thresholdText.js";

type Row = Readonly<Record<string, string>>;

/** How a noun is known, and the row that it becomes. */
interface Kind<Noun> {
  readonly has: readonly string[];
  readonly row: (one: Noun) => Row;
}

/** The row of a score or of what scores come to, by the fields that tell it; undefined for anything else. */
export function scoreRow(one: object): Row | undefined {
  return kinds.find(({ has }) => has.every((field) => field in one))?.row(one as never);
}

const kinds: readonly Kind<never>[] = [
  { has: ["metric", "skill", "against", "gap"], row: skillRow },
  { has: ["metric", "relative", "pairs"], row: relativeRow },
  { has: ["metric", "of", "against", "test"], row: accuracyRow },
  { has: ["metric", "adjusted", "tasks"], row: adjustedRow },
  { has: ["metric", "peer", "origins"], row: peerRow },
  { has: ["metric", "mean", "infinite"], row: summaryRow },
  { has: ["metric", "value", "origin", "target"], row: plainRow },
  { has: ["promised", "covered", "expected"], row: calibrationRow },
  { has: ["randomised", "designEffect"], row: pitRow },
  { has: ["mcb", "dsc", "unc"], row: reliabilityRow },
  { has: ["thetas", "area"], row: murphyRow },
];

/** What rows of a table are told apart by, each in a column of its own. */
function groupCells({ model, step, origin, target, asks, key }: ScoreGroup): Row {
  return {
    ...(model !== undefined && { model }),
    ...(step !== undefined && { step: String(step) }),
    ...(origin !== undefined && { origin }),
    ...(target !== undefined && { target }),
    ...(asks !== undefined && { asks: thresholdText(asks) }),
    ...key,
  };
}

/** A number with its interval, where there is one; ∞ for `null`. */
function valueText(value: number | null, interval: Interval | undefined, digits: number): string {
  if (value === null) return "∞";
  return interval === undefined ? decimals(value, digits) : withInterval(value, interval, digits);
}

/** What finite draws leave open, where there are draws. */
function noiseCell(noise: number | undefined): Row {
  return noise === undefined ? {} : { noise: noise === 0 ? "none" : String(Number(noise.toPrecision(2))) };
}

function summaryRow({
  metric,
  mean,
  interval,
  n,
  origins,
  infinite,
  noise,
  standIns,
  leftOut,
  ...group
}: ScoreSummary): Row {
  return {
    ...groupCells(group),
    ...{ metric, mean: valueText(mean, interval, decimalsFor([mean])), n: decimals(n, 0), origins: String(origins) },
    ...(infinite > 0 && { infinite: decimals(infinite, 0) }),
    ...noiseCell(noise),
    ...absentCells(standIns, leftOut),
  };
}

function absentCells(standIns: number, leftOut: number): Row {
  return {
    ...(standIns > 0 && { "stand-ins": decimals(standIns, 0) }),
    ...(leftOut > 0 && { "left out": decimals(leftOut, 0) }),
  };
}

function skillRow({ against, metric, n, origins, skill, interval, gap, gapInterval, noise, ...rest }: SkillRow): Row {
  return {
    ...groupCells(rest),
    ...{ against, metric, skill: skill === null ? "none" : valueText(skill, interval, 3) },
    gap: gap === null ? "none" : valueText(gap, gapInterval, decimalsFor([gap])),
    ...{ n: decimals(n, 0), origins: String(origins) },
    ...noiseCell(noise),
    ...absentCells(rest.standIns, rest.leftOut),
  };
}

function relativeRow({ metric, n, relative, scaled, pairs, ...group }: RelativeSkill): Row {
  const better = pairs.filter(({ ratio }) => ratio !== null && ratio < 1).length;
  return {
    ...groupCells(group),
    ...{ metric, relative: relative === null ? "none" : decimals(relative, 3) },
    ...(scaled !== undefined && { "to the baseline's": scaled === null ? "none" : decimals(scaled, 3) }),
    ...{ "better than": `${better} of ${pairs.length}`, n: decimals(n, 0) },
  };
}

function accuracyRow({
  test,
  adjusted,
  of,
  against,
  metric,
  estimate,
  interval,
  p,
  n,
  noise,
  reading,
  ...group
}: AccuracyTest): Row {
  const digits = decimalsFor([estimate ?? 0]);
  return {
    ...groupCells(group),
    ...{ of, against, metric, gap: estimate === undefined ? "" : valueText(estimate, interval, digits) },
    p: p === undefined ? "" : pText(p).replace("p = ", ""),
    ...(adjusted !== undefined && { adjusted: pText(adjusted).replace("p = ", "") }),
    ...{ origins: String(n), test },
    ...noiseCell(noise),
    ...(p === undefined && { why: reading.replace(/^.*?: /, "") }),
  };
}

function adjustedRow({ model, metric, mean, adjusted, interval, n, tasks }: AdjustedScore): Row {
  const digits = decimalsFor([mean, adjusted]);
  return {
    ...{ model, metric, mean: valueText(mean, undefined, digits) },
    ...{ "over all tasks": valueText(adjusted, interval, digits), n: `${decimals(n, 0)} of ${decimals(tasks, 0)}` },
  };
}

function peerRow({ metric, peer, interval, n, origins, noise, ...group }: PeerScore): Row {
  return {
    ...groupCells(group),
    ...{ metric, "better than the others by": peer === null ? "none" : valueText(peer, interval, decimalsFor([peer])) },
    ...{ n: decimals(n, 0), origins: String(origins) },
    ...noiseCell(noise),
  };
}

function plainRow({ metric, value, noise, ...group }: Score): Row {
  return {
    ...groupCells(group),
    ...{ metric, value: value === null ? "∞" : String(Number(value.toPrecision(4))) },
    ...noiseCell(noise),
  };
}

function calibrationRow({ promised, covered, interval, expected, n, origins, ...group }: CalibrationRow): Row {
  const [low, high] = interval;
  return {
    ...groupCells(group),
    ...{ interval: tenths(promised), held: `${tenths(covered)} [${tenths(low)}, ${tenths(high ?? 1)}]` },
    ...{ "by their own word": tenths(expected), n: decimals(n, 0), origins: String(origins) },
  };
}

function tenths(share: number): string {
  return `${decimals(100 * share, 1)}%`;
}

function pitRow({ n, origins, designEffect, p, reading, ...group }: PitRow): Row {
  return {
    ...groupCells(group),
    ...{ found: reading.replace(/^.*: (.*), p [=<] .*$/, "$1"), p: pText(p).replace("p = ", "") },
    ...{ n: decimals(n, 0), "worth, independent": decimals(n / designEffect, 0), origins: String(origins) },
  };
}

function reliabilityRow({ loss, n, score, mcb, dsc, unc, p, ...group }: ReliabilityRow): Row {
  const digits = Math.max(3, decimalsFor([dsc, unc]));
  return {
    ...groupCells(group),
    ...{ loss, "mean score": valueText(score, undefined, digits), miscalibration: valueText(mcb, undefined, digits) },
    ...{ discrimination: decimals(dsc, digits), uncertainty: decimals(unc, digits) },
    ...{ "p if calibrated": pText(p).replace("p = ", ""), n: decimals(n, 0) },
  };
}

function murphyRow({ n, thetas, area, ...group }: MurphyRow): Row {
  const [from, to] = [thetas[0], thetas[thetas.length - 1]].map((theta) => Number(theta.toPrecision(4)));
  return { ...groupCells(group), thresholds: `${from} to ${to}`, area: decimals(area, 4), n: decimals(n, 0) };
}
