import { kindOf, type LedgerMean, ledgerMeans } from "../claims/ledgerMeans.js";
import { type LedgerScore, type LedgerScoresOptions, ledgerScores } from "../claims/ledgerScores.js";
import { authorName } from "../claims/seriesName.js";
import type { LedgerClaim } from "../claims/standing.js";
import { InputError } from "../core/errors.js";
import type { Metric } from "../scores/metric.js";

/** What a ledger's claims earned, in kinds whose scores may be averaged. */
export interface LedgerKinds {
  readonly means: readonly LedgerMean[];
  readonly scores: readonly LedgerScore[];
  /** Of what a metric cannot be had, and why. */
  readonly without: readonly LedgerWithout[];
}

/** Claims of one author from one model of one kind, of which a metric cannot be had. */
export interface LedgerWithout extends Pick<LedgerMean, "by" | "model" | "of" | "metric"> {
  readonly why: string;
}

/**
 * The scores of a ledger and their means, those of yes-or-no questions, of events and of deaths apart: no mean is of two units,
 * and a metric that cannot be had of one author's claims does not fail by them.
 *
 * @throws InputError where a metric can be had of none
 */
export function ledgerKinds(
  claims: readonly LedgerClaim[],
  metrics: readonly Metric[],
  options: Pick<LedgerScoresOptions, "isAveraged"> = {},
): LedgerKinds {
  const kinds = new Map<string, LedgerClaim[]>();
  for (const one of claims) {
    const name = JSON.stringify([authorName(one.claim.by), one.claim.model, kindOf(one)]);
    kinds.set(name, [...(kinds.get(name) ?? []), one]);
  }
  const means: LedgerMean[] = [];
  const scores: LedgerScore[] = [];
  const without: LedgerWithout[] = [];
  for (const metric of metrics) {
    const faults: InputError[] = [];
    for (const own of kinds.values()) {
      const [first] = own;
      const [{ by, model }, of] = [first.claim, kindOf(first)];
      try {
        means.push(...ledgerMeans(own, [metric], options));
        scores.push(...ledgerScores(own, [metric], options));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        faults.push(error);
        without.push({ by, model, of, metric: metric.name, why: error.message });
      }
    }
    if (faults.length > 0 && faults.length === kinds.size) throw faults[0];
  }
  return { means, scores, without };
}
