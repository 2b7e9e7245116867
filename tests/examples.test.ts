import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as hc from "../src/index.js";
import { expectDigits } from "./close.js";

const source = join(import.meta.dirname, "..", "src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** The lines below each `@example`, each an expression and, after `//`, its value. */
function examplesIn(text: string): { expression: string; value: string }[] {
  return [...text.matchAll(/@example\n((?: \* (?!@).*\n)+)/g)].flatMap((match) =>
    match[1]
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const [, expression = "", value = ""] = /^ \* (.*) \/\/ (.*)$/.exec(line) ?? [];
        return { expression, value };
      }),
  );
}

function evaluated(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(names), `"use strict"; return (${expression});`)(...Object.values(names));
}

describe("examples in docstrings", () => {
  const all = files.flatMap((file) =>
    examplesIn(readFileSync(join(source, file), "utf8")).map((example) => ({ file, ...example })),
  );

  it("are there", () => expect(all.length).toBeGreaterThan(20));

  it.each(all)("$file: $expression", async ({ file, expression, value }) => {
    expect(value, "an example line ends in // the value").not.toBe("");
    const own: Record<string, unknown> = await import(join(source, file));
    const names = { ...hc, ...own, require: createRequire(import.meta.url) };
    const got = evaluated(expression, names);
    const expected = evaluated(value, {});
    if (typeof got === "number" && typeof expected === "number") expectDigits(got, expected, 12, expression);
    else expect(got).toEqual(expected);
  });
});
