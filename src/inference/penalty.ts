import { InputError } from "../core/errors.js";
import { percent } from "../core/print.js";
import { type CutOptions, pelt } from "../math/pelt.js";
import { random } from "../math/random.js";
import { type NullModel, nullSeries } from "./nullSeries.js";
import { type SegmentCost, segmentCost } from "./segmentCost.js";
import type { Stretch } from "./test.js";

/**
 * What a further stretch must gain, in twice the log-likelihood. `"bic"` and `"aic"` count a change as its level and its
 * place. `"mbic"` is Zhang and Siegmund's: 3 log(n) a change and, for each stretch, the log of its share of the periods, which
 * is below 0: a stretch of one period costs as much as under `"bic"`, one of half the series up to log(n) more. It was made
 * for normal means; of counts it is near. A chance asks for as much as keeps a series without a change whole all but so often.
 */
export type Penalty =
  | "bic"
  | "mbic"
  | "aic"
  | number
  | { readonly chance: number; readonly seed: number; readonly draws: number };

/** A penalty as a search for cuts needs it. */
export interface PenaltyValue {
  readonly value: number;
  readonly source: string;
  /** What a stretch of so many periods costs besides; below 0 for the short ones of "mbic". */
  stretchOf(length: number): number;
}

/**
 * The number behind a penalty. A chance is settled by seeded series without a change: the number is the one that at most
 * this share of them (and of the series itself, were it one of them) is worth cutting for.
 *
 * @throws InputError when it is not above 0, or the draws are too few for the chance
 * @see Zhang & Siegmund (2007) Biometrics 63, 22–32
 */
export function penaltyValue(penalty: Penalty, stretch: Stretch, cost: SegmentCost, minimum: number): PenaltyValue {
  const n = stretch.values.length;
  const stretchOf = (): number => 0;
  const { parameters } = cost;
  if (penalty === "bic")
    return { value: (parameters + 1) * Math.log(n), source: `bic: ${parameters + 1} log(${n})`, stretchOf };
  if (penalty === "aic") return { value: 2 * (parameters + 1), source: `aic: 2 times ${parameters + 1}`, stretchOf };
  if (penalty === "mbic") {
    const source = `mbic: ${parameters + 2} log(${n}), and the log of its share of the periods for each stretch`;
    return { value: (parameters + 2) * Math.log(n), source, stretchOf: (length) => Math.log(length / n) };
  }
  if (typeof penalty === "number") {
    if (!(penalty > 0 && Number.isFinite(penalty)))
      throw new InputError(`segment: penalty needs a number above 0, got ${penalty}`);
    return { value: penalty, source: "as stated", stretchOf };
  }
  const { chance, seed, draws } = penalty;
  const rank = Math.ceil((1 - chance) * (draws + 1));
  if (!(chance > 0 && chance < 1 && Number.isInteger(draws) && rank <= draws))
    throw new InputError(`segment: chance ${chance} needs at least ${Math.ceil(1 / chance) - 1} draws, got ${draws}`);
  const make = nullSeries(stretch, modelOf(cost), random(seed));
  const spread = cost.kind === "negbin" || cost.kind === "normal" ? cost.spread : undefined;
  const gains = new Float64Array(draws).map(() => {
    const { values, exposure } = make();
    const drawn = segmentCost({ values: [...values], exposure: [...exposure] }, cost.kind, spread);
    return worthOf(drawn.costOf, n, minimum);
  });
  gains.sort();
  // A gain just at the penalty does not pay for a cut, but rounding must not tip it.
  const value = Math.max(gains[rank - 1], 1e-6) * (1 + 1e-9);
  return { value, source: `splits ${percent(chance)} of series without a change (${draws} draws)`, stretchOf };
}

/** The least penalty that leaves a series whole. */
function worthOf(costOf: SegmentCost["costOf"], length: number, minimum: number): number {
  const whole = costOf(0, length);
  const options: Omit<CutOptions, "penalty"> = { length, minimum, slack: 0 };
  let worth = 0;
  for (;;) {
    const penalty = worth * (1 + 1e-12) + 1e-9;
    const { cuts, cost } = pelt(costOf, { ...options, penalty });
    if (cuts.length === 0) return worth;
    const gain = (whole - (cost - cuts.length * penalty)) / cuts.length;
    if (!(gain > penalty)) return worth;
    worth = gain;
  }
}

function modelOf({ kind, spread }: SegmentCost): NullModel {
  if (kind === "normal" || kind === "meanvar") return "permutation";
  return kind === "negbin" && spread !== undefined ? { size: spread } : "poisson";
}
