import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { quantileResidual } from "../../src/inference/quantileResidual.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/interrupted.json" with { type: "json" };

const law = "1983-02-01";
const petrol = known.months.find(({ name }) => name === "petrol")?.values ?? [];

const terms: Readonly<Record<string, hc.Term>> = {
  trend: { trend: true },
  harmonics: { harmonics: 2 },
  step: { step: law },
  ramp: { ramp: law },
  pulse: { pulse: { since: "1974-01-01", until: "1974-04-01" } },
  petrol: { column: "petrol", values: petrol.slice(0, 192) },
  "seat x step": { interaction: [{ by: "seat" }, { step: law }] },
  "Eth x Sex": { interaction: [{ by: "Eth" }, { by: "Sex" }] },
};
const termsOf = (names: readonly string[]): hc.Term[] => names.map((name) => terms[name] ?? { by: name });

function monthly(name: string, key: hc.Key = {}): hc.Series {
  const values = known.months.find((one) => one.name === name)?.values ?? [];
  const periods = hc.periodsIn({ since: "1969-01-01", until: "1985-01-01" }, "month");
  const exposure = periods.map((since, i) => hc.daysIn({ since, until: periods[i + 1] ?? "1985-01-01" }));
  const recipe = { where: [], by: Object.keys(key), every: "month" as const, measure: "events" as const };
  return { key, recipe, from: "seatbelts", start: "1969-01-01", values, exposure };
}

/** Rows without dates as series of as many periods as they have a key's rows, in their order. */
function keyed(rows: readonly ({ y: number; exposure: number } & hc.Key)[]): hc.Panel {
  const groups = new Map<string, { key: hc.Key; values: number[]; exposure: number[] }>();
  for (const { y, exposure, ...key } of rows) {
    const group = groups.get(JSON.stringify(key)) ?? { key: key as unknown as hc.Key, values: [], exposure: [] };
    groups.set(JSON.stringify(key), group);
    group.values.push(y);
    group.exposure.push(exposure);
  }
  return [...groups.values()].map((group) => ({ ...monthly("front"), ...group }));
}

type Rows = Parameters<typeof keyed>[0];
const panels: Readonly<Record<string, hc.Panel>> = {
  seats: [monthly("front", { seat: "front" }), monthly("rear", { seat: "rear" })],
  quine: keyed(known.pupils as unknown as Rows),
  ships: keyed(known.hulls as unknown as Rows),
};
const panelOf = (name: string): hc.Panel => panels[name] ?? [monthly(name)];

const cases = [...known.seatbelts, ...known.seats, ...known.quine, ...known.ships];
const optionsOf = (one: { family: string; terms: readonly string[] }, errors: hc.ErrorKind = "model") => ({
  ...{ family: one.family as hc.CountFamily, terms: termsOf(one.terms), errors, level: 0.95 },
});
const fits = cases.map((one) => hc.regress(panelOf(one.name), optionsOf(one)));

/** Two numbers alike to so many digits of the scale, where they may lie near 0. */
function expectClose(got: number, expected: number, scale: number, digits: number, what: unknown): void {
  const error = Math.abs(got - expected) / scale;
  if (!(error <= 10 ** -digits)) expect.fail(`got ${got}, expected ${expected} ${JSON.stringify(what)}`);
}

