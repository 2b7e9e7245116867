import { describe, expect, it } from "vitest";
import { places, select } from "../../src/index.js";
import { storedStamped } from "../store/stamped.js";
import { fault, type Made, stored, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const ford = { lat: 14.5, lon: -4.1 };
const rows: readonly Made[] = [
  { day: "2023-03-01", ...ford },
  { day: "2023-03-31", ...ford, events: 4, kind: "raid" },
  { day: "2023-03-05", lat: 14.5, lon: -4.2 },
  { day: "2023-03-05" },
  { day: "2023-04-02", lat: 0, lon: 0, zone: "hill", admin1: "Hill" },
  { day: "2023-05-01", lat: 14.5 },
];
const snapshot = await stored(folder, rows, { more: ["lat", "lon"] });

describe("places", () => {
  it("adds up the events of each point and period, those without coordinates left out", async () => {
    expect(await places(snapshot, { every: "month" })).toEqual([
      { period: "2023-03-01", lat: 14.5, lon: -4.2, events: 1 },
      { period: "2023-03-01", lat: 14.5, lon: -4.1, events: 5 },
      { period: "2023-04-01", lat: 0, lon: 0, events: 1 },
    ]);
  });

  it("names a period by its first day, a week by its Monday", async () => {
    const periods = async (every: "day" | "week" | "quarter" | "year") =>
      (await places(select(snapshot, { not: { kind: "raid" } }), { every })).map(({ period }) => period);
    expect(await periods("day")).toEqual(["2023-03-01", "2023-03-05", "2023-04-02"]);
    expect(await periods("week")).toEqual(["2023-02-27", "2023-02-27", "2023-03-27"]);
    expect(await periods("quarter")).toEqual(["2023-01-01", "2023-01-01", "2023-04-01"]);
    expect(await periods("year")).toEqual(["2023-01-01", "2023-01-01", "2023-01-01"]);
  });

  it("keeps to the criteria of a selection, and is empty where none lies in it", async () => {
    expect(await places(select(snapshot, { zone: "inhabited" }), { every: "year" })).toEqual([
      { period: "2023-01-01", lat: 0, lon: 0, events: 1 },
    ]);
    expect(await places(select(snapshot, { kind: "feast" }), { every: "year" })).toEqual([]);
  });

  it("refuses a period that there is not, and a publisher without coordinates", async () => {
    await expect(places(snapshot, { every: "decade" as "year" })).rejects.toThrow(
      fault("InputError", "places: every needs one of day, week, month, quarter, year, got decade"),
    );
    const blind = await storedStamped(folder, ["a 2023-05-01 1 Hill 2023-05-02T10:00"]);
    await expect(places(blind, { every: "month" })).rejects.toThrow(
      fault("InputError", "places: stamped says nothing of lat, lon"),
    );
  });
});
