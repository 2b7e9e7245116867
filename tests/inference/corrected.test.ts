import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corrected } from "../../src/inference/corrected.js";

describe("increments below 0", () => {
  it("come out of the delays before them, the nearest first", () => {
    expect(corrected([[5, 3, -4, 2]]).counts).toEqual([[4, 0, 0, 2]]);
    expect(corrected([[5, -1, -2, 0]]).counts).toEqual([[2, 0, 0, 0]]);
  });

  it("are counted, with the share that was not taken back at each delay", () => {
    const found = corrected([
      [6, 4, -2],
      [8, -3, null],
    ]);
    expect(found).toMatchObject({ cells: 2, events: 5 });
    expect(found.keeps).toEqual([1, 1 - 3 / 14, 1 - 2 / 10]);
  });

  it("leave every total as it was, and no cell below 0", () => {
    const row = fc.tuple(fc.integer({ min: 20, max: 40 }), ...[1, 2, 3].map(() => fc.integer({ min: -6, max: 9 })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const found = corrected(rows);
        const sum = (cells: readonly (number | null)[]): number => cells.reduce((all: number, one) => all + (one ?? 0), 0);
        expect(found.counts.map(sum)).toEqual(rows.map(sum));
        expect(found.counts.flat().every((one) => one !== null && one >= 0)).toBe(true);
      }),
    );
  });

  it("change nothing where there are none", () => {
    expect(corrected([[3, 0, 1]])).toEqual({ counts: [[3, 0, 1]], cells: 0, events: 0, keeps: [1, 1, 1] });
  });
});
