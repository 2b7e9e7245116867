import { InputError } from "../core/errors.js";
import type { Metric } from "./metric.js";

/** Every metric by name; a row each. */
// biome-ignore lint/suspicious/noExplicitAny: each takes arguments of its own, which it checks itself
const makers: Readonly<Record<string, (...args: any[]) => Metric>> = {};

/** The names of all metrics that there are. */
export const metricNames: readonly string[] = Object.keys(makers);

/**
 * The metric that a text calls, such as `crps()` or `coverage(0.9)`: a name, and arguments as JSON.
 *
 * @throws InputError when there is no such metric, the text is no call, or the arguments cannot be
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
  return makers[name](...given);
}
