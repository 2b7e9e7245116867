import { describe, expect, it } from "vitest";
import { temporary } from "../cli/madeUp.js";
import recorded from "../fixtures/weighing.json" with { type: "json" };
import { shippedCase } from "../reports/cases.js";
import { apart } from "./apartWeighing.js";
import { bounds, type JudgedRow, judged, judges, prepared, views } from "./judgedWeighing.js";

const folder = temporary();
const { promised, whole } = recorded;
const ids = whole.map((row) => row.under);
const rows: readonly JudgedRow[] = recorded.judged;
const all = promised.length - 1;

/** What the luck of the judges adds to the variance of two shares where only a sum is seen. */
const luck = (2 * 0.02 ** 2) / judges;

/** Whether two shares, found in so many sets each, differ by no more than chance does but once in a thousand times. */
function expectAlike(found: number, of: number, share: number, from: number, what: string): void {
  const more = what.startsWith(views[0].name) ? luck : 0;
  const p = (found + share * from) / (of + from);
  const most = 3.29 * Math.sqrt(p * (1 - p) * (1 / of + 1 / from) + more) + 1 / of;
  expect(Math.abs(found / of - share), `${what}: ${found} of ${of}, promised ${share}`).toBeLessThan(most);
}

function expectPromised({ sets, views: seen, weighings, weighed }: JudgedRow, h: number): void {
  seen.forEach(({ picks }, v) => {
    const { view, matrix, draws } = promised[v];
    picks.forEach((picked, i) => {
      expectAlike(picked, sets, matrix[h][i], draws, `${view}: ${ids[h]} taken for ${ids[i]}`);
    });
  });
  weighed.forEach((picked, i) => {
    const { matrix, draws } = promised[all];
    expectAlike(picked, weighings, matrix[h][i], draws, `weigh: ${ids[h]} taken for ${ids[i]}`);
  });
}

const accuracy = (view: string, months: string, { drift, known }: { drift?: number; known?: string } = {}): number =>
  recorded.apart.find((row) => row.view === view && row.months === months && row.drift === drift && row.known === known)
    ?.accuracy ?? Number.NaN;

describe("months made under each explanation of the shipped report by a path of their own", () => {
  it("were taken for it, and for each other one, as often as separation promised, whatever was seen", () => {
    expect(promised.map((one) => one.view)).toEqual(views.map((one) => one.name));
    expect(rows.every((row) => row.sets >= 1000 && row.weighings >= 200)).toBe(true);
    rows.forEach(expectPromised);
  });

  it("came out first of each two as often as separation promised", () => {
    for (const [v, { view, pairs, draws }] of promised.entries()) {
      for (const { one, other, accuracy } of pairs) {
        const [i, j] = [ids.indexOf(one), ids.indexOf(other)];
        const right = rows[i].views[v].wins[j] + rows[j].views[v].wins[i];
        expectAlike(right, rows[i].sets + rows[j].sets, accuracy, 2 * draws, `${view}: ${one} or ${other}`);
      }
    }
  });

  it("are so again with fresh sets", { timeout: 900_000 }, async () => {
    const { report, snapshots } = await shippedCase(folder);
    const made = await prepared(report, snapshots[report.weighing?.on ?? ""]);
    expect(made.drift).toBe(recorded.drift);
    for (const h of [0, 1]) expectPromised(judged(made, h, { sets: 30, weighings: 8, seed: 5 }), h);
  });

  it("got probabilities that were right as often as they said", () => {
    expect(recorded.bounds).toEqual(bounds);
    bounds.slice(1).forEach((bound, b) => {
      const bins = rows.map((row) => row.bins[b]);
      const sum = (of: "said" | "variance" | "so"): number => bins.reduce((all, bin) => all + bin[of], 0);
      const most = 3.29 * Math.sqrt(sum("variance")) + 1;
      expect(Math.abs(sum("so") - sum("said")), `up to ${bound}: ${sum("so")} so, ${sum("said")} said`).toBeLessThan(
        most,
      );
    });
  });

  it("never had an explanation called failed that was so, nor any called held: six months cannot hold one", () => {
    rows.forEach(({ failed, held }, h) => {
      expect(failed[h]).toBe(0);
      expect(held).toEqual(ids.map(() => 0));
    });
  });

  it("are judged by weigh from a file of totals as by the short way here", () => {
    expect(whole).toHaveLength(rows.length);
    for (const { isSame, off } of whole) {
      expect(isSame).toBe(true);
      expect(off).toBeLessThan(1e-9);
    }
  });
});

describe("flooding and redeployment", () => {
  const [sum, zones, north] = views.map((view) => view.name);

  it("are told apart better zone by zone than by their sum, and best with the north", () => {
    expect(recorded.apart.map(({ draws, accuracy, ...row }) => row)).toEqual(apart);
    expect(accuracy(zones, "all six") - accuracy(sum, "all six")).toBeGreaterThan(0.04);
    expect(accuracy(north, "all six") - accuracy(sum, "all six")).toBeGreaterThan(0.08);
    expect(accuracy(sum, "all six")).toBeLessThan(0.68);
    expect(accuracy(north, "all six")).toBeLessThan(0.8);
  });

  it("are not told apart for sure even without drift, which blurs them little", () => {
    for (const view of [sum, zones, north]) {
      const [none, now] = [accuracy(view, "all six", { drift: 0 }), accuracy(view, "all six")];
      expect(none).toBeGreaterThan(now);
      expect(none - now).toBeLessThan(0.06);
    }
    expect(accuracy(north, "all six", { drift: 0 })).toBeLessThan(0.85);
  });

  it("would be told apart better if sizes were known, or that the end is late, and best without drift then", () => {
    const now = accuracy(north, "all six");
    const end = accuracy(north, "all six", { known: "end" });
    expect(accuracy(north, "all six", { known: "sizes" })).toBeGreaterThan(now + 0.02);
    expect(end).toBeGreaterThan(now + 0.02);
    expect(accuracy(north, "all six", { drift: 0, known: "end" })).toBeGreaterThan(end + 0.02);
  });

  it("are told apart worse by some of the months than by all", () => {
    for (const view of [sum, zones, north]) {
      for (const months of ["January and February", "March to June"])
        expect(accuracy(view, months)).toBeLessThan(accuracy(view, "all six"));
    }
  });
});
