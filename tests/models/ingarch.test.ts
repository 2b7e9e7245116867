import { describe, expect, it } from "vitest";
import { type History, InputError, ingarch, mean, modelNamed, variance } from "../../src/index.js";
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

describe("ingarch", () => {
  it.each(certified.ingarch)("comes to the top that scipy finds: $name", ({ values, exposure, ...found }) => {
    const model = ingarch({ family: found.family === "negbin" ? "negbin" : "poisson" });
    const { parameters, logLikelihood = Number.NaN } = model.fit(historyOf(values, exposure));
    expectDigits(logLikelihood, found.logLikelihood, 10);
    for (const name of ["intercept", "past", "feedback"] as const) {
      if (found[name] > 0) expectDigits(parameters[name], found[name], 6, name);
      else expect(parameters[name]).toBeLessThan(1e-7);
    }
    if (found.dispersion > 0) expectDigits(parameters.dispersion, found.dispersion, 6);
    else expect(parameters.dispersion).toBe(0);
  });

  it("is Poisson's where counts vary no more than Poisson counts", () => {
    const even = Array.from({ length: 60 }, (_, t) => 9 + (t % 3));
    expect(ingarch().fit(historyOf(even)).parameters.dispersion).toBe(0);
    expect(ingarch().fit(historyOf(even)).logLikelihood).toBe(
      ingarch({ family: "poisson" }).fit(historyOf(even)).logLikelihood,
    );
  });

  it("stays within its bounds and returns to a level, even where counts grow without end", () => {
    const growing = Array.from({ length: 60 }, (_, t) => Math.round(2 * 1.08 ** t));
    const { parameters, ahead } = ingarch().fit(historyOf(growing));
    expect(parameters.past + parameters.feedback).toBeLessThan(1);
    const says = ahead(asked(60, 500));
    expect(mean(says[59])).toBeLessThan(2 * Math.max(...growing));
  });

  it("hands on the last count to the next period, and less and less to later ones", () => {
    const calm = certified.ingarch[3].values;
    const [low, high] = [0, 60].map((last) =>
      ingarch()
        .fit(historyOf([...calm.slice(0, -1), last]))
        .ahead(asked(12, 4000))
        .map(mean),
    );
    expect(high[0] - low[0]).toBeGreaterThan(15);
    expect(high[11] - low[11]).toBeLessThan((high[0] - low[0]) / 2);
  });

  it("is wider ahead than one period's counts are: paths carry their counts on", () => {
    const { values } = certified.ingarch[5];
    const says = ingarch().fit(historyOf(values)).ahead(asked(6, 20_000));
    expect(variance(says[5])).toBeGreaterThan(variance(says[0]) * 1.1);
  });

  it("counts by rates: twice the exposure throughout gives half the rate and the same forecast", () => {
    const { values } = certified.ingarch[3];
    const one = ingarch().fit(historyOf(values));
    const two = ingarch().fit(
      historyOf(
        values,
        values.map(() => 2),
      ),
    );
    expectDigits(two.parameters.intercept, one.parameters.intercept / 2, 6);
    expectDigits(two.parameters.past, one.parameters.past, 6);
    expectDigits(two.logLikelihood ?? 0, one.logLikelihood ?? 1, 10);
    const [next, same] = [one.ahead(asked(1, 20_000)), two.ahead({ ...asked(1, 20_000), exposure: [2] })];
    expect(Math.abs(mean(next[0]) / mean(same[0]) - 1)).toBeLessThan(0.03);
  });

  it("says of a place without an event what half an event in all its time would", () => {
    expect(ingarch().fit(historyOf(new Array(20).fill(0))).parameters).toEqual({ events: 0, exposure: 20 });
  });

  it("never rules out an event after a quiet spell: no rate falls below half an event in all the time seen", () => {
    const lively = Array.from({ length: 60 }, (_, t) => 15 + ((t * 7) % 11));
    const ended = [...lively, ...new Array<number>(60).fill(0)];
    const says = ingarch().fit(historyOf(ended)).ahead(asked(3, 50_000));
    for (const one of says) expect(mean(one)).toBeGreaterThan(0.8 * (0.5 / 120));
  });

  it("can be fitted to a single event, first or last", () => {
    for (const at of [0, 7, 19]) {
      const says = ingarch()
        .fit(historyOf(Array.from({ length: 20 }, (_, t) => (t === at ? 1 : 0))))
        .ahead(asked(3));
      for (const one of says) expect(mean(one)).toBeLessThan(1);
    }
  });

  it("refuses what cannot be", () => {
    expect(() => modelNamed('ingarch({"family":"normal"})')).toThrow(
      new InputError('ingarch: family needs to be poisson or negbin, got "normal"'),
    );
    expect(() => ingarch({ window: 2 })).toThrow(
      new InputError("ingarch: window needs a whole number of periods from 4, got 2"),
    );
  });
});
