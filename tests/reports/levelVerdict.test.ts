import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import type { Figure, Verdict } from "../../src/index.js";
import { levelVerdict } from "../../src/reports/levelVerdict.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});

async function levelled(some: Partial<Figure>, proxy?: string): Promise<Verdict> {
  const figure: Figure = { ...made.report.figures[0], ...some };
  const measured = { ...figure.measured[0], ...(proxy && { proxy }) };
  return await levelVerdict(made.report, figure, measured, made.snapshots["wire"], 0.95);
}

describe("a figure beside its count", () => {
  it("agrees where it lies in the interval of the rate counted", async () => {
    const found = await levelled({});
    expect(found).toMatchObject({ verdict: "agrees", n: 50, estimate: 12.5, scale: "rate", level: 0.95 });
    expect(found).toMatchObject({
      id: "raids-spring/wire/all raids",
      says: "Raids on the coast, spring: 12.5 a month",
    });
    expect(found.reading).toBe("all raids: 50 events, 12.50 [9.28, 16.48] a month");
    expect(found.couldFail).toBe("yes: any figure outside 12.50 [9.28, 16.48] would have differed");
  });

  it("differs where it lies outside, above or below", async () => {
    expect((await levelled({ printed: "9.2" })).verdict).toBe("differs");
    expect((await levelled({ printed: "16.5" })).verdict).toBe("differs");
  });

  it("agrees with any count above it where it says at least", async () => {
    const found = await levelled({ printed: "9.2", atLeast: true });
    expect(found.verdict).toBe("agrees");
    expect(found.says).toBe("Raids on the coast, spring: at least 9.2 a month");
    expect((await levelled({ printed: "16.5", atLeast: true })).verdict).toBe("differs");
  });

  it("counts by the week, and whole, where the figure is so", async () => {
    expect((await levelled({ per: "week", printed: "2.9" })).estimate).toBeCloseTo(50 / (121 / 7), 12);
    expect(await levelled({ what: "count", printed: "50" })).toMatchObject({ estimate: 50, verdict: "agrees" });
  });

  it("is never said to agree in level by a proxy, but keeps its count", async () => {
    const found = await levelled({}, "raids that came to court");
    expect(found).toMatchObject({ verdict: "cannot be compared", n: 50, proxy: "raids that came to court" });
    expect(found.couldFail).toBe("no: levels of a proxy and of the report's own counts are not on one scale");
  });

  it("agrees where any value of a printed range lies in the interval", async () => {
    expect(await levelled({ printed: "17", to: "20" })).toMatchObject({
      verdict: "differs",
      says: "Raids on the coast, spring: 17 to 20 a month",
    });
    expect((await levelled({ printed: "16", to: "20" })).verdict).toBe("agrees");
    expect((await levelled({ printed: "2", to: "9" })).verdict).toBe("differs");
    expect((await levelled({ printed: "2", to: "30" })).verdict).toBe("agrees");
  });

  it("reads a quantity in words, or a number with a hedge, by the range of its words", async () => {
    const found = await levelled({ what: "quantity", printed: "more than twelve" });
    expect(found).toMatchObject({ verdict: "agrees", n: 50, estimate: 50 });
    expect(found.reading).toBe('all raids: 50 events, 50.00 [37.11, 65.92]; "more than twelve" read as more than 12');
    expect((await levelled({ what: "quantity", printed: "about five" })).verdict).toBe("differs");
  });

  it("cannot be compared where words have no range", async () => {
    expect((await levelled({ what: "quantity", printed: "oodles" })).reading).toBe(
      'all raids: no range is known for "oodles"',
    );
  });

  it("cannot be compared where a share is held against a rate, or the reverse", async () => {
    const share = { measure: { share: { zone: "hills" } } };
    expect((await levelled({ what: "share", printed: "33" })).reading).toMatch(/: the figure is a share, and none was/);
    const mean = made.report.figures[0];
    const found = await levelVerdict(
      made.report,
      mean,
      { ...mean.measured[0], ...share },
      made.snapshots["wire"],
      0.95,
    );
    expect(found.reading).toMatch(/: a share was counted, and the figure is none$/);
  });

  it("holds a share against Clopper and Pearson's interval, and says when there is no whole", async () => {
    const figure = (printed: string): Figure => ({ ...made.report.figures[0], what: "share", printed });
    const zones = (zone: string) => ({
      ...{ on: "wire", label: "on the coast", where: { zone: ["coast", "hills"] } },
      measure: { share: { zone } },
    });
    const shared = async (printed: string): Promise<Verdict> =>
      await levelVerdict(made.report, figure(printed), zones("coast"), made.snapshots["wire"], 0.95);
    // 50 of 70: R's binom.test gives 0.5937822016 to 0.8159543914
    const found = await shared("60");
    expect(found).toMatchObject({ verdict: "agrees", n: 70, estimate: 50 / 70, scale: "share" });
    expect(found.interval?.map((end) => end?.toFixed(4))).toEqual(["0.5938", "0.8160"]);
    expect(found.says).toBe("Raids on the coast, spring: 60%");
    expect((await shared("59")).verdict).toBe("differs");
    expect((await shared("82")).verdict).toBe("differs");
  });

  it("cannot be compared outside what the data cover", async () => {
    const found = await levelled({ window: "later" });
    expect(found).toMatchObject({ verdict: "cannot be compared", n: 0 });
    expect(found.reading).toMatch(/^all raids: wire covers 2019-01-01 to 2020-11-01, got /);
  });
});
