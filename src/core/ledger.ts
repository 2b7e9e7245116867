import type { Day } from "./day.js";
import type { Forecast, ForecastState } from "./forecast.js";

/** A forecast that somebody stands by, from a day on. */
export interface Claim extends Forecast {
  /** The first 16 digits of the SHA-256 of all else that the claim says. */
  readonly id: string;
  /** Who says so. */
  readonly by: string;
  /** The day on which it was made, by whoever made it; before the first day of its period. */
  readonly issued: Day;
  readonly note?: string;
  /** The id of the claim in whose place it stands from the day of its issue. */
  readonly supersedes?: string;
}

/** What a ledger is told. Nothing in it is ever changed: what is to count no more is said by a further item. */
export type LedgerItem =
  /** Always the first: the ledger's name and how its lines are written. */
  | { readonly kind: "ledger"; readonly name: string; readonly format: number }
  | { readonly kind: "claim"; readonly claim: Claim }
  /** A claim that takes the place of an earlier one of the same author. */
  | { readonly kind: "supersede"; readonly claim: Claim }
  /** From the day of issue on the author says nothing any more; what stood before is still scored where days are averaged. */
  | { readonly kind: "withdraw"; readonly of: string; readonly by: string; readonly issued: Day; readonly why: string }
  /** The claim is not to be scored, and why. */
  | { readonly kind: "annul"; readonly of: string; readonly by: string; readonly why: string }
  | Decision;

/** What came of a claim. */
export interface Decision {
  readonly kind: "resolve";
  readonly of: string;
  readonly state: Extract<ForecastState, "resolved" | "ambiguous">;
  readonly observed?: number;
  readonly evidence: string;
  readonly asOf: Day;
  readonly why?: string;
  /** The number of the entry in whose place it stands, where the claim was resolved before. */
  readonly replaces?: number;
}

/** What ties an entry to the one before it. */
export interface LedgerLink {
  /** From 1, without a gap. */
  readonly seq: number;
  /** When it was written, UTC: `2024-03-17T09:30:00Z`. */
  readonly written: string;
  /** The hash of the entry before; 64 zeros in the first. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON of all of the entry but its hash. */
  readonly hash: string;
}

/** One line of a ledger. */
export type LedgerEntry = LedgerItem & LedgerLink;
