import { describe, expect, it } from "vitest";
import { columned } from "../../src/cli/ledgerTable.js";

describe("a table", () => {
  it("has columns as wide as their widest cell, long ones cut short", () => {
    expect(
      columned([
        ["a", "bb"],
        ["ccc", "x".repeat(40)],
      ]),
    ).toBe(`a    bb\nccc  ${"x".repeat(31)}…\n`);
    expect(columned([["a\nb\u001b[2J", "c"]])).toBe("a b[2J  c\n");
  });
});
