import { describe, expect, it } from "vitest";
import { backtestNames } from "../../src/cli/backtestNames.js";
import { modelNamed } from "../../src/index.js";

const listed = (count: number) => JSON.stringify(Array.from({ length: count }, (_, i) => `conflictology(${i + 1})`));

describe("backtestNames", () => {
  it("calls ensembles by how many they are made of, and lists the members once", () => {
    const pool = `stacked(${listed(3)},{"origins":36})`;
    const names = [
      ...[pool, `conformal(${JSON.stringify(pool)},{"origins":36})`, "ets()"],
      ...[`linearPool(${listed(3)})`, 'conformal("ets()",{"origins":36})'],
    ];
    const { short, notes } = backtestNames(names.map(modelNamed), 30);
    expect(names.map((name) => short.get(name))).toEqual([
      ...["stacked(3 models)", "conformal(stacked(3 models))", "ets()", "linearPool(3 models)", "conformal(ets())"],
    ]);
    expect(notes).toEqual([
      "stacked(3 models), conformal(stacked(3 models)), linearPool(3 models): 3 models: conflictology(1), conflictology(2), conflictology(3)",
    ]);
  });

  it("leaves two that would be called the same their names, and cuts what is still too long", () => {
    const names = [
      ...[`linearPool(${listed(2)})`, 'linearPool(["ets()","theta()"])', 'ingarch({"window":60})'],
      'negbinRegression({"harmonics":2,"window":48})',
    ];
    const { short, notes } = backtestNames(names.map(modelNamed), 24);
    expect(names.map((name) => short.get(name))).toEqual([...names.slice(0, 3), 'negbinRegression({"harm…']);
    expect(notes).toEqual([`negbinRegression({"harm… is ${names[3]}`]);
  });
});
