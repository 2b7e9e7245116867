import { type LedgerMean, ledgerMeans } from "../claims/ledgerMeans.js";
import { type LedgerScore, type LedgerScoresOptions, ledgerScores } from "../claims/ledgerScores.js";
import type { LedgerClaim } from "../claims/standing.js";
import { InputError } from "../core/errors.js";
import type { Metric } from "../scores/metric.js";

/** A mean of scores that are in one unit, and what they are of: `events a month`, `yes or no`. */
export interface LedgerKindMean extends LedgerMean {
  readonly of?: string;
}

/** What a ledger's claims earned, in kinds whose scores may be averaged. */
export interface LedgerKinds {
  readonly means: readonly LedgerKindMean[];
  readonly scores: readonly LedgerScore[];
  /** Of which kinds a metric cannot be had, and why. */
  readonly without: readonly { readonly of: string; readonly metric: string; readonly why: string }[];
}

/**
 * The scores of a ledger and their means, those of yes-or-no questions, of events and of deaths apart: no mean is of two units,
 * and a metric of the one kind does not fail by the other.
 *
 * @throws InputError where a metric can be had of no kind
 */
export function ledgerKinds(
  claims: readonly LedgerClaim[],
  metrics: readonly Metric[],
  options: Pick<LedgerScoresOptions, "isAveraged"> = {},
): LedgerKinds {
  const kinds = new Map<string, LedgerClaim[]>();
  for (const one of claims) kinds.set(kindOf(one), [...(kinds.get(kindOf(one)) ?? []), one]);
  const means: LedgerKindMean[] = [];
  const scores: LedgerScore[] = [];
  const without: { of: string; metric: string; why: string }[] = [];
  for (const metric of metrics) {
    const faults: InputError[] = [];
    for (const [of, own] of kinds) {
      try {
        means.push(...ledgerMeans(own, [metric], options).map((mean) => ({ of, ...mean })));
        scores.push(...ledgerScores(own, [metric], options));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        faults.push(error);
        without.push({ of, metric: metric.name, why: error.message });
      }
    }
    if (faults.length > 0 && faults.length === kinds.size) throw faults[0];
  }
  return { means, scores, without };
}

function kindOf({ claim: { asks, recipe } }: LedgerClaim): string {
  if (asks !== undefined) return "yes or no";
  return `${typeof recipe.measure === "string" ? recipe.measure : "share"} a ${recipe.every}`;
}
