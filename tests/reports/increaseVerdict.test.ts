import { describe, expect, it } from "vitest";
import type { Check, Verdict } from "../../src/index.js";
import { increaseVerdict } from "../../src/reports/increaseVerdict.js";
import { type Counts, temporary, usual } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();

async function increased(
  some: Partial<Extract<Check, { type: "increase" }>>,
  counts: Counts = usual,
): Promise<Verdict> {
  const { report, snapshots } = await madeUpCase(folder, { counts });
  const claim = report.claims.find((one) => one.id === "lasts") ?? report.claims[0];
  if (claim.check?.type !== "increase") throw new Error("no increase");
  const check = { ...claim.check, ...some };
  return await increaseVerdict(report, claim, check, check.measured[0], snapshots["wire"], 0.95);
}

describe("an increase that was waited for", () => {
  it("holds where the whole interval lies above no change", async () => {
    const found = await increased({ after: "summer" });
    expect(found).toMatchObject({ id: "lasts/wire/coast", verdict: "holds", n: 126, counts: [50, 76], scale: "ratio" });
    expect(found.says).toBe("more raids in autumn than in spring");
  });

  it("fails where it lies below, and is uncertain between", async () => {
    expect((await increased({ before: "summer", after: "autumn" })).verdict).toBe("fails");
    expect((await increased({})).verdict).toBe("uncertain");
  });

  it("says what the same months of earlier years did, as far as the data go", async () => {
    const found = await increased({});
    // 2019: 11 + 10 in August and September after 9 + 11 + 10 + 8: 10.5 against 9.5 a month
    expect(found.reading).toMatch(/; the same months of the 1 years? before rose in 1 \(ratios 1\.11\)$/);
    const { "2020-01": a, "2020-02": b, "2020-03": c, "2020-04": d, "2020-08": e, "2020-09": f } = usual["coast"];
    const young = { coast: { "2020-01": a, "2020-02": b, "2020-03": c, "2020-04": d, "2020-08": e, "2020-09": f } };
    expect((await increased({}, young)).reading).toMatch(/; no earlier year to say what is usual$/);
  });

  it("says how often an increase by half would have been told", async () => {
    const found = await increased({});
    expect(found.couldFail).toBe(
      "seldom: an increase by half would be told from none in about 37% of so many events with this spread",
    );
  });

  it("cannot be compared where the data have not come so far", async () => {
    const found = await increased({ after: "later" });
    expect(found).toMatchObject({ verdict: "cannot be compared", n: 0 });
    expect(found.reading).toMatch(/^coast: wire covers 2019-01-01 to 2020-11-01, got /);
  });

  it("is clear, without an estimate, where nothing happened before and much after", async () => {
    const quiet = { ...usual, coast: { ...usual["coast"], "2020-01": 0, "2020-02": 0, "2020-03": 0, "2020-04": 0 } };
    const found = await increased({}, quiet);
    expect(found.verdict).toBe("holds");
    expect(found.estimate).toBeUndefined();
    expect(found.interval?.[1]).toBeNull();
    expect(found.reading).toContain("25 in 2 months after 0 in 4: at least ");
  });
});
