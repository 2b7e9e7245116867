import { describe, expect, it } from "vitest";
import { matches, type Where } from "../../src/index.js";
import { made } from "../store/trial.js";

const event = made({ day: "2023-02-01", zone: "hill", deaths: 3, precision: "week", notes: "Cattle LOOTED, É" }, 0);
const meets = (where: Where) => matches(event, where);

describe("matches", () => {
  it("holds without criteria, and needs all that are given", () => {
    expect(meets({})).toBe(true);
    expect(meets({ zone: "hill", minDeaths: 3 })).toBe(true);
    expect(meets({ zone: "hill", minDeaths: 4 })).toBe(false);
  });

  it("takes any of a list, and either side for an actor", () => {
    expect(meets({ zone: ["river", "hill"] })).toBe(true);
    expect(meets({ side1: "Rebels" })).toBe(false);
    expect([meets({ actor: "Rebels" }), meets({ actor: ["x", "Army"] }), meets({ actor: "x" })]).toEqual([
      ...[true, true, false],
    ]);
  });

  it("takes what the event does not say for nothing that was asked, so that not keeps it", () => {
    expect(meets({ place: "" })).toBe(false);
    expect(meets({ not: { place: "" } })).toBe(true);
    expect(matches(made({ day: "2023-01-01" }, 0), { notes: "" })).toBe(false);
  });

  it("is half-open in time and counts from the coarsest precision wanted down", () => {
    expect([meets({ since: "2023-02-01" }), meets({ until: "2023-02-01" })]).toEqual([true, false]);
    expect([meets({ precision: "day" }), meets({ precision: "week" }), meets({ precision: "year" })]).toEqual([
      ...[false, true, true],
    ]);
  });

  it("finds text in the notes, the case of A to Z aside and of no other letter", () => {
    expect([meets({ notes: "cattle looted" }), meets({ notes: ["x", "É"] }), meets({ notes: "é" })]).toEqual([
      ...[true, true, false],
    ]);
  });

  it("looks inside any and not", () => {
    expect(meets({ any: [{ zone: "river" }, { not: { zone: "river" } }] })).toBe(true);
    expect(meets({ any: [{ zone: "river" }, { civilians: true }] })).toBe(false);
    expect(meets({ not: { any: [{ zone: "hill" }] } })).toBe(false);
  });
});
