import { describe, expect, it } from "vitest";
import { grimWindows, InputError } from "../../src/index.js";

const windows = [
  { printed: ["32.5", "20.5", "14.4"], since: "2023-01-01", until: "2023-08-01" },
  { printed: ["21", "11", "6.25"], since: "2023-08-01", until: "2023-12-01" },
];
const options = { per: "month", cutoff: "2023-12-13", most: 12 } as const;

describe("means of several windows together", () => {
  it("leaves 8 and 4 months, the last cut at 13 December, alone to the nearest", () => {
    const found = grimWindows(windows, { ...options, roundings: ["either"] });
    expect(found.map((one) => one.periods)).toHaveLength(12);
    const possible = found.filter((one) => one.possible);
    expect(possible.map((one) => one.periods)).toEqual([[8, 4]]);
    const [{ since, exposure, sums }] = possible;
    expect(since).toEqual(["2023-01-01", "2023-09-01"]);
    // Three months, and 12 of December's 31 days.
    expect(exposure[1]).toBeCloseTo(3 + 12 / 31, 12);
    expect(sums).toEqual([
      [[260], [164], [115]],
      [[82, 83, 84, 85, 86], [42, 43, 44, 45, 46], [25]],
    ]);
    // 25 events in so many months are 7.4 a month and not 6.25.
    expect(25 / exposure[1]).toBeCloseTo(7.38, 2);
  });

  it("finds 7 and 4 months as printed where digits are cut off, or rounded to halves", () => {
    const found = grimWindows(windows, options).filter((one) => one.periods.join() === "7,4");
    expect(found.map((one) => [one.rounding, one.possible])).toEqual([
      ["down", true],
      ["to halves", true],
    ]);
  });

  it("lets a window begin on its own day where no other ends there", () => {
    const apart = [windows[0], { ...windows[1], since: "2023-09-01" }];
    const found = grimWindows(apart, { ...options, roundings: ["either"] });
    expect(new Set(found.map((one) => one.since[1]))).toEqual(new Set(["2023-09-01"]));
  });

  it("counts weeks where means are of weeks", () => {
    const weeks = [
      { printed: ["3.3"], since: "2020-01-06", until: "2020-02-17" },
      { printed: ["2.5"], since: "2020-02-17", until: "2020-03-02" },
    ];
    const found = grimWindows(weeks, { per: "week", cutoff: "2020-03-05", most: 7, roundings: ["either"] });
    expect(
      found.map(({ periods, since, exposure, possible }) => [...periods, since[1], exposure[1], possible]),
    ).toEqual([
      [3, 2, "2020-01-27", 2, true],
      [3, 4, "2020-01-27", 4, true],
      [3, 6, "2020-01-27", 5 + 3 / 7, true],
      [4, 2, "2020-02-03", 2, true],
      [4, 4, "2020-02-03", 4, true],
      [4, 6, "2020-02-03", 4 + 3 / 7, false],
      [6, 2, "2020-02-17", 2, true],
      [6, 4, "2020-02-17", 2 + 3 / 7, false],
      [6, 6, "2020-02-17", 2 + 3 / 7, false],
      [7, 2, "2020-02-24", 1 + 3 / 7, true],
      [7, 4, "2020-02-24", 1 + 3 / 7, false],
      [7, 6, "2020-02-24", 1 + 3 / 7, false],
    ]);
  });

  it("knows of nothing after the cutoff", () => {
    const [found] = grimWindows([{ printed: [], since: "2023-12-20", until: "2024-01-01" }], {
      ...{ ...options, most: 1, roundings: ["up"] },
    });
    expect(found).toMatchObject({ exposure: [0], possible: false });
  });

  it("throws where there is too much to try", () => {
    const five = Array.from({ length: 5 }, () => windows[0]);
    expect(() => grimWindows(five, options)).toThrow(
      new InputError(
        "grimWindows: needs at most 100000 combinations, got 7 rules and 12 periods for each of 5 windows; ask of fewer",
      ),
    );
  });
});
