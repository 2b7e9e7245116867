import { describe, expect, it } from "vitest";
import { placeOf } from "../../src/core/placeOf.js";

describe("where something stands in a report", () => {
  it("is its paragraph, and its sentence where that is known", () => {
    expect(placeOf({ paragraph: 5, sentence: 2 })).toBe("paragraph 5, sentence 2");
    expect(placeOf({ paragraph: 12 })).toBe("paragraph 12");
  });

  it("is nowhere where it is ours", () => {
    expect(placeOf(undefined)).toBe("ours, not the report's");
  });
});
