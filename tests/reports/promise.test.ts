import { describe, expect, it } from "vitest";
import { binomialTails } from "../../src/distributions/binomial.js";
import { type Report, separation, weigh } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { evidenceOf } from "../../src/reports/evidenceOf.js";
import { coarse } from "../../src/reports/grids.js";
import { storiesOf } from "../../src/reports/stories.js";
import { fitStory } from "../../src/reports/storyFit.js";
import { countsBack, recordOf } from "../../src/reports/timeline.js";
import { type Counts, temporary, usual } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

/*
 * Data are made under each explanation by a path of its own: sizes, ends, dispersions and rates are proposed at random and
 * kept in proportion to the chance that they gave to the past, which is worked out here term by term; then months are
 * drawn. Weighing them must find the explanation they were made under as often as was promised before.
 */

const folder = temporary();
const drift = 0.25;
const uniform = random(20_201);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];

const past = {
  coast: [12, 9, 14, 11, 30, 34, 27],
  hills: [25, 31, 28, 26, 16, 14, 18],
};
const days = { past: [31, 29, 31, 30, 31, 30, 31], ahead: [31, 30] };
const ends = [8, 9, 10, 99];

/** The first explanation lasts from May until an end, in both zones; the second is over by August on the coast alone. */
const stories = [
  {
    zones: [0, 1],
    centres: [Math.log(2), Math.log(0.7)],
    sds: [0.4, 0.3],
    course: (_: number, month: number, end: number) => (month >= 5 && month < end ? 1 : 0),
  },
  {
    zones: [0, 1],
    centres: [Math.log(2), Math.log(0.7)],
    sds: [0.4, 0.3],
    course: (zone: number, month: number) => (zone === 1 ? (month >= 5 ? 1 : 0) : month >= 5 && month <= 7 ? 1 : 0),
  },
];

const report = (made: Report): Report => ({
  ...made,
  hypotheses: [
    {
      ...{ id: "lasting", label: "Lasting", by: "us", says: "so" },
      supposes: [
        { name: "boats", zones: ["coast"], since: "2020-05-01", lasts: "until the end", size: { median: 2, sd: 0.4 } },
        { name: "men", zones: ["hills"], since: "2020-05-01", lasts: "until the end", size: { median: 0.7, sd: 0.3 } },
      ],
      ends: ["2020-08-01", "2020-09-01", "2020-10-01", "never"],
    },
    {
      ...{ id: "tide", label: "Tide", by: "us", says: "so" },
      supposes: [
        {
          ...{ name: "water", zones: ["coast"], season: [0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0] },
          size: { median: 2, sd: 0.4 },
        },
        { name: "men", zones: ["hills"], since: "2020-05-01", size: { median: 0.7, sd: 0.3 } },
      ],
    },
  ],
  ...(made.weighing && {
    weighing: { on: "wire", windows: ["spring", "summer"], past: "half-year", forecast: "autumn", drift, seed: 7 },
  }),
});

const counts = (ahead: readonly (readonly number[])[]): Counts =>
  Object.fromEntries(
    Object.entries(past).map(([zone, values], z) => {
      const months = [...values, ...ahead[z]].map((value, i) => [`2020-0${i + 1}`, value]);
      return [zone, Object.fromEntries([...months, ["2020-10", usual[zone]["2020-10"]]])];
    }),
  );

function logNb(k: number, mean: number, phi: number): number {
  let log = phi === 1 ? k * Math.log(mean) - mean : k * Math.log(1 - 1 / phi) - (mean / (phi - 1)) * Math.log(phi);
  for (let i = 0; i < k; i++) log += (phi === 1 ? 0 : Math.log(mean / (phi - 1) + i)) - Math.log(i + 1);
  return log;
}

function drawCount(mean: number, phi: number): number {
  const aim = uniform();
  let [k, sum] = [0, Math.exp(logNb(0, mean, phi))];
  while (sum < aim && k < 2000) sum += Math.exp(logNb(++k, mean, phi));
  return k;
}

interface Proposal {
  readonly log: number;
  readonly means: readonly (readonly number[])[];
  readonly phis: readonly number[];
}

