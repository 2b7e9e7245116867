import { beforeAll, describe, expect, it } from "vitest";
import {
  acled,
  count,
  decisions,
  type Forecast,
  type Recipe,
  read,
  recount,
  resolveClaims,
  type Snapshot,
  select,
  undecidable,
} from "../../src/index.js";
import { erewhon, exportFile } from "../events/exported.js";
import { fault, made, stored, trialFolder } from "../store/trial.js";
import { claimed, entriesOf, forecastOf } from "./forecasts.js";

const folder = trialFolder();
const days = ["2024-01-15", "2024-02-15", "2024-03-15"];
const snapshots: Snapshot[] = [];
beforeAll(async () => {
  for (const asOf of days)
    snapshots.push(
      await read(exportFile(asOf), acled(), { name: "erewhon", asOf, codebook: erewhon, store: folder.path }),
    );
});

const zones = erewhon.zones.map(({ name }) => name);
const recipe: Recipe = { where: [], by: ["zone"], every: "month", measure: "events" };
/** A forecast of December 2023, made from the first snapshot. */
const december = (change: Partial<Forecast> = {}): Forecast =>
  forecastOf({
    ...{ key: { zone: zones[0] }, recipe, from: snapshots[0].hash },
    ...{ origin: "2023-10-01", target: "2023-12-01", step: 2, ...change },
  });

describe("recount", () => {
  it("counts each recipe anew over the periods meant, as they were known on the day", async () => {
    const forecasts = [...zones.map((zone) => december({ key: { zone } })), december({ target: "2023-11-01" })];
    for (const [i, asOf] of days.entries()) {
      const panel = await recount(forecasts, { erewhon: snapshots }, { asOf });
      const span = { since: "2023-11-01", until: "2024-01-01" };
      const keys = zones.map((zone) => ({ zone }));
      const direct = await count(select(snapshots[i], span), { every: "month", by: ["zone"], keys });
      expect(panel.map(({ key, values, start, from }) => ({ key, values, start, from }))).toEqual(
        direct.map(({ key, values, start, from }) => ({ key, values, start, from })),
      );
      expect(panel.map((one) => one.recipe)).toEqual(zones.map(() => recipe));
    }
  });

  it("counts the others where one names what the data do not know, and that one not at all", async () => {
    const odd: readonly Partial<Forecast>[] = [
      { key: { zone: "nowhere" } },
      { key: { zone: "nowhere" }, recipe: { ...recipe, measure: "deaths" } },
      { key: { zone: zones[0], ford: "1" }, recipe: { ...recipe, by: ["zone", "ford"] } },
      { key: {} },
    ];
    const forecasts = [december(), ...odd.map(december), december({ key: { zone: zones[1] } })];
    const resolved = await resolveClaims(forecasts, { erewhon: snapshots }, { asOf: days[2], settlesAfter: 30 });
    const alone = await resolveClaims(
      [forecasts[0], forecasts[5]],
      { erewhon: snapshots },
      { asOf: days[2], settlesAfter: 30 },
    );
    expect([resolved[0], resolved[5]]).toEqual(alone);
    expect(alone.map(({ state }) => state)).toEqual(["resolved", "resolved"]);
    expect(resolved.slice(1, 5).map(({ state, why }) => `${state}: ${why}`)).toEqual(
      [
        'a key needs a zone of the codebook erewhon, got "nowhere"',
        'a key needs a zone of the codebook erewhon, got "nowhere"',
        'by needs some of source, country, admin1, admin2, place, zone, kind, subkind, got "ford"',
        "a key needs exactly zone, got {}",
      ].map((why) => `annulled: not decided: ${why}`),
    );
  });

  it("lets go of the days that only bounded what was seen, and of nothing else", async () => {
    const bounded = [{ kind: "Battles", until: "2023-11-01" }, { since: "2023-06-01" }];
    const [series] = await recount(
      [december({ recipe: { ...recipe, where: bounded } })],
      { erewhon: snapshots },
      { asOf: days[2] },
    );
    const wanted = select(snapshots[2], { kind: "Battles", since: "2023-12-01", until: "2024-01-01" });
    const [direct] = await count(wanted, { every: "month", by: ["zone"], keys: [{ zone: zones[0] }] });
    expect(series.values).toEqual(direct.values);
    expect(series.recipe.where).toEqual([{ kind: "Battles" }]);
    const within = { any: [{ until: "2023-12-11" }] };
    const [part] = await recount(
      [december({ recipe: { ...recipe, where: [within] } })],
      { erewhon: snapshots },
      { asOf: days[2] },
    );
    expect(part.values[0]).toBeLessThan(await total(snapshots[2]));
  });

  it("is zeros where all was quiet, without values where nothing is over, and without series where nothing can be said", async () => {
    const where = [{ notes: "a word that stands in no note" }];
    const quiet = await recount(
      [december({ recipe: { ...recipe, where } })],
      { erewhon: snapshots },
      { asOf: days[2] },
    );
    expect(quiet.map(({ values }) => values)).toEqual([[0]]);
    const ahead = await recount([december({ target: "2024-06-01" })], { erewhon: snapshots }, { asOf: days[2] });
    expect(ahead.map(({ values }) => values)).toEqual([[]]);
    const before = await recount([december()], { erewhon: snapshots }, { asOf: "2023-12-20" });
    expect(before.map(({ values }) => values)).toEqual([[]]);
    const unsaid = [{ kind: "@no-such-group" }];
    expect(
      await recount([december({ recipe: { ...recipe, where: unsaid } })], { erewhon: snapshots }, { asOf: days[2] }),
    ).toEqual([]);
    expect(await recount([], { erewhon: snapshots }, { asOf: days[2] })).toEqual([]);
  });

  it("counts in the data set that a forecast was made from, or in all where none is", async () => {
    const both = { erewhon: snapshots.slice(0, 2), other: snapshots.slice(2) };
    const asOf = days[2];
    const from = async (hash: string) =>
      (await recount([december({ from: hash })], both, { asOf })).map((one) => one.from);
    expect(await from(snapshots[0].hash)).toEqual([snapshots[1].hash]);
    expect(await from(snapshots[2].hash)).toEqual([snapshots[2].hash]);
    expect(await from("")).toEqual([snapshots[1].hash, snapshots[2].hash]);
  });

  it("refuses shares and days that are none", async () => {
    const share: Recipe = { ...recipe, measure: { share: { kind: "Battles" } } };
    await expect(recount([december({ recipe: share })], { erewhon: snapshots }, { asOf: days[0] })).rejects.toThrow(
      fault("InputError", "recount: needs counts, got a share or ratio (2023-12-01)"),
    );
    await expect(recount([], {}, { asOf: "now" })).rejects.toThrow(
      fault("InputError", 'recount: asOf needs a day as YYYY-MM-DD, got "now"'),
    );
  });
});

