import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import type { Separation } from "../core/separation.js";
import type { Snapshot } from "../core/snapshot.js";
import { random } from "../math/random.js";
import { countsAt, drawer } from "./drawForecasts.js";
import { driftOf } from "./driftOf.js";
import { coarse, rough } from "./grids.js";
import { type Seen, scorer } from "./scorer.js";
import { scoresTogether } from "./scoresTogether.js";
import { shareFirst } from "./shareFirst.js";
import { storiesOf } from "./stories.js";
import { fitStory } from "./storyFit.js";
import { countsBack, recordOf, yearsBack } from "./timeline.js";
import type { Lattices } from "./zoneFit.js";

export interface SeparationOptions {
  /** The zones that will be seen; all that the hypotheses name where absent. */
  readonly zones?: readonly string[];
  /** Whether only the sum over these zones will be seen, a number a period. */
  readonly together?: boolean;
  /** The periods that will be seen, each by its first day; all that are forecast where absent. */
  readonly periods?: readonly Day[];
  /** Data sets made under each hypothesis. */
  readonly draws: number;
  readonly seed: number;
}

/**
 * How well a report's hypotheses can be told apart by what is still to come: data are made under each from all that was
 * seen before the periods forecast, and given to the hypothesis that makes them likeliest. It needs no count of the
 * periods forecast, so that it can be asked before they begin; what went before is learnt from every zone, seen later or not.
 * Where only a sum is seen, its chance is the mean over 2,000 draws of what each hypothesis leaves open, the sum of the zones
 * in a period being taken as negative binomial with the mean and the variance that it then has.
 *
 * @throws InputError when a zone or a period is not one that the hypotheses forecast
 * @see Box & Hill (1967) Technometrics 9, 57–71
 */
export async function separation(
  report: Report,
  snapshot: Snapshot,
  { zones, together = false, periods, draws, seed }: SeparationOptions,
): Promise<Separation> {
  const record = await recordOf(report, snapshot, { isAhead: true });
  const counts = countsBack(record, 0) ?? [];
  const offered = counts[0].forecast.periods;
  const placesOf = (what: string, wanted: readonly string[], among: readonly string[]): readonly number[] => {
    const other = wanted.find((one) => !among.includes(one));
    if (other !== undefined || wanted.length === 0)
      throw new InputError(`separation: needs ${what} among ${among.join(", ")}, got ${other ?? "none"}`);
    return among.flatMap((one, i) => (wanted.includes(one) ? i : []));
  };
  const seen: Seen = {
    zones: placesOf("zones", zones ?? record.zones, record.zones),
    periods: placesOf("periods", periods ?? offered, offered),
  };
  const lattices: Lattices = new Map();
  const drift = record.weighing.drift ?? driftOf(yearsBack(record), lattices);
  const stories = storiesOf(report, 0);
  const uniform = random(seed);
  const fits = stories.map((story) => fitStory(story, counts, { grid: coarse, drift, lattices }));
  const made = fits.map((fit) => {
    const draw = drawer(fit, uniform);
    return Array.from({ length: draws }, () => countsAt(draw(), uniform));
  });
  const judges = together
    ? fits.map((fit) => scoresTogether(fit, seen, uniform))
    : stories
        .map((story) => scorer(fitStory(story, counts, { grid: rough, drift, lattices }), seen))
        .map((score) => (sets: (typeof made)[number]) => sets.map(score));
  const scores = made.map((sets) => judges.map((judge) => judge(sets)));
  return {
    zones: seen.zones.map((z) => record.zones[z]),
    together,
    periods: seen.periods.map((t) => offered[t]),
    hypotheses: report.hypotheses.map(({ id, label }) => ({ id, label })),
    matrix: scores.map((rows) => firstsOf(rows).map((picks) => picks / draws)),
    pairs: report.hypotheses.flatMap((one, i) =>
      report.hypotheses.slice(i + 1).map((other, k) => {
        const j = i + 1 + k;
        const right = firstsOf([scores[i][i], scores[i][j]])[0] + firstsOf([scores[j][j], scores[j][i]])[0];
        return { one: one.id, other: other.id, accuracy: right / (2 * draws) };
      }),
    ),
    draws,
    seed,
  };
}

/** How often each of some judges gave the greatest score, data set by data set. */
function firstsOf(rows: readonly (readonly number[])[]): readonly number[] {
  const picks = rows.map(() => 0);
  for (let set = 0; set < rows[0].length; set++) {
    shareFirst(
      picks,
      rows.map((row) => row[set]),
    );
  }
  return picks;
}
