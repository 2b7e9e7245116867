import { describe, expect, it } from "vitest";
import type { Figure, Verdict } from "../../src/index.js";
import { auditSpread } from "../../src/reports/auditSpread.js";
import { figure, printedReport } from "./central.js";

const windows = {
  months: { since: "2020-01-01", until: "2020-05-01", label: "four months" },
  weeks: { since: "2020-01-06", until: "2020-02-03", label: "four weeks" },
  broken: { since: "2020-01-06", until: "2020-02-02", label: "not four weeks" },
};

function audited(...figures: readonly Figure[]): Verdict[] {
  return auditSpread(printedReport({ windows, figures }));
}

describe("the audit of standard deviations", () => {
  it("finds counts with the mean and the deviation, by the month or the week", () => {
    const [months] = audited(figure("a", "2.5", "months", { sd: "1.29" }));
    expect(months).toMatchObject({ id: "spread/a", verdict: "holds", n: 4 });
    expect(months.reading).toBe("2.5 and 1.29 over 4 months can be: such as 4, 3, 2, 1 a month");
    expect(months.couldFail).toMatch(/^yes: \d+ of 101 standard deviations about it pass \(\d+%\)$/);
    const [weeks] = audited(figure("a", "2.5", "weeks", { sd: "1.29", per: "week" }));
    expect(weeks.reading).toBe("2.5 and 1.29 over 4 weeks can be: such as 4, 3, 2, 1 a week");
  });

  it("says which test a mean and a deviation fail", () => {
    const [found] = audited(figure("a", "2.5", "months", { sd: "1.30" }));
    expect(found).toMatchObject({ verdict: "fails", matters: { weight: "medium" } });
    expect(found.reading).toBe("2.5 and 1.30 over 4 months cannot both be: it fails the test of the sum of squares");
    expect(audited(figure("a", "2.6", "months", { sd: "1" }))[0].reading).toMatch(/fails the test of the mean itself$/);
  });

  it("takes a deviation divided by n as well, and says so", () => {
    const [found] = audited(figure("a", "2.5", "months", { sd: "1.12" }));
    expect(found.reading).toBe(
      "2.5 and 1.12 over 4 months can be, only divided by n and not by n - 1: such as 4, 3, 2, 1 a month",
    );
  });

  it("holds a share's deviation to what the share makes it", () => {
    const whole = figure("whole", "16", "months", { what: "count" });
    const of = (sd: string): Verdict =>
      audited(whole, figure("a", "69", "months", { what: "share", sd, whole: "whole" }))[0];
    expect(of("0.48")).toMatchObject({ verdict: "holds", n: 16, reading: "11 of 16 has that standard deviation" });
    expect(of("48").verdict).toBe("holds");
    expect(of("0.35")).toMatchObject({ verdict: "fails" });
    expect(of("0.48").couldFail).toBe("yes: 1 standard deviation of 101 about it would pass");
  });

  it("does not judge broken windows, unknown wholes, or figures without a deviation", () => {
    expect(
      audited(
        figure("a", "2.5", "broken", { sd: "1.29", per: "week" }),
        figure("b", "69", "months", { what: "share", sd: "0.48" }),
        figure("c", "2.5", "months"),
      ),
    ).toEqual([]);
  });
});
