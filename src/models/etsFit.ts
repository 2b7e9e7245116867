import { descend, descendRoom } from "../math/descend.js";
import { type EtsForm, etsSize } from "./etsForm.js";
import type { EtsPoint } from "./etsPath.js";
import { etsProblem } from "./etsProblem.js";
import { type EtsStart, etsStarts, startAt, startFrom } from "./etsStart.js";

/** A form at the point where its likelihood is greatest. */
export interface EtsFit {
  readonly form: EtsForm;
  readonly at: EtsPoint;
  /** -2 log-likelihood without constants; Infinity where the form cannot be. */
  readonly height: number;
  /** `height` and the price of what is estimated; Infinity where there are too few periods for it. */
  readonly aicc: number;
}

export interface EtsSearch {
  readonly starts?: readonly EtsStart[];
  /** Tops of like forms, to begin at as well; of the same season. */
  readonly near?: readonly EtsPoint[];
  /** An AICc that is had already: a search that cannot reach it is left off. */
  readonly rival?: number;
  /** Room for slopes, where many forms are fitted in turn. */
  readonly room?: Float64Array;
}

/** How many beginnings take how many steps, in turn: all a few, the best two some more, the best to the end. */
const rounds: readonly (readonly [kept: number, steps: number])[] = [
  [Infinity, 2],
  [2, 10],
  [1, 200],
];

/** Fits a form: from several beginnings some steps each, then the best of them to the end. */
export function fitForm(values: Float64Array, form: EtsForm, period: number, search: EtsSearch = {}): EtsFit {
  const { near = [], rival = Infinity, room } = search;
  const { starts = near.length > 0 ? etsStarts.slice(0, 2) : etsStarts } = search;
  const n = values.length;
  const size = etsSize(form, period);
  const price = n - size - 1 > 0 ? (2 * size * n) / (n - size - 1) : Infinity;
  const problem = etsProblem(values, form, period, room);
  const options = {
    tolerance: 1e-7,
    room: descendRoom(problem.size),
    ...(rival < Infinity && { rival: (rival - price) / n }),
  };
  const tried = [
    ...near.map((at) => startFrom(problem, form, at)),
    ...starts.map((one) => startAt(problem, values, form, one)),
  ].map((x) => ({ x, height: Infinity }));
  for (const [kept, steps] of rounds) {
    tried.length = Math.min(kept, tried.length);
    for (const one of tried) one.height = descend(problem, one.x, { ...options, steps });
    tried.sort((one, other) => one.height - other.height);
  }
  const [best] = tried;
  // What won is told to the last digits.
  if (n * best.height + price < rival)
    best.height = descend(problem, best.x, { ...options, tolerance: 1e-13, steps: 200 });
  const height = n * best.height;
  return { form, at: problem.pointOf(best.x), height, aicc: height + price };
}
