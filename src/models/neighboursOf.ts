import { InputError } from "../core/errors.js";

/** Which series are neighbours: nobody, all alike, or `weights[from][to]`. */
export type Neighbours = "none" | "equal" | readonly (readonly number[])[];

/**
 * What a count of one series weighs for another one's next count, `weights[from][to]`; undefined where nothing spills over.
 *
 * @throws InputError when there are weights for another number of series
 */
export function neighboursOf(
  neighbours: Neighbours,
  zones: number,
  name: string,
): readonly (readonly number[])[] | undefined {
  if (neighbours === "none" || zones === 1) return undefined;
  if (neighbours === "equal") {
    const series = Array.from({ length: zones }, (_, z) => z);
    return series.map((from) => series.map((to) => (from === to ? 0 : 1 / (zones - 1))));
  }
  if (neighbours.length !== zones)
    throw new InputError(`${name}: neighbours needs weights of ${zones} series, got ${neighbours.length}`);
  return neighbours.some((row) => row.some((weight) => weight > 0)) ? neighbours : undefined;
}

/** @throws InputError when weights are not square, below 0, or of a series for itself */
export function checkWeights(neighbours: Neighbours, name: string): void {
  if (neighbours === "none" || neighbours === "equal") return;
  const isSquare =
    Array.isArray(neighbours) && neighbours.every((row) => Array.isArray(row) && row.length === neighbours.length);
  if (!isSquare)
    throw new InputError(
      `${name}: neighbours needs none, equal or a square of weights, got ${JSON.stringify(neighbours)}`,
    );
  neighbours.forEach((row, from) => {
    row.forEach((weight: number, to: number) => {
      const isRight = from === to ? weight === 0 : weight >= 0 && weight < Infinity;
      if (!isRight) {
        const rule = from === to ? "0 for a series itself" : "numbers from 0";
        throw new InputError(`${name}: weights need to be ${rule}, got ${weight} (from ${from + 1} to ${to + 1})`);
      }
    });
  });
}
