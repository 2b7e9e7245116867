import { InputError } from "../core/errors.js";
import { circularShifts } from "../inference/circularShifts.js";
import type { Comparison } from "../inference/compare.js";
import { eTest } from "../inference/eTest.js";
import { gammaPoisson } from "../inference/gammaPoisson.js";
import { negbinRatio } from "../inference/negbinRatio.js";
import { permutation } from "../inference/permutation.js";
import { quasiPoisson } from "../inference/quasiPoisson.js";
import { rateRatio } from "../inference/rateRatio.js";
import { methodsIn } from "./methodsIn.js";

/** The comparisons that have a name on the command line. */
export const comparisonNames: readonly string[] = [
  ...["central", "minlike", "blaker", "mid-p", "e-test", "quasi-poisson", "negbin", "permutation", "circular"],
  "gamma-poisson",
];

/** Those that look at the sums of each stretch alone, as if counts were Poisson counts. */
export const poissonNames: readonly string[] = ["central", "minlike", "blaker", "mid-p", "e-test", "gamma-poisson"];

/** What a person asks for by names with commas, or `all`; by default one method for each kind of count. */
export function comparisonsOf(text: string, seed: number): { name: string; comparison: Comparison }[] {
  return methodsIn(text, comparisonNames, "compare").map((name) => ({ name, comparison: comparisonOf(name, seed) }));
}

function comparisonOf(name: string, seed: number): Comparison {
  if (name === "central" || name === "minlike" || name === "blaker" || name === "mid-p") return rateRatio(name);
  if (name === "e-test") return eTest();
  if (name === "quasi-poisson") return quasiPoisson();
  if (name === "negbin") return negbinRatio();
  if (name === "permutation") return permutation({ seed });
  if (name === "circular") return circularShifts();
  if (name === "gamma-poisson") return gammaPoisson({ prior: "jeffreys" });
  throw new InputError(`compare: no method ${JSON.stringify(name)}`);
}
