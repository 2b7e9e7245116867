import type { Finding } from "../core/finding.js";
import type { Ratio } from "./forest.js";

/** Findings that compare two rates as rows of a forest plot: one a finding that has an estimate, named by its key. */
export function ratiosOf(findings: readonly Finding[], labels: Readonly<Record<string, string>> = {}): Ratio[] {
  return findings.flatMap(({ test, key, n, estimate, interval }) => {
    if (estimate === undefined || interval === undefined || !(estimate > 0)) return [];
    const name = Object.values(key)
      .map((value) => (Object.hasOwn(labels, value) ? labels[value] : value))
      .join(", ");
    return [{ label: `${name} · ${test}`, group: test, estimate, interval, n }];
  });
}
