import { describe, expect, it } from "vitest";
import type { Figure, Verdict } from "../../src/index.js";
import { auditPercents } from "../../src/reports/auditPercents.js";
import { central, figure, printedReport } from "./central.js";

function audited(figures: readonly Figure[]): Verdict[] {
  const windows = { w: { since: "2020-01-01", until: "2020-02-01", label: "January" } };
  return auditPercents(printedReport({ windows, figures }));
}
const share = (id: string, printed: string, some: Partial<Figure> = {}): Figure =>
  figure(id, printed, "w", { what: "share", ...some });
const whole = (printed: string, some: Partial<Figure> = {}): Figure =>
  figure("whole", printed, "w", { what: "count", ...some });

describe("the audit of percentages", () => {
  it("finds the counts of a printed whole, and what the rounding must have been", () => {
    const found = auditPercents(central).find((one) => one.id === "percents/attacks/attacks");
    expect(found).toMatchObject({ verdict: "holds", n: 16 });
    // 10 of 16 is 62.5%, which is printed as 62 and not as 63.
    expect(found?.reading).toBe("11, 10 of 16; only if rounded half even or half down");
    expect(found?.couldFail).toBe("yes: 21% of percentages printed so finely are possible of 16");
  });

  it("finds that 69% and 64% are of no whole of four to six a week in July, but for the hedge", () => {
    const found = auditPercents(central).find((one) => one.id === "percents/july/pace-july");
    expect(found?.verdict).toBe("uncertain");
    // 3.5 to 6.5 a week in 31 days are 16 to 28 events.
    expect(found?.says).toBe("roughly 69%, 64% of a whole of 16 to 28 (July 2023)");
    expect(found?.reading).toBe(
      "only with the hedge: 22 is the smallest whole (15, 14 of 22); 3 wholes can print so: 22, 25, 28",
    );
  });

  it("lists the wholes that several percentages of one unknown whole can have", () => {
    const found = auditPercents(central).find((one) => one.id === "percents/autumn");
    expect(found?.reading).toMatch(
      /^12 is the smallest whole \(7, 7 of 12\); 51 wholes of the wholes up to 100 can print so: 12, 19, 24, 26, 31, 33, 36, 38 and more$/,
    );
    expect(found?.couldFail).toBe("no: of so large or so vague a whole every percentage is possible");
  });

  it("fails what no count of the whole prints", () => {
    const [found] = audited([whole("7"), share("a", "50", { whole: "whole" })]);
    expect(found).toMatchObject({ verdict: "fails", n: 7, reading: "no count out of 7 prints so" });
    expect(found.matters?.weight).toBe("medium");
    const [range] = audited([whole("5", { to: "7" }), share("a", "99", { whole: "whole" })]);
    expect(range.reading).toBe("no whole among a whole of 5 to 7 prints so");
  });

  it("finds percentages that no one rule of rounding gives", () => {
    // 1 of 8 is 12.5%: to the even digit or down 12, and 3 of 8, 37.5%, is 38 to the even digit or up.
    const half = { whole: "whole" };
    const [even] = audited([whole("8"), share("a", "12", half), share("b", "38", half)]);
    expect(even.reading).toBe("1, 3 of 8; only if rounded half even");
    const [none] = audited([whole("8"), share("a", "13", half), share("b", "37", half)]);
    expect(none.reading).toBe("1, 3 of 8; not all rounded by one rule");
  });

  it("does not judge one percentage of an unknown whole", () => {
    expect(audited([share("a", "69")])).toEqual([]);
    expect(audited([whole("countless", { what: "quantity" }), share("a", "69", { whole: "whole" })])).toEqual([]);
  });
});
