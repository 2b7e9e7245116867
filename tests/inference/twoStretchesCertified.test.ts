import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/twoStretches.json" with { type: "json" };
import extreme from "../fixtures/twoStretchesExtreme.json" with { type: "json" };

const methods = ["central", "minlike", "blaker", "mid-p"] as const;

interface Expected {
  readonly p: number;
  readonly interval?: readonly (number | null)[];
}

function one([count, exposure]: readonly number[]): hc.Stretch {
  return { values: [count], exposure: [exposure] };
}

function expectFound(found: hc.Outcome, expected: Expected, digits: number, what: unknown): void {
  expectDigits(found.p ?? Number.NaN, expected.p, digits, ["p", what]);
  if (expected.interval !== undefined) expectInterval(found, expected.interval, digits, what);
}

function expectInterval(found: hc.Outcome, expected: readonly (number | null)[], digits: number, what: unknown): void {
  for (const i of [0, 1]) expectDigits(found.interval?.[i] ?? Infinity, expected[i] ?? Infinity, digits, [i, what]);
}

/** On the side that the counts do not lie it is one less the other side's p, which leaves out what came: above a half. */
function expectOneSided(found: hc.Outcome, expected: number, what: unknown): void {
  if (expected < 0.5) expectDigits(found.p ?? Number.NaN, expected, 10, what);
  else expect(found.p).toBeGreaterThan(0.49);
}

/** Series of one zone, as a control is given. */
function panel({ values, exposure }: hc.Stretch): hc.Panel {
  const recipe: hc.Recipe = { where: [], by: [], every: "month", measure: "events" };
  return [{ key: {}, recipe, from: "", start: "2023-01-01", values, exposure }];
}

// Every expected value of `known` is from R 4.2.2 (tests/fixtures/twoStretches.R), worked out from definitions over all
// counts and checked there against fisher.test, glm, glm.nb and prop.test; those of `extreme` are from mpmath at 40 digits.
describe("two stretches, to ten digits", () => {
  it("gives the exact rate ratio by each method", () => {
    for (const row of known.rateRatio) {
      for (const method of methods) {
        const found = hc.rateRatio(method).compare(one(row.before), one(row.after), row.level);
        expectFound(found, row[method === "mid-p" ? "midp" : method], 10, [method, row.before, row.after, row.level]);
      }
    }
  });

  it("gives it with one event against a million, and with p of 1e-300", () => {
    for (const row of [...extreme.rateRatio, ...extreme.smallP]) {
      const expected: Readonly<Partial<Record<string, unknown>>> = row;
      for (const method of methods) {
        const values = expected[method] as Expected | undefined;
        const found = hc.rateRatio(method).compare(one(row.before), one(row.after), row.level);
        if (values !== undefined) expectFound(found, values, 10, [method, row.before, row.after]);
      }
    }
  });

  it("gives Fisher's odds ratio by each method", () => {
    for (const row of known.fisher) {
      for (const method of methods) {
        const found = hc.fisher(method).compare(one(row.before), one(row.after), row.level);
        const what = [method, row.before, row.after];
        expectFound(found, row[method === "mid-p" ? "midp" : method], 10, what);
        expectDigits(found.estimate ?? Infinity, row.ratio ?? Infinity, 10, what);
      }
    }
  });

  it("gives the ratio of ratios by each method", () => {
    for (const row of known.ratioOfRatios) {
      const control = { before: panel(one(row.quietBefore)), after: panel(one(row.quietAfter)) };
      for (const method of methods) {
        const by = hc.differenceInDifferences({ control, by: method });
        const found = by.compare(one(row.before), one(row.after), row.level);
        const what = [method, row.before, row.after];
        expectFound(found, row[method === "mid-p" ? "midp" : method], 10, what);
        expectDigits(found.estimate ?? Infinity, row.ratio ?? Infinity, 10, what);
      }
    }
  });

  it("gives the quasi-Poisson ratio of ratios", () => {
    for (const row of known.quasiDifference) {
      const control = { before: panel(row.quietBefore), after: panel(row.quietAfter) };
      const by = hc.differenceInDifferences({ control, by: "quasi-poisson" });
      const found = by.compare(row.before, row.after, row.level);
      expectFound(found, row, 10, row);
      expectDigits(found.estimate ?? 0, row.ratio, 10, row);
      expectDigits(found.statistic ?? 0, row.statistic, 10, row);
    }
  });

  it("gives Newcombe's interval with the p at which it touches no difference", () => {
    for (const row of known.newcombe) {
      const found = hc.shareDifference().compare(one(row.before), one(row.after), row.level);
      expectDigits(found.estimate ?? Number.NaN, row.difference, 10, row);
      expectFound(found, row, 10, row);
    }
    for (const row of extreme.newcombe)
      expectFound(hc.shareDifference().compare(one(row.before), one(row.after), 0.95), row, 10, row);
  });

  it("gives the E-test", () => {
    for (const row of known.eTest)
      expectFound(hc.eTest().compare(one(row.before), one(row.after), row.level), row, 10, row);
    for (const row of extreme.eTest)
      expectFound(hc.eTest().compare(one(row.before), one(row.after), 0.95), row, 10, row);
  });

  it("gives the negative binomial ratio, to eight digits", () => {
    for (const row of known.negbin) {
      const found = hc.negbinRatio().compare(row.before, row.after, row.level);
      expectDigits(found.statistic ?? Number.NaN, row.statistic, 8, row);
      expectFound(found, row, 8, row);
      expectDigits(found.estimate ?? Infinity, row.ratio ?? Infinity, 8, row);
    }
  });

  it("gives the posterior of the ratio and the Bayes factor", () => {
    for (const row of known.gammaPoisson) {
      const prior = { shape: row.shape, rate: row.rate };
      const found = hc.gammaPoisson({ prior }).compare(one(row.before), one(row.after), row.level);
      expectDigits(found.estimate ?? Number.NaN, row.median, 10, row);
      expectInterval(found, row.interval, 10, row);
      expectDigits(found.probability ?? Number.NaN, row.probability, 10, row);
      expectDigits(found.bayesFactor ?? Infinity, row.bayesFactor ?? Infinity, 10, row);
    }
  });

  it("gives two one-sided tests of a similar pace", () => {
    for (const row of known.similar) {
      const by = hc.rateRatio("central");
      const of = (comparison: hc.Comparison) => comparison.compare(one(row.before), one(row.after), row.level);
      const found = of(hc.equivalence({ within: row.margin, by }));
      expectInterval(found, row.interval, 10, row);
      expectOneSided(found, row.equivalence, row);
      expectOneSided(of(hc.nonInferiority({ margin: row.margin, by })), row.notAbove, row);
      expectOneSided(of(hc.nonInferiority({ margin: 1 / row.margin, by })), row.notBelow, row);
    }
  });
});
