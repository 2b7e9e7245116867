import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { resolveCase } from "../../src/cli/resolveCase.js";
import { InputError, type Report } from "../../src/index.js";
import { madeUpCase } from "../reports/cases.js";
import { temporary } from "./madeUp.js";

const change = (report: Report): Report => ({
  ...report,
  claims: report.claims.map((one) => (one.id === "king" ? { ...one, likelihood: { word: "likely" } } : one)),
  questions: [
    {
      ...{ id: "calm", claim: "king", by: "us", asks: "fewer raids in autumn than in summer?", window: "autumn" },
      criterion: { type: "ratio", against: "summer", below: 1 },
      measured: [{ on: "wire", label: "coast", where: { zone: "coast" } }],
    },
  ],
});
let opened: Case;
beforeAll(async () => {
  opened = await madeUpCase(temporary(), { change });
});

describe("resolving the questions of a case", () => {
  it("answers as of the newest data, beside earlier years, and scores the word", async () => {
    const { asOf, resolutions, baseRates, scores, verdicts } = await resolveCase(opened, { level: 0.95, seed: 1 });
    expect(asOf).toBe("2020-11-01");
    const own = resolutions.filter((one) => one.question === "calm");
    // 25 raids in 2 months against 76 in 3.
    expect(own.map(({ n, counts, observed }) => [n, counts, observed?.toFixed(6)])).toEqual([
      [101, [76, 25], "0.493421"],
    ]);
    expect(verdicts.find((one) => one.claim === "king")?.id).toBe("calm/wire/coast");
    expect(baseRates.length).toBeGreaterThan(0);
    for (const { word, range } of scores) expect([word, range]).toEqual(["likely", [0.55, 0.8]]);
  });

  it("knows no answer before the window is over", async () => {
    const { resolutions } = await resolveCase(opened, { level: 0.95, seed: 1, asOf: "2020-09-15" });
    expect(resolutions.filter((one) => one.outcome !== undefined)).toEqual([]);
  });

  it("is the same twice", async () => {
    const [one, other] = [
      await resolveCase(opened, { level: 0.95, seed: 1 }),
      await resolveCase(opened, { level: 0.95, seed: 1 }),
    ];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it("refuses a level that is none", async () => {
    await expect(resolveCase(opened, { level: 1.5, seed: 1 })).rejects.toThrow(InputError);
  });
});
