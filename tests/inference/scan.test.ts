import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectPlain, frozen } from "./contract.js";
import { yearly } from "./yearly.js";

const toEnd = { form: "until the end", direction: "up", null: "poisson" } as const;
const drawn = { form: "any window", most: 3, direction: "both", null: "poisson", seed: 1, draws: 199 } as const;
const all = [
  hc.scan(toEnd),
  hc.scan({ ...toEnd, null: "permutation", seed: 1, draws: 49 }),
  hc.scan({ ...drawn, draws: 49 }),
  hc.scan({ ...drawn, null: { phi: 2 }, draws: 49 }),
];

describe("a window picked after looking", () => {
  it("has the p-value of a date named beforehand, and the one it deserves", () => {
    const [found] = hc.test(yearly([2, 1, 3, 2, 1, 2, 6, 7]), [hc.scan(toEnd)], { level: 0.95 });
    expect(found.reading).toBe(
      "13 of 24 events from 1857-01-01 to the end: 3.55 [1.47, 8.74] times the rate outside; p = 0.0021 if the window had been named beforehand, p = 0.0064 after looking at 7 windows",
    );
    expect(found.at).toBe("1857-01-01");
    expect(found.test).toBe('scan({ form: "until the end", direction: "up", null: "poisson" })');
  });

  it("deserves the named p when only one was looked at", () => {
    const one = hc.scan({ ...toEnd, since: "1858-01-01" });
    const [found] = hc.test(yearly([2, 1, 3, 2, 1, 2, 6, 7]), [one], { level: 0.95 });
    expect(found.reading).toContain(
      "p = 0.024 if the window had been named beforehand, p = 0.024 after looking at 1 window",
    );
  });

  it("owes what every test owes, and p grows with looking", () => {
    for (const test of all)
      fc.assert(
        fc.property(fc.array(fc.nat(8), { minLength: 3, maxLength: 9 }), (values) => {
          expectPlain(() => test.test(frozen(values), 0.9));
        }),
        { seed: 1, numRuns: 20 },
      );
    const values = [4, 2, 3, 6, 7, 3, 2, 4, 3, 2];
    const narrow = hc.scan({ ...drawn, most: 2, direction: "up" }).test(frozen(values), 0.95);
    const wide = hc.scan({ ...drawn, most: 9, direction: "both" }).test(frozen(values), 0.95);
    expect(wide.p).toBeGreaterThan(narrow.p ?? 1);
  });

  it("finds the burst inside, and is less sure of it where counts spread", () => {
    const values = [2, 1, 2, 9, 8, 2, 1, 2, 1, 2, 2, 1];
    const poisson = hc.scan(drawn).test(frozen(values), 0.95);
    const loose = hc.scan({ ...drawn, null: { phi: 3 } }).test(frozen(values), 0.95);
    expect(poisson.reading).toContain("17 of 33 events from period 4 to before period 6");
    expect(poisson.p).toBe(1 / 200);
    expect(loose.p).toBeGreaterThan(0.05);
  });

  it("says so where none stands out", () => {
    expect(hc.scan(toEnd).test(frozen([0, 0]), 0.95).reading).toBe("no events in 2 periods: no window stands out");
    expect(hc.scan(toEnd).test(frozen([3, 2, 1]), 0.95)).toMatchObject({
      p: 1,
      reading: "6 events in 3 periods: none of 2 windows has a higher rate inside, p = 1",
    });
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`scan: ${text}`);
    expect(() => hc.scan({ ...toEnd, most: 3 })).toThrow(
      fault('"any window", and it alone, needs most as a whole number from 1, got 3'),
    );
    expect(() => hc.scan({ ...toEnd, null: "permutation" })).toThrow(
      fault("a p that is drawn needs a seed and draws, got undefined and undefined"),
    );
    expect(() => hc.scan({ ...drawn, null: { phi: 0.5 } })).toThrow(fault("phi needs a number from 1, got 0.5"));
    const late = hc.scan({ ...toEnd, since: "1900-01-01" });
    expect(() => hc.test(yearly([1, 2]), [late], { level: 0.95 })).toThrow(
      fault("no window begins on 1900-01-01 or later"),
    );
    expect(() => late.test(frozen([1, 2]), 0.95)).toThrow(fault("since needs periods that have days"));
  });
});
