import type * as hc from "../../src/index.js";
import { made } from "./made.js";
import { type Asked, measured } from "./measured.js";
import { oneStretch, twoStretches } from "./ways.js";

/** Poisson months, months that vary more, and months that resemble their neighbours. */
const processes: readonly hc.Process[] = [
  { phi: 1, correlation: 0 },
  { phi: 2, correlation: 0 },
  { phi: 4, correlation: 0 },
  { phi: 1, correlation: 0.5 },
].flatMap((kind) => [3, 20].map((mean) => ({ ...kind, mean })));

/**
 * How often the methods err, by question: two stretches as short as in the first case (7 v 4) and longer ones (24 v 12), with
 * and without a change; one stretch of 7 and of 36. `draws` is what a quick method is given; slow ones take a part of it.
 */
export function calibrate({ draws, seed }: { readonly draws: number; readonly seed: number }): hc.Calibration[] {
  const asked: Asked[] = [
    { question: "two stretches", periods: [7, 4], ratio: 1, ways: twoStretches },
    { question: "two stretches", periods: [7, 4], ratio: 0.5, ways: twoStretches },
    { question: "two stretches", periods: [24, 12], ratio: 1, ways: twoStretches },
    { question: "one stretch", periods: [7], ratio: 1, ways: oneStretch },
    { question: "one stretch", periods: [36], ratio: 1, ways: oneStretch },
  ];
  return asked.flatMap((one) =>
    processes.flatMap((process) => measured(one, process, made(process, one.periods, one.ratio, seed), draws)),
  );
}
