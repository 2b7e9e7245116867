/** How far apart two values count as being, and how fast that grows at a value. */
export interface Ruler {
  between(low: number, high: number): number;
  densityAt(value: number): number;
  /** Points between which it hardly bends, from the least value that counts to the highest. */
  edges(low: number, high: number): number[];
}

/** Which part of the line counts, and how its lengths are taken; errors are of the metric `verb`. */
export interface Line {
  readonly verb: string;
  readonly from: number;
  readonly ruler: Ruler;
}

/** By their difference. */
export const plain: Ruler = {
  between: (low, high) => high - low,
  densityAt: () => 1,
  edges: () => [],
};

/** By the difference of the logs of values to which `offset` was added: relative gaps count, however large the values. */
export function logRuler(offset: number): Ruler {
  return {
    between: (low, high) => Math.log1p((high - low) / (low + offset)),
    densityAt: (value) => 1 / (value + offset),
    edges: (low, high) => {
      const edges: number[] = [];
      for (let at = 2 * (low + offset); at < high + offset; at *= 2) edges.push(at - offset);
      return edges;
    },
  };
}
