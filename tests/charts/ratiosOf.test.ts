import { describe, expect, it } from "vitest";
import { type Finding, ratiosOf } from "../../src/index.js";

const finding = (some: Partial<Finding>): Finding => ({
  ...{ test: "rateRatio()", key: { zone: "coast" }, n: 12, estimate: 2, interval: [1, 4], reading: "", assumes: [] },
  ...some,
});

describe("findings as rows of a forest", () => {
  it("are named by their keys, as the labels have them, and by their test", () => {
    const key = { zone: "coast", kind: "raid" };
    expect(ratiosOf([finding({ key })], { coast: "The coast" })).toEqual([
      { label: "The coast, raid · rateRatio()", group: "rateRatio()", estimate: 2, interval: [1, 4], n: 12 },
    ]);
  });

  it("are gathered by series and named by their test where there are fewer series than tests", () => {
    const both = [finding({ test: "a()" }), finding({ test: "b()", key: {} })];
    expect(ratiosOf(both).map(({ label, group }) => ({ label, group }))).toEqual([
      { label: "coast · a()", group: "a()" },
      { label: "b()", group: "b()" },
    ]);
    const more = [finding({ test: "a()" }), finding({ test: "b()" })];
    expect(ratiosOf(more, { coast: "The coast" }).map(({ label, group }) => ({ label, group }))).toEqual([
      { label: "a()", group: "The coast" },
      { label: "b()", group: "The coast" },
    ]);
  });

  it("say in words what a test does, and keep the call where the words would be the same", () => {
    const tests = ['rateRatio("central")', "quasiPoisson()", "permutation({ seed: 1 })", "mine(3)"];
    const labels = (all: readonly string[]): string[] =>
      ratiosOf(all.map((test) => finding({ test }))).map(({ label }) => label);
    expect(labels(tests)).toEqual(["exact (Poisson)", "spread as seen", "periods dealt out anew", "mine(3)"]);
    expect(labels(["sameSeason(quasiPoisson())", "eTest()"])[0]).toBe("same season of earlier years: spread as seen");
    expect(labels(["permutation({ seed: 1 })", "permutation({ seed: 2 })", "eTest()"])).toEqual([
      ...["permutation({ seed: 1 })", "permutation({ seed: 2 })", "E-test (Poisson)"],
    ]);
  });

  it("leave out what has no ratio to draw", () => {
    const { estimate, ...without } = finding({});
    const { interval, ...bare } = finding({});
    expect(ratiosOf([without, bare, finding({ estimate: 0 })])).toEqual([]);
  });

  it("do not take a zone for a property of every object", () => {
    expect(ratiosOf([finding({ key: { zone: "constructor" } })])[0].label).toBe("constructor · rateRatio()");
  });
});
