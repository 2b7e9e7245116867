import { describe, expect, it } from "vitest";
import { style } from "../../src/page/style.js";

/** The colours of the page by name, light first, then dark. */
function palettes(): Record<string, string>[] {
  return [...style.matchAll(/:root \{([\s\S]*?)\}/g)].map(([, body]) =>
    Object.fromEntries([...body.matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])),
  );
}

function light(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("the look of a page", () => {
  it("can be read in the light and in the dark (WCAG: 4.5 to 1)", () => {
    const both = palettes();
    expect(both).toHaveLength(2);
    for (const colours of both) {
      for (const name of ["ink", "quiet", "good", "bad", "open", "wait"]) {
        const [one, other] = [light(colours[name]), light(colours["paper"])].sort((a, b) => a - b);
        expect((other + 0.05) / (one + 0.05), `${name} on ${colours["paper"]}`).toBeGreaterThan(4.5);
      }
    }
  });

  it("names nothing outside the page, and cannot end its own element", () => {
    expect(style).not.toMatch(/url\(|@import|https?:|</);
  });

  it("has a look for every verdict", () => {
    const kinds = ["holds", "agrees", "fails", "differs", "uncertain", "cannot-be-compared", "not-scoreable"];
    for (const kind of [...kinds, "open", "too-early", "annulled", "ambiguous"])
      expect(style).toContain(`.${kind} .verdict`);
  });
});
