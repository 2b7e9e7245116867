import { InputError } from "../core/errors.js";
import type { Stretch } from "./test.js";

/** How counts vary about the level of their stretch. */
export type CostKind = "poisson" | "negbin" | "normal" | "meanvar";

/** What a stretch of a series costs: twice the negative log-likelihood at its own best level, without what no cut changes. */
export interface SegmentCost {
  readonly kind: CostKind;
  costOf(from: number, to: number): number;
  /** Levels of a stretch that are learnt from it. */
  readonly parameters: number;
  /** The negative binomial's size a period, or the normal's standard deviation, where the cost needs one. */
  readonly spread?: number;
  readonly assumes: readonly string[];
}

/**
 * The cost of every stretch of a series, from cumulative sums. Exposure counts: a level is a rate. A spread that is not
 * stated is learnt from how far neighbours lie apart, on which a few changes of level hardly tell.
 *
 * @throws InputError when counts are not what the cost is for, or the stated spread is not above 0
 */
export function segmentCost(stretch: Stretch, kind: CostKind, stated?: number): SegmentCost {
  if (stated !== undefined && !(stated > 0 && Number.isFinite(stated)))
    throw new InputError(`segment: spread needs a number above 0, got ${stated}`);
  if (stretch.exposure.some((one) => !(one > 0 && Number.isFinite(one))))
    throw new InputError("segment: needs exposure above 0 in every period");
  if (kind === "normal" || kind === "meanvar") return normalCost(stretch, kind, stated);
  const { values } = stretch;
  const odd = values.find((one) => !(Number.isInteger(one) && one >= 0));
  if (odd !== undefined) throw new InputError(`segment: ${kind} needs whole counts from 0, got ${odd}`);
  if (kind === "poisson") return poissonCost(stretch);
  const size = stated ?? sizeOfNeighbours(stretch);
  const source = stated === undefined ? "learnt from how far neighbours lie apart" : "as stated";
  if (size === undefined)
    return { ...poissonCost(stretch), kind, assumes: ["no more spread than Poisson counts seen between neighbours"] };
  const whole = sumsOf(stretch.exposure);
  const scale = (size * values.length) / whole[values.length];
  const counts = sumsOf(values);
  const xlogx = (x: number): number => (x > 0 ? x * Math.log(x) : 0);
  return {
    kind,
    costOf: (from, to) => {
      const events = counts[to] - counts[from];
      const sizes = scale * (whole[to] - whole[from]);
      return 2 * (xlogx(events + sizes) - xlogx(events) - xlogx(sizes));
    },
    parameters: 1,
    spread: size,
    assumes: [`negative binomial counts, size ${size.toPrecision(3)} a period of mean exposure, ${source}`],
  };
}

function poissonCost({ values, exposure }: Stretch): SegmentCost {
  const counts = sumsOf(values);
  const whole = sumsOf(exposure);
  const isEven = exposure.every((one) => one === exposure[0]) && counts[values.length] < 2 ** 31;
  const rates = (from: number, to: number): number => {
    const events = counts[to] - counts[from];
    return events === 0 ? 0 : 2 * events * Math.log((whole[to] - whole[from]) / events);
  };
  return {
    kind: "poisson",
    costOf: isEven ? tabled(values, rates) : rates,
    parameters: 1,
    assumes: ["Poisson counts about each stretch's rate: spread beyond that reads as changes"],
  };
}

/** As the rates' cost, from logarithms of whole numbers unless there are too many; equal exposures change no comparison. */
function tabled(values: readonly number[], rates: (from: number, to: number) => number): SegmentCost["costOf"] {
  const counts = new Int32Array(values.length + 1);
  for (let t = 0; t < values.length; t++) counts[t + 1] = counts[t] + values[t];
  if (counts[values.length] > Math.min(4_000_000, 64 * values.length)) return rates;
  // Of 0 as 0: it is only ever multiplied by 0.
  const logs = new Float64Array(Math.max(counts[values.length], values.length) + 1);
  for (let i = 2; i < logs.length; i++) logs[i] = Math.log(i);
  return (from, to) => {
    const events = counts[to] - counts[from];
    return 2 * events * (logs[to - from] - logs[events]);
  };
}

/** Mean² over the variance beyond Poisson's, of neighbours; `undefined` when there is none beyond it. */
function sizeOfNeighbours({ values, exposure }: Stretch): number | undefined {
  let products = 0;
  let beyond = 0;
  for (let t = 1; t < values.length; t++) {
    const one = values[t - 1] / exposure[t - 1];
    const other = values[t] / exposure[t];
    products += 2 * one * other;
    beyond += (one - other) ** 2 - one / exposure[t - 1] - other / exposure[t];
  }
  return products > 0 && beyond > 0 ? products / beyond : undefined;
}

function normalCost({ values, exposure }: Stretch, kind: "normal" | "meanvar", stated?: number): SegmentCost {
  const n = values.length;
  const whole = sumsOf(exposure);
  const weights = sumsOf(exposure.map((one) => (one * n) / whole[n]));
  const middle = values.reduce((sum, value) => sum + value, 0) / whole[n];
  const rates = values.map((value, t) => value / exposure[t] - middle);
  const sums = sumsOf(rates.map((rate, t) => (exposure[t] * n * rate) / whole[n]));
  const squares = sumsOf(rates.map((rate, t) => (exposure[t] * n * rate * rate) / whole[n]));
  const residual = (from: number, to: number): number =>
    Math.max(0, squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (weights[to] - weights[from] || 1));
  if (kind === "normal") {
    const deviation = stated ?? deviationOfNeighbours(rates);
    if (!(deviation > 0)) throw new InputError("segment: normal needs a stated spread where neighbours do not differ");
    const source = stated === undefined ? "learnt from how far neighbours lie apart" : "as stated";
    return {
      kind,
      costOf: (from, to) => residual(from, to) / deviation ** 2,
      parameters: 1,
      spread: deviation,
      assumes: [`normal rates, standard deviation ${deviation.toPrecision(3)} throughout, ${source}`],
    };
  }
  const floor = residual(0, n) / n / 1e6;
  if (!(floor > 0)) throw new InputError("segment: meanvar needs values that vary");
  return {
    kind,
    costOf: (from, to) => {
      const length = to - from;
      const rest = residual(from, to);
      const variance = Math.max(floor, rest / length);
      return length > 0 ? length * Math.log(variance) + rest / variance : 0;
    },
    parameters: 2,
    assumes: [
      "normal rates, each stretch with its own spread, of at least a thousandth of the whole's: not for small counts, whose ties pass for certainty",
    ],
  };
}

/** The median distance of neighbours, as a normal's standard deviation. */
function deviationOfNeighbours(rates: readonly number[]): number {
  const gaps = rates.slice(1).map((rate, t) => Math.abs(rate - rates[t]));
  gaps.sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  const median = gaps.length % 2 === 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
  return median / 0.6744897501960817 / Math.SQRT2;
}

function sumsOf(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let t = 0; t < values.length; t++) sums[t + 1] = sums[t] + values[t];
  return sums;
}
