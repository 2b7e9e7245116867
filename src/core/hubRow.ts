/**
 * One row of a forecast hub's table (hubverse): columns by name, `null` for what R calls NA. Model output has `model_id`,
 * a date and a horizon, task ids, `output_type`, `output_type_id` and `value`; oracle output has `oracle_value`, a target
 * time series `observation`.
 *
 * @see hubverse documentation, "Model output" and "Target data"
 */
export type HubRow = Readonly<Record<string, string | number | null>>;

/** How a hub's rows say what may come. */
export type HubOutput = "mean" | "median" | "quantile" | "cdf" | "pmf" | "sample";

/** All of them, in the order in which rows are written. */
export const hubOutputs: readonly HubOutput[] = ["mean", "median", "quantile", "cdf", "pmf", "sample"];

/** Whether a text names one of them. */
export function isHubOutput(text: string): text is HubOutput {
  return hubOutputs.some((one) => one === text);
}

/** Columns that name the day from which a horizon counts, and the day meant: the first of them that is there. */
export const hubDates = {
  reference: ["reference_date", "origin_date", "forecast_date"],
  target: ["target_end_date", "target_date", "date"],
} as const;

/** Columns with a meaning of their own; every other is a task id and part of the key. */
export const hubColumns: readonly string[] = [
  ...["model_id", "round_id", "target", "horizon", "output_type", "output_type_id"],
  ...["value", "oracle_value", "observation", "as_of", ...hubDates.reference, ...hubDates.target],
];
