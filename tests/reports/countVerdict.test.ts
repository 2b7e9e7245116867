import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import type { Check, Measured, Verdict } from "../../src/index.js";
import { countVerdict } from "../../src/reports/countVerdict.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});

/** Fifty raids on the coast from January to April; Garwood's interval is 37.11 to 65.92. */
async function judged(
  bounds: Partial<Extract<Check, { type: "count" }>>,
  some: Partial<Measured> = {},
): Promise<Verdict> {
  const measured: Measured = { on: "wire", label: "raids", where: { zone: "coast" }, ...some };
  const check = { type: "count", window: "spring", measured: [measured], ...bounds } as const;
  return await countVerdict(made.report, made.report.claims[0], check, measured, made.snapshots["wire"], 0.95);
}
const word = async (...of: Parameters<typeof judged>): Promise<string> => (await judged(...of)).verdict;

describe("a claim of a count", () => {
  it("holds where so many were counted, fails where the whole interval is short, is uncertain between", async () => {
    expect(await word({ atLeast: 50 })).toBe("holds");
    expect(await word({ atLeast: 51 })).toBe("uncertain");
    expect(await word({ atLeast: 66 })).toBe("fails");
  });

  it("of so many at most fails where more were counted, and holds where the whole interval is below", async () => {
    expect(await word({ atMost: 49 })).toBe("fails");
    expect(await word({ atMost: 50 })).toBe("uncertain");
    expect(await word({ atMost: 66 })).toBe("holds");
    expect(await word({ atLeast: 40, atMost: 66 })).toBe("holds");
    expect(await word({ atLeast: 60, atMost: 66 })).toBe("uncertain");
    expect(await word({ atLeast: 10, atMost: 20 })).toBe("fails");
  });

  it("says what was counted, with its interval, bounds, claim and error rate", async () => {
    const found = await judged({ atLeast: 5 });
    expect(found).toMatchObject({ claim: "raids-double", n: 50, estimate: 50, scale: "count", level: 0.95 });
    expect(found.reading).toBe("raids: 50 events in January to April 2020, 50.00 [37.11, 65.92], against at least 5");
    // A mean of 2.5 gives fewer than 5 with chance 0.8912 (R: ppois(4, 2.5))
    expect(found.couldFail).toBe("yes: a mean of half of 5 would fall short in 89% of such windows, if Poisson");
    // 1 - ppois(3, 6) = 0.8488
    expect((await judged({ atMost: 3 })).couldFail).toBe(
      "yes: a mean of twice 3 would exceed it in 85% of such windows, if Poisson",
    );
  });

  it("by a proxy that misses some may hold, and never fails for want of them", async () => {
    const fewer = { proxy: "only raids in print", counts: "fewer" } as const;
    expect(await word({ atLeast: 50 }, fewer)).toBe("holds");
    expect(await word({ atMost: 49 }, fewer)).toBe("fails");
    expect(await word({ atMost: 500 }, fewer)).toBe("cannot be compared");
    const short = await judged({ atLeast: 500 }, fewer);
    expect(short).toMatchObject({ verdict: "cannot be compared", n: 50 });
    expect(short.reading).toMatch(/; a proxy that misses some cannot say that there were no more$/);
    expect(short.couldFail).toBe("no: the count and the claim are not on one scale");
  });

  it("by a proxy that takes in others may fail, and never holds for their sake", async () => {
    const more = { proxy: "every quarrel", counts: "more" } as const;
    expect(await word({ atLeast: 500 }, more)).toBe("fails");
    expect((await judged({ atLeast: 5 }, more)).reading).toMatch(/cannot say that there were so many$/);
    expect(await word({ atLeast: 5 }, more)).toBe("cannot be compared");
    expect(await word({ atMost: 66 }, more)).toBe("holds");
    expect(await word({ atMost: 49 }, more)).toBe("cannot be compared");
  });

  it("by a proxy that may do both decides nothing", async () => {
    for (const bounds of [{ atLeast: 5 }, { atLeast: 500 }, { atMost: 5 }, { atMost: 500 }])
      expect(await word(bounds, { proxy: "quarrels in print" })).toBe("cannot be compared");
  });

  it("cannot be compared with a share, or outside what the data cover", async () => {
    expect((await judged({ atLeast: 5 }, { measure: { share: { zone: "coast" } } })).reading).toBe(
      "raids: a share is no count",
    );
    expect((await judged({ atLeast: 5, window: "later" })).verdict).toBe("cannot be compared");
  });
});
