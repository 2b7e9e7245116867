import { InputError } from "../core/errors.js";
import type { Ratio } from "./forest.js";

/** A line of a forest's left side: the name of a ratio, or of a group above its ratios. */
interface Line {
  readonly row: number;
  readonly label: string;
  readonly group: string;
}

/**
 * Where the rows of a forest stand and what they are called. Several groups, each in one piece, get a heading; otherwise labels
 * that two groups have say which group is meant.
 *
 * @throws InputError when two of a group have one label
 */
export function forestRows(ratios: readonly Ratio[]): {
  readonly rows: readonly Line[];
  readonly heads: readonly Line[];
  readonly isHeaded: boolean;
} {
  const starts = ratios.filter(({ group }, i) => i === 0 || group !== ratios[i - 1].group).map(({ group }) => group);
  const isHeaded = starts.length > 1 && new Set(starts).size === starts.length;
  const full = ratios.map(({ label, group }) =>
    ratios.some((other) => other.label === label && other.group !== group) ? `${label} (${group})` : label,
  );
  const twice = full.find((label, i) => full.indexOf(label) !== i);
  if (twice !== undefined) throw new InputError(`forest: needs a label a row, got ${JSON.stringify(twice)} twice`);
  const rows = ratios.map(({ label, group }, i) => ({
    row: isHeaded ? i + 1 + starts.indexOf(group) : i,
    label: isHeaded ? label : full[i],
    group,
  }));
  const heads = !isHeaded
    ? []
    : starts.map((group, i) => ({
        row: i + ratios.findIndex((one) => one.group === group),
        label: group,
        group,
      }));
  return { rows, heads, isHeaded };
}
