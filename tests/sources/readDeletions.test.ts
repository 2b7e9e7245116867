import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDeletions } from "../../src/sources/readDeletions.js";
import { fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const written = (content: string): string => folder.write("gone.json", content);

describe("readDeletions", () => {
  it("reads what is written on a pull, and nothing else that stands beside it", async () => {
    const file = written('[\n{"id":"MLI1","day":"2024-03-01"},\n{"id":"MLI2","day":"2024-02-29","by":"us"}\n]\n');
    expect(await readDeletions(file)).toEqual([
      { id: "MLI1", day: "2024-03-01" },
      { id: "MLI2", day: "2024-02-29" },
    ]);
  });

  it("reads a list of none", async () => {
    expect(await readDeletions(written("[]"))).toEqual([]);
  });

  it("names every place that is not as it should be", async () => {
    const file = written(
      '[{"id":"","day":"2024-03-01"},{"id":"a","day":"2023-02-29"},{"id":7,"day":"2024-01-01"},{"id":"b"}]',
    );
    const error = await readDeletions(file).then(
      () => "none",
      (thrown: Error) => `${thrown.name}: ${thrown.message}`,
    );
    expect(error).toBe(
      `DataError: deletions: 0.id: Too small: expected string to have >=1 characters; 1.day: needs a day as YYYY-MM-DD; 2.id: Invalid input: expected string, received number; 3.day: Invalid input: expected string, received undefined (${file})`,
    );
  });

  it("refuses what is no list, no JSON or not there", async () => {
    const file = written('{"id":"a","day":"2024-01-01"}');
    await expect(readDeletions(file)).rejects.toThrow(
      fault("DataError", `deletions: the whole: Invalid input: expected array, received object (${file})`),
    );
    await expect(readDeletions(written("id,day"))).rejects.toThrow(fault("DataError", `deletions: not JSON (${file})`));
    const missing = join(folder.path, "nowhere.json");
    await expect(readDeletions(missing)).rejects.toThrow(
      fault("InputError", `deletions: no such file, got ${missing}`),
    );
  });
});
