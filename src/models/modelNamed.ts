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
import { meantArguments } from "./meantArguments.js";
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

/** How a model is made, and the most arguments that it takes. */
interface Maker {
  readonly takes: number;
  // biome-ignore lint/suspicious/noExplicitAny: each takes arguments of its own, which it checks itself
  readonly make: (...args: any[]) => Model;
}

/** Every model by name; a row each. */
const makers: Readonly<Record<string, Maker>> = {
  conflictology: { takes: 1, make: conflictology },
  linearPool: {
    takes: 2,
    make: (names: unknown, weights?: readonly number[]) => linearPool(modelsOf(names, "linearPool"), weights),
  },
  quantileAverage: { takes: 1, make: (names: unknown) => quantileAverage(modelsOf(names, "quantileAverage")) },
  stacked: {
    takes: 2,
    make: (names: unknown, options: EnsembleOptions) => stacked(modelsOf(names, "stacked"), options),
  },
  best: { takes: 2, make: (names: unknown, options: EnsembleOptions) => best(modelsOf(names, "best"), options) },
  conformal: {
    takes: 2,
    make: (name: unknown, options: EnsembleOptions) => conformal(madeOf(name, "conformal"), options),
  },
  croston: { takes: 1, make: croston },
  sba: { takes: 1, make: sba },
  tsb: { takes: 2, make: tsb },
  average: { takes: 1, make: average },
  climatology: { takes: 1, make: climatology },
  conflictologyMixture: { takes: 2, make: conflictologyMixture },
  hurdle: { takes: 2, make: hurdle },
  lastValue: { takes: 0, make: lastValue },
  negbin: { takes: 1, make: negbin },
  poisson: { takes: 1, make: poisson },
  seasonalNaive: { takes: 0, make: seasonalNaive },
  zero: { takes: 0, make: zero },
  zinb: { takes: 1, make: zinb },
  endemicEpidemic: { takes: 1, make: endemicEpidemic },
  ingarch: { takes: 1, make: ingarch },
  localLevel: { takes: 1, make: localLevel },
  negbinRegression: { takes: 1, make: negbinRegression },
  ets: { takes: 1, make: ets },
  theta: { takes: 0, make: theta },
};

function modelsOf(names: unknown, name: string): Model[] {
  if (!Array.isArray(names))
    throw new InputError(
      `model: ${name} needs a list of models, such as ["conflictology(12)"], got ${JSON.stringify(names)}`,
    );
  return names.map((one) => madeOf(one, name));
}

function madeOf(text: unknown, name: string): Model {
  if (typeof text === "string") return modelNamed(text);
  throw new InputError(
    `model: ${name} needs a model as a text, such as "conflictology(12)", got ${JSON.stringify(text)}`,
  );
}

/** The names of all models that there are. */
export const modelNames: readonly string[] = Object.keys(makers);

/**
 * The model that a text calls, such as `conflictology(12)`: a name, and arguments as JSON.
 *
 * @throws InputError when there is no such model, the text is no call, or the arguments cannot be or are too many
 * @example
 * modelNamed("conflictology(12)").needs // 12
 */
export function modelNamed(text: string): Model {
  const [, name, args] = /^\s*(\w+)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  if (name === undefined)
    throw new InputError(`model: needs a call such as conflictology(12), got ${JSON.stringify(text)}`);
  if (!Object.hasOwn(makers, name))
    throw new InputError(`model: there is no ${name}; there are ${modelNames.join(", ")}`);
  const given = argumentsOf(name, args);
  const { takes, make } = makers[name];
  if (given.length > takes)
    throw new InputError(
      `model: ${name} takes ${["no argument", "1 argument"][takes] ?? `${takes} arguments`}, got ${JSON.stringify(given).slice(1, -1)}`,
    );
  return make(...given);
}

function argumentsOf(name: string, args: string): unknown[] {
  try {
    return JSON.parse(`[${args}]`);
  } catch {
    const meant = meantArguments(args);
    throw new InputError(
      `model: arguments of ${name} need to be JSON, got ${JSON.stringify(args)}${meant === undefined ? "" : `; write ${name}(${meant})`}`,
    );
  }
}
