import { describe, expect, it } from "vitest";
import { readForecasts } from "../../src/index.js";
import { forecastOf } from "../claims/forecasts.js";
import { fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const file = (value: unknown): string => folder.write("forecasts.json", JSON.stringify(value));

describe("readForecasts", () => {
  it("reads a list, and what stands as forecasts in an object, whatever else is there", async () => {
    const all = [forecastOf(), forecastOf({ says: { family: "bernoulli", p: 0.2 }, asks: { atLeast: 4 } })];
    expect(await readForecasts(file(all))).toEqual(all);
    expect(await readForecasts(file({ forecasts: all, failures: [], ahead: 3 }))).toEqual(all);
    expect(await readForecasts(file([]))).toEqual([]);
  });

  it.each([
    ["a field that no forecast has", { ask: { atLeast: 4 } }],
    ["a day that is none", { target: "2024-02-30" }],
    ["criteria that are none", { recipe: { ...forecastOf().recipe, where: [{ kynd: "battle" }] } }],
    ["a step of 0", { step: 0 }],
    ["a distribution without a family", { says: { mean: 3 } }],
  ])("refuses %s", async (_, change) => {
    await expect(readForecasts(file([{ ...forecastOf(), ...change }]))).rejects.toThrow(/^forecasts: .*\(.*json\)$/);
  });

  it("refuses a file that is not there, or no JSON", async () => {
    await expect(readForecasts("none.json")).rejects.toThrow(
      fault("InputError", "forecasts: no such file, got none.json"),
    );
    const path = folder.write("odd.json", "{");
    await expect(readForecasts(path)).rejects.toThrow(fault("DataError", `forecasts: not JSON (${path})`));
  });
});
