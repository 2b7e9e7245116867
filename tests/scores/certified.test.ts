import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

interface Case {
  readonly metric: string;
  readonly args: readonly unknown[];
  readonly says: hc.Distribution;
  readonly observed: number;
  readonly value: number | "Infinity";
}

const known: readonly Case[] = JSON.parse(readFileSync(new URL("../fixtures/scores.json", import.meta.url), "utf8"));
const makers: Readonly<Record<string, unknown>> = { ...hc };

// Every expected value is from 60-digit arithmetic, rational numbers or PyPI's scoringrules, properscoring and scores
// (tests/fixtures/scores.py).
it.each([...new Set(known.map(({ metric }) => metric))])("%s is right to ten digits", (name) => {
  const make = makers[name];
  if (typeof make !== "function") throw new Error(`${name} is not exported`);
  for (const { metric, args, says, observed, value } of known) {
    if (metric !== name) continue;
    const made: hc.Metric = make(...args);
    const got = made.score(says, observed);
    // A score that passes through zero has the digits of its parts.
    const isSigned = ["dss", "bias"].includes(name);
    if (isSigned)
      expect(Math.abs(got - Number(value)), JSON.stringify({ says, observed })).toBeLessThan(
        1e-10 * Math.max(1, Math.abs(Number(value))),
      );
    else expectDigits(got + 0, Number(value), 10, { says, observed, args });
  }
});

it("more than eighty cases are held to reference values", () => {
  expect(known.length).toBeGreaterThan(80);
});
