import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import type { Check, Figure, Measured, Report, Verdict } from "../../src/index.js";
import { shareVerdict } from "../../src/reports/shareVerdict.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});

const coast: Measured = {
  ...{ on: "wire", label: "on the coast", where: { zone: ["coast", "hills"] }, measure: { share: { zone: "coast" } } },
};

/** Of the raids on coast and hills the coast had 50 of 70 in spring and 76 of 91 in summer. */
async function judged(
  against: Extract<Check, { type: "share" }>["against"],
  word: "more" | "less" = "more",
  measured: Measured = coast,
  old: Partial<Figure> = {},
): Promise<Verdict> {
  const figure = (id: string, window: string): Figure => ({
    ...made.report.figures[0],
    ...{ id, what: "share", printed: "70", window, measured: [measured] },
  });
  const figures = [figure("now", "summer"), { ...figure("then", "spring"), ...old }];
  const report: Report = { ...made.report, figures };
  const check = { type: "share", figure: "now", against, word } as const;
  return await shareVerdict(report, report.claims[0], check, measured, made.snapshots["wire"], 0.95);
}

describe("a share that is claimed to be larger or smaller", () => {
  it("is uncertain where it cannot be told from the other, by Fisher's test", async () => {
    const found = await judged(["then"]);
    expect(found).toMatchObject({
      verdict: "uncertain",
      claim: "raids-double",
      n: 91,
      estimate: 76 / 91,
      scale: "share",
    });
    // R: binom.test(76, 91); of 91 against 50 of 70, fisher.test is clear from 78 up and from 50 down
    expect(found.interval?.map((end) => end?.toFixed(6))).toEqual(["0.742743", "0.904704"]);
    expect(found.reading).toBe("on the coast: 76 of 91, 84% [74%, 90%]; cannot be told from 71% (50 of 70)");
    expect(found.couldFail).toBe("yes: of 91 50 or fewer and 78 or more would have been told from 71% (50 of 70)");
  });

  it("holds on the side claimed and fails on the other, against a percentage", async () => {
    expect((await judged([50])).verdict).toBe("holds");
    expect((await judged([50], "less")).verdict).toBe("fails");
    expect((await judged([95], "less")).verdict).toBe("holds");
    // R: binom.test of 91 is clear of a half from 56 up and from 35 down
    expect((await judged([50])).couldFail).toBe("yes: of 91 35 or fewer and 56 or more would have been told from 50%");
  });

  it("holds only where it lies so against every other", async () => {
    expect((await judged([50, "then"])).verdict).toBe("uncertain");
    expect((await judged([50, 95])).verdict).toBe("fails");
  });

  it("cannot be compared without a share, with one counted otherwise, or without a whole", async () => {
    const { measure, ...events } = coast;
    expect((await judged([50], "more", events)).reading).toBe("on the coast: no share was counted");
    expect((await judged(["then"], "more", coast, { measured: [] })).reading).toBe(
      "on the coast: then was not measured alike",
    );
    const later = await judged(["then"], "more", coast, { window: "later" });
    expect(later).toMatchObject({ verdict: "cannot be compared", n: 0 });
  });
});
