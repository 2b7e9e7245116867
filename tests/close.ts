import { expect } from "vitest";

/** Whether a number has so many significant digits of the expected one. Infinite and zero must match outright. */
export function expectDigits(got: number, expected: number, digits: number, what: unknown = ""): void {
  if (expected === 0 || !Number.isFinite(expected)) {
    expect(got, JSON.stringify(what)).toBe(expected);
    return;
  }
  const error = Math.abs((got - expected) / expected);
  if (!(error <= 10 ** -digits)) {
    expect.fail(`got ${got}, expected ${expected} to ${digits} digits, error ${error} ${JSON.stringify(what)}`);
  }
}
