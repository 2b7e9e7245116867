import { InputError } from "../core/errors.js";
import { decimals, pText, withInterval } from "../core/print.js";
import { normalQuantile } from "../distributions/normal.js";
import { studentQuantile } from "../distributions/student.js";
import { exitChance, exitSteps } from "../math/exitChance.js";
import { checkedDraws, corridorOf, type Draws, mostSteps, rateContrast, runningOf } from "./changeStatistic.js";
import { drawnP } from "./drawnP.js";
import { rateRatio } from "./rateRatio.js";
import { segmentCost } from "./segmentCost.js";
import { type Outcome, type Stretch, type Test, totalOf } from "./test.js";
import { writtenAs } from "./writtenAs.js";

/** How counts vary, and how a p that is not exact is drawn. */
export interface ChangePointOptions extends Partial<Draws> {
  readonly cost: "poisson" | "negbin" | "normal";
  /** The negative binomial's size a period; learnt from neighbours when left out. */
  readonly spread?: number;
}

/**
 * Whether the rate changed once in a stretch, and where: the place with the greatest likelihood ratio, with a p-value for
 * having looked at them all. Of Poisson counts p is exact given their total, however few (beyond 2e8 steps it is drawn);
 * of the negative binomial it is a parametric bootstrap, of the normal a permutation. `at` is the first period after the
 * change, `statistic` the log likelihood ratio, `estimate` the rate after over the rate before (of the normal, the rate
 * after less the rate before). The interval is for that place alone, and too short for having chosen it.
 *
 * @throws InputError when an option cannot be, the counts are none, or p must be drawn and there is no seed
 * @see Worsley (1986) Biometrika 73, 91–104
 * @example
 * changePoint({ cost: "poisson" }).test({ values: [5, 6, 4, 0, 1], exposure: [1, 1, 1, 1, 1] }, 0.95).reading // "16 events in 5 periods: likeliest from period 4 on, 0.100 [0.002, 0.650] times the rate; p = 0.01 for a change anywhere"
 */
export function changePoint(options: ChangePointOptions): Test {
  const { cost } = options;
  if (!["poisson", "negbin", "normal"].includes(cost))
    throw new InputError(`changePoint: cost needs "poisson", "negbin" or "normal", got ${JSON.stringify(cost)}`);
  if (cost !== "poisson") checkedDraws(options, `changePoint: ${cost}`);
  return {
    name: writtenAs("changePoint", { ...options }),
    needs: cost === "poisson" ? 2 : 4,
    test: (stretch, level) => (cost === "normal" ? normalChange : countChange)(stretch, level, options),
  };
}

function countChange(stretch: Stretch, level: number, options: ChangePointOptions): Outcome {
  const running = runningOf(stretch, "changePoint");
  const n = running.total;
  const { length } = stretch.values;
  const learnt = options.cost === "negbin" ? segmentCost(stretch, "negbin", options.spread) : undefined;
  const own =
    learnt?.spread === undefined
      ? "Poisson counts about the rate: spread beyond that passes for a change"
      : learnt.assumes[0];
  const assumes = [
    own,
    "periods independent of each other: what carries over from one to the next passes for a change",
    "one change at most, in a step",
    "the interval as if the place had been named beforehand",
  ];
  if (n === 0) return { n, reading: `no events in ${length} periods: no rate to change`, assumes };
  const ratios = learnt === undefined ? contrasts(running) : profile(learnt.costOf, length);
  const place = peakOf(ratios);
  const statistic = ratios[place];
  const { p, how } =
    learnt === undefined
      ? poissonP(stretch, statistic, options)
      : drawnP(
          stretch,
          learnt.spread === undefined ? "poisson" : { size: learnt.spread },
          options,
          statistic,
          (drawn) => {
            const { costOf } = segmentCost(drawn, "negbin", options.spread);
            return Math.max(...profile(costOf, length));
          },
        );
  const [before, after] = split(stretch, place + 1);
  const exact = rateRatio("central").compare(before, after, level);
  const size = learnt?.spread;
  const sides = size === undefined ? exact : { ...exact, interval: waldInterval(before, after, size, level, exact) };
  const { estimate, interval = [0, null] } = sides;
  if (size !== undefined)
    assumes.push(
      estimate === undefined || estimate === 0
        ? "the interval of Poisson counts, since a side is empty: too short"
        : "a normal interval of the log ratio, the size taken as known",
    );
  const from = placeText(stretch, place + 1);
  const times = estimate === undefined ? `at least ${decimals(interval[0], 3)}` : withInterval(estimate, interval, 3);
  return {
    n,
    ...(estimate !== undefined && { estimate }),
    interval,
    statistic,
    p,
    ...(stretch.periods && { at: stretch.periods[place + 1] }),
    reading: `${n} events in ${length} periods: likeliest from ${from} on, ${times} times the rate; ${pText(p)} for a change anywhere`,
    assumes: [...assumes, how],
  };
}

