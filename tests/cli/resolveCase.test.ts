import { describe, expect, it } from "vitest";
import { resolveCase } from "../../src/cli/resolveCase.js";
import { madeUpCase, shippedCase } from "../reports/cases.js";
import { temporary } from "./madeUp.js";

const folder = temporary();
const options = { level: 0.95, seed: 1 };

describe("a report's questions, answered and scored", () => {
  it("leaves a word without a range unscored, says so, and answers all the same", async () => {
    const measured = [{ on: "wire", label: "all", where: { zone: "coast" } }];
    const criterion = { type: "ratio", against: "spring", above: 1 } as const;
    const found = await resolveCase(
      await madeUpCase(folder, {
        change: (report) => ({
          ...report,
          claims: report.claims.map((one) => (one.id === "lasts" ? { ...one, likelihood: { word: "will" } } : one)),
          questions: [{ id: "q", claim: "lasts", by: "us", asks: "more?", window: "autumn", criterion, measured }],
        }),
      }),
      options,
    );
    expect(found.scores).toEqual([]);
    expect(found.verdicts.map((one) => one.reading).join("")).toMatch(
      /"will" stands for no range of probability, so nothing is scored$/,
    );
  });

  it("gives deaths the spread of earlier years: ten even months say too little", async () => {
    const { verdicts } = await resolveCase(await shippedCase(folder), options);
    const deaths = verdicts.find((one) => one.claim === "fail-to-protect" && one.n > 0);
    // By hand: Pearson's chi-square of deaths in central Mali, August to November and January to June, from 2018 to 2024,
    // each stretch about its own mean, is 30.625 on 48 degrees of freedom; the months of 2023 and 2024 alone have 1.01.
    expect(deaths?.verdict).toBe("uncertain");
    expect(deaths?.reading).toContain("a variance 30.6 times the mean");
    expect(deaths?.estimate?.toFixed(3)).toBe("1.293");
    expect(deaths?.interval?.map((end) => end?.toFixed(2))).toEqual(["0.74", "2.25"]);
  });
});
