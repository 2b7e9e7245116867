import { describe, expect, it } from "vitest";
import { type History, InputError, localLevel, logDensity, mean, pmf, quantile, variance } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import certified from "../fixtures/countSeries.json" with { type: "json" };

function historyOf(values: readonly number[], exposure: readonly number[] = values.map(() => 1)): History {
  return { values, exposure, start: "2014-01-01", every: "month", beside: [{ values, exposure }], place: 0 };
}

const asked = (steps: number, draws = 2000) => ({
  exposure: new Array<number>(steps).fill(1),
  draws,
  uniform: random(3),
});

describe("localLevel", () => {
  it("adds counts to a shape and exposure to a rate, and discounts both", () => {
    // 2, then 1 + 2 / 2 = 2 over 1 + 1 / 2, then 4 + 1 = 5 over 1 + 0.75.
    const { parameters, ahead } = localLevel({ discount: 0.5 }).fit(historyOf([2, 1, 4]));
    expect(parameters).toEqual({ discount: 0.5, level: 5 / 1.75, shape: 5, rate: 1.75 });
    expect(ahead(asked(1))[0]).toEqual({ family: "negbin", mean: 2.5 / 0.875, size: 2.5 });
  });

  it.each(certified.localLevel)("is what its definition gives in 30 digits: $name", (one) => {
    const model = one.discount === null ? localLevel() : localLevel({ discount: one.discount });
    const { parameters, logLikelihood = Number.NaN, ahead } = model.fit(historyOf(one.values, one.exposure));
    const digits = one.discount === null ? 6 : 10;
    expectDigits(logLikelihood, one.logLikelihood, 10);
    expectDigits(parameters.discount, one.likeliest, digits);
    expectDigits(parameters.shape, one.shape, digits);
    expectDigits(parameters.rate, one.rate, digits);
    const [next] = ahead({ ...asked(1, 10), exposure: [30] });
    [0, 1, 7].forEach((k, i) => {
      expectDigits(logDensity(next, k), one.logChances[i], one.discount === null ? 5 : 9, k);
    });
  });

  it("draws the second step from chances added up over what the first may bring", () => {
    const { values, discount, second } = certified.secondStep[0];
    const says = localLevel({ discount }).fit(historyOf(values)).ahead(asked(2, 100_000));
    second.slice(0, 8).forEach((chance, k) => {
      const error = Math.sqrt((chance * (1 - chance)) / 100_000);
      expect(Math.abs(Math.exp(logDensity(says[1], k)) - chance), `${k}`).toBeLessThan(4.5 * error);
    });
  });

  it("keeps its mean and grows wider from step to step", () => {
    const says = localLevel({ discount: 0.6 })
      .fit(historyOf([9, 12, 7, 11, 10, 8, 12]))
      .ahead(asked(6, 50_000));
    expect(Math.abs(mean(says[5]) / mean(says[0]) - 1)).toBeLessThan(0.03);
    expect(variance(says[5])).toBeGreaterThan(1.15 * variance(says[0]));
  });

  it("finds a rate that never changes in counts that vary less than Poisson counts", () => {
    const { parameters } = localLevel().fit(historyOf([5, 5, 6, 5, 4, 5, 5, 6, 5, 4, 5, 5]));
    expect(parameters.discount).toBe(1);
  });

  it("counts zeros before the first event as time, and without any event half of one", () => {
    const late = localLevel({ discount: 1 }).fit(historyOf([0, 0, 0, 4]));
    expect(late.parameters.level).toBe(1);
    expect(late.logLikelihood).toBe(0);
    expect(localLevel().fit(historyOf([0, 0, 0, 0])).parameters).toEqual({ events: 0, exposure: 4 });
  });

  it("still says a distribution after more zeros than a double can hold of what is left", () => {
    const [next, after] = localLevel({ discount: 0.1 })
      .fit(historyOf([3, ...new Array<number>(400).fill(0)]))
      .ahead(asked(2, 10));
    expect(Number.isFinite(logDensity(next, 0))).toBe(true);
    expect(Number.isFinite(mean(after))).toBe(true);
  });

  it("never rules out an event after a quiet spell: it expects half of one in all the time seen", () => {
    const lively = Array.from({ length: 60 }, (_, t) => 15 + ((t * 7) % 11));
    const spell = [...lively, ...new Array<number>(12).fill(0)];
    const says = localLevel({ discount: 0.05 }).fit(historyOf(spell)).ahead(asked(3, 20_000));
    expectDigits(mean(says[0]), 0.5 / 72, 12);
    for (const one of says) expect(1 - pmf(one, 0)).toBeGreaterThan(0.004);
    // Where the rate has not come down so far nothing is changed.
    const [plain] = localLevel({ discount: 0.9 })
      .fit(historyOf([3, 5, 0, 0]))
      .ahead(asked(1, 10));
    expectDigits(mean(plain), (3 * 0.9 ** 3 + 5 * 0.9 ** 2) / (1 + 0.9 + 0.9 ** 2 + 0.9 ** 3), 12);
  });

  it("keeps its mean over many periods while its median falls and its highest paths rise", () => {
    const says = localLevel({ discount: 0.6 })
      .fit(historyOf(Array.from({ length: 60 }, (_, t) => 15 + ((t * 7) % 11))))
      .ahead(asked(60, 10_000));
    const [first, last] = [says[0], says[59]];
    expect(Math.abs(mean(last) - mean(first))).toBeLessThan(4 * Math.sqrt(variance(last) / 10_000));
    expect(quantile(last, 0.5)).toBeLessThan(0.9 * quantile(first, 0.5));
    expect(quantile(last, 0.05)).toBeLessThan(0.3 * quantile(first, 0.05));
    expect(quantile(last, 0.99)).toBeGreaterThan(1.5 * quantile(first, 0.99));
  });

  it("refuses a discount that is not above 0 and up to 1", () => {
    for (const discount of [0, 1.1, Number.NaN])
      expect(() => localLevel({ discount })).toThrow(
        new InputError(`localLevel: discount needs a number above 0 and up to 1, got ${discount}`),
      );
  });
});
