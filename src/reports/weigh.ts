import type { Report } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Weighed } from "../core/weighed.js";
import { random } from "../math/random.js";
import { checksOf, summaryOf, sumOf } from "./checks.js";
import { dataOf } from "./counted.js";
import { countsAt, drawer } from "./drawForecasts.js";
import { driftOf } from "./driftOf.js";
import { effectsOf, endsOf } from "./effectsOf.js";
import { evidenceOf } from "./evidenceOf.js";
import { fine, rough } from "./grids.js";
import { placebos, rangesOf } from "./placebos.js";
import { scorer } from "./scorer.js";
import { probabilities, sensitivities } from "./sensitivities.js";
import { shareFirst } from "./shareFirst.js";
import { storiesOf } from "./stories.js";
import { fitStory, type StoryFit } from "./storyFit.js";
import { countsBack, recordOf, yearsBack, type ZoneCounts } from "./timeline.js";
import type { Lattices } from "./zoneFit.js";

/**
 * How well each of a report's hypotheses forecast what came, as periods arrived. A hypothesis is a model of the counts of
 * every zone that any of them names: negative binomial with variance in proportion to the mean, the mean being the zone's
 * rate times each effect's size to the power of its course. Sizes and the end have the priors that the report states, rates
 * Jeffreys' prior, each dispersion is as likely; all are averaged over, by quadrature, given the past and as many as five
 * earlier years, each with a rate of its own, from which the sizes of what comes back every year are learnt. The rate ahead
 * may have drifted as far as it did between the same periods of earlier years.
 * Beside each probability stands its range over other assumptions; simulation says how often each hypothesis would come
 * first, and earlier years and other zones, of which the report claims nothing, how often something would be called held.
 *
 * @throws InputError when the report does not say what to weigh on, or the data do not reach; DataError when its windows are not of whole periods or a zone is a region
 * @see Kass & Raftery (1995) JASA 90, 773–795; Dawid (1984) JRSS A 147, 278–292; Rubin (1984) Annals of Statistics 12, 1151–1172
 */
export async function weigh(report: Report, snapshot: Snapshot, { draws }: { draws: number }): Promise<Weighed> {
  const record = await recordOf(report, snapshot, { isAhead: false });
  const { every, zones, weighing } = record;
  const { seed } = weighing;
  const counts = countsBack(record, 0) ?? [];
  const lattices: Lattices = new Map();
  const years = yearsBack(record);
  const drift = weighing.drift ?? driftOf(years, lattices);
  const stories = storiesOf(report, 0);
  const fits = stories.map((story) => fitStory(story, counts, { grid: fine, drift, lattices }));
  const evidence = fits.map((fit) => evidenceOf(fit, counts));
  const { periods } = counts[0].forecast;
  const tracks = evidence.map((one) => periods.map((_, t) => one.of({ first: t + 1 })));
  const tried = sensitivities(stories, counts, { drift, lattices });
  const last = probabilities(tracks.map((track) => track[periods.length - 1]));
  const ranges = rangesOf(last, tried);
  const steps = periods.map((_, t) => probabilities(tracks.map((track) => track[t])));
  const made = makeData(
    tried.fits,
    stories.map((story) => fitStory(story, counts, { grid: rough, drift, lattices })),
    counts,
    { draws, seed },
  );
  return {
    data: dataOf(snapshot),
    ...(weighing.proxy !== undefined && { proxy: weighing.proxy }),
    n: sumOf(counts.map((zone) => sumOf(zone.forecast.values))),
    every,
    periods,
    zones,
    earlier: counts[0].earlier.length,
    hypotheses: report.hypotheses.map(({ id, label, by }, h) => ({
      id,
      label,
      by,
      logScore: tracks[h][periods.length - 1],
      cumulative: tracks[h],
      probability: [1 / fits.length, ...steps.map((step) => step[h])],
      range: ranges[h],
      zones: zones.map((zone, z) => {
        const { mean, interval } = summaryOf(made[h].counts.map((rows) => sumOf(rows[z])));
        const observed = sumOf(counts[z].forecast.values);
        return { zone, logScore: evidence[h].of({ onlyZone: z }), expected: mean, interval, observed };
      }),
      effects: effectsOf(fits[h], evidence[h].after),
      ends: endsOf(fits[h], evidence[h].after),
      checks: zones.flatMap((zone, z) =>
        checksOf(
          zone,
          counts[z].forecast.values,
          made[h].counts.map((rows) => rows[z]),
        ),
      ),
      picked: Object.fromEntries(report.hypotheses.map((one, i) => [one.id, made[h].picks[i] / draws])),
    })),
    drift,
    sensitivities: tried.sensitivities,
    placebo: placebos(report, record, years, { drift, seed, lattices }),
    draws,
    seed,
  };
}

/** What data made under one hypothesis look like, and for which hypothesis they are taken. */
interface Made {
  readonly counts: readonly (readonly (readonly number[])[])[];
  readonly picks: readonly number[];
}

function makeData(
  fits: readonly StoryFit[],
  judges: readonly StoryFit[],
  counts: readonly ZoneCounts[],
  { draws, seed }: { draws: number; seed: number },
): readonly Made[] {
  const uniform = random(seed);
  const all = { zones: counts.map((_, z) => z), periods: counts[0].forecast.periods.map((_, t) => t) };
  const scores = judges.map((fit) => scorer(fit, all));
  return fits.map((fit) => {
    const draw = drawer(fit, uniform);
    const made = Array.from({ length: draws }, () => countsAt(draw(), uniform));
    const picks = scores.map(() => 0);
    for (const rows of made)
      shareFirst(
        picks,
        scores.map((score) => score(rows)),
      );
    return { counts: made, picks };
  });
}
