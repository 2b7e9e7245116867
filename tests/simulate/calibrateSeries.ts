import { sampleGamma } from "../../src/distributions/sampleGamma.js";
import { samplePoisson } from "../../src/distributions/samplePoisson.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** How often a model's 90% intervals hold what comes, in counts made by the model's own process. */
export interface SeriesCalibration {
  readonly model: string;
  /** Periods seen, series made. */
  readonly n: number;
  readonly series: number;
  /** By step from 1 to 6: how often the count lay from the 5% to the 95% quantile, both included. */
  readonly covers: readonly number[];
  /** The same with a count at the edge of the interval held by as much of its chance as makes 90% of the forecast. */
  readonly exact: readonly number[];
}

const n = 84;
const steps = 6;

type Uniform = () => number;

/** Counts of all series of a panel over `n` periods and `steps` more. */
type Make = (uniform: Uniform) => number[][];

const processes: Readonly<Record<string, Make>> = {
  "negbinRegression()": (uniform) => [
    periods((t) => {
      const turn = (2 * Math.PI * (t + 0.5)) / 12;
      return negbin(12 * Math.exp(0.5 * Math.sin(turn) - 0.3 * Math.cos(turn)), 0.3, uniform);
    }),
  ],
  'negbinRegression({"trend":"linear"})': (uniform) => [periods((t) => negbin(8 * Math.exp(0.01 * t), 0.2, uniform))],
  "ingarch()": (uniform) => [bred(0.25, uniform)],
  'ingarch({"family":"poisson"})': (uniform) => [bred(0, uniform)],
  "localLevel()": (uniform) => {
    let [shape, rate] = [8, 0.8];
    let now = sampleGamma(shape, uniform) / rate;
    return [
      periods(() => {
        const y = samplePoisson(now, uniform);
        const [left, lost] = [0.85 * (shape + y), 0.15 * (shape + y)].map((part) => sampleGamma(part, uniform));
        now = ((now / 0.85) * left) / (left + lost);
        shape = 0.85 * (shape + y);
        rate = 0.85 * (rate + 1);
        return y;
      }),
    ];
  },
  "endemicEpidemic()": (uniform) => {
    let last = [10, 3, 6];
    const panel: number[][] = [[], [], []];
    for (let t = 0; t < n + steps; t++) {
      const wave = Math.exp(0.4 * Math.sin((2 * Math.PI * (t + 0.5)) / 12));
      last = last.map((own, z) => {
        const others = last.reduce((sum, one) => sum + one, -own) / 2;
        return negbin(0.35 * own + 0.25 * others + [6, 1.5, 3][z] * wave, 0.2, uniform);
      });
      last.forEach((y, z) => {
        panel[z].push(y);
      });
    }
    return panel;
  },
};

/** Every process, so many panels each. */
export function calibrateSeries({ panels, seed }: { panels: number; seed: number }): SeriesCalibration[] {
  return Object.entries(processes).map(([name, make]) => measured(hc.modelNamed(name), make, { panels, seed }));
}

function measured(model: hc.Model, make: Make, { panels, seed }: { panels: number; seed: number }): SeriesCalibration {
  const uniform = random(seed);
  const [covers, exact] = [new Array<number>(steps).fill(0), new Array<number>(steps).fill(0)];
  let series = 0;
  for (let i = 0; i < panels; i++) {
    const panel = make(uniform);
    const beside = panel.map((all) => ({ values: all.slice(0, n), exposure: new Array<number>(n).fill(1) }));
    panel.forEach((all, place) => {
      series++;
      const history = { ...beside[place], start: "2015-01-01", every: "month" as const, beside, place };
      const says = model.fit(history).ahead({ exposure: new Array<number>(steps).fill(1), draws: 500, uniform });
      says.forEach((one, h) => {
        const y = all[n + h];
        if (y >= hc.quantile(one, 0.05) && y <= hc.quantile(one, 0.95)) covers[h]++;
        const below = 1 - Math.exp(hc.logTails(one, y).upper);
        const place = below + uniform() * Math.exp(hc.logDensity(one, y));
        if (place > 0.05 && place < 0.95) exact[h]++;
      });
    });
  }
  const share = (hits: number): number => Number((hits / series).toFixed(4));
  return { model: model.name, n, series, covers: covers.map(share), exact: exact.map(share) };
}

function periods(count: (t: number) => number): number[] {
  return Array.from({ length: n + steps }, (_, t) => count(t));
}

function bred(dispersion: number, uniform: Uniform): number[] {
  let rate = 10;
  let last = 10;
  return periods(() => {
    rate = 3 + 0.4 * last + 0.3 * rate;
    last = negbin(rate, dispersion, uniform);
    return last;
  });
}

function negbin(mean: number, dispersion: number, uniform: Uniform): number {
  return samplePoisson(dispersion > 0 ? mean * dispersion * sampleGamma(1 / dispersion, uniform) : mean, uniform);
}
