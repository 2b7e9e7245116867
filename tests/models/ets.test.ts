import { describe, expect, it } from "vitest";
import { type Every, ets, type History, InputError } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { countOf } from "../../src/models/countOf.js";
import { countSpread } from "../../src/models/countSpread.js";
import { etsChoice } from "../../src/models/etsChoice.js";
import { fitForm } from "../../src/models/etsFit.js";
import { cycleOf, etsFormNamed, etsForms, etsSize } from "../../src/models/etsForm.js";
import { etsPath, isStable } from "../../src/models/etsPath.js";
import { etsProblem } from "../../src/models/etsProblem.js";
import { etsStarts, startAt } from "../../src/models/etsStart.js";
import { expectDigits } from "../close.js";
// R's forecast package; see ets.R beside it.
import reference from "../fixtures/ets.json" with { type: "json" };

const series = new Map(
  reference.series.map(({ name, every, values }) => {
    const period = cycleOf(every === "month" ? "month" : every === "quarter" ? "quarter" : "year");
    return [name, { values: Float64Array.from(values), period }];
  }),
);
const seriesOf = (name: string) => series.get(name) ?? { values: new Float64Array(0), period: 1 };

function historyOf(values: readonly number[], every: Every = "month"): History {
  const past = { values, exposure: values.map(() => 1) };
  return { ...past, start: "2012-01-01", every, beside: [past], place: 0 };
}

const asked = (steps: number, draws = 400) => ({
  exposure: Array.from({ length: steps }, () => 1),
  ...{ draws, uniform: random(1) },
});

describe.each(reference.fits)("$form of $series", (theirs) => {
  const { values, period } = seriesOf(theirs.series);
  const form = etsFormNamed(theirs.form);
  const at = { ...theirs, seasons: Float64Array.from(theirs.seasons) };

  it("has R's likelihood, forecasts and errors at R's own parameters and states", () => {
    const end = etsPath(values, form, at);
    expectDigits(-0.5 * end.height, theirs.loglik, 12);
    theirs.fitted.forEach((one, i) => {
      expectDigits(end.fitted[[0, 1, 6, values.length - 1][i]], one, 10);
    });
    const size = etsSize(form, period);
    expectDigits(Math.sqrt(end.squares / (values.length - size + 1)), theirs.sd, 10);
    expectDigits(end.height + (2 * size * values.length) / (values.length - size - 1), theirs.aicc, 12);
    let [told, phi] = [0, 1];
    theirs.ahead.forEach((one, h) => {
      phi *= at.phi;
      told += phi * end.slope;
      const season = form.season === "N" ? 0 : end.seasons[h % period];
      expectDigits(form.season === "M" ? (end.level + told) * season : end.level + told + season, one, 10);
    });
  });

  it("is fitted at least as well as by R, within the same bounds", () => {
    const fit = fitForm(values, form, period);
    expect(fit.height).toBeLessThanOrEqual(-2 * theirs.loglik + 1e-6 * Math.abs(theirs.loglik));
    expectDigits(etsPath(values, form, fit.at).height, fit.height, 10);
    const { alpha, beta, gamma, phi, seasons } = fit.at;
    expect(alpha >= 1e-4 && alpha <= 0.9999).toBe(true);
    if (form.trend !== "N") expect(beta >= 1e-4 && beta <= alpha).toBe(true);
    if (form.trend === "Ad") expect(phi >= 0.8 && phi <= 0.98).toBe(true);
    if (form.season === "N") return;
    expect(gamma >= 1e-4 && gamma <= 1 - alpha + 1e-12).toBe(true);
    expect(isStable(fit.at, period)).toBe(true);
    expect(seasons.reduce((sum, one) => sum + one, 0)).toBeCloseTo(form.season === "M" ? period : 0, 8);
  });
});

describe("the automatic form", () => {
  it.each(reference.chosen)("of $series is R's ($form), or has a lower AICc", ({ series, form, aicc }) => {
    const { values, period } = seriesOf(series);
    const chosen = etsChoice(values, period);
    if (chosen.form.name === form) expect(chosen.aicc).toBeLessThanOrEqual(aicc + 1e-5);
    else expect(chosen.aicc).toBeLessThan(aicc);
  });

  it.each(reference.series)("of $name is the one of the least AICc, fitted each from every beginning", ({ name }) => {
    const { values, period } = seriesOf(name);
    const isPositive = values.every((one) => one > 0);
    const all = etsForms
      .filter(({ error, season }) => (isPositive || error === "A") && (period > 1 || season === "N"))
      .map((form) => fitForm(values, form, period).aicc);
    expect(etsChoice(values, period).aicc).toBeLessThanOrEqual(Math.min(...all) + 0.01);
  });

  it("of counts with a 0 has no relative errors and no multiplied seasons", () => {
    const values = Array.from({ length: 60 }, (_, t) => (t % 12 === 3 ? 0 : 10 + 8 * (t % 12) + (t % 5)));
    const { parameters } = ets().fit(historyOf(values));
    expect([parameters["relativeErrors"], parameters["multipliedSeasons"]]).toEqual([0, 0]);
    expect(parameters["gamma"]).toBeGreaterThan(0);
  });
});

it.each(etsForms)("slopes of $name are those of its height", (form) => {
  const { values } = seriesOf("quarters");
  const problem = etsProblem(values, form, 4);
  const { size } = problem;
  const x = startAt(problem, values, form, etsStarts[0]);
  for (let i = 0; i < size; i++) x[i] *= 1 + 0.01 * i;
  const slope = new Float64Array(size);
  problem.normal(x, new Float64Array(size * size), slope);
  for (let i = 0; i < size; i++) {
    const moved = (by: number): number => problem.height(x.map((one, j) => (i === j ? one + by : one)));
    const by = 1e-5 * Math.max(1, Math.abs(x[i]));
    // The height is the logarithm of a sum of squares: its slope is twice J'r.
    expect(Math.abs((moved(by) - moved(-by)) / (2 * by) / 2 - slope[i])).toBeLessThan(1e-6 * (1 + Math.abs(slope[i])));
  }
});

