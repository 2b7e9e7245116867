import { descend } from "../math/descend.js";
import { type EtsForm, etsSize } from "./etsForm.js";
import type { EtsPoint } from "./etsPath.js";
import { type EtsProblem, etsProblem } from "./etsProblem.js";
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
}

/** How many steps each beginning gets before the best go on. */
const firstSteps = 5;

/** Fits a form: from several beginnings some steps each, then the best of them to the end. */
export function fitForm(values: Float64Array, form: EtsForm, period: number, search: EtsSearch = {}): EtsFit {
  const { starts = etsStarts, near = [], rival = Infinity } = search;
  const n = values.length;
  const size = etsSize(form, period);
  const price = n - size - 1 > 0 ? (2 * size * n) / (n - size - 1) : Infinity;
  const problem = etsProblem(values, form, period);
  const enough = rival < Infinity ? (rival - price) / n : undefined;
  const tried = [
    ...near.map((at) => startFrom(problem, form, at)),
    ...starts.map((one) => startAt(problem, values, form, one)),
  ].map((x) => ({ x, height: climb(problem, x, firstSteps, enough) }));
  tried.sort((one, other) => one.height - other.height);
  for (const one of tried.slice(0, 2)) one.height = climb(problem, one.x, 200, enough);
  const best = tried[0].height <= tried[1].height ? tried[0] : tried[1];
  const height = n * best.height;
  return { form, at: problem.pointOf(best.x), height, aicc: height + price };
}

function climb(problem: EtsProblem, x: Float64Array, steps: number, rival: number | undefined): number {
  return descend(problem, x, { steps, tolerance: 1e-11, ...(rival !== undefined && { rival }) });
}
