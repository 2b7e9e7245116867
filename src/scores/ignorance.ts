import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { logTails } from "../distributions/logTails.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";

/** Where the bins of the VIEWS prediction challenge begin; the last number is the top of all but the challenge's open bin. */
export const viewsBins: readonly number[] = [0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5];

export type IgnoranceDefinition = "competition" | "evaluation";

/** As many draws as the challenge asks for: what a forecast that is no draws is weighed as. */
const asked = 1000;

/**
 * VIEWS' ignorance score, in bits: minus the binary log of the share of draws in the bin of what came, one more draw
 * having been put into each bin. Lower is better. `competition`, as the prediction challenge scored: the last bin is open,
 * so that eleven edges make eleven bins. `evaluation`, as the views-evaluation package does: eleven edges make ten bins,
 * and what lies outside them is refused. What is no draws is weighed as 1,000 draws. The draws added make it slightly
 * improper: bins that one believes in are worth a little more than their chance.
 *
 * @throws InputError for edges that do not rise, a definition that there is not, or values outside the bins
 * @see Good (1952) Journal of the Royal Statistical Society B 14, 107–114; Hegre et al. (2025) Journal of Peace Research 62
 * @example
 * ignorance([0, 0.5, 2.5], "competition").score({ family: "draws", values: [0, 0, 0, 1, 9] }, 0) // 1
 */
export function ignorance(
  bins: readonly number[] = viewsBins,
  definition: IgnoranceDefinition = "competition",
): Metric {
  if (!Array.isArray(bins)) throw new InputError(`ignorance: needs a list of edges of bins, got ${bins}`);
  if (bins.length < 2) throw new InputError(`ignorance: needs at least 2 edges of bins, got ${bins.length}`);
  const wrong = bins.findIndex((edge, i) => !Number.isFinite(edge) || edge <= bins[i - 1]);
  if (wrong >= 0) throw new InputError(`ignorance: needs finite rising bins, got ${bins[wrong]} (edge ${wrong + 1})`);
  if (definition !== "competition" && definition !== "evaluation")
    throw new InputError(`ignorance: needs competition or evaluation, got ${JSON.stringify(definition)}`);
  const isOpen = definition === "competition";
  const count = isOpen ? bins.length : bins.length - 1;
  const top = isOpen ? Infinity : bins[count];

  function checkInside(says: Distribution, observed: number): void {
    if (!(observed >= bins[0] && observed < top))
      throw new InputError(`ignorance: needs values from ${bins[0]} to below ${top}, got ${observed}`);
    const outside =
      says.family === "draws" ? says.values.find((value) => !(value >= bins[0] && value < top)) : undefined;
    if (outside !== undefined)
      throw new InputError(`ignorance: needs draws from ${bins[0]} to below ${top}, got ${outside}`);
  }

  const binOf = (value: number): number => bins.findLastIndex((edge) => edge <= value);

  /** How many draws there are, and how many of them in the bin of what came. */
  function sharesOf(says: Distribution, observed: number): { all: number; inside: number } {
    const bin = binOf(observed);
    if (says.family === "draws") {
      const inside = says.values.reduce((sum, value) => sum + (binOf(value) === bin ? 1 : 0), 0);
      return { all: says.values.length, inside };
    }
    const from = Math.exp(logTails(says, bins[bin]).upper);
    const beyond = bin + 1 < bins.length ? Math.exp(logTails(says, bins[bin + 1]).upper) : 0;
    return { all: asked, inside: asked * Math.max(0, from - beyond) };
  }

  const isDefault = bins === viewsBins;
  return {
    name: `ignorance(${isDefault && isOpen ? "" : `${JSON.stringify(bins)}, ${JSON.stringify(definition)}`})`,
    ...{ best: "low", isProper: false },
    score: (says, observed) => {
      checkScored("ignorance", says, observed);
      checkInside(says, observed);
      const { all, inside } = sharesOf(says, observed);
      return Math.log2((all + count) / (inside + 1));
    },
    noise: (says, observed) =>
      noiseOfDraws(says, (values) => {
        const { all, inside } = sharesOf(says, observed);
        const bin = binOf(observed);
        return values.map((value) => (binOf(value) === bin ? all / (inside + 1) / Math.LN2 : 0));
      }),
  };
}
