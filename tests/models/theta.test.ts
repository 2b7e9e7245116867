import { describe, expect, it } from "vitest";
import { type History, mean, theta, variance } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { cycleOf } from "../../src/models/etsForm.js";
import { type ThetaFit, thetaExpected, thetaFit } from "../../src/models/thetaFit.js";
import { expectDigits } from "../close.js";
// R's forecast::thetaf; see ets.R beside it.
import reference from "../fixtures/ets.json" with { type: "json" };
// statsforecast's Theta at given smoothing; see theta.py beside it.
import given from "../fixtures/theta.json" with { type: "json" };

const series = new Map(
  reference.series.map(({ name, every, values }) => {
    const period = cycleOf(every === "month" ? "month" : every === "quarter" ? "quarter" : "year");
    return [name, { values, period }];
  }),
);
const seriesOf = (name: string) => series.get(name) ?? { values: [], period: 1 };

function historyOf(values: readonly number[]): History {
  const past = { values, exposure: values.map(() => 1) };
  return { ...past, start: "2012-01-01", every: "month", beside: [past], place: 0 };
}

/** The method's point forecasts, from the level where the counts end. */
const thetaAhead = (fit: ThetaFit, n: number, steps: number): number[] =>
  Array.from({ length: steps }, (_, h) => thetaExpected(fit, n)(fit.last, h));
const asked = (steps: number, draws = 1000) => ({
  exposure: Array.from({ length: steps }, () => 1),
  ...{ draws, uniform: random(1) },
});

describe.each(reference.thetas)("theta of $series", (theirs) => {
  const { values, period } = seriesOf(theirs.series);

  it("has R's seasons, drift and forecasts at R's own smoothing", () => {
    const fit = thetaFit(values, period, theirs);
    expect(fit.season).toBe(theirs.seasonal ? "multiplied" : "none");
    expectDigits(fit.drift, theirs.drift, 10);
    thetaAhead(fit, values.length, 6).forEach((one, h) => {
      expectDigits(one, theirs.ahead[h], 10);
    });
  });

  it("smooths at least as closely as R does", () => {
    const rest = values.map((one, t) => {
      const { seasons } = thetaFit(values, period, theirs);
      return seasons.length > 0 ? one / seasons[t % period] : one;
    });
    const { alpha, level } = thetaFit(values, period);
    let squares = 0;
    let at = level;
    for (const one of rest) {
      squares += (one - at) ** 2;
      at += alpha * (one - at);
    }
    expect(squares).toBeLessThanOrEqual(theirs.squares * (1 + 1e-9));
  });
});

it.each(given)("theta of $series is statsforecast's at alpha $alpha and first level $level", (theirs) => {
  const { values, period } = seriesOf(theirs.series);
  // Its level is of the line that bends twice as much: it begins lower by half of where the straight line begins.
  const level = theirs.level + (theirs.line + theirs.slope) / 2;
  const fit = thetaFit(values, period, { alpha: theirs.alpha, level });
  expect(fit.season).toBe(theirs.seasonal ? "multiplied" : "none");
  thetaAhead(fit, values.length, 6).forEach((one, h) => {
    expectDigits(one, theirs.ahead[h], 10);
  });
});

describe("theta", () => {
  it("adds its seasons where a count is 0", () => {
    const values = Array.from({ length: 72 }, (_, t) => (t % 12) * 4);
    const fit = thetaFit(values, 12);
    expect(fit.season).toBe("added");
    expect(fit.seasons.map((one) => Math.round(one))).toEqual([-22, -18, -14, -10, -6, -2, 2, 6, 10, 14, 18, 22]);
    thetaAhead(fit, 72, 12).forEach((one, h) => {
      expect(Math.abs(one - h * 4)).toBeLessThan(0.5);
    });
  });

  it("draws its paths about its point forecasts", () => {
    const { values } = seriesOf("deaths");
    const fit = theta().fit(historyOf(values));
    const points = thetaAhead(thetaFit(values, 12), values.length, 6);
    fit.ahead(asked(6, 4000)).forEach((says, h) => {
      expect(Math.abs(mean(says) / points[h] - 1)).toBeLessThan(0.02);
    });
  });

  it("of a count that never changed says that count", () => {
    const values = Array.from({ length: 30 }, () => 7);
    expect(thetaAhead(thetaFit(values, 12), 30, 2)).toEqual([7, 7]);
  });

  it("does not let what never moved wander off: far ahead it is as wide as next, and no event stays near none", () => {
    const next = theta().fit(historyOf(Array.from({ length: 60 }, () => 5)));
    const [first, ...rest] = next.ahead(asked(52, 4000));
    expect(variance(rest[50]) / variance(first)).toBeLessThan(1.2);
    const none = theta().fit(historyOf(Array.from({ length: 60 }, () => 0)));
    expect(mean(none.ahead(asked(52, 20_000))[51])).toBeLessThan(0.02);
  });
});
