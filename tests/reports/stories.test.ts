import { describe, expect, it } from "vitest";
import type { Effect, Report } from "../../src/index.js";
import { type StoryEffect, storiesOf } from "../../src/reports/stories.js";

const covariates: Report["covariates"] = {
  flood: {
    ...{ label: "Water", profile: [0.8, 0.4, 0, 0, 0, 0, 0.1, 0.3, 0.6, 0.9, 1, 1], begins: 7 },
    ...{ heights: { "2018": 1.1, "2019": 0.9 }, sources: ["gauge"], note: "made up" },
  },
};

function effectOf(
  some: Partial<Effect>,
  { every = "month", back = 0 }: { every?: Report["every"]; back?: number } = {},
): StoryEffect {
  const supposes = [{ name: "x", zones: ["coast"], size: { median: 0.5, sd: 0.4 }, ...some }];
  const report = { every, covariates, hypotheses: [{ id: "h", label: "h", by: "us", says: "so", supposes }] };
  return storiesOf(report as unknown as Report, back)[0].effects[0];
}

const courses = (effect: StoryEffect, periods: readonly string[], end = "never"): readonly number[] =>
  periods.map((period) => effect.courseIn(period, end));

describe("the course of an effect", () => {
  it("is 1 from its day on, whatever the end, unless it lasts until the end", () => {
    const periods = ["2020-04-01", "2020-05-01", "2020-06-01", "2020-07-01"];
    expect(courses(effectOf({ since: "2020-05-01" }), periods, "2020-06-01")).toEqual([0, 1, 1, 1]);
    const lasting = effectOf({ since: "2020-05-01", lasts: "until the end" });
    expect(courses(lasting, periods, "2020-07-01")).toEqual([0, 1, 1, 0]);
    expect(courses(lasting, periods)).toEqual([0, 1, 1, 1]);
  });

  it("is the season's value of the month, every year", () => {
    const season = [0, 0, 0, 0, 0, 0, 0, 1, 0.5, 1, 1, 0];
    expect(courses(effectOf({ season }), ["2018-08-01", "2020-09-01", "2020-12-01"])).toEqual([1, 0.5, 0]);
  });

  it("is the covariate's profile times the height of the year that began, 1 where there is none", () => {
    const found = courses(effectOf({ covariate: "flood" }), ["2018-11-01", "2019-01-01", "2019-07-01", "2020-11-01"]);
    expect(found).toEqual([1.1, 0.8 * 1.1, 0.1 * 0.9, 1]);
  });

  it("is the product of all that is given", () => {
    const season = Array.from({ length: 12 }, () => 0.5);
    const both = effectOf({ since: "2019-01-01", season, covariate: "flood" });
    expect(courses(both, ["2018-12-01", "2019-01-01"])).toEqual([0, 0.5 * 0.8 * 1.1]);
  });

  it("takes a week for the month of its Thursday", () => {
    const season = [1, ...Array.from({ length: 11 }, () => 0)];
    // Monday 30 December 2019 begins the first week of 2020; Monday 27 January 2020 has its Thursday on the 30th
    const found = courses(effectOf({ season }, { every: "week" }), [
      "2019-12-23",
      "2019-12-30",
      "2020-01-27",
      "2020-02-03",
    ]);
    expect(found).toEqual([0, 1, 1, 0]);
  });

  it("asked of earlier years has its dates moved back, by years or by 52 weeks, and its seasons where they were", () => {
    const found = effectOf({ since: "2020-05-01", covariate: "flood" }, { back: 2 });
    expect(courses(found, ["2018-04-01", "2018-11-01"])).toEqual([0, 1.1]);
    const weekly = effectOf({ since: "2020-05-04" }, { every: "week", back: 1 });
    expect(courses(weekly, ["2019-04-29", "2019-05-06"])).toEqual([0, 1]);
  });
});