describe("isStable", () => {
  const none = { level: 0, slope: 0, seasons: new Float64Array(0) };
  it("is false where R's admissible() says that forecasts blow up", () => {
    // forecast:::admissible(alpha, beta, gamma, phi, m): 1 for the first two, 0 for the others.
    expect(isStable({ alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 1, ...none }, 12)).toBe(true);
    expect(isStable({ alpha: 0.5, beta: 0.05, gamma: 0.4, phi: 0.9, ...none }, 4)).toBe(true);
    expect(isStable({ alpha: 1.5, beta: 1.4, gamma: 0.2, phi: 1, ...none }, 12)).toBe(false);
    expect(isStable({ alpha: 0.3, beta: 0.1, gamma: 1.8, phi: 1, ...none }, 4)).toBe(false);
  });
});

describe("counts about a forecast", () => {
  it("have the size that made them", () => {
    const uniform = random(3);
    const forecasts = Array.from({ length: 400 }, (_, t) => 20 + 10 * Math.sin(t));
    const sizes = Array.from({ length: 40 }, () => {
      const values = forecasts.map((one) => countOf(one, 1 / 3, uniform));
      return countSpread(values, forecasts, 0).size;
    });
    // About 36 of the counts weigh: an error of a quarter in each, of a 25th in the mean, and a little upwards.
    const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
    expect(mean).toBeGreaterThan(2.7);
    expect(mean).toBeLessThan(3.8);
  });

  it("are as good as Poisson where they vary less than that", () => {
    expect(countSpread([5, 5, 5, 5, 5, 5], [5, 5, 5, 5, 5, 5], 0).size).toBeGreaterThan(1e5);
  });

  it("may be above 0 even where the forecast is not", () => {
    const fitted = ets("ANN").fit(historyOf(Array.from({ length: 50 }, () => 0)));
    const [says] = fitted.ahead(asked(1, 20_000));
    expect(says.family).toBe("draws");
    if (says.family !== "draws") return;
    const share = says.values.filter((one) => one > 0).length / 20_000;
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.02);
  });
});

describe("ets", () => {
  it("goes on from what a path has come to, so that its spread grows with the step", () => {
    const values = Array.from({ length: 100 }, (_, t) => 30 + 25 * Math.sign(Math.sin(t / 9)) + (t % 4));
    const says = ets("ANN").fit(historyOf(values)).ahead(asked(6, 4000));
    const spread = says.map((one) => {
      if (one.family !== "draws") return Number.NaN;
      const mean = one.values.reduce((sum, y) => sum + y, 0) / one.values.length;
      return Math.sqrt(one.values.reduce((sum, y) => sum + (y - mean) ** 2, 0) / one.values.length);
    });
    expect(spread[5]).toBeGreaterThan(1.5 * spread[0]);
  });

  it("says the likelihood of the Gaussian density, constants and all", () => {
    const values = [3, 8, 4, 6, 9, 5, 7, 7, 4, 6];
    const { parameters, logLikelihood = Number.NaN } = ets("ANN").fit(historyOf(values, "year"));
    const none = { beta: 0, gamma: 0, phi: 0, slope: 0, seasons: new Float64Array(0) };
    const at = { alpha: parameters["alpha"], level: parameters["level"], ...none };
    const { fitted, squares } = etsPath(values, etsFormNamed("ANN"), at);
    const variance = squares / 10;
    let sum = 0;
    for (let t = 0; t < 10; t++)
      sum -= 0.5 * (Math.log(2 * Math.PI * variance) + (values[t] - fitted[t]) ** 2 / variance);
    expectDigits(logLikelihood, sum, 12);
  });

  it("of a count that never changed forecasts that count, and has no likelihood", () => {
    const fit = ets().fit(historyOf(Array.from({ length: 40 }, () => 6)));
    expect(fit.logLikelihood).toBeUndefined();
    expect(fit.parameters["level"]).toBe(6);
    expect(fit.parameters["sd"]).toBe(0);
  });

  it("carries counts of 1e9", () => {
    const values = Array.from({ length: 60 }, (_, t) => 1e9 + 1e7 * ((t * 7) % 12));
    const says = ets().fit(historyOf(values)).ahead(asked(2));
    for (const one of says) {
      if (one.family !== "draws") continue;
      const mean = one.values.reduce((sum, y) => sum + y, 0) / one.values.length;
      expect(Math.abs(mean / 1.05e9 - 1)).toBeLessThan(0.1);
    }
  });

  it("refuses what cannot be", () => {
    expect(() => ets("AMN")).toThrow(
      new InputError(
        'ets: form needs to be one of ANN, AAN, AAdN, ANA, AAA, AAdA, MNN, MAN, MAdN, MNA, MAA, MAdA, MNM, MAM, MAdM, got "AMN"',
      ),
    );
    const counts = Array.from({ length: 60 }, (_, t) => 1 + (t % 5));
    expect(() => ets("ANA").fit(historyOf(counts, "week"))).toThrow(
      new InputError("ets: ANA needs seasons of 2 to 24 periods, got 52"),
    );
    expect(() => ets("MNN").fit(historyOf([1, 2, 0, 4, 5, 6, 7, 8]))).toThrow(
      new InputError("ets: MNN needs counts above 0, got 0 (period 3)"),
    );
  });
});
