import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import type { HubOutput, HubRow } from "../core/hubRow.js";
import { dayNamed, hubTarget, taskIds } from "./toHub.js";

export interface ToOracleOptions {
  /** Which of the hub's outputs the rows stand for; a yes-or-no question always stands as pmf. */
  readonly outputs: readonly HubOutput[];
  /** The highest count with a bin of its own, where pmf or cdf is among them. */
  readonly most?: number;
  readonly dates?: "last" | "first";
}

/**
 * What came of resolved forecasts as a hub's oracle output: what would have been said, had it been known. A row for each key,
 * target and period, whoever forecast it; of pmf and cdf one for each bin, 1 or 0. Open forecasts have none.
 *
 * @throws InputError when two forecasts of one task were resolved otherwise, or pmf or cdf of counts lacks `most`
 * @see hubverse documentation, "Target data"
 */
export function toOracle(resolved: readonly Resolved[], options: ToOracleOptions): HubRow[] {
  const { outputs, most, dates = "last" } = options;
  const seen = new Map<string, number>();
  return resolved.flatMap((one) => {
    const { observed, asks, recipe } = one;
    if (one.state !== "resolved" || observed === undefined) return [];
    const day = dates === "last" ? "target_end_date" : "target_date";
    const task = {
      [day]: dayNamed(one.target, recipe.every, dates),
      ...taskIds(one.key, "toOracle"),
      target: hubTarget(one),
    };
    const name = JSON.stringify(task);
    const before = seen.get(name);
    if (before !== undefined && before !== observed)
      throw new InputError(`toOracle: ${name} came to ${before} and to ${observed}`);
    if (before !== undefined) return [];
    seen.set(name, observed);
    const row = (output: string, id: string | null, value: number): HubRow => ({
      ...{ ...task, output_type: output, output_type_id: id, oracle_value: value },
    });
    if (asks !== undefined) return [row("pmf", "no", 1 - observed), row("pmf", "yes", observed)];
    return outputs.flatMap((output) => {
      if (output !== "pmf" && output !== "cdf") return [row(output, null, observed)];
      if (most === undefined || !(Number.isInteger(most) && most >= 0))
        throw new InputError(`toOracle: ${output} of counts needs most, a whole number from 0, got ${most}`);
      const counts = Array.from({ length: most + 1 }, (_, k) => k);
      if (output === "cdf") return counts.map((k) => row(output, String(k), Number(observed <= k)));
      return [
        ...counts.map((k) => row(output, String(k), Number(observed === k))),
        row(output, `>${most}`, Number(observed > most)),
      ];
    });
  });
}
