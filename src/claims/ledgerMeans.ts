import type { Metric } from "../scores/metric.js";
import { type LedgerScore, type LedgerScoresOptions, ledgerScores } from "./ledgerScores.js";
import { authorName } from "./seriesName.js";
import type { LedgerClaim } from "./standing.js";

/** What one author's claims from one model, of one kind, earned by one metric, on the mean. */
export interface LedgerMean {
  readonly by: string;
  readonly model: string;
  /** What the claims are of, as no mean is of two units: `events a month`, `yes or no`. */
  readonly of: string;
  readonly metric: string;
  /** How many scores there are; 0 where every claim of which the ledger says what came is annulled. */
  readonly n: number;
  /** Absent where there is no score, `null` where one is infinite. */
  readonly mean?: number | null;
  /** The same with annulled claims counted too; given where that makes a difference. */
  readonly withAnnulled?: { readonly n: number; readonly mean: number | null };
}

/**
 * The mean scores of a ledger's claims by author, model, kind and metric, and what they would be if nothing had been annulled of which
 * the ledger says what came: whoever annuls what went badly does not do so unseen.
 *
 * @throws InputError as `score` does
 * @example
 * ledgerMeans(standing([]), [crps()]) // []
 */
export function ledgerMeans(
  claims: readonly LedgerClaim[],
  metrics: readonly Metric[],
  { isAveraged = false }: Pick<LedgerScoresOptions, "isAveraged"> = {},
): LedgerMean[] {
  return [...new Set(claims.map(kindOf))].flatMap((of) => {
    const alike = claims.filter((one) => kindOf(one) === of);
    const scored = grouped(ledgerScores(alike, metrics, { isAveraged }));
    const all = grouped(ledgerScores(alike, metrics, { isAveraged, withAnnulled: true }));
    return [...all].map(([name, rows]): LedgerMean => {
      const [{ by, model, metric }] = rows;
      const own = scored.get(name) ?? [];
      const isOther = own.length !== rows.length || meanOf(own) !== meanOf(rows);
      return {
        ...{ by, model, of, metric, n: own.length },
        ...(own.length > 0 && { mean: meanOf(own) }),
        ...(isOther && { withAnnulled: { n: rows.length, mean: meanOf(rows) } }),
      };
    });
  });
}

/** What a claim's scores are in: of a question of yes or no, or a count of something a period. */
export function kindOf({ claim: { asks, recipe } }: LedgerClaim): string {
  if (asks !== undefined) return "yes or no";
  return `${typeof recipe.measure === "string" ? recipe.measure : "share"} a ${recipe.every}`;
}

/** Scores of one author, model and metric together, in the order of their first. */
function grouped(rows: readonly LedgerScore[]): Map<string, LedgerScore[]> {
  const groups = new Map<string, LedgerScore[]>();
  for (const row of rows) {
    const name = JSON.stringify([authorName(row.by), row.model, row.metric]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

function meanOf(rows: readonly LedgerScore[]): number | null {
  const sum = rows.reduce<number | null>((all, { value }) => (all === null || value === null ? null : all + value), 0);
  return sum === null ? null : sum / rows.length;
}
