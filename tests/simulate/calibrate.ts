import type * as hc from "../../src/index.js";
import { made } from "./made.js";
import { type Asked, measured } from "./measured.js";
import { alike, looks, oneStretch, steps, twoStretches, watched } from "./ways.js";

/** Poisson months, months that vary more, and months that resemble their neighbours. */
const processes: readonly hc.Process[] = [
  { phi: 1, correlation: 0 },
  { phi: 2, correlation: 0 },
  { phi: 4, correlation: 0 },
  { phi: 1, correlation: 0.5 },
].flatMap((kind) => [3, 20].map((mean) => ({ ...kind, mean })));

const short = [7, 4];
const long = [24, 12];

/** As short as in the first case (7 v 4) and longer (24 v 12), with and without a change; one stretch of 7 and of 36. */
const asked: readonly Asked[] = [
  { question: "two stretches", periods: short, ratio: 1, ways: twoStretches },
  { question: "two stretches", periods: short, ratio: 0.5, ways: twoStretches },
  { question: "two stretches", periods: long, ratio: 1, ways: twoStretches },
  { question: "two stretches, alike", periods: long, ratio: 1.5, ways: alike },
  { question: "a step in a series", periods: long, ratio: 1, ways: steps },
  { question: "a look at each of 52 periods", periods: [52], ratio: 1, ways: looks },
  { question: "a watched month", periods: [60, 1], ratio: 1, ways: watched },
  { question: "one stretch", periods: [7], ratio: 1, ways: oneStretch },
  { question: "one stretch", periods: [36], ratio: 1, ways: oneStretch },
];

/** Every question, in words. */
export const questions = asked.map(
  ({ question, periods, ratio }) => `${question}, ${periods.join(" v ")} periods, ratio ${ratio}`,
);

/** How often the methods err. `draws` is what a quick method is given; slow ones take a part of it. */
export function calibrate({ draws, seed, only }: { draws: number; seed: number; only?: number }): hc.Calibration[] {
  return asked
    .filter((_, i) => only === undefined || i === only)
    .flatMap((one) =>
      processes.flatMap((process) => measured(one, process, made(process, one.periods, one.ratio, seed), draws)),
    );
}