/** The ends that a normal log ratio gives; where a side is empty, those of the Poisson, which are too near. */
function waldInterval(
  before: Stretch,
  after: Stretch,
  size: number,
  level: number,
  exact: Outcome,
): Outcome["interval"] {
  const [first, last] = [totalOf(before), totalOf(after)];
  if (exact.estimate === undefined || exact.estimate === 0) return exact.interval;
  const mean = (first.exposure + last.exposure) / (before.values.length + after.values.length);
  const sizes = (size / mean) * first.exposure;
  const error = Math.sqrt(1 / first.count + 1 / last.count + 1 / sizes + mean / size / last.exposure);
  const reach = normalQuantile(1 - (1 - level) / 2) * error;
  return [exact.estimate * Math.exp(-reach), exact.estimate * Math.exp(reach)];
}

function normalChange(stretch: Stretch, level: number, options: ChangePointOptions): Outcome {
  const { length } = stretch.values;
  const assumes = ["one change at most, in a step", "periods that might have come in any order if nothing changed"];
  const sharesOf = (one: Stretch): number[] => {
    const { costOf } = segmentCost(one, "normal", 1);
    return profile(costOf, length).map((gain) => (2 * gain) / costOf(0, length));
  };
  const shares = sharesOf(stretch);
  const { exposure } = totalOf({ ...stretch, values: stretch.values.map(() => 0) });
  const n = length;
  if (!shares.every(Number.isFinite)) return { n, reading: `${length} periods of one value: nothing changes`, assumes };
  const place = peakOf(shares);
  const { p, how } = drawnP(stretch, "permutation", options, shares[place], (drawn) => Math.max(...sharesOf(drawn)));
  const rateOf = (one: Stretch): { rate: number; whole: number } => {
    const whole = one.exposure.reduce((sum, each) => sum + each, 0);
    return { rate: one.values.reduce((sum, each) => sum + each, 0) / whole, whole };
  };
  const [before, after] = split(stretch, place + 1).map(rateOf);
  const residual = segmentCost(stretch, "normal", 1).costOf(0, length) * (1 - Math.min(1, shares[place]));
  const variance = ((residual / (length - 2)) * exposure) / length;
  const estimate = after.rate - before.rate;
  const tail = studentQuantile(1 - (1 - level) / 2, length - 2);
  const reach = tail * Math.sqrt(variance * (1 / before.whole + 1 / after.whole));
  const isExact = shares[place] >= 1 - 1e-12;
  const interval = isExact ? undefined : ([estimate - reach, estimate + reach] as const);
  const statistic = isExact ? undefined : (-length / 2) * Math.log1p(-shares[place]);
  const from = placeText(stretch, place + 1);
  const gap = interval ? withInterval(estimate, interval, 2) : `${decimals(estimate, 2)} (no spread to judge it by)`;
  return {
    ...{ n, estimate, ...(interval && { interval }), ...(statistic !== undefined && { statistic }), p },
    ...(stretch.periods && { at: stretch.periods[place + 1] }),
    reading: `${length} periods: likeliest from ${from} on, ${gap} more (or, below 0, less); ${pText(p)} for a change anywhere`,
    assumes: [...assumes, "the interval as if the place had been named beforehand, normal with one spread", how],
  };
}

function poissonP(stretch: Stretch, statistic: number, options: Partial<Draws>): { p: number; how: string } {
  const running = runningOf(stretch, "changePoint");
  const corridor = { total: running.total, weights: stretch.exposure, ...corridorOf(running, statistic, "both") };
  if (statistic === 0) return { p: 1, how: "p exact, given the total" };
  if (exitSteps(corridor) <= mostSteps)
    return { p: Math.min(1, exitChance(corridor)), how: "p exact, given the total" };
  return drawnP(stretch, "poisson", options, statistic, (drawn) =>
    Math.max(...contrasts(runningOf(drawn, "changePoint"))),
  );
}

function contrasts({ total, counts, shares }: ReturnType<typeof runningOf>): number[] {
  return counts.map((count, t) => rateContrast(count, total, shares[t], "both"));
}

function profile(costOf: (from: number, to: number) => number, length: number): number[] {
  const whole = costOf(0, length);
  return Array.from({ length: length - 1 }, (_, t) => (whole - costOf(0, t + 1) - costOf(t + 1, length)) / 2);
}

function peakOf(values: readonly number[]): number {
  let peak = 0;
  for (let t = 1; t < values.length; t++) if (values[t] > values[peak]) peak = t;
  return peak;
}

function split({ values, exposure }: Stretch, at: number): readonly [Stretch, Stretch] {
  return [
    { values: values.slice(0, at), exposure: exposure.slice(0, at) },
    { values: values.slice(at), exposure: exposure.slice(at) },
  ];
}

function placeText({ periods }: Stretch, at: number): string {
  return periods === undefined ? `period ${at + 1}` : periods[at];
}
