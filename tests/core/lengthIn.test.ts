import { describe, expect, it } from "vitest";
import { lengthIn } from "../../src/core/lengthIn.js";
import type { Every } from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("how long a stretch is", () => {
  it("counts whole months as 1, whatever their days", () => {
    expect(lengthIn({ since: "2023-01-01", until: "2023-08-01" }, "month")).toBe(7);
    expect(lengthIn({ since: "2024-02-01", until: "2024-03-01" }, "month")).toBe(1);
  });

  it("counts a cut month as the part of its days", () => {
    expectDigits(lengthIn({ since: "2023-09-01", until: "2023-12-13" }, "month"), 3 + 12 / 31, 14);
    expectDigits(lengthIn({ since: "2023-11-19", until: "2023-12-13" }, "month"), 12 / 30 + 12 / 31, 14);
  });

  it("counts weeks of seven days", () => {
    expectDigits(lengthIn({ since: "2023-11-19", until: "2023-12-13" }, "week"), 24 / 7, 15);
  });
});

describe("the length of a stretch in other periods", () => {
  it("counts days, quarters and years", () => {
    const half = { since: "2024-01-01", until: "2024-07-01" };
    expect(["day", "quarter"].map((every) => lengthIn(half, every as Every))).toEqual([182, 2]);
    expectDigits(lengthIn(half, "year"), 182 / 366, 15);
    expect(lengthIn({ since: "2024-07-01", until: "2024-07-01" }, "month")).toBe(0);
  });

  it("is exact by the day, whichever period", () => {
    const span = { since: "2024-01-29", until: "2024-03-04" };
    expect(lengthIn(span, "week")).toBe(5);
    expectDigits(lengthIn(span, "month"), 3 / 31 + 1 + 3 / 31, 14);
  });
});
