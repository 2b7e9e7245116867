import type { Delays } from "../core/delays.js";
import { InputError } from "../core/errors.js";
import type { Criterion } from "../core/question.js";
import { completionOf } from "../inference/completionOf.js";
import type { DrawnLadder } from "../inference/drawLadder.js";
import { random } from "../math/random.js";
import { meets } from "./criterion.js";

/** What is in of one period, and how many periods ago that period ended: 0 at its very end, with fractions. */
export interface SeenPeriod {
  readonly observed: number;
  readonly delay: number;
}

/**
 * What an answer rests on: the periods of the window and, of a ratio, of what it is against; of a share, those of the part and
 * of the rest. Exposure of each in one unit; of a share it is not used.
 */
export interface SeenWindows {
  readonly windows: readonly (readonly SeenPeriod[])[];
  readonly exposure: readonly number[];
}

/** How late reports come, as drawn: one delay distribution a draw, and the share of what stands that stays. */
export interface Lateness {
  readonly every: Delays["every"];
  readonly shares: readonly number[];
  readonly kept: readonly number[];
  readonly drawn: readonly DrawnLadder[];
}

/**
 * The chance that reports still to come change an answer: each period is completed by what delays leave possible (a negative
 * binomial number of late reports, of a mean as uncertain as the count leaves it), and the answers that differ from today's
 * are counted, with those that cannot be given. Delays given as such are taken as certain. Undefined where nothing is ever
 * in as early as this.
 *
 * @throws InputError when the seed or the draws cannot be, or no answer can be given today
 * @see Lawless (1994) Canadian Journal of Statistics 22, 15–31
 * @example
 * flipRisk({ windows: [[{ observed: 3, delay: 9 }]], exposure: [1] }, { type: "count", atLeast: 3 }, { every: "week", shares: [{ delay: 0, share: 0.5 }, { delay: 1, share: 1 }], phi: 1 }, { seed: 1 }) // 0
 */
export function flipRisk(
  seen: SeenWindows,
  criterion: Criterion,
  late: Lateness | Delays,
  { seed, draws = 2000 }: { seed: number; draws?: number },
): number | undefined {
  if (!Number.isInteger(seed)) throw new InputError(`flipRisk: seed needs a whole number, got ${seed}`);
  if (!Number.isInteger(draws) || draws < 100)
    throw new InputError(`flipRisk: draws needs a whole number from 100, got ${draws}`);
  const { shares, kept, drawn } = "drawn" in late ? late : latenessOf(late);
  const now = outcomeOf(
    seen.windows.map((one) => one.reduce((sum, { observed }) => sum + observed, 0)),
    seen,
    criterion,
  );
  if (now === undefined) throw new InputError("flipRisk: no answer can be given today");
  if (seen.windows.some((one) => one.some(({ delay }) => at(shares, delay, 0) === 0))) return undefined;
  const uniform = random(seed);
  let flips = 0;
  for (let draw = 0; draw < draws; draw++) {
    const ladder = drawn[draw % drawn.length];
    const totals = seen.windows.map((periods) => {
      let total = 0;
      for (const { observed, delay } of periods) {
        const share = at(ladder.shares, delay, 0);
        total += completionOf({ observed, share, stays: at(kept, delay, kept[0]), phi: ladder.phi }, uniform);
      }
      return total;
    });
    if (outcomeOf(totals, seen, criterion) !== now) flips++;
  }
  return flips / draws;
}

/** Delays as one certain distribution: the estimate, its own uncertainty and what is taken back left out. */
function latenessOf({ every, shares, phi }: Delays): Lateness {
  const plain = shares.map((one) => one.share);
  const ladder = { phi: Math.max(1, phi), shares: plain };
  return { every, shares: plain, kept: plain.map(() => 1), drawn: [ladder] };
}

/** A value between two delays, on the straight line; `first` stands one period before delay 0, the last after them all. */
function at(values: readonly number[], delay: number, first: number): number {
  const below = Math.floor(delay);
  if (below >= values.length - 1) return values[values.length - 1];
  const low = below < 0 ? first : values[below];
  return low + (delay - below) * (values[below + 1] - low);
}

function outcomeOf(totals: readonly number[], { exposure }: SeenWindows, criterion: Criterion): boolean | undefined {
  const [one, other] = totals;
  if (criterion.type === "count") return meets(one, criterion);
  if (criterion.type === "share") return one + other === 0 ? undefined : meets(one / (one + other), criterion);
  return other === 0 ? undefined : meets(one / exposure[0] / (other / exposure[1]), criterion);
}
