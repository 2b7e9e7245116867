import { describe, expect, it } from "vitest";
import { escaped } from "../../src/core/escaped.js";

describe("escaped", () => {
  it("leaves nothing that HTML would read as markup, in text or in an attribute", () => {
    expect(escaped(`<img src="x" onerror='a&b'>`)).toBe("&lt;img src=&quot;x&quot; onerror=&#39;a&amp;b&#39;&gt;");
  });

  it("shows what was already an entity as it stood", () => {
    expect(escaped("&lt;")).toBe("&amp;lt;");
  });

  it("keeps every other character, and takes numbers", () => {
    expect(escaped("Ségou — 20.5%\n")).toBe("Ségou — 20.5%\n");
    expect(escaped(-1.5)).toBe("-1.5");
  });
});
