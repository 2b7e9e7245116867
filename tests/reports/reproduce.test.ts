import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { count, type Figure, type Measured, reproduce, select, type Verdict } from "../../src/index.js";
import { figureOf } from "../../src/reports/figures.js";
import { levelVerdict } from "../../src/reports/levelVerdict.js";
import { temporary } from "../cli/madeUp.js";
import { expectDigits } from "../close.js";
import { madeUpCase, shippedCase, weeklyCase } from "./cases.js";

const folder = temporary();
let shipped: Case;
let verdicts: readonly Verdict[];
beforeAll(async () => {
  shipped = await shippedCase(folder);
  verdicts = await reproduce(shipped.report, shipped.snapshots, { level: 0.95 });
});
const of = (id: string): Verdict | undefined => verdicts.find((one) => one.id.startsWith(id));

describe("the shipped report beside the shipped data", () => {
  it("finds 36 lethal events in seven months and 11 in four, the report's own ratio (UCDP)", () => {
    const found = of("forces-halve-mopti/ucdp-ged-mali");
    expect(found).toMatchObject({ counts: [36, 11], n: 47, verdict: "uncertain" });
    expect(found?.estimate?.toFixed(4)).toBe("0.5347");
    expect(found?.reading).toContain("11 in 4 months after 36 in 7");
    expect(of("engagements-mopti-before/ucdp-ged-mali")).toMatchObject({ n: 36, estimate: 36 / 7 });
    expect(of("engagements-mopti-after/ucdp-ged-mali")).toMatchObject({ n: 11, estimate: 11 / 4 });
  });

  it("calls every level counted by a proxy not comparable, and no ratio of one a level", () => {
    const proxied = verdicts.filter((one) => one.proxy !== undefined && one.scale === "rate");
    expect(proxied.length).toBeGreaterThan(4);
    expect(new Set(proxied.map((one) => one.verdict))).toEqual(new Set(["cannot be compared"]));
  });

  it("cannot compare who started it, and says that UCDP does not say", () => {
    for (const id of ["initiated-mopti-before/ucdp-ged-mali", "forces-initiate-half-mopti/ucdp-ged-mali"]) {
      expect(of(id)).toMatchObject({ verdict: "cannot be compared", n: 0 });
      expect(of(id)?.reading).toBe(
        "state-initiated: UCDP names the government first by rule, so its sides do not say who attacked",
      );
    }
  });

  it("cannot compare actors on totals without actors, and says so", () => {
    expect(of("engagements-mopti-before/acled-hdx-mali/engagements of state forces")).toMatchObject({
      verdict: "cannot be compared",
      n: 0,
    });
    expect(of("engagements-mopti-before/acled-hdx-mali/engagements of state forces")?.reading).toBe(
      "engagements of state forces: acled-hdx-mali says nothing of side1, side2",
    );
    expect(of("attacks-since-19-november/acled-hdx-mali")?.verdict).toBe("cannot be compared");
  });

  it("cannot compare what the data do not cover, nor months cut in two", () => {
    const rebound = verdicts.find((one) => one.id.startsWith("rebound/ucdp-ged-mali/"));
    expect(rebound).toMatchObject({ verdict: "cannot be compared", n: 0 });
    expect(rebound?.reading).toMatch(/ucdp-ged-mali covers 2012-01-01 to 2024-01-01, got until 2024-07-01$/);
    expect(of("attacks-since-19-november/ucdp-ged-mali")?.reading).toMatch(
      /known only to the month, which 2023-1\d-\d\d cuts in two$/,
    );
  });

  it("finds the rebound of the delta and of the plateau", () => {
    const rebound = (zone: string): Verdict | undefined => of(`rebound/acled-hdx-mali/Mopti, ${zone}`);
    expect(rebound("inner delta")).toMatchObject({ verdict: "holds", counts: [39, 98] });
    expect(rebound("plateau")).toMatchObject({ verdict: "holds", counts: [76, 163] });
    expect(rebound("inner delta")?.estimate?.toFixed(2)).toBe("1.68");
    expect(rebound("plateau")?.estimate?.toFixed(2)).toBe("1.43");
  });

  it("names each verdict once, with its snapshot, and never a number without its n and interval", () => {
    expect(new Set(verdicts.map((one) => one.id)).size).toBe(verdicts.length);
    for (const one of verdicts) {
      const snapshot = shipped.snapshots[one.data.name];
      expect(one.data).toEqual({ name: snapshot.name, asOf: snapshot.asOf, hash: snapshot.hash });
      expect(one.reading).not.toMatch(/undefined|NaN/);
      if (one.estimate !== undefined) expect(one).toMatchObject({ level: 0.95, n: expect.any(Number) });
      expect(one.estimate === undefined || (one.interval !== undefined && one.n > 0)).toBe(true);
    }
  });
});

