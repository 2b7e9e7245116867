import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";

/**
 * Counts with a known truth, period after period: negative binomial with variance `phi` times the mean, or a Poisson INAR(1)
 * (each event of a period goes on into the next with chance `correlation`, new ones come in), whose counts are Poisson.
 * After the first stretch the mean is multiplied by `ratio`.
 *
 * @see McKenzie (1985) Water Resources Bulletin 21, 645–650; Al-Osh & Alzaid (1987) Journal of Time Series Analysis 8, 261–275
 */
export function made(process: hc.Process, lengths: readonly number[], ratio: number, seed: number): () => hc.Stretch[] {
  const uniform = random(seed);
  const { mean, phi, correlation } = process;
  const drawn = new Map<number, () => number>();
  const draw = (rate: number): number => {
    const known = drawn.get(rate) ?? sampler(rate, phi, uniform);
    drawn.set(rate, known);
    return known();
  };
  return () => {
    let last = draw(mean);
    return lengths.map((length, stretch) => {
      const rate = stretch === 0 ? mean : mean * ratio;
      const values = Array.from({ length }, () => {
        if (correlation === 0) return draw(rate);
        let stays = 0;
        for (let i = 0; i < last; i++) if (uniform() < correlation) stays++;
        last = stays + draw(rate * (1 - correlation));
        return last;
      });
      return { values, exposure: values.map(() => 1) };
    });
  };
}

/** Draws from a table of cumulative chances, made once. */
function sampler(mean: number, phi: number, uniform: () => number): () => number {
  if (mean > 1000) return () => sampleNb1(mean, phi, uniform());
  const cumulative: number[] = [];
  let sum = 0;
  for (let k = 0; k < mean + 15 * Math.sqrt(phi * mean) + 30; k++) {
    sum += Math.exp(hc.logNb1(k, mean, phi));
    cumulative.push(sum);
  }
  return () => {
    const at = uniform();
    let low = 0;
    let high = cumulative.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
