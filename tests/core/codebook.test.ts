import { describe, expect, it } from "vitest";
import { folded } from "../../src/core/codebook.js";

describe("folded", () => {
  it.each([
    ["Ségou", "segou"],
    ["SE\u0301GOU", "segou"],
    ["  Mopti \t\n cercle ", "mopti cercle"],
    ["Mopti\u00a0cercle", "mopti cercle"],
    ["İstanbul", "istanbul"],
    ["Ñ", "n"],
    ["", ""],
    ["   ", ""],
  ])("reads %j as %j", (text, plain) => {
    expect(folded(text)).toBe(plain);
  });

  it("changes nothing the second time", () => {
    for (const text of ["Ténenkou  Cercle", "İ", "ẞ", "Đà Nẵng", "__proto__"])
      expect(folded(folded(text))).toBe(folded(text));
  });

  it("keeps apart what differs by more than accents, case and spaces", () => {
    expect(folded("Mopti-Cercle")).not.toBe(folded("Mopti Cercle"));
    expect(folded("Đ")).not.toBe(folded("D"));
  });
});
