import type { Finding } from "../core/finding.js";
import type { Ratio } from "./forest.js";
import { testWords } from "./testWords.js";

/**
 * Findings that compare two rates as rows of a forest plot, one a finding that has an estimate. Rows are gathered by test and
 * named by their key; of fewer series than tests they are gathered by series and named by their test. What a test does is told
 * in words where there are some for it.
 */
export function ratiosOf(findings: readonly Finding[], labels: Readonly<Record<string, string>> = {}): Ratio[] {
  const names = findings.map(({ key }) =>
    Object.values(key)
      .map((value) => (Object.hasOwn(labels, value) ? labels[value] : value))
      .join(", "),
  );
  const tests = testWords(findings.map(({ test }) => test));
  const isBySeries = new Set(names).size < new Set(tests).size;
  return findings.flatMap(({ n, estimate, interval }, i) => {
    if (estimate === undefined || interval === undefined || !(estimate > 0)) return [];
    const label = isBySeries || names[i] === "" ? tests[i] : `${names[i]} · ${tests[i]}`;
    return [{ label, group: isBySeries ? names[i] : tests[i], estimate, interval, n }];
  });
}
