import { InputError } from "../core/errors.js";
import type { Dimension, MultiverseReading } from "../core/multiverse.js";
import type { Measured, Report } from "../core/report.js";
import type { ReportReadings } from "../core/reportClaim.js";
import { windowOf } from "./figures.js";

/** A dimension before anything was read. */
export interface Choosing {
  readonly name: Dimension;
  readonly choices: readonly { readonly name: string; readonly label: string }[];
}

/**
 * The choices of each dimension, with what a reader calls them.
 *
 * @throws InputError when a dimension has none, one stands twice, or a source settles what the readings vary; DataError when
 * the report has no such window
 */
export function dimensionsOf(
  report: Report,
  spec: ReportReadings,
  labels: Readonly<Record<string, string>>,
): Choosing[] {
  const plain = (name: string): Choosing["choices"][number] => ({ name, label: name });
  const window = (name: string): Choosing["choices"][number] => ({ name, label: windowOf(report, name).label });
  const side = spec.direction === "rise" ? "above" : "below";
  const zone = (name: string): Choosing["choices"][number] => ({
    name,
    label: Object.hasOwn(labels, name) ? labels[name] : name,
  });
  const dimensions: Choosing[] = [
    {
      name: "source",
      choices: spec.sources.map((one) => ({ name: sourceName(one), label: sourceLabel(one, spec.sources) })),
    },
    { name: "zone", choices: spec.zones.map(zone) },
    { name: "measure", choices: spec.measures.map(plain) },
    { name: "before", choices: spec.before.map(window) },
    { name: "after", choices: spec.after.map(window) },
    { name: "threshold", choices: spec.thresholds.map((one) => ({ name: String(one), label: `${side} ${one}` })) },
    { name: "dispersion", choices: spec.dispersions.map(plain) },
  ];
  for (const { name, choices } of dimensions) {
    if (choices.length === 0) throw new InputError(`vary: ${name} needs at least one choice, got none (${spec.id})`);
    const twice = choices.find((one, i) => choices.findIndex((other) => other.name === one.name) < i);
    if (twice !== undefined)
      throw new InputError(
        `vary: ${name} needs each choice once, got ${JSON.stringify(twice.name)} twice (${spec.id})`,
      );
  }
  const wrong = spec.thresholds.find((one) => !(one > 0 && one < Infinity));
  if (wrong !== undefined) throw new InputError(`vary: threshold needs a ratio above 0, got ${wrong} (${spec.id})`);
  for (const { label, where, measure } of spec.sources) {
    const settled =
      where.zone !== undefined ? "zone" : (where.since ?? where.until) ? "stretch" : measure ? "measure" : "";
    if (settled !== "")
      throw new InputError(
        `vary: a source may not settle the ${settled}, which the readings vary, got ${JSON.stringify(label)} (${spec.id})`,
      );
  }
  return dimensions;
}

/** Every combination of one choice a dimension, the last dimension varying fastest. */
export function productOf(dimensions: readonly Choosing[]): MultiverseReading["choices"][] {
  let all: Partial<Record<Dimension, string>>[] = [{}];
  for (const { name, choices } of dimensions)
    all = all.flatMap((one) => choices.map((choice) => ({ ...one, [name]: choice.name })));
  return all as MultiverseReading["choices"][];
}

/** What tells one way of counting from another: the data set and what of it is meant. */
export function sourceName({ on, label }: Measured): string {
  return `${on}: ${label}`;
}

/** Without the data set where all are of one. */
function sourceLabel(one: Measured, all: readonly Measured[]): string {
  const isOne = all.every(({ on }) => on === one.on);
  return `${isOne ? one.label : sourceName(one)}${one.proxy === undefined ? "" : " (a proxy)"}`;
}
