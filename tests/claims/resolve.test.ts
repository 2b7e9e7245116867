import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  acled,
  delays,
  type Question,
  type Resolution,
  read,
  reportingTriangle,
  resolve,
  type Snapshot,
} from "../../src/index.js";
import { erewhon, exportFile } from "../events/exported.js";
import { fault, trialFolder } from "../store/trial.js";
import { asked, way } from "./questions.js";

const folder = trialFolder();
const days = ["2024-01-15", "2024-02-15", "2024-03-15"];
let snapshots: Snapshot[] = [];
beforeAll(async () => {
  for (const asOf of days)
    snapshots.push(
      await read(exportFile(asOf), acled(), { name: "erewhon", asOf, codebook: erewhon, store: folder.path }),
    );
  snapshots = Object.freeze(snapshots) as Snapshot[];
});

const options = { level: 0.95, seed: 1, draws: 500 };
const one = async (question: Question, asOf: string, of: readonly Snapshot[] = snapshots): Promise<Resolution> =>
  (await resolve(question, { erewhon: of }, { ...options, asOf }))[0];

describe("resolve, on three vintages of a made-up country", () => {
  it("takes several questions, and checks all before it counts", async () => {
    const [first, second] = [asked(), { ...asked(), id: "again" }];
    const found = await resolve([first, second], { erewhon: snapshots }, { ...options, asOf: days[2] });
    const [alone] = await resolve(first, { erewhon: snapshots }, { ...options, asOf: days[2] });
    expect(found).toEqual([alone, { ...alone, question: "again" }]);
    await expect(
      resolve([first, { ...second, until: first.since }], { erewhon: snapshots }, { ...options, asOf: days[2] }),
    ).rejects.toThrow("resolve: ");
  });

  it("goes from open through too early to resolved, and keeps the first print beside what it settled on", async () => {
    const found = [];
    for (const asOf of ["2023-12-31", ...days]) found.push(await one(asked(), asOf));
    expect(found.map(({ state, outcome, observed }) => [state, outcome, observed])).toEqual([
      ["open", undefined, undefined],
      ["too early", undefined, 19],
      ["resolved", true, 23],
      ["resolved", true, 23],
    ]);
    expect(found[1].flipRisk).toBeGreaterThan(0.9);
    expect(found[2].flipRisk).toBeLessThan(0.05);
    const { firstPrint, settled, reading, data, n } = found[3];
    const [first, , last] = snapshots;
    expect(firstPrint).toEqual({ asOf: days[0], hash: first.hash, observed: 19, outcome: false });
    expect(settled).toEqual({ asOf: days[2], hash: last.hash, observed: 23, outcome: true });
    expect([data, n]).toEqual([{ name: "erewhon", asOf: days[2], hash: last.hash }, 23]);
    expect(reading).toBe(
      "yes: 23 events, asked for at least 20; as a sign of the rate, 23 [15, 35]; flip risk under 1%, by the delays of 284 events, by the day on which rows were last changed; first print no, 14 days after its end, now yes, 74 days after its end",
    );
    expect(found[1].reading).toMatch(/^too early, no so far: 19 events, .*one vintage, so no first print$/);
  });

  it("answers a ratio and a share, with the counts they rest on", async () => {
    const against = { since: "2023-08-01", until: "2023-10-01" };
    const ratio = await one(asked({ criterion: { type: "ratio", against, below: 3 } }), days[2]);
    const [before, after] = ratio.counts ?? [0, 0];
    expect(after).toBe(23);
    expect(ratio.observed).toBeCloseTo(after / (before / 2), 12);
    expect(ratio.n).toBe(before + after);
    const share = { measure: { share: { kind: "Battles" } } };
    const part = await one(asked({ criterion: { type: "share", atMost: 0.9 }, measured: [way(share)] }), days[2]);
    expect(part).toMatchObject({ state: "resolved", outcome: true, n: 23 });
    expect((part.observed ?? 0) * 23).toBeCloseTo(Math.round((part.observed ?? 0) * 23), 9);
    expect(part.reading).toMatch(
      /^yes: \d+ of 23 events, a share of 0\.\d\d \[0\.\d\d, 0\.\d\d\], asked for at most 0\.9;/,
    );
  });

  it("has no flip risk of deaths: then only days decide", async () => {
    const question = asked({ measured: [way({ measure: "deaths" })], criterion: { type: "count", atLeast: 1 } });
    const early = await one(question, days[2]);
    expect([early.state, early.flipRisk]).toEqual(["too early", undefined]);
    expect(early.reading).toContain(
      "no flip risk (delays tell of events, not of deaths); the data are of 74 days after its end, taken as settled after 90",
    );
    const settlesAfter = { erewhon: 74 };
    const [late] = await resolve(question, { erewhon: snapshots }, { ...options, asOf: days[2], settlesAfter });
    expect([late.state, late.outcome]).toEqual(["resolved", true]);
  });

  it("counts by week where the report does, with rates a week", async () => {
    const against = { since: "2023-10-02", until: "2023-10-30" };
    const weekly = asked({
      every: "week",
      since: "2023-12-04",
      until: "2023-12-18",
      criterion: { type: "ratio", against, above: 0.5 },
    });
    const found = await one(weekly, days[2]);
    const [before, after] = found.counts ?? [0, 0];
    expect(found.observed).toBeCloseTo(after / 2 / (before / 4), 12);
    expect(found.reading).toContain(`${after} events in 2 weeks against ${before} in 4 weeks`);
    expect(found.flipRisk).toBeDefined();
  });

  it("takes the question's periods for late reports where rows are known too coarsely for weeks", async () => {
    const coarse = readFileSync(exportFile(days[2]), "utf8").replaceAll(/,2023,1,/g, ",2023,3,");
    const file = folder.write("coarse.csv", coarse);
    const own = await read(file, acled(), {
      name: "erewhon",
      asOf: days[2],
      codebook: erewhon,
      store: `${folder.path}/coarse`,
    });
    const found = await one(asked(), days[2], [own]);
    expect([found.state, found.outcome, found.observed]).toEqual(["resolved", true, 23]);
    expect(found.flipRisk).toBeLessThan(0.05);
  });

  it("takes delays as given, and refuses those of a later day", async () => {
    const layout = { every: "week", maxDelay: 8, start: "2023-03-06" } as const;
    const known = delays(await reportingTriangle(snapshots[0], layout), { level: 0.95, seed: 1 });
    const given = { ...options, delays: { erewhon: known } };
    const [found] = await resolve(asked(), { erewhon: snapshots }, { ...given, asOf: days[0] });
    expect(found.flipRisk).toBeGreaterThan(0.9);
    expect(found.reading).toMatch(/flip risk \d+%, by the delays of \d+ events, as given;/);
    await expect(resolve(asked(), { erewhon: snapshots }, { ...given, asOf: "2024-01-14" })).rejects.toThrow(
      fault("InputError", "resolve: needs delays known by 2024-01-14, got some of 2024-01-15 (erewhon)"),
    );
  });

  it("reads a newer snapshot back where it has no older one, and says what is then missing", async () => {
    const found = await one(asked({ criterion: { type: "count", atLeast: 1 } }), "2024-01-20", snapshots.slice(2));
    expect(found.data).toEqual({ name: "erewhon", asOf: "2024-01-20", hash: snapshots[2].hash });
    expect(found.state).toBe("resolved");
    expect(found.reading).toMatch(
      /one vintage, so no first print; read back from a newer snapshot, so that rows changed since are missing in their older form$/,
    );
  });

  it("is open where the data do not reach the end, annulled where they begin too late or cannot say", async () => {
    const open = await one(asked({ since: "2024-01-01", until: "2024-01-15" }), days[0]);
    expect([open.state, open.reading]).toEqual([
      "open",
      "open: erewhon as of 2024-01-15 reaches to 2024-01-11, the question to 2024-01-15",
    ]);
    const early = await one(asked({ since: "2023-01-01", until: "2023-05-01" }), days[2]);
    expect([early.state, early.reading, early.n]).toEqual([
      ...["annulled", "annulled: erewhon begins on 2023-03-01, the question on 2023-01-01", 0],
    ]);
    const nobody = await one(asked({ measured: [way({ where: { actor: "@nobody" } })] }), "2023-06-01");
    expect([nobody.state, nobody.reading]).toEqual([
      ...[
        "annulled",
        "annulled: @nobody is not a group of actors of the codebook erewhon (there are @stateForces, @brotherhood)",
      ],
    ]);
    const cannot = await one(asked({ measured: [way({ cannot: "it has no nights" })] }), days[2]);
    expect([cannot.state, cannot.reading]).toEqual(["annulled", "annulled: it has no nights"]);
    const before = await one(asked(), "2023-02-01");
    expect([before.state, before.reading, before.data]).toEqual([
      ...["open", "open: nothing tells what was known of erewhon on 2023-02-01", { name: "erewhon" }],
    ]);
  });

  it("is annulled where there is nothing to divide by, but not while reports may still come", async () => {
    const where = { zone: "delta", notes: "never said" };
    const against = { since: "2023-11-01", until: "2023-12-01" };
    const question = asked({ criterion: { type: "ratio", against, above: 1 }, measured: [way({ where })] });
    const early = await one(question, days[2]);
    expect([early.state, early.reading]).toEqual([
      ...["too early", "too early: 0 events in 1 month against 0 in 1 month: nothing to divide by yet"],
    ]);
    const settlesAfter = { erewhon: 30 };
    const [late] = await resolve(question, { erewhon: snapshots }, { ...options, asOf: days[2], settlesAfter });
    expect([late.state, late.outcome, late.observed]).toEqual(["annulled", undefined, undefined]);
  });

  it("does not look ahead: what comes to be known later changes no resolution", async () => {
    const day = fc.constantFrom("2024-01-15", "2024-01-31", "2024-02-15", "2024-03-01");
    const bound = fc.integer({ min: 15, max: 26 });
    const month = fc.constantFrom(
      ["2023-11-01", "2023-12-01"],
      ["2023-12-01", "2024-01-01"],
      ["2024-01-01", "2024-02-01"],
    );
    await fc.assert(
      fc.asyncProperty(day, bound, month, async (asOf, atLeast, [since, until]) => {
        const question = asked({ since, until, criterion: { type: "count", atLeast } });
        const then = snapshots.filter((each) => each.asOf <= asOf);
        expect(await one(question, asOf, [...snapshots].reverse())).toEqual(await one(question, asOf, then));
      }),
      { numRuns: 12, seed: 5 },
    );
  });

  it("gives one resolution a way on the data sets given, the same twice, and survives JSON", async () => {
    const measured = [
      way(),
      way({ label: "battles", where: { zone: "inland", kind: "Battles" }, proxy: "battles alone" }),
      way({ on: "other" }),
    ];
    const found = await resolve(asked({ measured }), { erewhon: snapshots }, { ...options, asOf: days[2] });
    expect(found.map(({ label, proxy }) => [label, proxy])).toEqual([
      ["inland events", undefined],
      ["battles", "battles alone"],
    ]);
    expect(await resolve(asked({ measured }), { erewhon: snapshots }, { ...options, asOf: days[2] })).toEqual(found);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("refuses questions and options that cannot be", async () => {
    const refused = async (question: Partial<Question>, message: string): Promise<void> =>
      await expect(one(asked(question), days[2])).rejects.toThrow(fault("InputError", `resolve: ${message}`));
    await refused(
      { criterion: { type: "count" } },
      "needs exactly one of above, atLeast, below, atMost, got none (question december)",
    );
    await refused(
      { criterion: { type: "count", above: 1, atMost: 2 } },
      "needs exactly one of above, atLeast, below, atMost, got above, atMost (question december)",
    );
    await refused(
      { criterion: { type: "ratio", above: 1 } },
      "a ratio, and nothing else, is against a window, got a ratio without one (question december)",
    );
    await refused(
      { until: "2023-12-01" },
      "a window needs two days in order, got 2023-12-01 to 2023-12-01 (question december)",
    );
    await refused(
      { criterion: { type: "share", above: 0.5 } },
      "a share, and nothing else, is measured as a share, got a share of events (question december, inland events)",
    );
    const odd = async (some: object, message: string): Promise<void> =>
      await expect(resolve(asked(), { erewhon: snapshots }, { ...options, asOf: days[2], ...some })).rejects.toThrow(
        fault("InputError", `resolve: ${message}`),
      );
    await odd({ asOf: "now" }, 'asOf needs a day as YYYY-MM-DD, got "now"');
    await odd({ level: 1 }, "level needs a number between 0 and 1, got 1");
    await odd({ settlesAfter: { erewhon: -1 } }, "settlesAfter needs whole days from 0, got -1 (erewhon)");
    await expect(one(asked(), days[2], [snapshots[0], { ...snapshots[1], asOf: days[0] }])).rejects.toThrow(
      fault("InputError", "resolve: needs one snapshot a day, got 2 of 2024-01-15 (erewhon)"),
    );
    await expect(one(asked({ measured: [way({ where: { zon: "x" } as object })] }), days[2])).rejects.toThrow("zon");
  });
});
