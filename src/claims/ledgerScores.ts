import { daysIn } from "../core/day.js";
import type { Resolved } from "../core/forecast.js";
import type { Score } from "../core/score.js";
import type { Metric } from "../scores/metric.js";
import { score } from "../scores/score.js";
import { timeAveraged } from "../scores/timeAveraged.js";
import { authorName, questionName } from "./seriesName.js";
import type { LedgerClaim } from "./standing.js";

/** A score with whose it is. */
export interface LedgerScore extends Score {
  readonly by: string;
  /** The claim, or the last of those that were averaged. */
  readonly id: string;
}

export interface LedgerScoresOptions {
  /** Whether all that was said of a question counts, by the days on which it stood, or the last word alone (unless said). */
  readonly isAveraged?: boolean;
  /** Whether annulled claims count too, where the ledger says what came of them: not unless said. */
  readonly withAnnulled?: boolean;
}

/**
 * The scores of a ledger's claims: of those that stood when their period began or, averaged over time, of all that was said of
 * each question, by the days on which it stood. Back-tests are scored by the same verb.
 *
 * @throws InputError as `score` does
 * @example
 * ledgerScores(standing([]), [crps()]) // []
 */
export function ledgerScores(
  claims: readonly LedgerClaim[],
  metrics: readonly Metric[],
  { isAveraged = false, withAnnulled = false }: LedgerScoresOptions = {},
): LedgerScore[] {
  const owned = (rows: readonly Score[], { claim: { by, id } }: LedgerClaim) => rows.map((row) => ({ ...row, by, id }));
  const counted = withAnnulled ? claims : claims.filter(({ annulled }) => annulled === undefined);
  if (!isAveraged)
    return counted.flatMap((one) => {
      const resolved = one.ended === undefined ? resolvedClaim(one) : undefined;
      return resolved === undefined ? [] : owned(score([resolved], metrics), one);
    });
  const questions = new Map<string, LedgerClaim[]>();
  for (const one of counted) {
    const { by, model } = one.claim;
    const name = JSON.stringify([authorName(by), model, questionName(one.claim)]);
    questions.set(name, [...(questions.get(name) ?? []), one]);
  }
  return [...questions.values()].flatMap((all) => {
    const spells = all.flatMap((one) => {
      const resolved = resolvedClaim(one);
      return resolved === undefined ? [] : [{ resolved, days: daysIn(one) }];
    });
    const stood = spells.some(({ days }) => days > 0);
    return stood ? owned(timeAveraged(spells, metrics), all[all.length - 1]) : [];
  });
}

/** A claim beside what the ledger says came of it; undefined where it says nothing. */
function resolvedClaim({ claim, decision }: LedgerClaim): Resolved | undefined {
  if (decision?.state !== "resolved" || decision.observed === undefined) return undefined;
  const { state, observed, evidence, asOf } = decision;
  return { ...claim, state, observed, evidence, asOf };
}
