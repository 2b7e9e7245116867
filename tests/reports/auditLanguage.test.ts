import { describe, expect, it } from "vitest";
import { auditLanguage, type Likelihood, type Report, type ReportClaim, type Verdict } from "../../src/index.js";
import { blank, claim } from "./cited.js";

const said = (kind: ReportClaim["kind"], word: string, some: Partial<ReportClaim> = {}): ReportClaim =>
  claim(`${kind} ${word}`, { kind, likelihood: { word }, ...some });
const vagueForecast = { lacks: ["deadline", "threshold"], reading: "none set", wouldTake: "a day" } as const;

function found(claims: readonly ReportClaim[], some: Partial<Report> = {}): (id: string) => Verdict | undefined {
  const all = auditLanguage({ ...blank, claims, ...some });
  expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  return (id) => all.find((one) => one.id === `language/${id}`);
}

describe("the audit of the first case's language", () => {
  const forecasts = [1, 2, 3, 4].map((i) =>
    said("forecast", "will likely", { id: `f${i}`, unscoreable: vagueForecast }),
  );
  const motives = [1, 2].map((i) => said("explanation", "likely", { id: `e${i}` }));
  const of = found([...forecasts, ...motives, claim("sign", { kind: "indicator" })]);

  it("counts likely six times, four to predict and two to explain", () => {
    expect(of("words")).toMatchObject({ verdict: "holds", n: 6 });
    expect(of("words")?.reading).toBe(
      '"likely" 6 times (2 explanations, 4 forecasts), 55 to 80% in ICD 203; 0 of 6 without a range',
    );
    expect(of("two-uses")).toMatchObject({ verdict: "fails", reading: '"likely": 2 explanations, 4 forecasts' });
    expect(of("rows")).toMatchObject({ verdict: "holds", n: 6 });
  });

  it("finds no deadline, threshold or source, one conditional indicator, and no level of confidence", () => {
    expect(of("forecasts")?.reading).toBe(
      "4 forecasts: 4 without a deadline, 4 without a threshold, 0 with a cause that nothing shows, 4 without a source",
    );
    expect(of("forecasts")).toMatchObject({ verdict: "fails", n: 4, matters: { weight: "high" } });
    expect(of("indicators")?.reading).toContain("1 conditional indicator: 1 without a deadline, 1 without a threshold");
    expect(of("confidence")).toMatchObject({
      ...{ verdict: "fails", n: 6, reading: "0 of 6 forecasts and explanations state a level of confidence" },
    });
    expect(of("certain")).toMatchObject({ verdict: "holds", n: 4 });
  });
});

describe("the audit of language", () => {
  it("tells words with a range from those without, and takes the publisher's own range first", () => {
    const own: Likelihood = { word: "may", range: [0.25, 0.5] };
    const of = found([said("forecast", "could"), said("forecast", "blue"), claim("o", { likelihood: own })]);
    expect(of("words")?.reading).toBe(
      '"could" once (1 forecast), possible, however unlikely: ICD 203 gives it no range; "blue" once (1 forecast), not a word of ICD 203; "may" once (1 observation), 25 to 50% by the publisher; 2 of 3 without a range',
    );
    expect(of("words")).toMatchObject({ verdict: "uncertain", matters: { weight: "medium" } });
    expect(of("rows")).toMatchObject({ verdict: "not scoreable", n: 0 });
    expect(found([said("forecast", "may")])("words")?.verdict).toBe("fails");
  });

  it("fails a report that mixes both rows of synonyms", () => {
    const of = found([said("forecast", "likely"), said("forecast", "will probably"), said("forecast", "may")]);
    expect(of("rows")).toMatchObject({ verdict: "fails", n: 2 });
    expect(of("rows")?.reading).toBe('of likelihood "likely"; of probability "probable"');
    expect(of("two-uses")).toBeUndefined();
  });

  it("takes a question in the report's own terms as a deadline and a threshold, one of ours not", () => {
    const question = (by: "report" | "us", of: string): Report["questions"][number] => ({
      ...{ id: `q-${of}`, claim: of, by, asks: "?", window: "recent", criterion: { type: "count", atLeast: 1 } },
      measured: [],
    });
    const claims = [said("forecast", "likely", { id: "set" }), said("forecast", "likely", { id: "ours", notes: [1] })];
    const of = found(claims, { questions: [question("report", "set"), question("us", "ours")] });
    expect(of("forecasts")).toMatchObject({ verdict: "uncertain", n: 2 });
    expect(of("forecasts")?.reading).toBe(
      "2 forecasts: 1 without a deadline, 1 without a threshold, 0 with a cause that nothing shows, 2 without a source",
    );
    expect(found(claims.slice(0, 1), { questions: [question("report", "set")] })("forecasts")?.verdict).toBe("holds");
  });

  it("takes what a claim is said to lack as all that it lacks", () => {
    const lacks = (...some: NonNullable<ReportClaim["unscoreable"]>["lacks"]): string =>
      found([said("forecast", "likely", { unscoreable: { lacks: some, reading: "", wouldTake: "" } })])("forecasts")
        ?.reading ?? "";
    expect(lacks("deadline")).toContain("1 without a deadline, 0 without a threshold, 0 with a cause");
    expect(lacks("observable cause")).toContain("0 without a deadline, 0 without a threshold, 1 with a cause");
  });

  it("names forecasts that carry no word, and levels of confidence where there are any", () => {
    const of = found([
      claim("bare", { kind: "forecast" }),
      said("forecast", "likely", { says: "it will fall, with moderate confidence" }),
    ]);
    expect(of("certain")?.reading).toBe("1 of 2 forecasts carries no word of likelihood: Claim bare");
    expect(of("confidence")).toMatchObject({ verdict: "uncertain", n: 2 });
  });

  it("is silent on a report of observations alone", () => {
    expect(auditLanguage({ ...blank, claims: [claim("seen")] })).toEqual([]);
  });
});
