import { InputError } from "../core/errors.js";
import { absoluteError } from "./absoluteError.js";
import { bias } from "./bias.js";
import { brier } from "./brier.js";
import { coverage } from "./coverage.js";
import { crps } from "./crps.js";
import { dss } from "./dss.js";
import { ignorance } from "./ignorance.js";
import { intervalScore } from "./intervalScore.js";
import { logCrps } from "./logCrps.js";
import { logScore } from "./logScore.js";
import type { Metric } from "./metric.js";
import { mis } from "./mis.js";
import { quantileScore } from "./quantileScore.js";
import { rps } from "./rps.js";
import { sharpness } from "./sharpness.js";
import { squaredError } from "./squaredError.js";
import { thresholdCrps } from "./thresholdCrps.js";
import { wis } from "./wis.js";
import { wisPart } from "./wisPart.js";

/** Every metric by name; a row each. */
// biome-ignore lint/suspicious/noExplicitAny: each takes arguments of its own, which it checks itself
const makers: Readonly<Record<string, (...args: any[]) => Metric>> = {
  absoluteError,
  bias,
  brier,
  coverage,
  crps,
  dss,
  ignorance,
  intervalScore,
  logCrps,
  logScore,
  mis,
  quantileScore,
  rps,
  sharpness,
  squaredError,
  thresholdCrps,
  wis,
  wisPart,
};

/** The names of all metrics that there are. */
export const metricNames: readonly string[] = Object.keys(makers);

/**
 * The metric that a text calls, such as `crps()` or `coverage(0.9)`: a name, and arguments as JSON.
 *
 * @throws InputError when there is no such metric, the text is no call, or the arguments cannot be
 * @example
 * metricNamed("coverage(0.9)").best // 0.9
 */
export function metricNamed(text: string): Metric {
  const [, name, args] = /^\s*(\w+)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  if (name === undefined)
    throw new InputError(`metric: needs a call such as coverage(0.9), got ${JSON.stringify(text)}`);
  if (!Object.hasOwn(makers, name))
    throw new InputError(`metric: there is no ${name}; there are ${metricNames.join(", ")}`);
  let given: unknown[];
  try {
    given = JSON.parse(`[${args}]`);
  } catch {
    throw new InputError(`metric: arguments of ${name} need to be JSON, got ${JSON.stringify(args)}`);
  }
  const metric = makers[name](...given);
  // A metric that takes arguments has those that were given in its name.
  if (given.length > 0 && metric.name.endsWith("()"))
    throw new InputError(`metric: ${name} takes no arguments, got ${text.trim()}`);
  return metric;
}
