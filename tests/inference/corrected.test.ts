import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corrected } from "../../src/inference/corrected.js";

describe("increments below 0", () => {
  it("take the same share of what stood from every period, those too young to have had theirs among them", () => {
    const { counts, kept } = corrected([
      [8, 2, -5],
      [4, 6, null],
      [6, null, null],
    ]);
    expect(kept).toEqual([0.5, 0.5, 1]);
    expect(counts).toEqual([
      [4, 1, 0],
      [2, 3, null],
      [3, null, null],
    ]);
  });

  it("multiply over the delays that they come at", () => {
    expect(corrected([[10, -5, -1]]).kept).toEqual([0.4, 0.8, 1]);
  });

  it("are counted", () => {
    expect(
      corrected([
        [6, 4, -2],
        [8, -3, null],
      ]),
    ).toMatchObject({ cells: 2, events: 5 });
  });

  it("leave a whole triangle's total as it was where all was added at once", () => {
    const row = fc.tuple(fc.integer({ min: 20, max: 40 }), ...[1, 2, 3].map(() => fc.integer({ min: -6, max: 0 })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const sum = (cells: readonly (number | null)[]): number =>
          cells.reduce((all: number, one) => all + (one ?? 0), 0);
        expect(sum(corrected(rows).counts.flat())).toBeCloseTo(sum(rows.flat()), 8);
      }),
    );
  });

  it("change nothing where there are none", () => {
    expect(corrected([[3, 0, 1]])).toEqual({ counts: [[3, 0, 1]], cells: 0, events: 0, kept: [1, 1, 1] });
  });
});
