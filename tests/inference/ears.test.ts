import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { frozen } from "./contract.js";

const rowsOf = (detector: hc.Detector, values: readonly number[], first: number): readonly hc.Watched[] =>
  detector.monitor(frozen(values), first);

describe("ears", () => {
  it("alarms above three standard deviations of the seven before", () => {
    // by hand: mean 2, squares 0+1+1+0+1+1+0 = 4 over 6
    const [row] = rowsOf(hc.ears("C1"), [2, 1, 3, 2, 1, 3, 2, 5], 7);
    expect(row.expected).toBe(2);
    expect(row.threshold).toBeCloseTo(2 + 3 * Math.sqrt(4 / 6), 12);
    expect(row.statistic).toBeCloseTo(3 / Math.sqrt(4 / 6), 12);
    expect(row.reading).toBe("5 against 2.0 (the 7 before): 3.7 standard deviations, over 3: alarm");
  });

  it("C2 leaves the two before out, so that a rise does not hide itself", () => {
    const values = [2, 1, 3, 2, 1, 3, 2, 4, 4, 5];
    expect(rowsOf(hc.ears("C1"), values, 9)[0].alarm).toBe(false);
    expect(rowsOf(hc.ears("C2"), values, 9)[0].alarm).toBe(true);
  });

  it("C3 alarms on the two before alone where they suffice, and then has no threshold", () => {
    const [row] = rowsOf(hc.ears("C3"), [2, 1, 3, 2, 1, 3, 2, 3, 2, 9, 9, 0], 11);
    expect([row.alarm, row.threshold]).toEqual([true, null]);
  });

  it("says that it cannot tell where there is no spread, and takes the least one it is given", () => {
    const [row] = rowsOf(hc.ears("C1"), [0, 0, 0, 0, 0, 0, 0, 4], 7);
    expect(row).toMatchObject({ threshold: null, statistic: null, alarm: false });
    expect(row.reading).toBe(
      "4 against 0.0 (the 7 before): equal counts have no spread to judge by; leastSd would say how much to allow",
    );
    expect(rowsOf(hc.ears("C1", { leastSd: 1 }), [0, 0, 0, 0, 0, 0, 0, 4], 7)[0]).toMatchObject({
      ...{ threshold: 3, statistic: 4, alarm: true },
    });
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`ears: ${text}`);
    expect(() => hc.ears("C1", { baseline: 2 })).toThrow(
      fault("baseline needs a whole number of periods from 3, got 2"),
    );
    expect(() => hc.ears("C1", { above: 0 })).toThrow(fault("above needs a number above 0, got 0"));
    expect(() => hc.ears("C1", { leastSd: -1 })).toThrow(fault("leastSd needs a number from 0, got -1"));
  });
});