// The working notes on the first case (FINDINGS): monthly means of all violence, made by another program.
describe("the shipped totals", () => {
  const measured = (zone: string): Measured => ({ on: "acled-hdx-mali", label: zone, where: { zone } });
  const rounded = async (zone: string, printed: string, name: string): Promise<Verdict> => {
    const figure: Figure = {
      ...figureOf(shipped.report, "engagements-mopti-before"),
      printed,
      window: name,
      measured: [measured(zone)],
    };
    return await levelVerdict(shipped.report, figure, measured(zone), shipped.snapshots["acled-hdx-mali"], 0.95);
  };

  it("have the monthly means of the notes, zone by zone", async () => {
    const notes = {
      "mopti-delta": ["20.6", "9.8", "16.3"],
      "mopti-plateau": ["23.9", "19.0", "27.2"],
      segou: ["24.7", "28.2", "28.2"],
      north: ["41.9", "70.2", "52.2"],
    };
    for (const [zone, means] of Object.entries(notes)) {
      for (const [i, name] of ["january-july", "since-august", "early-2024"].entries()) {
        const found = await rounded(zone, means[i], name);
        expect(Math.abs((found.estimate ?? 0) - Number(means[i])), `${zone} ${name}`).toBeLessThanOrEqual(0.0501);
        expect(found.verdict).toBe("agrees");
      }
    }
  });

  it("count a quarter of the report's engagements in UCDP, before and after, and the same change", () => {
    const found = of("forces-halve-mopti/ucdp-ged-mali/government v JNIM, lethal events/level");
    expect(found).toMatchObject({ claim: "forces-halve-mopti", counts: [36, 11], scale: "ratio of ratios" });
    expectDigits(found?.estimate ?? 0, 2.75 / 11 / (36 / 7 / 20.5), 13);
    expect(found?.reading).toContain("0.25 [0.17, 0.36] times as many before, 0.25 [0.12, 0.49] after: levels differ");
    // 36 and 11 events cannot tell a halving from no change, so the agreement of the ratios decides nothing.
    expect(found?.verdict).toBe("uncertain");
  });

  it("count twice the report's engagements in all violence, with a change like the one printed", () => {
    const found = of("forces-halve-mopti/acled-hdx-mali/all political violence/level");
    expect(found).toMatchObject({ verdict: "agrees", counts: [311, 115] });
    expect(found?.reading).toContain("levels differ, the change does not");
  });
});

describe("a report that counts by the week", () => {
  it("goes through every figure and claim, counted by whole weeks", async () => {
    const { report, snapshot } = await weeklyCase(folder);
    const found = await reproduce(report, { gazette: snapshot }, { level: 0.95 });
    expect(found.map((one) => [one.id, one.verdict])).toEqual([
      ["june/gazette/all", "agrees"],
      ["autumn/gazette/all", "agrees"],
      ["july/gazette/all", "differs"],
      ["battles/gazette/all", "agrees"],
      ["fewer/gazette/all", "uncertain"],
      ["fewer/gazette/all/level", "uncertain"],
      ["many/gazette/all", "holds"],
      ["more/gazette/all", "uncertain"],
    ]);
    const [june, , july, battles] = found;
    const [total] = await count(select(snapshot, { zone: "inland", since: "2023-07-01", until: "2023-08-01" }), {
      every: "month",
    });
    expect(june.n).toBe((june.estimate ?? 0) * 4);
    expect(july).toMatchObject({ n: total.values[0], estimate: total.values[0] });
    expect(battles).toMatchObject({ scale: "share", n: june.n });
    expect(found.filter((one) => /months/.test(one.reading))).toEqual([]);
    expect(found[4].reading).toMatch(/ in 4 weeks after \d+ in 4: /);
    expect(found[7].reading).toMatch(/; no earlier year to say what is usual$/);
    for (const one of found) expect(one.how).toMatch(/^(events|events of the kind and of the whole) by week/);
  });
});

describe("reproducing a report", () => {
  it("uses only the evidence that is here", async () => {
    const { report, snapshots } = await madeUpCase(folder);
    const found = await reproduce(report, { wire: snapshots["wire"] }, { level: 0.95 });
    expect(found.map((one) => [one.id, one.verdict])).toEqual([
      ["raids-spring/wire/all raids", "agrees"],
      ["raids-summer/wire/all raids", "agrees"],
      ["raids-fortnight/wire/all raids", "cannot be compared"],
      ["raids-double/wire/all raids", "agrees"],
      ["raids-double/wire/all raids/level", "agrees"],
      ["lasts/wire/coast", "uncertain"],
    ]);
    expect(await reproduce(report, {}, { level: 0.95 })).toEqual([]);
  });

  it("compares before with after only where both were measured alike", async () => {
    const { report, snapshots } = await madeUpCase(folder, {
      change: (same) => ({
        ...same,
        figures: same.figures.map((one) =>
          one.id === "raids-summer"
            ? { ...one, measured: one.measured.map((way) => ({ ...way, label: `other ${way.label}` })) }
            : one,
        ),
      }),
    });
    const found = await reproduce(report, snapshots, { level: 0.95 });
    expect(found.filter((one) => one.id.startsWith("raids-double"))).toEqual([]);
  });
});