function proposal(story: (typeof stories)[number]): Proposal {
  const sizes = story.centres.map((centre, e) => centre + story.sds[e] * normal());
  const end = ends[Math.floor(4 * uniform())];
  let log = 0;
  const own: number[] = [];
  const means = Object.values(past).map((values, z) => {
    const phi = phis[Math.floor(8 * uniform())];
    own.push(phi);
    const factor = (month: number): number => Math.exp(sizes[z] * story.course(z, month, end));
    const whole = days.past.reduce((sum, one, t) => sum + one * factor(t + 1), 0);
    const total = values.reduce((sum, value) => sum + value, 0);
    const spread = 1.3 * Math.sqrt(phi / total);
    const step = normal();
    const rate = (total / whole) * Math.exp(spread * step);
    // Jeffreys' prior over the proposal's density, both of the log of the rate
    log += (Math.log(rate) + Math.log(whole)) / 2 + (step * step) / 2 + Math.log(spread);
    values.forEach((value, t) => {
      log += logNb(value, rate * days.past[t] * factor(t + 1), phi);
    });
    const ahead = rate * Math.exp(drift * normal());
    return days.ahead.map((one, t) => ahead * one * factor(8 + t));
  });
  return { log, means, phis: own };
}

/** Data sets made under an explanation. */
function madeUnder(story: (typeof stories)[number], sets: number): readonly (readonly (readonly number[])[])[] {
  const some = Array.from({ length: 20_000 }, () => proposal(story));
  const most = Math.max(...some.map((one) => one.log));
  let sum = 0;
  const sums = some.map((one) => (sum += Math.exp(one.log - most)));
  return Array.from({ length: sets }, () => {
    const aim = uniform() * sum;
    const { means, phis: own } = some[sums.findIndex((one) => one > aim)];
    return means.map((row, z) => row.map((mean) => drawCount(mean, own[z])));
  });
}

/** Whether so many of so many lie where a share says, but for one chance in a thousand. */
function expectShare(found: number, of: number, share: number, label: string): void {
  const tails = binomialTails(found, of, share);
  expect(
    Math.exp(Math.min(tails.lower, tails.upper)),
    `${label}: ${found} of ${of}, promised ${share}`,
  ).toBeGreaterThan(0.0005);
}

describe("data made under each explanation by a path of its own", () => {
  it("are taken for it as often as was promised, and weigh says so end to end", async () => {
    const { report: made, snapshots } = await madeUpCase(folder, {
      change: report,
      counts: counts([
        [0, 0],
        [0, 0],
      ]),
    });
    const promised = await separation(made, snapshots["wire"], { draws: 2000, seed: 1 });
    const before = countsBack(await recordOf(made, snapshots["wire"], { isAhead: true }), 0) ?? [];
    const fits = storiesOf(made, 0).map((story) =>
      fitStory(story, before, { grid: coarse, drift, lattices: new Map() }),
    );
    for (const [h, story] of stories.entries()) {
      const sets = madeUnder(story, 300);
      const right = sets.map((set) => {
        const seen = before.map((zone, z) => ({ ...zone, forecast: { ...zone.forecast, values: set[z] } }));
        const [one, other] = fits.map((fit) => evidenceOf(fit, seen).of({}));
        return h === 0 ? one > other : other > one;
      });
      expectShare(right.filter((is) => is).length, sets.length, promised.matrix[h][h], made.hypotheses[h].id);
      for (const [i, set] of sets.slice(0, 4).entries()) {
        const opened = await madeUpCase(folder, { change: report, counts: counts(set) });
        const { hypotheses } = await weigh(opened.report, opened.snapshots["wire"], { draws: 2 });
        const [own, other] = [hypotheses[h], hypotheses[1 - h]].map((one) => one.logScore);
        expect(own > other, `${h} ${i}`).toBe(right[i]);
      }
    }
    for (const row of promised.matrix) expect(Math.max(...row)).toBeLessThan(0.97);
    expect(promised.pairs[0].accuracy).toBeGreaterThan(0.6);
  }, 120_000);
});
