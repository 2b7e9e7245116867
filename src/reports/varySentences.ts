import type { Flip, Multiverse, MultiverseReading, Tally } from "../core/multiverse.js";
import { decimals, percent, withInterval } from "../core/print.js";

/** The ratios of the readings that differ in more than threshold and dispersion, each once. */
export function ratiosOf(readings: readonly MultiverseReading[]): Multiverse["ratios"] {
  const each = new Map<string, number>();
  for (const { choices, ratio } of readings) {
    const { source, zone, measure, before, after } = choices;
    if (ratio !== undefined) each.set(JSON.stringify([source, zone, measure, before, after]), ratio);
  }
  const sorted = [...each.values()].sort((one, other) => one - other);
  const n = sorted.length;
  if (n === 0) return undefined;
  const half = Math.floor(n / 2);
  return {
    n,
    median: n % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2,
    least: sorted[0],
    most: sorted[n - 1],
  };
}

/** What all readings together come to, in sentences. */
export function varySentences(found: Omit<Multiverse, "sentences" | "assumes">): string[] {
  const { readings, tally, ratios, preferred, flips } = found;
  const able = readings.length - tally["cannot be compared"];
  const cannot = tally["cannot be compared"];
  const { ratio, interval, n, verdict, why } = preferred;
  const numbers =
    ratio === undefined || interval === undefined
      ? (why ?? "no ratio")
      : `${withInterval(ratio, interval, 2)}, n = ${decimals(n, 0)}`;
  return [
    able === 0
      ? `None of ${decimals(readings.length, 0)} readings can be compared`
      : `Of ${decimals(able, 0)} readings that can be compared ${sharesText(tally)}`,
    ...(cannot > 0 ? [`${decimals(cannot, 0)} cannot be compared: ${reasons(readings)}`] : []),
    ...(ratios === undefined
      ? []
      : [
          `The ratio is ${decimals(ratios.median, 2)} in the middle of the ${ratios.n} that differ in more than threshold and dispersion, from ${decimals(ratios.least, 2)} to ${decimals(ratios.most, 2)}`,
        ]),
    `The reading listed first ${verdict === "cannot be compared" ? verdict : wordOf(verdict)}: ${numbers}`,
    ...flipText(flips),
    ...couldHold(found),
    "The readings share their data and are not independent: the share that holds is neither a probability of the claim nor a test of it",
  ];
}

/** Shares of those that can be compared. */
export function sharesText({ holds, fails, uncertain }: Tally): string {
  const able = holds + fails + uncertain;
  const share = (count: number): string => percent(able === 0 ? 0 : count / able);
  return `${share(holds)} hold, ${share(fails)} fail and ${share(uncertain)} are uncertain`;
}

function wordOf(verdict: MultiverseReading["verdict"]): string {
  return verdict === "uncertain" ? "is uncertain" : verdict;
}

function reasons(readings: readonly MultiverseReading[]): string {
  const tallied = new Map<string, number>();
  for (const { verdict, why = "" } of readings) {
    if (verdict === "cannot be compared") tallied.set(why, (tallied.get(why) ?? 0) + 1);
  }
  return [...tallied].map(([why, count]) => `${why} (${count})`).join("; ");
}

function flipText(flips: readonly Flip[]): string[] {
  const asked = flips.filter(({ pairs }) => pairs > 0);
  if (asked.length === 0) return [];
  const each = asked.map(
    ({ dimension, share, reversed }) =>
      `${dimension} ${percent(share)}${reversed > 0 ? ` (${decimals(reversed, 0)} from holding to failing or back)` : ""}`,
  );
  return [`How often the verdict changes with one choice, all else alike: ${each.join(", ")}`];
}

/** How often the middle reading of each way to allow for spread would have held, had the rate changed so much. */
function couldHold({ readings, dimensions, direction, level }: Omit<Multiverse, "sentences" | "assumes">): string[] {
  const ways = dimensions.find(({ name }) => name === "dispersion")?.choices ?? [];
  const each = ways.flatMap(({ name, label }) => {
    const powers = readings.flatMap(({ choices, power }) =>
      choices.dispersion === name && power !== undefined ? power : [],
    );
    const middle = powers.sort((one, other) => one - other).at(Math.floor(powers.length / 2));
    return middle === undefined ? [] : `${percent(middle)} (${label})`;
  });
  if (each.length === 0) return [];
  const times = direction === "rise" ? "twice" : "half";
  const misses = percent(Number((1 - level).toPrecision(12)));
  return [
    `Had the rate been ${times} the threshold, the middle reading would have held, by a normal approximation, in ${each.join(", ")}; an interval misses the true ratio in ${misses} where what it assumes is so`,
  ];
}