async function total(snapshot: Snapshot): Promise<number> {
  const wanted = select(snapshot, { since: "2023-12-01", until: "2024-01-01" });
  const [{ values }] = await count(wanted, { every: "month", by: ["zone"], keys: [{ zone: zones[0] }] });
  return values[0];
}

describe("a name that stands in no event of the data", () => {
  const byAdmin1: Recipe = { ...recipe, by: ["admin1"] };
  const of = (admin1: string, where: Recipe["where"] = []) =>
    december({ key: { admin1 }, recipe: { ...byAdmin1, where } });
  const resolved = async (...forecasts: readonly Forecast[]) =>
    (await resolveClaims(forecasts, { erewhon: snapshots }, { asOf: days[2], settlesAfter: 30 })).map(
      ({ state, observed, why }) => [state, observed, why],
    );

  it("is not taken for a quiet place, with others or alone; a known one that was quiet is 0", async () => {
    const unknown = ["annulled", undefined, 'not decided: no event of admin1 "Lower delta" stands in the data at all'];
    const quiet = of("Plateau", [{ notes: "a word that stands in no note" }]);
    expect(await resolved(of("Lower delta"))).toEqual([unknown]);
    const [lost, known, none] = await resolved(of("Lower delta"), of("Lower Delta"), quiet);
    expect([lost, none]).toEqual([unknown, ["resolved", 0, undefined]]);
    expect(known).toEqual(["resolved", expect.any(Number), undefined]);
    expect(Number(known[1])).toBeGreaterThan(0);
  });

  it("among the criteria is a place alone: of several one has to be there, a kind may come yet", async () => {
    const meant = (where: Recipe["where"]) => december({ key: {}, recipe: { ...recipe, by: [], where } });
    expect(await resolved(meant([{ admin2: ["Nowhere", "Else"] }]))).toEqual([
      [...["annulled", undefined], 'not decided: no event of admin2 "Nowhere" or "Else" stands in the data at all'],
    ]);
    const [none, either] = await resolved(
      meant([{ any: [{ admin1: "Nowhere" }, { admin1: "Else" }] }]),
      meant([{ any: [{ admin1: "Nowhere" }, { admin1: "Plateau" }] }]),
    );
    expect([none[0], either[0]]).toEqual(["annulled", "resolved"]);
    const [some, kind] = await resolved(
      meant([{ admin1: ["Nowhere", "Plateau"] }]),
      meant([{ subkind: "Chemical weapon" }]),
    );
    expect([some[0], kind]).toEqual(["resolved", ["resolved", 0, undefined]]);
  });

  it("is left to a data set that has it, and is open until its period is over", async () => {
    const some = [made({ day: "2023-12-05", admin1: "Hill" }, 0), made({ day: "2024-01-05", admin1: "Plateau" }, 1)];
    const other = await stored(folder, some, {
      name: "diary",
      asOf: "2024-03-15",
      covers: { since: "2023-01-01", until: "2024-02-01" },
      store: folder.path,
    });
    const both = { erewhon: snapshots, diary: [other] };
    const ofNeither = [of("Hill"), of("Lower Delta"), of("Nowhere")].map((one) => ({ ...one, from: "of neither" }));
    const found = await resolveClaims(ofNeither, both, { asOf: days[2], settlesAfter: 30 });
    expect(found.map(({ state, observed, evidence }) => [state, observed, evidence])).toEqual([
      ["resolved", 1, other.hash],
      ["resolved", await total(select(snapshots[2], { admin1: "Lower Delta" })), snapshots[2].hash],
      ["annulled", undefined, ""],
    ]);
    expect(await undecidable(ofNeither, both, { asOf: days[2] })).toHaveLength(1);
    const [early] = await resolveClaims([of("Nowhere")], { erewhon: snapshots }, { asOf: "2023-12-20" });
    expect([early.state, early.why]).toEqual(["open", "its period ends on 2024-01-01"]);
  });

  it("is found before its period has begun", async () => {
    const ahead = { target: "2030-01-01", step: 75 };
    const forecasts = [of("Lower Delta"), of("Nowhere"), december({ key: { zone: "nowhere" } }), december()];
    const found = await undecidable(
      forecasts.map((one) => ({ ...one, ...ahead })),
      { erewhon: snapshots },
      { asOf: days[2] },
    );
    expect(found.map(({ forecast, why }) => [forecast.key, why])).toEqual([
      [{ admin1: "Nowhere" }, 'no event of admin1 "Nowhere" stands in the data at all'],
      [{ zone: "nowhere" }, 'a key needs a zone of the codebook erewhon, got "nowhere"'],
    ]);
    expect(await undecidable(forecasts, {}, { asOf: days[2] })).toEqual([]);
  });
});

