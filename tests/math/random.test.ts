import { describe, expect, it } from "vitest";
import { random } from "../../src/math/random.js";

const some = (seed: number, n: number): number[] => {
  const next = random(seed);
  return Array.from({ length: n }, () => next());
};

describe("a stream of uniform numbers", () => {
  it("is the same for the same seed, from one version to the next", () => {
    expect(some(20231213, 1000)).toEqual(some(20231213, 1000));
    // the first of MT19937 with seed 1, as NumPy has them
    expect(some(1, 3)).toMatchInlineSnapshot(`
      [
        0.417022004702574,
        0.7203244934421581,
        0.00011437481734488664,
      ]
    `);
  });

  it("is another for another seed", () => {
    const [one, two] = [some(1, 100), some(2, 100)];
    expect(one.filter((value, i) => value === two[i])).toEqual([]);
  });

  it("is not shared between two streams of one seed", () => {
    const [one, two] = [random(5), random(5)];
    one();
    one();
    expect(two()).toBe(some(5, 1)[0]);
  });

  it("fills [0, 1) evenly, in its low digits too", () => {
    const n = 20_000;
    for (const scale of [1, 2 ** 20]) {
      const boxes = new Array(10).fill(0);
      for (const value of some(7, n)) {
        expect(value >= 0 && value < 1).toBe(true);
        boxes[Math.floor(((value * scale) % 1) * 10)]++;
      }
      // chi-square with 9 degrees of freedom exceeds 33.7 once in ten thousand
      const chi = boxes.reduce((sum, box) => sum + (box - n / 10) ** 2 / (n / 10), 0);
      expect(chi).toBeLessThan(33.7);
    }
  });
});
