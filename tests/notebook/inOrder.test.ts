import { describe, expect, it } from "vitest";
import { tableOf } from "../../src/notebook/table.js";
import { rowsOf } from "./rowsOf.js";

const mean = (model: string, value: number | null, some: object = {}): object => ({
  ...{ model, metric: "crps()", mean: value, n: 9, origins: 9, block: 1, infinite: 0, level: 0.9, key: {} },
  ...{ standIns: 0, leftOut: 0, says: "", ...some },
});
const models = (rows: readonly object[]): string[] => rowsOf(rows).map((row) => row["model"]);
const last = (rows: readonly object[]): string | undefined => tableOf(rows).text.split("\n").at(-1);

describe("the order of a table", () => {
  it("of means is the lowest first, infinite last, and says so below", () => {
    const rows = [mean("b", 2), mean("never", null), mean("a", 1), mean("c", 3)];
    expect(models(rows)).toEqual(["a", "b", "c", "never"]);
    expect(last(rows)).toBe("Best first: the lowest mean.");
  });

  it("of a coverage and a bias is the nearest to what they should be first", () => {
    const covers = { metric: "coverage(0.9)" };
    const rows = [mean("over", 0.99, covers), mean("under", 0.85, covers), mean("right", 0.9, covers)];
    const biases = [mean("low", -3, { metric: "bias()" }), mean("high", 2, { metric: "bias()" })];
    expect(models([...rows, ...biases])).toEqual(["right", "under", "over", "high", "low"]);
    expect(last([...rows, ...biases])).toBe(
      "Best first in each metric: of coverage(0.9) the nearest to 0.9, of bias() the nearest to 0.",
    );
  });

  it("keeps metrics and groups apart, in the order they came in", () => {
    const rows = [2, 1].flatMap((step) => [mean("a", 5, { step }), mean("b", 4, { step })]);
    expect(rowsOf(rows).map(({ step, model }) => `${step}${model}`)).toEqual(["2b", "2a", "1b", "1a"]);
    expect(last(rows)).toBe("Best first in each group: the lowest mean.");
    // Rows that have nothing to be compared with are of no order.
    const alone = [mean("a", 5, { step: 2 }), mean("a", 4, { step: 1 })];
    expect(rowsOf(alone).map(({ step }) => step)).toEqual(["2", "1"]);
    expect(last(alone)).not.toContain("Best");
  });

  it("of skill is the highest first", () => {
    const skill = (model: string, share: number | null): object => ({
      ...{ model, against: "zero()", metric: "crps()", skill: share, gap: 1, n: 9, origins: 9, key: {} },
      ...{ standIns: 0, leftOut: 0 },
    });
    const rows = [skill("a", -0.1), skill("none", null), skill("b", 0.2)];
    expect(models(rows)).toEqual(["b", "a", "none"]);
    expect(last(rows)).toBe("Best first: the highest skill.");
  });

  it("of findings is as they came, but where some are left out the smallest p is first", () => {
    const findings = Array.from({ length: 31 }, (_, i) => ({
      ...{ test: `t${i}`, key: {}, n: 1, p: 1 - i / 31, reading: "", assumes: [] },
    }));
    expect(rowsOf(findings.slice(0, 30))[0]["test"]).toBe("t0");
    expect(tableOf(findings).text.split("\n")[1]).toMatch(/^t30/);
    expect(tableOf(findings).text).toMatch(/\n… and 1 more row\nThe smallest p first\.$/);
  });

  it("of verdicts that do not all fit is by how much they matter, and the rest is counted by verdict", () => {
    const one = (i: number, weight: string): object => ({
      ...{
        verdict: i % 2 ? "holds" : "fails",
        couldFail: "yes",
        label: `v${i}`,
        n: 1,
        data: { name: "w" },
        reading: "",
      },
      matters: { weight, why: "so" },
    });
    const all = Array.from({ length: 33 }, (_, i) => one(i, ["low", "medium", "high"][i % 3]));
    expect(
      rowsOf(all)
        .slice(0, 12)
        .map((row) => row["what"]),
    ).toEqual(["v2", "v5", "v8", "v11", "v14", "v17", "v20", "v23", "v26", "v29", "v32"].concat("v1"));
    expect(tableOf(all).text).toContain(
      "… and 3 more rows: 2 fails, 1 holds\nWhat matters most first, then in the report's order.",
    );
  });

  it("of anything else is the order it came in, and no argument is changed", () => {
    const rows = Object.freeze([Object.freeze({ b: 2 }), Object.freeze({ b: 1 })]);
    expect(rowsOf(rows).map(({ b }) => b)).toEqual(["2", "1"]);
  });
});
