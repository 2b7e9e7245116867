import { InputError } from "../core/errors.js";
import { decimals, percent } from "../core/print.js";
import { logTails } from "../distributions/logTails.js";
import { logNegbin } from "../distributions/negbin.js";
import { countOf } from "./countOf.js";
import type { Detector, Watched } from "./monitor.js";
import type { Stretch } from "./test.js";
import { writtenAs } from "./writtenAs.js";

/** What is thought of changes and rates before a count was seen. */
export interface BayesianChangeOptions {
  /** The chance that a period begins with a new rate: 1/100 for one change in a hundred periods. */
  readonly hazard: number;
  /** Of the rate after each change, as if `shape` events had been seen in `rate` units of exposure. */
  readonly prior: { readonly shape: number; readonly rate: number };
  /** A change is recent when it came with this period or one of the few before it: of how many, this one included. */
  readonly recent: number;
  /** The probability of a recent change from which it alarms. */
  readonly above: number;
}

/**
 * How probable it is that the rate changed in the last few periods: all stretches that may have gone on until now are kept,
 * each weighted by how well its rate foretold the counts. Counts are Poisson at a rate that is a gamma draw after each
 * change, so that more spread than Poisson is taken for changes. The statistic is that probability; `expected` is what the
 * counts before this one foretold, `p` the chance of so many or more; `n` is the periods seen so far, from the start of
 * the series, which is not a change. Stretches less probable than the best by e^-50 are dropped.
 *
 * @throws InputError when an option cannot be
 * @see Adams & MacKay (2007) arXiv:0710.3742
 * @example
 * bayesianChange({ hazard: 0.01, prior: { shape: 1, rate: 7 }, recent: 3, above: 0.5 }).needs // 1
 */
export function bayesianChange(options: BayesianChangeOptions): Detector {
  check(options);
  const { recent, above } = options;
  return {
    name: writtenAs("bayesianChange", options),
    needs: 1,
    monitor: (stretch, first) =>
      filtered(stretch, first, options)
        .slice(first)
        .map(({ probability, length, expected, p }, i): Watched => {
          const alarm = probability >= above;
          const seen = `${stretch.values[first + i]} against ${decimals(expected, 1)}`;
          const said = `changed within ${recent} periods with probability ${percent(probability)}`;
          const reading = `${seen}: ${said}, the rate ${decimals(length, 1)} periods old${alarm ? ": alarm" : ""}`;
          return { n: first + i, expected, threshold: null, statistic: probability, p, alarm, reading };
        }),
  };
}

interface Filtered {
  /** That a stretch began within the recent periods. */
  readonly probability: number;
  /** The expected number of periods since the last change, this one included. */
  readonly length: number;
  readonly expected: number;
  readonly p: number;
}

/** A stretch that may still go on. */
interface Run {
  readonly start: number;
  readonly log: number;
  readonly shape: number;
  readonly rate: number;
}

function filtered(
  { values, exposure }: Stretch,
  first: number,
  { hazard, prior, recent }: BayesianChangeOptions,
): Filtered[] {
  let runs: Run[] = [];
  return values.map((y, t) => {
    const begun = { start: t, log: t === 0 ? 0 : Math.log(hazard), ...prior };
    const before = [...runs.map((run) => ({ ...run, log: run.log + Math.log1p(-hazard) })), begun];
    const size = exposure[t];
    const expected = before.reduce((sum, one) => sum + (Math.exp(one.log) * one.shape * size) / one.rate, 0);
    const upper = (one: Run): number => Math.exp(logTails(countOf((one.shape * size) / one.rate, one.shape), y).upper);
    // The tails are the costly part, and only watched periods need them.
    const p = t < first ? 1 : before.reduce((sum, one) => sum + Math.exp(one.log) * upper(one), 0);
    const after = before.map((one) => ({
      start: one.start,
      log: one.log + logNegbin(y, (one.shape * size) / one.rate, one.shape),
      shape: one.shape + y,
      rate: one.rate + size,
    }));
    const best = Math.max(...after.map((one) => one.log));
    const kept = after.filter((one) => one.log > best - 50);
    const total = best + Math.log(kept.reduce((sum, one) => sum + Math.exp(one.log - best), 0));
    runs = kept.map((one) => ({ ...one, log: one.log - total }));
    const chance = (of: (run: Run) => number): number =>
      runs.reduce((sum, run) => sum + Math.exp(run.log) * of(run), 0);
    return {
      probability: Math.min(
        1,
        chance(({ start }) => (start > 0 && start > t - recent ? 1 : 0)),
      ),
      length: chance(({ start }) => t - start + 1),
      expected,
      p,
    };
  });
}

function check({ hazard, prior, recent, above }: BayesianChangeOptions): void {
  if (!(hazard > 0 && hazard < 1))
    throw new InputError(`bayesianChange: hazard needs a number between 0 and 1, got ${hazard}`);
  if (!(prior.shape > 0 && prior.rate > 0 && prior.shape < Infinity && prior.rate < Infinity))
    throw new InputError(`bayesianChange: prior needs shape and rate above 0, got ${prior.shape} and ${prior.rate}`);
  if (!Number.isInteger(recent) || recent < 1)
    throw new InputError(`bayesianChange: recent needs a whole number of periods from 1, got ${recent}`);
  if (!(above > 0 && above <= 1))
    throw new InputError(`bayesianChange: above needs a probability above 0, to 1, got ${above}`);
}
