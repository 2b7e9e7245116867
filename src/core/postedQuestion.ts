/**
 * A question as forecasting platforms of Metaculus' kind have it, in their own names. Times are UTC, as
 * `2024-02-01T00:00:00Z`.
 */
export interface PostedQuestion {
  readonly title: string;
  /** What decides it, in sentences. */
  readonly resolution_criteria: string;
  /** What else may matter: how it was counted, and what annuls it. */
  readonly fine_print: string;
  readonly type: "binary" | "numeric" | "discrete";
  /** When forecasts are taken, from and until. */
  readonly open_time: string;
  readonly scheduled_close_time: string;
  /** When the answer is to be known. */
  readonly scheduled_resolve_time: string;
  /** What the number counts; empty for a yes-or-no question. */
  readonly unit: string;
  /** Of a numeric or discrete question: the ends of the line, and in how many equal parts it is cut. */
  readonly scaling?: {
    readonly range_min: number;
    readonly range_max: number;
    /** Where a logarithmic line would have its zero; ours are straight. */
    readonly zero_point: null;
    readonly inbound_outcome_count: number;
  };
  /** Whether it may lie beyond the line's ends. */
  readonly open_lower_bound?: boolean;
  readonly open_upper_bound?: boolean;
  /** The same as older programs ask for it. */
  readonly possibilities:
    | { readonly type: "binary" }
    | {
        readonly type: "continuous";
        readonly low: "tail" | "none";
        readonly high: "tail" | "none";
        readonly scale: { readonly min: number; readonly max: number; readonly deriv_ratio: 1 };
      };
  /** The forecast: of yes, or of as much or less at each cut of the line, ends included; of a claim whose, and since when. */
  readonly forecast: ({ readonly probability_yes: number } | { readonly continuous_cdf: readonly number[] }) & {
    readonly forecaster?: string;
    readonly start_time?: string;
  };
}
