import { describe, expect, it } from "vitest";
import recorded from "../fixtures/tripwires.json" with { type: "json" };
import { trippedWires } from "./trippedWires.js";

describe("false alarms that tripwires tell, in made data without a change", () => {
  it("are the true rate in the mean, and their 90% intervals hold it as often as they say", () => {
    expect(recorded).toHaveLength(6);
    for (const { told, truth, covers, wire, spread } of recorded) {
      expect(Math.abs(told - truth), `${spread} ${JSON.stringify(wire)}`).toBeLessThan(0.004);
      expect(covers, `${spread} ${JSON.stringify(wire)}`).toBeGreaterThan(0.87);
    }
  });

  it("of a quantile are no more often than it leaves", () => {
    for (const { wire, truth } of recorded)
      if ("quantile" in wire && wire.quantile !== undefined) expect(truth).toBeLessThan(1 - wire.quantile + 0.005);
  });

  it("are found again in fresh data, within simulation error", () => {
    trippedWires({ series: 60, seed: 5 }).forEach((one, i) => {
      const { told, truth, covers } = recorded[i];
      expect(Math.abs(one.told - told)).toBeLessThan(0.012);
      expect(Math.abs(one.truth - truth)).toBeLessThan(0.012);
      expect(Math.abs(one.covers - covers)).toBeLessThan(5 * Math.sqrt((covers * (1 - covers)) / 60) + 0.02);
    });
  });
});