describe("resolveClaims and decisions", () => {
  it("are open, too early and resolved as data come in, and written down once, or anew where the count has moved", async () => {
    const whole = { by: [], every: "month", measure: "events", where: [] } as const;
    const claim = { ...december({ key: {}, recipe: whole }), id: "d1", by: "alice", issued: "2023-11-05" };
    const item = claimed("d1", claim);
    const month = { since: "2023-12-01", until: "2024-01-01" };
    const known: number[] = [];
    for (const one of snapshots) known.push((await count(select(one, month), { every: "month" }))[0].values[0]);
    expect([known[0] < known[1], known[1]]).toEqual([true, known[2]]);
    const at = async (asOf: string, settlesAfter?: number) => {
      const options = settlesAfter === undefined ? { asOf } : { asOf, settlesAfter };
      return await resolveClaims([claim], { erewhon: snapshots }, options);
    };
    expect((await at("2023-12-20"))[0].state).toBe("open");
    const [early] = await at(days[2]);
    expect([early.state, early.why]).toEqual([
      "too early",
      `${known[2]} so far as of 2024-03-15; taken as settled on 2024-03-31`,
    ]);
    // The newest data are of 15 March, however late it is asked.
    expect((await at("2024-05-01"))[0].state).toBe("too early");
    const entries = entriesOf([item]);
    expect(decisions(entries, [early])).toEqual([]);
    const first = decisions(entries, await at(days[0], 10));
    expect(first).toEqual([
      { kind: "resolve", of: "d1", state: "resolved", observed: known[0], evidence: snapshots[0].hash, asOf: days[0] },
    ]);
    const told = entriesOf([item, ...first]);
    expect(decisions(told, await at(days[0], 10))).toEqual([]);
    const anew = decisions(told, await at(days[1], 10));
    expect(anew).toMatchObject([{ observed: known[1], replaces: 3 }]);
    const settled = entriesOf([item, ...first, ...anew]);
    expect(decisions(settled, await at(days[2], 10))).toEqual([]);
    expect(decisions(settled, await at(days[0], 10))).toEqual([]);
    const annulled = entriesOf([item, { kind: "annul", of: "d1", by: "bob", why: "redrawn" }]);
    expect(decisions(annulled, await at(days[0], 10))).toEqual(first);
    expect(decisions(entriesOf([]), await at(days[2], 10))).toEqual([]);
  });
});
