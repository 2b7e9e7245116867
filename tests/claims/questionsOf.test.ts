import { describe, expect, it } from "vitest";
import { questionsOf, type ReportQuestion } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "../reports/cases.js";
import { fault } from "../store/trial.js";

const folder = temporary();
const measured = [{ on: "wire", label: "raids", where: { zone: "coast" } }];
const question: ReportQuestion = {
  ...{ id: "lasts", claim: "lasts", by: "us", asks: "more in autumn than in spring?", window: "autumn", measured },
  criterion: { type: "ratio", against: "spring", above: 1 },
};

describe("questionsOf", () => {
  it("puts the days of the windows in the place of their names, and the report's periods", async () => {
    const { report } = await madeUpCase(folder, { change: (one) => ({ ...one, questions: [question] }) });
    expect(questionsOf(report)).toEqual([
      {
        ...{ id: "lasts", claim: "lasts", by: "us", asks: "more in autumn than in spring?", every: "month", measured },
        ...{ since: "2020-08-01", until: "2020-10-01" },
        criterion: { type: "ratio", against: { since: "2020-01-01", until: "2020-05-01" }, above: 1 },
      },
    ]);
  });

  it("refuses a window that the report does not have", async () => {
    const { report } = await madeUpCase(folder);
    for (const bad of [{ window: "winter" }, { criterion: { type: "ratio", above: 1, against: "winter" } }] as const)
      expect(() => questionsOf({ ...report, questions: [{ ...question, ...bad }] })).toThrow(
        fault("DataError", 'questionsOf: ruritania-2020 has no window "winter" (question lasts)'),
      );
  });
});
