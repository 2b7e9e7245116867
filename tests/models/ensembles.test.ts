import { describe, expect, it } from "vitest";
import {
  best,
  conflictology,
  conformal,
  type Distribution,
  forecast,
  InputError,
  linearPool,
  type Model,
  mean,
  modelNamed,
  quantile,
  quantileAverage,
  stacked,
} from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { historiesOf } from "../../src/models/histories.js";
import { madePanel } from "./backtestData.js";

const saying = (says: Distribution, name: string): Model => ({
  ...{ name, needs: 1 },
  fit: () => ({ parameters: {}, ahead: ({ exposure }) => exposure.map(() => says) }),
});
const low = saying({ family: "poisson", mean: 2 }, "low()");
const high = saying({ family: "poisson", mean: 20 }, "high()");
const panel = madePanel();
const [history] = historiesOf(panel, "test");
const told = (model: Model): Distribution =>
  model.fit(history).ahead({ exposure: [1], draws: 50, uniform: random(1) })[0];
const width = (one: Distribution) => quantile(one, 0.95) - quantile(one, 0.05);

describe("linearPool", () => {
  it("is the mean of its members' chances, by their weights", () => {
    expect(mean(told(linearPool([low, high])))).toBeCloseTo(11, 12);
    expect([0.25, 0.5, 0.75].map((p) => quantile(told(linearPool([low, high])), p))).toEqual([2, 8, 20]);
    expect(mean(told(linearPool([low, high], [9, 1])))).toBeCloseTo(3.8, 12);
    expect(told(linearPool([low]))).toEqual({ family: "poisson", mean: 2 });
  });
});

describe("quantileAverage", () => {
  it("is the mean of its members' quantiles, narrower than the pool of chances", () => {
    const average = told(quantileAverage([low, high]));
    const [a, b] = [low, high].map(told);
    // A level of 200 equal shares stands for its middle.
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const middle = p - 1 / 400;
      expect(quantile(average, p)).toBe(Math.round((quantile(a, middle) + quantile(b, middle)) / 2));
    }
    expect(width(average)).toBeLessThan(width(told(linearPool([low, high]))));
    expect(Math.abs(mean(average) - 11)).toBeLessThan(0.3);
  });

  it("is a sample only where a member is one", () => {
    const drawn = saying({ family: "draws", values: [1, 4, 4, 9] }, "drawn()");
    expect(told(quantileAverage([low, high]))).toHaveProperty("isWhole", true);
    expect(told(quantileAverage([low, drawn]))).not.toHaveProperty("isWhole");
  });
});

describe("best", () => {
  const tasks = (observed: number, place: number) => ({ place, step: 1, says: [low, high].map(told), observed });

  it("says what the member says that earned less, each place in its own unit, and the first where none is known", () => {
    const model = best([low, high], { origins: 4 });
    const says = [low, high].map(told);
    expect(model.combine(says, [tasks(19, 0), tasks(22, 0)], 1)).toBe(says[1]);
    expect(model.combine(says, [tasks(3, 0), tasks(22, 0), tasks(2, 0)], 1)).toBe(says[0]);
    expect(model.combine(says, [], 1)).toBe(says[0]);
    // A place where a thousand is missed by both tells as little as one where both are near.
    expect(model.combine(says, [tasks(2, 0), tasks(2, 0), tasks(9000, 1)], 1)).toBe(says[0]);
  });
});

describe("a model made of models", () => {
  it("is made anew by its name, members within members", () => {
    const inner = best([conflictology(3), conflictology(12)], { origins: 6 });
    const nested = linearPool([conformal(inner, { origins: 8 }), conflictology(24)], [2, 1]);
    const text =
      'linearPool(["conformal(\\"best([\\\\\\"conflictology(3)\\\\\\",\\\\\\"conflictology(12)\\\\\\"],{\\\\\\"origins\\\\\\":6})\\",{\\"origins\\":8})","conflictology(24)"],[2,1])';
    expect(nested.name).toBe(text);
    const again = modelNamed(text);
    expect([again.name, again.needs]).toEqual([text, 24]);
    expect(forecast(panel, [again], { ahead: 2, seed: 3 })).toEqual(forecast(panel, [nested], { ahead: 2, seed: 3 }));
  });

  it("alone goes on without a member that cannot be fitted, and says why where none can", () => {
    const unable: Model = {
      ...low,
      name: "unable()",
      fit: () => {
        throw new InputError("unable: never");
      },
    };
    expect(told(linearPool([unable, high]))).toEqual({ family: "poisson", mean: 20 });
    for (const model of [linearPool([unable]), stacked([unable], { origins: 3 }), conformal(unable, { origins: 3 })])
      expect(() => told(model)).toThrow(new InputError("unable: never"));
    const broken: Model = {
      ...low,
      name: "broken()",
      fit: () => {
        throw new RangeError("our bug");
      },
    };
    expect(() => told(linearPool([broken, high]))).toThrow(new RangeError("our bug"));
  });

  it.each<[() => unknown, string]>([
    [() => linearPool([]), "linearPool([]): needs a model, got none"],
    [() => quantileAverage([low, low]), 'quantileAverage(["low()","low()"]): needs each model once, got low() twice'],
    [() => linearPool([low, high], [1]), "linearPool: needs a weight above 0 for each of 2 models, got 1"],
    [() => linearPool([low, high], [1, 0]), "linearPool: needs a weight above 0 for each of 2 models, got 1, 0"],
    [
      () => stacked([low], { origins: 0.5 }),
      'stacked(["low()"],{"origins":0.5}): origins needs a whole number from 0, got 0.5',
    ],
    [() => best([low], { origins: -1 }), 'best(["low()"],{"origins":-1}): origins needs a whole number from 0, got -1'],
  ])("refuses what cannot be (%#)", (make, message) => {
    expect(make).toThrow(new InputError(message));
  });
});
