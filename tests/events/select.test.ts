import { describe, expect, it } from "vitest";
import { type Snapshot, select } from "../../src/index.js";
import { fault } from "../store/trial.js";

const snapshot: Snapshot = Object.freeze({
  ...{ name: "trial", source: "diary", asOf: "2024-01-01", hash: "h", codebook: "trial", store: "nowhere" },
  covers: { since: "2023-01-01", until: "2024-01-01" },
  where: Object.freeze([]),
});

describe("select", () => {
  it("adds criteria to those that hold already, reads nothing, and leaves the snapshot as it was", () => {
    const one = select(snapshot, { zone: "hill" });
    const two = select(one, { since: "2023-02-01" });
    expect(two).toEqual({ ...snapshot, where: [{ zone: "hill" }, { since: "2023-02-01" }] });
    expect(one.where).toEqual([{ zone: "hill" }]);
    expect(snapshot.where).toEqual([]);
  });

  it("refuses what is not a criterion", () => {
    expect(() => select(snapshot, { since: "2023-02-30" })).toThrow(
      fault("InputError", 'select: since needs a day as YYYY-MM-DD, got "2023-02-30"'),
    );
  });
});
