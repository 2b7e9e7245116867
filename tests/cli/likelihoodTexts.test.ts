import { expect, it } from "vitest";
import { likelihoodTexts } from "../../src/cli/likelihoodTexts.js";
import type { Likelihood } from "../../src/index.js";
import { oneOfEach } from "./claims.js";

it("a word of probability has the publisher's range, else that of ICD 203, else the reason that it has none", () => {
  const of = (likelihood: Likelihood): string | undefined => likelihoodTexts([{ ...oneOfEach[0], likelihood }])[0].says;
  expect(of({ word: "likely" })).toBe('"likely": 55% to 80% in ICD 203');
  expect(of({ word: "likely", range: [0.6, 0.9] })).toBe(`"likely": 60% to 90% of the publisher's own`);
  expect(of({ word: "may" })).toBe('"may": possible, however unlikely: ICD 203 gives it no range');
  expect(of({ word: "surely so" })).toBe('"surely so": no range is known');
  expect(likelihoodTexts(oneOfEach).map((one) => one.claim)).toEqual(["a", "b", "c", "d"]);
});
