import type { Span } from "./day.js";
import type { Cited } from "./report.js";

/** When something cited was published: the days on which it may have been, how exactly that is known, and what says so. */
export interface CitedDate extends Span {
  /** The moment in UTC, to the millisecond, where a post's number tells it. */
  readonly at?: string;
  readonly precision: "moment" | "day" | "month" | "year";
  readonly from: "post number" | "date given" | "address";
}

/**
 * Where a cited item lies between the events it is cited for and the close of the report. Before the close: nothing it
 * supports has a stretch. Too coarse to tell: known to a day, month or year that holds the close or an end of the stretch.
 */
export type Standing =
  | "after the close"
  | "after the cutoff day"
  | "before the window"
  | "inside"
  | "after the window, before the close"
  | "before the close"
  | "too coarse to tell"
  | "undated";

/** A claim or figure that an item is cited for, its stretch, and where the item lies beside it. */
export interface Supported extends Span {
  readonly id: string;
  readonly what: "claim" | "figure";
  /** Whether the stretch is when the report says that it happened, or a window of what it counts. */
  readonly from: "happened" | "window";
  readonly label: string;
  readonly lies: "before" | "inside" | "after" | "too coarse to tell" | "undated";
}

/** One cited item in time: when it is from, and how that stands to the report's close and to what it is cited for. */
export interface ClockRow {
  readonly note: number;
  /** Its place among the items of its note, from 1. */
  readonly item: number;
  readonly type: Cited["type"];
  readonly publisher: string;
  /** The same for the same source, however its address is written. */
  readonly source: string;
  readonly date?: CitedDate;
  readonly standing: Standing;
  /** How long after the close it was posted, where both moments are known. */
  readonly minutesAfterClose?: number;
  /** Whether it is dated after the day on which the report was published. */
  readonly afterPublication: boolean;
  readonly supports: readonly Supported[];
}
