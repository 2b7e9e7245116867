import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { segmentCost } from "../../src/inference/segmentCost.js";
import { pelt } from "../../src/math/pelt.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/change.json" with { type: "json" };
import bayes from "../fixtures/changeBayes.json" with { type: "json" };
import { yearly } from "./yearly.js";

const one = hc.changePoint({ cost: "poisson" });
const published = (name: string): (typeof known.published)[number] => {
  const found = known.published.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

// From R 4.2.2 (tests/fixtures/change.R): optimal partitioning and sums over every way in which the events may fall.
describe("changes to ten digits of R", () => {
  it("cuts where trying every place for every end cuts, at the same cost", () => {
    for (const { kind, values, exposure, penalty, minimum, spread, cuts, value } of known.pelt) {
      const cost = segmentCost({ values, exposure }, kind as hc.CostKind, spread ?? undefined);
      const { length } = values;
      const found = pelt(cost.costOf, { length, penalty, minimum, slack: 0 });
      expect(found.cuts, `${kind} ${values}`).toEqual(cuts);
      // Equal exposures are left out of the tabled cost: they change every way of cutting alike.
      const isTabled = kind === "poisson" && exposure.every((each) => each === exposure[0]);
      const total = values.reduce((sum, each) => sum + each, 0);
      const rest = isTabled ? 2 * total * Math.log(exposure[0]) : 0;
      expectDigits(found.cost + rest, value, 10, values);
    }
  });

  it("gives the p-value of one change, and of windows to the end", () => {
    for (const { values, exposure, statistic, p, up, down, since } of known.change) {
      const stretch = { values, exposure };
      const found = one.test(stretch, 0.95);
      expectDigits(found.statistic ?? Number.NaN, statistic, 10, values);
      expectDigits(found.p ?? Number.NaN, p, 10, values);
      const scanned = (direction: hc.Direction, from?: hc.Day): number | undefined => {
        const scan = hc.scan({
          form: "until the end",
          direction,
          null: "poisson",
          ...(from !== undefined && { since: from }),
        });
        return hc.test(yearly(values, exposure), [scan], { level: 0.95 })[0].p;
      };
      expectDigits(scanned("up") ?? Number.NaN, up, 10, values);
      expectDigits(scanned("down") ?? Number.NaN, down, 10, values);
      if (values.length > 2) expectDigits(scanned("down", "1853-01-01") ?? Number.NaN, since, 10, values);
    }
  });

  it("gives the p-value of each place, given the events on either side", () => {
    for (const { values, exposure, places } of known.change) {
      const [found] = hc.changePlaces(yearly(values, exposure), { level: 0.95, prior: "overall" });
      found.places.forEach(({ p, inSet }, t) => {
        expectDigits(p, places[t], 10, [values, t]);
        expect(inSet).toBe(places[t] >= 1 - 0.95);
      });
    }
  });

  it("keeps the digits of a p far out, and of a million events", () => {
    for (const { values, statistic, logp } of known.two) {
      const found = one.test({ values, exposure: [1, 1] }, 0.95);
      expectDigits(found.statistic ?? Number.NaN, statistic, 9, values);
      if (logp < -700) expect(found.reading).toContain("p < 1e-300");
      else expectDigits(found.p ?? Number.NaN, Math.exp(logp), 10, values);
    }
  });

  it("gives the log Bayes factor and the posterior of the places", () => {
    for (const { values, exposure, shape, rate, logBayesFactor, probability } of bayes.bayes) {
      const options = { level: 0.95, prior: { shape, rate }, seed: 1, draws: 9 };
      const [found] = hc.changePlaces(yearly(values, exposure), options);
      const error = Math.abs(found.logBayesFactor - logBayesFactor);
      expect(error, `${values}`).toBeLessThan(1e-10 * Math.max(1, Math.abs(logBayesFactor)));
      found.places.forEach((place, t) => {
        expectDigits(place.probability, probability[t], 9, [values, t]);
      });
    }
  });
});

describe("the published examples", () => {
  it("find the Nile's fall after 1898", () => {
    const nile = published("Nile");
    const panel = yearly(nile.values, undefined, "1871-01-01");
    const test = hc.changePoint({ cost: "normal", seed: 1, draws: 199 });
    const [found] = hc.test(panel, [test], { level: 0.95 });
    expect(found.at).toBe(`${1871 + nile.at}-01-01`);
    expectDigits(found.estimate ?? Number.NaN, nile.difference, 12);
    // The means on either side that strucchange's page prints: 1097.75 and 849.972. (Its interval for the break, 1895 to 1902,
    // is of least squares; changePlaces() is for counts and is not asked of a river's flow.)
    expect(found.estimate?.toFixed(2)).toBe((849.9722 - 1097.75).toFixed(2));
    // Chow's F at the place, of strucchange, is that of the share of variation explained.
    const share = nile.f / (nile.f + 98);
    expectDigits(found.statistic ?? Number.NaN, -50 * Math.log(1 - share), 10);
    expect(found.p).toBe(1 / 200);
    const [cut] = hc.segment(panel, { cost: "normal", penalty: "bic", minimum: 1, level: 0.95 });
    expect(cut.segments.map((each) => each.since)).toEqual(["1871-01-01", "1899-01-01"]);
  });

  it("find the fall of coal-mining disasters about 1891, beyond any doubt", () => {
    const coal = published("coal");
    const panel = yearly(coal.values, undefined, "1851-01-01");
    const [found] = hc.test(panel, [one], { level: 0.95 });
    expect(found.at).toBe(`${1851 + coal.at}-01-01`);
    expectDigits(found.statistic ?? Number.NaN, coal.f, 12);
    // Raftery & Akman (1986), Carlin, Gelfand & Smith (1992) Applied Statistics 41, 389-405: likeliest after 41 years, about
    // 3.1 disasters a year before and 0.9 after.
    const [cut] = hc.segment(panel, { cost: "poisson", penalty: 20, minimum: 1, level: 0.95 });
    expect(cut.segments.map(({ periods, rate }) => [periods, rate.toFixed(1)])).toEqual([
      [41, "3.1"],
      [71, "0.9"],
    ]);
    const [places] = hc.changePlaces(panel, { level: 0.95, prior: "overall" });
    expect(places.reading).toBe(
      "191 events in 112 periods: one change explains them e^29.4 times as well as none; if there was one, likeliest from 1892-01-01 on (24%), the 95% set holds 10 places from 1887-01-01 to 1897-01-01",
    );
  });

  it("find the fall of great discoveries", () => {
    const { values, at, f } = published("discoveries");
    const [found] = hc.test(yearly(values, undefined, "1860-01-01"), [one], { level: 0.95 });
    expect(found.at).toBe(`${1860 + at}-01-01`);
    expectDigits(found.statistic ?? Number.NaN, f, 12);
  });
});
