import { describe, expect, it } from "vitest";
import { sameTimeBefore } from "../../src/core/day.js";
import { spanBack } from "../../src/core/spanBack.js";

describe("the same stretch of another year", () => {
  it("keeps the days of the calendar by months, to either side", () => {
    const span = { since: "2024-02-01", until: "2024-03-01" };
    expect(spanBack(span, 1, "month")).toEqual({ since: "2023-02-01", until: "2023-03-01" });
    expect(spanBack(span, -2, "month")).toEqual({ since: "2026-02-01", until: "2026-03-01" });
  });

  it("gives 28 February where there is no 29th", () => {
    expect(sameTimeBefore("2024-02-29", 1, "year")).toBe("2023-02-28");
    expect(sameTimeBefore("2024-02-29", 4, "quarter")).toBe("2020-02-29");
  });

  it("keeps weeks whole: 52 of them a year", () => {
    const span = { since: "2024-01-01", until: "2024-01-29" };
    expect(spanBack(span, 2, "week")).toEqual({ since: "2022-01-03", until: "2022-01-31" });
    expect(new Date(spanBack(span, 5, "week").since).getUTCDay()).toBe(1);
    expect(spanBack(span, -1, "week")).toEqual({ since: "2024-12-30", until: "2025-01-27" });
    expect(sameTimeBefore("2024-01-03", 1, "day")).toBe("2023-01-04");
  });
});
