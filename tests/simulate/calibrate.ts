import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** How often a method misses, in counts made with known rate and dispersion. */
export interface Calibration {
  readonly method: string;
  /** Events a month, and variance over mean, in the data made. */
  readonly mean: number;
  readonly phi: number;
  readonly months: readonly number[];
  /** The true ratio of later to earlier rate; absent for one stretch. */
  readonly ratio?: number;
  readonly draws: number;
  /** How often the method says "changed" (or "overdispersed") at 5%. At ratio 1 and phi 1 that is its size, else its power. */
  readonly rejects: number;
  /** How often its 95% interval holds the truth. */
  readonly covers: number;
}

const level = 0.95;

/** Seven months against four, as in the first case, under every mean, dispersion and ratio; then one stretch of seven. */
export function calibrate({ draws, seed }: { draws: number; seed: number }): Calibration[] {
  const found: Calibration[] = [];
  for (const mean of [3, 10, 20]) {
    for (const phi of [1, 2, 4]) {
      for (const ratio of [1, 0.5]) {
        const uniform = random(seed);
        const draw = [sampler(mean, phi, uniform), sampler(mean * ratio, phi, uniform)];
        const ways = [hc.rateRatio("central"), hc.rateRatio("mid-p"), hc.quasiPoisson()];
        const tallies = ways.map(() => ({ rejects: 0, covers: 0 }));
        for (let i = 0; i < draws; i++) {
          const before = stretchOf(draw[0], 7);
          const after = stretchOf(draw[1], 4);
          const isEmpty = [...before.values, ...after.values].every((value) => value === 0);
          ways.forEach((way, w) => {
            const { p = 1, interval = [0, null] } = isEmpty ? {} : way.compare(before, after, level);
            if (p <= 1 - level) tallies[w].rejects++;
            if (holds(interval, ratio)) tallies[w].covers++;
          });
        }
        ways.forEach((way, w) => {
          found.push({ method: way.name, mean, phi, months: [7, 4], ratio, draws, ...shares(tallies[w], draws) });
        });
      }
      const uniform = random(seed);
      const draw = sampler(mean, phi, uniform);
      const ways = [hc.poissonInterval("garwood"), hc.poissonInterval("mid-p"), hc.dispersion()];
      const tallies = ways.map(() => ({ rejects: 0, covers: 0 }));
      for (let i = 0; i < draws; i++) {
        const stretch = stretchOf(draw, 7);
        ways.forEach((way, w) => {
          const { p = 1, interval = [0, null] } = way.test(stretch, level);
          if (p <= 1 - level) tallies[w].rejects++;
          if (holds(interval, way.name === "dispersion()" ? phi : mean)) tallies[w].covers++;
        });
      }
      ways.forEach((way, w) => {
        found.push({ method: way.name, mean, phi, months: [7], draws, ...shares(tallies[w], draws) });
      });
    }
  }
  return found;
}

function sampler(mean: number, phi: number, uniform: () => number): () => number {
  const cumulative: number[] = [];
  let sum = 0;
  for (let k = 0; k < mean + 15 * Math.sqrt(phi * mean) + 30; k++) {
    sum += Math.exp(hc.logNb1(k, mean, phi));
    cumulative.push(sum);
  }
  return () => {
    const at = uniform();
    const found = cumulative.findIndex((chance) => chance > at);
    return found === -1 ? cumulative.length : found;
  };
}

function stretchOf(draw: () => number, months: number): hc.Stretch {
  return { values: Array.from({ length: months }, draw), exposure: Array.from({ length: months }, () => 1) };
}

function holds([low, high]: hc.Interval, value: number): boolean {
  return value >= low && (high === null || value <= high);
}

function shares(
  { rejects, covers }: { rejects: number; covers: number },
  draws: number,
): { rejects: number; covers: number } {
  return { rejects: rejects / draws, covers: covers / draws };
}
