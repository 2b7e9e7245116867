import type { ChartSpec } from "../core/chart.js";
import { fingerprintOf, type Quantity } from "./quantity.js";

/** What a chart says: its title and the lines below it, and a fingerprint of the values that it draws. */
export function chartQuantities(spec: ChartSpec): Quantity[] {
  const title = titleOf(spec["title"]);
  const values = valuesIn(spec);
  return [
    ...title.map((value, i): Quantity => ({ name: `chart: ${i === 0 ? "title" : `line ${i}`}`, value, kind: "text" })),
    { name: "chart: data", value: fingerprintOf(values), kind: "text" },
  ];
}

function titleOf(title: unknown): string[] {
  if (typeof title === "string") return [title];
  if (typeof title !== "object" || title === null) return [];
  const text: unknown = Reflect.get(title, "text");
  const subtitle: unknown = Reflect.get(title, "subtitle");
  return [text, subtitle].flat().filter((line) => typeof line === "string");
}

/** All inline data, at whatever depth a layer or a facet keeps it, in the order of the specification. */
function valuesIn(part: unknown): unknown[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) =>
    name === "values" || name === "datasets" ? [inner] : valuesIn(inner),
  );
}
