import { describe, expect, it } from "vitest";
import { compareRuns } from "../../src/notebook/compareRuns.js";
import { sourceOf } from "../../src/notebook/dataNamed.js";
import { inputsOf } from "../../src/notebook/inputsOf.js";
import type { Notebook } from "../../src/notebook/notebookText.js";
import { type Quantity, quantitiesType } from "../../src/notebook/quantity.js";
import { codeHash } from "../../src/notebook/runFacts.js";
import { withoutComments } from "../../src/notebook/withoutComments.js";
import { code } from "./trialRun.js";

const number = (name: string, value: number, noise?: number): Quantity => ({
  ...{ name, value, kind: "number" },
  ...(noise !== undefined && { noise }),
});
const verdict = (name: string, value: string): Quantity => ({ name, value, kind: "verdict" });

function run(quantities: readonly Quantity[], metadata: object = {}): Notebook {
  const outputs = [{ output_type: "display_data", data: { [quantitiesType]: quantities }, metadata: {} } as const];
  return { nbformat: 4, nbformat_minor: 5, metadata: { ...metadata }, cells: [code("", { id: "c1", outputs })] };
}

const place = { cell: "c1", output: 1 };

describe("two runs of a notebook", () => {
  it("that say the same differ in nothing", () => {
    const both = run([number("a", 1), verdict("b", "holds")]);
    const empty = { verdicts: [], moved: [], appeared: [], vanished: [], inputs: [] };
    expect(compareRuns(both, both)).toEqual({ ...empty, compared: 2 });
  });

  it("are told apart by the verdict first, then by what moved and by how much", () => {
    const found = compareRuns(
      run([number("a", 1), verdict("b", "holds")]),
      run([number("a", 1.25), verdict("b", "fails")]),
    );
    expect(found.verdicts).toEqual([
      { ...place, name: "b", kind: "verdict", from: "holds", to: "fails", withinNoise: false },
    ]);
    expect(found.moved).toEqual([
      { ...place, name: "a", kind: "number", from: 1, to: 1.25, by: 0.25, withinNoise: false },
    ]);
  });

  it("may move by 3 standard errors of both together, and no further; an exact number not at all", () => {
    const within = (from: Quantity, to: Quantity): boolean | undefined =>
      compareRuns(run([from]), run([to])).moved[0]?.withinNoise;
    expect(within(number("a", 0, 3), number("a", 14.9, 4))).toBe(true);
    expect(within(number("a", 0, 3), number("a", 15.1, 4))).toBe(false);
    expect(within(number("a", 0), number("a", 1e-9))).toBe(false);
  });

  it("list what only one of them has", () => {
    const found = compareRuns(run([number("a", 1)]), run([verdict("b", "holds")]));
    expect(found.vanished).toEqual([{ ...place, name: "a", kind: "number", value: 1 }]);
    expect(found.appeared).toEqual([{ ...place, name: "b", kind: "verdict", value: "holds" }]);
    expect(found.compared).toBe(0);
  });

  it("count an error where there was a number, and what is printed", () => {
    const print = (text: string): Notebook => ({
      ...run([]),
      cells: [code("", { outputs: [{ output_type: "stream", name: "stdout", text }] })],
    });
    expect(compareRuns(print("six\n"), print("seven\n")).moved).toMatchObject([
      { cell: "cell 1", name: "printed to stdout", from: "six\n", to: "seven\n" },
    ]);
    const outputs = [{ output_type: "error", ename: "Error", evalue: "no", traceback: [] } as const];
    const failed = { ...run([]), cells: [code("", { outputs })] };
    expect(compareRuns(print("six\n"), failed).appeared).toMatchObject([{ kind: "verdict", value: "Error: no" }]);
  });

  it("name the inputs that differ", () => {
    const facts = {
      code: { cells: "c", library: "l" },
      data: { "a.csv": "1" },
      seeds: [1, 2],
      versions: { node: "20" },
    };
    const before = run([], { hindcast: facts });
    expect(inputsOf(before)).toEqual({
      ...{ "code cells": "c", "code library": "l", "data a.csv": "1", "versions node": "20", seeds: "1, 2" },
    });
    const after = run([], { hindcast: { ...facts, data: { "a.csv": "2" }, seeds: [1] } });
    expect(compareRuns(before, after).inputs).toEqual([
      { input: "data a.csv", from: "1", to: "2" },
      { input: "seeds", from: "1, 2", to: "1" },
    ]);
    expect(compareRuns(run([]), after).inputs).toEqual([]);
  });
});

describe("a change of code", () => {
  it("is told from a change of words about it", () => {
    expect(codeHash(["const a = 1; // one"])).toBe(codeHash(["/* first */\nconst a = 1;\n"]));
    expect(codeHash(["const a = 1;"])).not.toBe(codeHash(["const a = 2;"]));
    expect(sourceOf({ cell_type: "code", metadata: {}, source: ["a\n", "b"] })).toBe("a\nb");
  });

  it("keeps what only looks like a comment", () => {
    const texts = ['get("https://a.org/b");', "f('/* no */');", "g(`// a`);", 'h("\\"// still a text");'];
    for (const text of texts) expect(withoutComments(text)).toBe(text);
  });
});
