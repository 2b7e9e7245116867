import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

interface Case {
  readonly says: hc.Distribution;
  readonly observed: number;
  readonly value: number;
}

const known: readonly Case[] = JSON.parse(readFileSync(new URL("../fixtures/wideCrps.json", import.meta.url), "utf8"));
const negbin = (mean: number, size: number): hc.Distribution => ({ family: "negbin", mean, size });
const shares = (n: number): hc.Distribution => ({ family: "betaBinomial", n, a: 2, b: 3 });
const mixed = (...of: hc.Distribution[]): hc.Distribution => ({
  ...{ family: "mixture", weights: of.map(() => 1 / of.length) },
  of,
});

describe("the CRPS of the widest counts", () => {
  // Hypergeometric functions and sums in 40 to 60 digits (tests/fixtures/wideCrps.py).
  it("is right to ten digits, each in less than two seconds of the processor's time", () => {
    expect(known.length).toBeGreaterThan(40);
    for (const { says, observed, value } of known) {
      const start = process.cpuUsage().user;
      const got = hc.crps().score(says, observed);
      expect(process.cpuUsage().user - start, JSON.stringify(says)).toBeLessThan(2e6);
      expectDigits(got, value, 10, { says, observed });
    }
  });

  const wide = "needs a negbin with a mean of at most 1e14 sizes, got 1000000000 and 1e-9";
  const many = "needs a betaBinomial of n up to 1000000, or 5000 in a mixture with measures or wider counts, got";
  it.each<[string, hc.Distribution, string]>([
    ["too wide a negative binomial", negbin(1e9, 1e-9), wide],
    ["one above zero", { family: "hurdle", zero: 0.3, of: { family: "negbin", mean: 1e9, size: 1e-9 } }, wide],
    ["one in a mixture", mixed(negbin(1e9, 1e-9), { family: "poisson", mean: 3 }), wide],
    [
      "counts that doubles cannot tell apart",
      mixed(negbin(1e16, 1e3), { family: "poisson", mean: 3 }),
      "needs a negbin with a mean of at most 1e14, got 10000000000000000",
    ],
    [
      "a Poisson without end",
      mixed({ family: "poisson", mean: 1e12 }, { family: "poisson", mean: 3 }),
      "needs a poisson with a mean of at most 1e11, got 1000000000000",
    ],
    ["too many shares", shares(1_000_001), `${many} 1000001`],
    ["shares beside wide counts", mixed(shares(20_000), negbin(1e7, 0.5)), `${many} 20000`],
    ["shares beside a measure", mixed(shares(20_000), { family: "normal", mean: 3, sd: 2 }), `${many} 20000`],
    [
      "counts beside a measure",
      mixed(negbin(10, 1e-3), { family: "normal", mean: 3, sd: 2 }),
      "needs counts up to 100000 where they are mixed with measures, got 261295",
    ],
  ])("is refused where it would be wrong or take long: of %s", (_, says, message) => {
    for (const metric of [hc.crps(), hc.thresholdCrps(2)]) {
      const [verb] = metric.name.split("(");
      expect(() => metric.score(says, 3)).toThrow(new hc.InputError(`${verb}: ${message}`));
    }
  });
});
