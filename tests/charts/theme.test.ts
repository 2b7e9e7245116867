import { describe, expect, it } from "vitest";
import { colours, themed } from "../../src/charts/theme.js";

const drawing = { data: { values: [] }, mark: "bar" };

describe("the look of a chart", () => {
  it("puts title and subtitle over what is drawn, and changes nothing of it", () => {
    const spec = themed("A finding", ["n = 3", "wire"], Object.freeze(drawing));
    expect(spec).toMatchObject({ ...drawing, title: { text: "A finding", subtitle: ["n = 3", "wire"] } });
    expect(spec["$schema"]).toBe("https://vega.github.io/schema/vega-lite/v5.json");
  });

  it("leaves no drawing with another look", () => {
    const spec = themed("t", [], { ...drawing, config: { font: "Comic Sans" } });
    expect(JSON.stringify(spec["config"])).toContain("Source Sans 3");
    expect(JSON.stringify(spec["config"])).not.toContain("Comic Sans");
  });

  it("has words that can be read on white (WCAG: 4.5 to 1)", () => {
    const light = (colour: string): number => {
      const [r, g, b] = [1, 3, 5]
        .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const name of ["ink", "quiet", "blue"] as const) {
      expect(1.05 / (light(colours[name]) + 0.05), name).toBeGreaterThan(4.5);
    }
  });
});
