import type { Dimension, Flip, FlipBetween, MultiverseReading, ReadingVerdict, Tally } from "../core/multiverse.js";

/** How far a verdict is from failing. */
const ranks: Readonly<Record<ReadingVerdict, number>> = { fails: 0, uncertain: 1, holds: 2, "cannot be compared": -1 };

/** How many readings came to each verdict. */
export function tallyOf(readings: readonly MultiverseReading[]): Tally {
  const tally = { holds: 0, fails: 0, uncertain: 0, "cannot be compared": 0 };
  for (const { verdict } of readings) tally[verdict]++;
  return tally;
}

/** For each dimension: of the pairs of readings alike in all else, how many differ in verdict; the most telling first. */
export function flipsOf(
  readings: readonly MultiverseReading[],
  dimensions: readonly { readonly name: Dimension; readonly choices: readonly { readonly name: string }[] }[],
): Flip[] {
  const flips = dimensions
    .filter(({ choices }) => choices.length > 1)
    .map(({ name, choices }) => {
      const alike = new Map<string, MultiverseReading[]>();
      for (const reading of readings) {
        if (reading.verdict === "cannot be compared") continue;
        const rest = JSON.stringify(dimensions.map((one) => (one.name === name ? "" : reading.choices[one.name])));
        const group = alike.get(rest);
        if (group === undefined) alike.set(rest, [reading]);
        else group.push(reading);
      }
      return flipOf(
        name,
        choices.map((one) => one.name),
        [...alike.values()],
      );
    });
  return flips.sort((one, other) => other.share - one.share || other.reversed - one.reversed);
}

function flipOf(
  dimension: Dimension,
  choices: readonly string[],
  groups: readonly (readonly MultiverseReading[])[],
): Flip {
  const between = new Map<string, { -readonly [field in keyof FlipBetween]: FlipBetween[field] }>();
  let reversed = 0;
  for (const group of groups) {
    const sorted = [...group].sort(
      (one, other) => choices.indexOf(one.choices[dimension]) - choices.indexOf(other.choices[dimension]),
    );
    for (let i = 0; i < sorted.length; i++) {
      for (let j = i + 1; j < sorted.length; j++) {
        const [from, to] = [sorted[i].choices[dimension], sorted[j].choices[dimension]];
        const key = JSON.stringify([from, to]);
        const found = between.get(key) ?? { from, to, pairs: 0, towards: 0, away: 0 };
        between.set(key, found);
        const step = ranks[sorted[j].verdict] - ranks[sorted[i].verdict];
        found.pairs++;
        if (step > 0) found.towards++;
        if (step < 0) found.away++;
        if (Math.abs(step) === 2) reversed++;
      }
    }
  }
  const all = [...between.values()];
  const pairs = all.reduce((sum, one) => sum + one.pairs, 0);
  const differ = all.reduce((sum, one) => sum + one.towards + one.away, 0);
  return {
    dimension,
    pairs,
    differ,
    reversed,
    share: pairs === 0 ? 0 : differ / pairs,
    between: all.filter((one) => one.towards + one.away > 0),
  };
}
