import type { Distribution } from "../core/distribution.js";

/** So many paths, each filled in by `walk` from its first step to its last, as draws for each step. */
export function walkedPaths(steps: number, draws: number, walk: (path: Float64Array) => void): Distribution[] {
  const columns = Array.from({ length: steps }, () => new Array<number>(draws));
  const path = new Float64Array(steps);
  for (let draw = 0; draw < draws; draw++) {
    walk(path);
    for (let h = 0; h < steps; h++) columns[h][draw] = path[h];
  }
  return columns.map((values) => ({ family: "draws", values }));
}