// Every expected value is from R 4.2.2 with MASS and sandwich (tests/fixtures/interrupted.R).
describe("regression of counts to the digits of R", () => {
  it.each(cases.map((one, i) => ({ ...one, i })))("$name by $family: $terms", ({ i, ...one }) => {
    const found = fits[i];
    const place = [one.name, one.family, one.terms];
    expect(found.coefficients.length).toBe(one.estimate.length);
    // R puts interactions and terms in the order of the formula, which is ours
    one.estimate.forEach((estimate, j) => {
      const mine = found.coefficients[j];
      const what = [...place, mine.name];
      expectClose(mine.estimate, estimate, one.error[j], 9, what);
      expectDigits(mine.error, one.error[j], 8, what);
      expectClose(mine.statistic, estimate / one.error[j], 1, 8, what);
      expectDigits(mine.p, one.p[j], one.p[j] < 1e-20 ? 6 : 8, what);
      expectDigits(mine.interval[0], one.low[j], 8, what);
      expectDigits(mine.interval[1] ?? Infinity, one.high[j], 8, what);
    });
    for (const name of ["phi", "deviance", "nullDeviance", "pearson", "df"] as const)
      expectDigits(found[name], one[name], 8, [...place, name]);
    for (const name of ["logLikelihood", "aic", "bic"] as const) {
      const expected = one[name];
      if (expected === null) expect(found[name]).toBeUndefined();
      else expectDigits(found[name] ?? Number.NaN, expected, 9, [...place, name]);
    }
    for (const name of ["theta", "thetaError"] as const) {
      const expected = one[name];
      if (expected === null || expected === undefined) expect(found[name]).toBeNull();
      else expectDigits(found[name] ?? Number.NaN, expected, 8, [...place, name]);
    }
  });

  it("finds the published fall of front passengers killed or hurt once belts were compulsory: 30%", () => {
    // Harvey & Durbin (1986) Journal of the Royal Statistical Society A 149, 187-227, by a level that drifts; here by one level
    // for the six years before, since a straight line from 1969 on is not one.
    const whole = monthly("front");
    const later = { start: "1977-01-01", values: whole.values.slice(96), exposure: whole.exposure.slice(96) };
    const options = { family: "negbin", terms: [{ harmonics: 2 }, { step: law }], level: 0.95 } as const;
    const { ratio, interval } = hc.regress([{ ...whole, ...later }], options).coefficients[5];
    expect(ratio.toFixed(2)).toBe("0.71");
    expect(interval[0]).toBeLessThan(0.7);
    expect(interval[1]).toBeGreaterThan(0.7);
  });

  it("gives errors that are robust to spread (HC0 to HC3) and to neighbours (Newey and West)", () => {
    for (const one of cases) {
      // one month alone decides a pulse of one month, but this one has three
      for (const kind of ["HC0", "HC1", "HC2", "HC3"] as const) {
        const found = hc.regress(panelOf(one.name), optionsOf(one, kind));
        one[kind].forEach((error, j) => {
          expectDigits(found.coefficients[j].error, error, 8, [one.name, one.family, kind, j]);
        });
      }
      if (one.lag === 0) continue;
      const found = hc.regress(panelOf(one.name), optionsOf(one, { neweyWest: one.lag }));
      one.neweyWest.forEach((error, j) => {
        expectDigits(found.coefficients[j].error, error, 8, [one.name, one.family, one.lag, j]);
      });
    }
  });

  it("gives deviance and Pearson residuals", () => {
    cases.forEach((one, i) => {
      const deviances = hc.residuals(fits[i], { kind: "deviance" });
      const pearsons = hc.residuals(fits[i], { kind: "pearson" });
      one.devianceResiduals.forEach((expected, row) => {
        // R's own deviance loses digits where a count is as expected
        expectClose(deviances[row].residual, expected, 1, 7, [one.name, one.family, row]);
        expectClose(pearsons[row].residual, one.pearsonResiduals[row], 1, 9, [one.name, one.family, row]);
      });
    });
  });

  it("gives the likelihood ratio, and F for quasi-Poisson", () => {
    cases.forEach((one, i) => {
      const smaller = hc.regress(panelOf(one.name), optionsOf({ ...one, terms: one.less }));
      const found = hc.likelihoodRatio(smaller, fits[i]);
      expectClose(found.statistic ?? Number.NaN, one.statistic, Math.max(one.statistic, 1), 8, [one.name, one.family]);
      expectDigits(found.p ?? Number.NaN, one.pNested, 7, [one.name, one.family, one.terms]);
    });
  });

  it("gives the mean of months to come and its interval", () => {
    const periods = hc.periodsIn({ since: "1985-01-01", until: "1986-01-01" }, "month");
    cases.forEach((one, i) => {
      if (!("ahead" in one) || one.ahead === null) return;
      const columns = { petrol: petrol.slice(192) };
      const rows = hc.predict(fits[i], { ahead: 12, columns, level: 0.95, draws: 200, seed: 1 });
      expect(rows.map(({ period }) => period)).toEqual(periods);
      rows.forEach(({ mean, meanInterval }, t) => {
        expectDigits(mean, one.ahead.mean[t], 8, [one.name, one.family, t]);
        expectDigits(meanInterval[0], one.ahead.low[t], 8, [one.name, one.family, t]);
        expectDigits(meanInterval[1] ?? Infinity, one.ahead.high[t], 8, [one.name, one.family, t]);
      });
    });
  });

  it("gives quantile residuals at a fixed uniform number", () => {
    for (const { y, mean, theta, uniform, z } of known.quantiles)
      expectClose(quantileResidual(y, { mean, theta: theta ?? Infinity }, uniform), z, Math.max(1, Math.abs(z)), 10, [
        y,
        mean,
        theta,
        uniform,
      ]);
  });
});
