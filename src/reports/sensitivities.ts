import { decimals } from "../core/print.js";
import type { Sensitivity } from "../core/weighed.js";
import { type Evidence, evidenceOf, type Part } from "./evidenceOf.js";
import { coarse, logSumOf, phis } from "./grids.js";
import type { Story } from "./stories.js";
import { fitStory, type StoryFit } from "./storyFit.js";
import type { ZoneCounts } from "./timeline.js";
import type { Lattices } from "./zoneFit.js";

/** What hypotheses come to on one set of counts. */
export interface Weights {
  readonly fits: readonly StoryFit[];
  readonly evidence: readonly Evidence[];
  readonly sensitivities: readonly Sensitivity[];
}

/** Fits the hypotheses coarsely and finds their probabilities when one assumption is another. */
export function sensitivities(
  stories: readonly Story[],
  counts: readonly ZoneCounts[],
  { drift, lattices }: { drift: number; lattices: Lattices },
): Weights {
  const fitted = (widen: number, on = counts): readonly StoryFit[] =>
    stories.map((story) => fitStory(story, on, { grid: coarse, lattices, drift, widen }));
  const fits = fitted(1);
  const drifting = (other: number): readonly StoryFit[] =>
    fits.map((fit) => ({ ...fit, zones: fit.zones.map((zone) => zone.withDrift(other)) }));
  const evidence = fits.map((fit) => evidenceOf(fit, counts));
  const rows: Sensitivity[] = [];
  const part = (label: string, kind: Sensitivity["kind"], some: Part): void => {
    rows.push({ label, kind, probability: probabilities(evidence.map((one) => one.of(some))) });
  };
  const refit = (label: string, kind: Sensitivity["kind"], others: readonly StoryFit[], on = counts): void => {
    rows.push({ label, kind, probability: probabilities(others.map((fit) => evidenceOf(fit, on).of({}))) });
  };
  for (const [p, phi] of phis.entries()) part(`variance ${decimals(phi, 1)} times the mean`, "dispersion", { phi: p });
  if (drift > 0) {
    refit("no drift", "drift", drifting(0));
    refit(`twice the drift (${decimals(2 * drift, 2)})`, "drift", drifting(2 * drift));
  }
  refit("priors half as wide", "prior", fitted(0.5));
  refit("priors twice as wide", "prior", fitted(2));
  if (counts.some((zone) => zone.earlier.length > 0)) {
    const alone = counts.map((zone) => ({ ...zone, earlier: [] }));
    refit("nothing learnt from earlier years", "earlier years", fitted(1, alone), alone);
  }
  const zones = counts.length > 1 ? counts : [];
  for (const [z, { zone }] of zones.entries()) part(`without ${zone}`, "zone", { butZone: z });
  const { periods } = counts[0].forecast;
  const left = periods.length > 1 ? periods : [];
  for (const [t, period] of left.entries()) part(`without ${period}`, "period", { butPeriod: t });
  return { fits, evidence, sensitivities: rows };
}

/** Equal chances before, these log scores since: the chances now. */
export function probabilities(logScores: readonly number[]): readonly number[] {
  const all = logSumOf(logScores);
  return logScores.map((log) => Math.exp(log - all));
}
