import { sameTimeBefore } from "../core/day.js";
import type { Interval } from "../core/finding.js";
import type { Report } from "../core/report.js";
import type { Placebo, PlaceboRun } from "../core/weighed.js";
import { random } from "../math/random.js";
import { summaryOf, sumOf } from "./checks.js";
import { countsAt, drawer } from "./drawForecasts.js";
import { probabilities, sensitivities, type Weights } from "./sensitivities.js";
import { storiesOf } from "./stories.js";
import { type CountedZones, countsBack, type ZoneCounts } from "./timeline.js";
import type { Lattices } from "./zoneFit.js";

/** How sure one must be, over everything that was tried, to call an explanation held (or, below 1 less this, failed). */
export const sure = 0.95;

/** How many forecasts are drawn for an earlier year's intervals. */
const draws = 200;

/**
 * The same weighing where nothing of what the report claims can be seen: in each earlier year, its dates moved back, and
 * with other zones' counts in the place of those it names.
 */
export function placebos(
  report: Report,
  record: CountedZones,
  years: readonly (readonly ZoneCounts[])[],
  { drift, seed, lattices }: { drift: number; seed: number; lattices: Lattices },
): Placebo {
  const uniform = random(seed);
  const runs: PlaceboRun[] = [];
  const inside: boolean[] = [];
  years.forEach((counts, i) => {
    const weights = sensitivities(storiesOf(report, i + 1), counts, { drift, lattices });
    runs.push({
      kind: "year",
      label: `forecast of ${sameTimeBefore(record.forecast.since, i + 1, record.every)}`,
      ...callOf(report, weights),
    });
    for (const fit of weights.fits) {
      const draw = drawer(fit, uniform);
      const made = Array.from({ length: draws }, () => countsAt(draw(), uniform));
      counts.forEach((zone, z) => {
        const [low, high] = summaryOf(made.map((rows) => sumOf(rows[z]))).interval;
        const seen = sumOf(zone.forecast.values);
        inside.push(seen >= low && seen <= (high ?? Infinity));
      });
    }
  });
  const others = Object.entries(report.weighing?.placebos ?? {});
  if (others.length > 0) {
    const stand = new Map(others);
    const zones = { ...record, zones: record.zones.map((zone) => stand.get(zone) ?? zone) };
    const counts = countsBack(zones, 0)?.map((one, z) => ({ ...one, zone: record.zones[z] }));
    const label = others.map(([zone, other]) => `${other} for ${zone}`).join(", ");
    if (counts !== undefined) {
      runs.push({
        kind: "zones",
        label,
        ...callOf(report, sensitivities(storiesOf(report, 0), counts, { drift, lattices })),
      });
    }
  }
  return {
    years: years.length,
    inside: inside.filter((is) => is).length,
    of: inside.length,
    held: runs.filter((run) => run.kind === "year" && run.held !== undefined).length,
    runs,
  };
}

function callOf(report: Report, weights: Weights): Pick<PlaceboRun, "probability" | "range" | "held"> {
  const probability = probabilities(weights.evidence.map((one) => one.of({})));
  const range = rangesOf(probability, weights);
  const held = report.hypotheses.find((_, h) => range[h][0] > sure);
  return { probability, range, ...(held !== undefined && { held: held.id }) };
}

/** Each hypothesis' least and greatest probability over everything that was tried. */
export function rangesOf(
  probability: readonly number[],
  { sensitivities }: Pick<Weights, "sensitivities">,
): Interval[] {
  return probability.map((own, h) => {
    const all = [own, ...sensitivities.map((row) => row.probability[h])];
    return [Math.min(...all), Math.max(...all)];
  });
}
