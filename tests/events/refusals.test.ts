import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acled, read, readCodebook, refusals, repairs } from "../../src/index.js";
import { trialFolder } from "../store/trial.js";

const folder = trialFolder();
const data = join(import.meta.dirname, "..", "..", "data");
const file = join(data, "made-up", "erewhon-2024-01-15.csv");
const codebook = await readCodebook(join(data, "codebooks", "erewhon.json"));
const options = { name: "erewhon", asOf: "2024-01-15", codebook, store: join(folder.path, "store") };
const snapshot = await read(file, acled(), options);

describe("refusals", () => {
  it("gives each refused row with its place, the cell at fault, the reason and the record as it stood", async () => {
    const found = await refusals(snapshot);
    expect(found.map(({ row, line, column, value, reason }) => [row, line, column, value, reason])).toEqual([
      [9, 10, "event_date", "2023-11-31", "is not a day"],
      [15, 16, "fatalities", "3 to 5", "is not a whole number of fatalities"],
      [21, 22, "latitude", "1452", "is not within 90 degrees"],
      [27, 28, "admin3", "", "the row ends after 20 of 31 columns"],
      [40, 41, "id", "ERE289", "stands already in row 36"],
      [60, 61, "id", "ERE268", "stands already in row 58 with other content"],
    ]);
    expect(found[0].raw).toMatch(/^ERE321,2023-11-31,2023,1,.* killed\.",\d+,,\d{10}$/);
  });
});

describe("repairs", () => {
  it("gives each row that was read by a rule, with the rule and the cells it was read from", async () => {
    const [found, ...others] = await repairs(snapshot);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ row: 4, line: 5, cells: { event_date: "0024-01-06", year: "0024" } });
    expect(found.rule).toBe("a year served without its century, 0025 or 25, is of the years 2000 to 2099");
    expect(found.raw).toMatch(/^ERE327,0024-01-06,0024,/);
  });

  it("are none where a file needs none", async () => {
    const whole = await read(join(data, "made-up", "erewhon-2024-03-15.csv"), acled(), {
      ...options,
      asOf: "2024-03-15",
    });
    expect([await repairs(whole), await refusals(whole)]).toEqual([[], []]);
  });
});
