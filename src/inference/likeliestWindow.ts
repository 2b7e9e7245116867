import { type Direction, rateContrast } from "./changeStatistic.js";

/** Half-open, in indices of periods. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The window that stands out most, and by how much: 0 when none does. */
export interface Found {
  readonly window: Window;
  readonly ratio: number;
}

/** The first of the windows whose rate inside stands out most from that outside. */
export function likeliestWindow(
  { values, exposure }: { readonly values: ArrayLike<number>; readonly exposure: ArrayLike<number> },
  windows: readonly Window[],
  direction: Direction,
): Found {
  const { length } = values;
  const counts = new Float64Array(length + 1);
  const whole = new Float64Array(length + 1);
  for (let t = 0; t < length; t++) {
    counts[t + 1] = counts[t] + values[t];
    whole[t + 1] = whole[t] + exposure[t];
  }
  let window = windows[0];
  let ratio = -1;
  for (const one of windows) {
    const share = (whole[one.to] - whole[one.from]) / whole[length];
    const contrast = rateContrast(counts[one.to] - counts[one.from], counts[length], share, direction);
    if (contrast > ratio) {
      ratio = contrast;
      window = one;
    }
  }
  return { window, ratio };
}
