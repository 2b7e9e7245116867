import type { Lack, Likelihood, ReportClaim } from "./reportClaim.js";
import type { Verdict } from "./verdict.js";

/**
 * What became of a claim. Tested: data that count what it speaks of, or a proxy for it, were held against it. Waiting: its
 * time is not over or not settled. On its print alone: only the report's own numbers were held against it. No data here: it
 * could be tested, but not with the data given. Not scoreable: as written nothing decides it. Said again: judged elsewhere.
 */
export type ClaimStatus = "tested" | "waiting" | "print alone" | "no data here" | "not scoreable" | "said again";

/** One claim of a report with all that was found of it. */
export interface ClaimRow {
  readonly claim: string;
  readonly kind: ReportClaim["kind"];
  readonly at: ReportClaim["at"];
  readonly label: string;
  readonly says: string;
  readonly status: ClaimStatus;
  readonly likelihood?: Likelihood;
  /** Whether what it was tested by is the report's own deadline and threshold, or ours. */
  readonly by: "report" | "us";
  /** What its print came to, and what the best data given came to: what the report counted before a proxy for it. */
  readonly print?: Verdict;
  readonly data?: Verdict;
  /** All other verdicts on it. */
  readonly others: readonly Verdict[];
  /** For what is not scoreable: what it lacks, why, and what would make it so. */
  readonly lacks?: readonly Lack[];
  readonly reading?: string;
  readonly wouldTake?: string;
  /** The claim that it says again. */
  readonly repeats?: string;
}

/** How many claims there are of each sort; scoreable and not scoreable add up to all that are not said again. */
export interface ClaimTotals {
  readonly claims: number;
  readonly scoreable: number;
  readonly notScoreable: number;
  readonly saidAgain: number;
  readonly status: Readonly<Record<ClaimStatus, number>>;
}
