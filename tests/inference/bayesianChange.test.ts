import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

const usual = { hazard: 0.1, prior: { shape: 1, rate: 1 }, recent: 1, above: 0.5 };

describe("bayesianChange", () => {
  it("weighs a new rate against the old by how well each foretold the count", () => {
    // by hand: without events the rate is gamma(1, 2) when the second count comes, gamma(1, 1) if it is new
    const [row] = hc.bayesianChange(usual).monitor(frozen([0, 3]), 1);
    const [old, fresh] = [0.9 * (2 / 3) * (1 / 3) ** 3, 0.1 * (1 / 2) * (1 / 2) ** 3];
    expectDigits(row.statistic ?? 0, fresh / (old + fresh), 12);
    expectDigits(row.expected ?? 0, 0.9 * 0.5 + 0.1, 12);
    expectDigits(row.p ?? 0, 0.9 * (1 / 3) ** 3 + 0.1 * (1 / 2) ** 3, 12);
    expect(row.reading).toBe("3 against 0.6: changed within 1 periods with probability 22%, the rate 1.8 periods old");
  });

  it("alarms within a few periods of a jump, and stops once it is old", () => {
    const values = [...Array.from({ length: 30 }, () => 4), ...Array.from({ length: 12 }, () => 12)];
    const rows = hc.bayesianChange({ ...usual, hazard: 0.01, recent: 4 }).monitor(frozen(values), 1);
    const alarms = rows.flatMap(({ alarm }, i) => (alarm ? [i + 1] : []));
    expect(alarms[0]).toBeLessThan(33);
    expect(alarms.at(-1)).toBeLessThan(36);
    expect(alarms[0]).toBeGreaterThanOrEqual(30);
  });

  it("keeps probabilities over hundreds of periods and counts of millions", () => {
    const values = Array.from({ length: 210 }, (_, t) => (t < 200 ? 1e6 : 2e6));
    const rows = hc.bayesianChange({ ...usual, prior: { shape: 1, rate: 1e-6 } }).monitor(frozen(values), 190);
    expect(rows[10].statistic).toBeCloseTo(1, 6);
    expect(rows[9].statistic).toBeLessThan(0.01);
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`bayesianChange: ${text}`);
    expect(() => hc.bayesianChange({ ...usual, hazard: 0 })).toThrow(
      fault("hazard needs a number between 0 and 1, got 0"),
    );
    expect(() => hc.bayesianChange({ ...usual, prior: { shape: 0, rate: 1 } })).toThrow(
      fault("prior needs shape and rate above 0, got 0 and 1"),
    );
    expect(() => hc.bayesianChange({ ...usual, recent: 0 })).toThrow(
      fault("recent needs a whole number of periods from 1, got 0"),
    );
    expect(() => hc.bayesianChange({ ...usual, above: 0 })).toThrow(
      fault("above needs a probability above 0, to 1, got 0"),
    );
  });
});
