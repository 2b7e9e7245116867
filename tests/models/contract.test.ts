import { describe, expect, it } from "vitest";
import { type History, logTails, mean, modelNamed, modelNames, quantile } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { models } from "./models.js";

/** Monthly counts of three places from January 2015, frozen: a season, a quiet place with many zeros, a lively one. */
function history(length: number, place = 0): History {
  const uniform = random(7);
  const made = [8, 0.4, 60].map((level) =>
    Array.from({ length }, (_, t) => Math.floor(level * (1 + 0.5 * Math.sin((t * Math.PI) / 6)) * 2 * uniform())),
  );
  const beside = made.map((values) =>
    Object.freeze({ values: Object.freeze(values), exposure: Object.freeze(values.map(() => 1)) }),
  );
  return Object.freeze({
    ...beside[place],
    start: "2015-01-01",
    every: "month" as const,
    beside: Object.freeze(beside),
    place,
  });
}

const asked = (steps: number) => ({ exposure: Array.from({ length: steps }, () => 1), draws: 200, uniform: random(1) });

describe.each(models.map((model) => ({ model, name: model.name })))("$name", ({ model }) => {
  it.each([0, 1, 2])("says of each period ahead a distribution of counts, the same each time (place %i)", (place) => {
    const fitted = model.fit(history(96, place));
    const says = fitted.ahead(asked(6));
    expect(says).toHaveLength(6);
    for (const one of says) {
      expect(Number.isFinite(mean(one))).toBe(true);
      expect(mean(one)).toBeGreaterThanOrEqual(0);
      expect(quantile(one, 0.05)).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(quantile(one, 0.5))).toBe(true);
      expect(logTails(one, -1).lower).toBe(-Infinity);
    }
    expect(JSON.parse(JSON.stringify(says))).toEqual(says);
    expect(model.fit(history(96, place)).ahead(asked(6))).toEqual(says);
    for (const value of Object.values(fitted.parameters)) expect(typeof value).toBe("number");
  });

  it("says of the first periods the same whether asked for few or many", () => {
    const { ahead } = model.fit(history(96));
    expect(
      ahead(asked(6))
        .slice(0, 1)
        .map((one) => one.family),
    ).toEqual(ahead(asked(1)).map((one) => one.family));
  });

  it("can be fitted to as few periods as it says", () => {
    expect(model.fit(history(model.needs)).ahead(asked(2))).toHaveLength(2);
  });

  it("is made anew by its name", () => {
    const again = modelNamed(model.name);
    expect([again.name, again.needs]).toEqual([model.name, model.needs]);
    expect(again.fit(history(96)).ahead(asked(3))).toEqual(model.fit(history(96)).ahead(asked(3)));
  });
});

it("every model that can be named is held to the contract", () => {
  expect([...new Set(models.map(({ name }) => name.split("(")[0]))].sort()).toEqual([...modelNames].sort());
});
