import { InputError } from "../core/errors.js";
import { average } from "./average.js";
import { best } from "./best.js";
import { climatology } from "./climatology.js";
import { conflictology } from "./conflictology.js";
import { conflictologyMixture } from "./conflictologyMixture.js";
import { conformal } from "./conformal.js";
import { croston } from "./croston.js";
import { endemicEpidemic } from "./endemicEpidemic.js";
import { ets } from "./ets.js";
import { hurdle } from "./hurdle.js";
import { ingarch } from "./ingarch.js";
import { lastValue } from "./lastValue.js";
import { linearPool } from "./linearPool.js";
import { localLevel } from "./localLevel.js";
import type { Model } from "./model.js";
import { negbin } from "./negbin.js";
import { negbinRegression } from "./negbinRegression.js";
import { poisson } from "./poisson.js";
import { quantileAverage } from "./quantileAverage.js";
import { sba } from "./sba.js";
import { seasonalNaive } from "./seasonalNaive.js";
import { type EnsembleOptions, stacked } from "./stacked.js";
import { theta } from "./theta.js";
import { tsb } from "./tsb.js";
import { zero } from "./zero.js";
import { zinb } from "./zinb.js";

/** Every model by name; a row each. */
// biome-ignore lint/suspicious/noExplicitAny: each takes arguments of its own, which it checks itself
const makers: Readonly<Record<string, (...args: any[]) => Model>> = {
  conflictology,
  linearPool: (names: readonly string[], weights?: readonly number[]) => linearPool(modelsOf(names), weights),
  quantileAverage: (names: readonly string[]) => quantileAverage(modelsOf(names)),
  stacked: (names: readonly string[], options: EnsembleOptions) => stacked(modelsOf(names), options),
  best: (names: readonly string[], options: EnsembleOptions) => best(modelsOf(names), options),
  conformal: (name: string, options: EnsembleOptions) => conformal(modelNamed(name), options),
  croston,
  sba,
  tsb,
  average,
  climatology,
  conflictologyMixture,
  hurdle,
  lastValue: bare(lastValue),
  negbin,
  poisson,
  seasonalNaive: bare(seasonalNaive),
  zero: bare(zero),
  zinb,
  endemicEpidemic,
  ingarch,
  localLevel,
  negbinRegression,
  ets,
  theta: bare(theta),
};

/** One that takes no argument, and so passes none over in silence. */
function bare(make: () => Model): (...given: readonly unknown[]) => Model {
  return (...given) => {
    if (given.length === 0) return make();
    throw new InputError(`model: ${make.name} takes no argument, got ${JSON.stringify(given).slice(1, -1)}`);
  };
}

function modelsOf(names: readonly string[]): Model[] {
  return names.map((name) => modelNamed(name));
}

/** The names of all models that there are. */
export const modelNames: readonly string[] = Object.keys(makers);

/**
 * The model that a text calls, such as `conflictology(12)`: a name, and arguments as JSON.
 *
 * @throws InputError when there is no such model, the text is no call, or the arguments cannot be
 * @example
 * modelNamed("conflictology(12)").needs // 12
 */
export function modelNamed(text: string): Model {
  const [, name, args] = /^\s*(\w+)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  if (name === undefined)
    throw new InputError(`model: needs a call such as conflictology(12), got ${JSON.stringify(text)}`);
  if (!Object.hasOwn(makers, name))
    throw new InputError(`model: there is no ${name}; there are ${modelNames.join(", ")}`);
  let given: unknown[];
  try {
    given = JSON.parse(`[${args}]`);
  } catch {
    throw new InputError(`model: arguments of ${name} need to be JSON, got ${JSON.stringify(args)}`);
  }
  return makers[name](...given);
}
