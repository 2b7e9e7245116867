import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { bernoulliFamily } from "./bernoulliFamily.js";
import { betaFamily } from "./betaFamily.js";
import { countFamilies } from "./countFamilies.js";
import { drawsFamily } from "./drawsFamily.js";
import type { Family } from "./family.js";
import { gammaFamily } from "./gammaFamily.js";
import { hurdleFamily } from "./hurdleFamily.js";
import { mixtureFamily } from "./mixtureFamily.js";
import { normalFamily } from "./normalFamily.js";
import { quantilesFamily } from "./quantilesFamily.js";
import { studentFamily } from "./studentFamily.js";
import { zeroInflatedFamily } from "./zeroInflatedFamily.js";

type Families = { readonly [F in Distribution["family"]]: Family<Extract<Distribution, { family: F }>> };

const families: Families = {
  ...countFamilies,
  bernoulli: bernoulliFamily,
  zeroInflated: zeroInflatedFamily,
  hurdle: hurdleFamily,
  gamma: gammaFamily,
  beta: betaFamily,
  normal: normalFamily,
  student: studentFamily,
  draws: drawsFamily,
  quantiles: quantilesFamily,
  mixture: mixtureFamily({ faultOf, familyFor }),
};

/**
 * The family of a distribution, once its parameters are found to be in order.
 *
 * @throws InputError for a family that there is not, or parameters that it cannot have
 */
export function familyOf(verb: string, distribution: Distribution): Family<Distribution> {
  const fault = faultOf(distribution);
  if (fault !== undefined) throw new InputError(`${verb}: ${fault}`);
  return familyFor(distribution);
}

/** What is wrong with a distribution, as the end of a message, or nothing. */
function faultOf(distribution: Distribution): string | undefined {
  const name: unknown = distribution?.family;
  if (typeof name === "string" && Object.hasOwn(families, name)) return familyFor(distribution).check(distribution);
  return `needs a family (${Object.keys(families).join(", ")}), got ${JSON.stringify(name)}`;
}

/** The family of a distribution that is in order. */
export function familyFor(distribution: Distribution): Family<Distribution> {
  return families[distribution.family] as Family<Distribution>;
}
