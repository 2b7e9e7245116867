import { describe } from "vitest";

/**
 * `describe` where what a suite needs is on this machine; elsewhere the suite is skipped with a line that says so. Under CI
 * nothing is skipped: a suite whose needs are missing fails.
 */
export function needs(what: string, isHere: boolean): typeof describe | typeof describe.skip {
  if (isHere || process.env["CI"] !== undefined) return describe;
  process.stderr.write(`skipped: ${what} is not here\n`);
  return describe.skip;
}
