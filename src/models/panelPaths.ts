import type { Distribution } from "../core/distribution.js";
import { countOf } from "./countOf.js";
import { dispersions, estimates, halfVariances } from "./estimates.js";
import type { Ahead } from "./model.js";
import type { PanelData, PanelFit } from "./panelFit.js";
import { quietRate } from "./quietFit.js";
import type { SeasonColumns } from "./seasonColumns.js";
import { walkedPaths } from "./walkedPaths.js";

/** An endemic-epidemic model as fitted to a panel. */
export interface PanelModel {
  readonly data: PanelData;
  /** `weights[from][to]`, absent where nothing spills over. */
  readonly weights: readonly (readonly number[])[] | undefined;
  readonly columns: SeasonColumns;
  readonly fit: PanelFit;
}

/** What a guess of a log with standard deviation 2 tells: one over its variance. */
const guessInformation = 0.25;
const mostTries = 100;

/**
 * Paths of all series together, of which those of one `place` are told. The exponential of a normal variable is on average too high by
 * that of half its variance: each part is taken down by as much, so that its mean is the fit's own.
 */
export function panelPaths({ data, weights, columns, fit }: PanelModel, place: number, asked: Ahead): Distribution[] {
  const { zones, n, values, exposure } = data;
  const { coefficients, columnsAt, levelAt, dispersion, dispersionError } = fit;
  const { draws, uniform } = asked;
  const k = coefficients.length;
  const precision = fit.information.slice();
  for (let i = 0; i < k; i++) precision[i * k + i] += guessInformation;
  const drawn = estimates(coefficients, precision, uniform);
  const spread = dispersions(dispersion, dispersionError, uniform);
  const season = columns.ahead(asked.exposure.length);
  const { ownDown, nearDown, levelsDown } = downs(fit, season, precision, asked.exposure.length);
  const breedsWith = (at: Float64Array, own: number, near: number): number =>
    Math.exp(at[0] - own) + (weights === undefined ? 0 : Math.exp(at[1] - near));
  const isCalm = breedsWith(coefficients, 0, 0) < 1;
  const bounds = boundsOf(data);
  const last = (z: number, of: Float64Array): number => of[z * n + n - 1];
  const shareOf = Array.from({ length: zones }, (_, z) => last(z, exposure) / last(place, exposure));
  const [counts, next] = [new Float64Array(zones), new Float64Array(zones)];
  const levels = new Float64Array(zones);
  return walkedPaths(asked.exposure.length, draws, (path) => {
    let at = drawn();
    for (let tries = 1; isCalm && breedsWith(at, ownDown, nearDown) >= 1; tries++)
      at = tries < mostTries ? drawn() : coefficients;
    const varies = spread();
    const [own, near] = [Math.exp(at[0] - ownDown), weights === undefined ? 0 : Math.exp(at[1] - nearDown)];
    for (let z = 0; z < zones; z++) {
      counts[z] = last(z, values);
      levels[z] = levelAt[z] < 0 ? quietRate(bounds[z].time, uniform) : Math.exp(at[levelAt[z]]);
    }
    for (let h = 0; h < path.length; h++) {
      let log = 0;
      for (let j = 0; j < season.length; j++) log += at[columnsAt + j] * season[j][h];
      const factor = Math.exp(log) * asked.exposure[h];
      // What the others do matters only where it spills over, and no more once the last step is reached.
      const isAlone = weights === undefined || h === path.length - 1;
      for (let z = isAlone ? place : 0; z < (isAlone ? place + 1 : zones); z++) {
        let mean = own * counts[z] + levels[z] * shareOf[z] * factor * levelsDown[h][z];
        if (weights !== undefined)
          for (let from = 0; from < zones; from++) mean += near * weights[from][z] * counts[from];
        const least = (0.5 / bounds[z].time) * shareOf[z] * asked.exposure[h];
        next[z] = countOf(Math.min(Math.max(least, mean), bounds[z].most), varies, uniform);
      }
      counts.set(next);
      path[h] = counts[place];
    }
  });
}

/** What is taken off the logs of the parts that breed, and the factor of each level at each step, season and trend included. */
function downs(fit: PanelFit, season: readonly Float64Array[], precision: Float64Array, steps: number) {
  const { levelAt, columnsAt, coefficients } = fit;
  const halfOf = halfVariances(precision, coefficients.length);
  const weights = new Float64Array(coefficients.length);
  const halfAt = (place: number): number => {
    if (place >= 0) weights[place] = 1;
    const half = halfOf(weights);
    if (place >= 0) weights[place] = 0;
    return half;
  };
  const [ownDown, nearDown] = [halfAt(0), halfAt(1)];
  const levelsDown = Array.from({ length: steps }, (_, h) => {
    season.forEach((column, j) => {
      weights[columnsAt + j] = column[h];
    });
    return Float64Array.from(levelAt, (place) => Math.exp(-halfAt(place)));
  });
  return { ownDown, nearDown, levelsDown };
}

/** Ten times the highest count of each series (or ten), and the time it was watched. */
function boundsOf({ zones, n, values, exposure }: PanelData): { readonly most: number; readonly time: number }[] {
  return Array.from({ length: zones }, (_, z) => ({
    most: 10 * Math.max(1, ...values.subarray(z * n, (z + 1) * n)),
    time: exposure.subarray(z * n + 1, (z + 1) * n).reduce((sum, one) => sum + one, 0),
  }));
}
