import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { acled, type Counted, count, type Diff, diff, open, read, type Snapshot, select } from "../../src/index.js";
import { storedStamped } from "../store/stamped.js";
import { fault, stored, trialFolder } from "../store/trial.js";
import { type Exported, erewhon, exported, exportFile } from "./exported.js";

const folder = trialFolder();
const store = join(folder.path, "store");
const days = ["2024-01-15", "2024-02-15", "2024-03-15"] as const;
let snapshots: Readonly<Record<string, Snapshot>>;
beforeAll(async () => {
  const all: Record<string, Snapshot> = {};
  for (const asOf of days)
    all[asOf] = await read(exportFile(asOf), acled(), { name: "erewhon", asOf, codebook: erewhon, store });
  snapshots = all;
});

/** The columns of which an event is made, by the field that they fill; without when it was changed. */
const columnOf: Readonly<Record<string, (one: Exported) => string>> = {
  day: (one) => one["event_date"],
  kind: (one) => one["event_type"],
  subkind: (one) => one["sub_event_type"],
  side1: (one) => one["actor1"],
  side2: (one) => one["actor2"],
  deaths: (one) => one["fatalities"],
  admin1: (one) => one["admin1"],
  admin2: (one) => one["admin2"],
  lat: (one) => one["latitude"],
  notes: (one) => one["notes"],
};

/** What became of each row, found by going through both files row by row. */
function byHand(older: string, newer: string, isMeant: (one: Exported) => boolean = () => true) {
  const of = (day: string) =>
    new Map(
      exported(day)
        .current.filter(isMeant)
        .map((one) => [one["event_id_cnty"], one]),
    );
  const [before, after] = [of(older), of(newer)];
  const months = new Map<string, { added: number; revised: number; removed: number }>();
  const fields = new Map<string, number>();
  const found = { added: 0, revised: 0, removed: 0, unchanged: 0 };
  const note = (what: keyof typeof found, one: Exported): void => {
    found[what]++;
    if (what === "unchanged") return;
    const month = `${one["event_date"].slice(0, 7)}-01`;
    const row = months.get(month) ?? { added: 0, revised: 0, removed: 0 };
    months.set(month, { ...row, [what]: row[what] + 1 });
  };
  for (const [id, one] of after) {
    const was = before.get(id);
    if (was === undefined) {
      note("added", one);
      continue;
    }
    const changed = Object.entries(columnOf).filter(([, cell]) => cell(was) !== cell(one));
    note(changed.length > 0 ? "revised" : "unchanged", one);
    for (const [field] of changed) fields.set(field, (fields.get(field) ?? 0) + 1);
  }
  for (const [id, one] of before) if (!after.has(id)) note("removed", one);
  return {
    ...found,
    fields: Object.fromEntries(fields),
    months: [...months].map(([month, n]) => ({ month, ...n })).sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

function plain({ added, revised, removed, unchanged, fields, months }: Diff) {
  const named = Object.fromEntries(fields.map(({ field, n }) => [field, n]));
  return { added, revised, removed, unchanged, fields: named, months };
}

const counted: readonly Counted[] = [
  { name: "events", where: {}, measure: "events" },
  { name: "deaths", where: {}, measure: "deaths" },
  { name: "battles", where: { kind: "Battles" }, measure: "events" },
  { name: "civilian-share", where: { kind: "@violence" }, measure: { share: { civilians: true } } },
];

describe("diff of made-up vintages", () => {
  it.each([
    ["2024-01-15", "2024-02-15"],
    ["2024-02-15", "2024-03-15"],
    ["2024-01-15", "2024-03-15"],
  ])("finds what became of each row between %s and %s", async (older, newer) => {
    const found = await diff(snapshots[older], snapshots[newer]);
    expect(plain(found)).toEqual(byHand(older, newer));
    expect(found.moves).toEqual([]);
    for (const [side, day] of [
      ["older", older],
      ["newer", newer],
    ] as const) {
      const { hash } = snapshots[day];
      expect(found[side]).toEqual({ name: "erewhon", asOf: day, hash, rows: exported(day).current.length });
    }
    expect(found.unchanged + found.revised + found.removed).toBe(found.older.rows);
    expect(found.unchanged + found.revised + found.added).toBe(found.newer.rows);
  });

  it("finds something of each kind in them", () => {
    const { added, revised, removed, unchanged } = byHand("2024-01-15", "2024-03-15");
    for (const n of [added, revised, removed, unchanged]) expect(n).toBeGreaterThan(0);
  });

  it("keeps to the criteria of the selections", async () => {
    const where = { kind: "@violence", zone: "delta" };
    const [older, newer] = days.slice(1).map((day) => select(snapshots[day], where));
    const isMeant = (one: Exported) =>
      one["admin1"] === "Lower Delta" && one["event_type"] !== "Strategic developments";
    expect(plain(await diff(older, newer))).toEqual(byHand("2024-02-15", "2024-03-15", isMeant));
  });

  it("counts a row as removed that no longer meets the criteria, and as added that now does", async () => {
    const [older, newer] = days.slice(1).map((day) => select(snapshots[day], { minDeaths: 3 }));
    const found = await diff(older, newer);
    expect(plain(found)).toEqual(byHand("2024-02-15", "2024-03-15", (one) => Number(one["fatalities"]) >= 3));
    // A row revised from fewer deaths is among the added here, and among the revised without criteria.
    const all = byHand("2024-02-15", "2024-03-15");
    const added = exported("2024-03-15").current.filter((one) => Number(one["fatalities"]) >= 3);
    expect(found.added + found.revised).toBeLessThanOrEqual(added.length);
    expect(found.revised).toBeLessThan(all.revised);
  });

  it("moves counts as far as they lie apart when each is counted for itself", async () => {
    const [, older, newer] = days.map((day) => snapshots[day]);
    const { moves } = await diff(older, newer, { indicators: counted });
    expect(moves.map(({ indicator }) => indicator)).toEqual(counted.map(({ name }) => name));
    let differing = 0;
    for (const [i, { where, measure }] of counted.entries()) {
      // Both files cover the months from March 2023 to January 2024.
      const over = { since: "2023-03-01", until: "2024-02-01" };
      const [[before], [after]] = await Promise.all(
        [older, newer].map((one) => count(select(one, { ...where, ...over }), { every: "month", measure })),
      );
      const isShare = typeof measure === "object";
      const at = ({ values, exposure }: typeof before) => values.map((n, k) => (isShare ? n / exposure[k] : n));
      const total = ({ values, exposure }: typeof before) => {
        const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
        return isShare ? sum(values) / sum(exposure) : sum(values);
      };
      const steps = at(after).map((n, k) => Math.abs(n - at(before)[k]));
      const most = steps.indexOf(Math.max(...steps));
      const month = new Date(Date.UTC(2023, 2 + most, 1)).toISOString().slice(0, 10);
      const { change, ...move } = moves[i];
      expect(move).toEqual({
        ...{ indicator: counted[i].name, key: {}, periods: 11, moved: steps.filter((step) => step > 0).length },
        ...{ before: total(before), after: total(after) },
        ...(steps[most] > 0 && { largest: expect.anything() }),
      });
      expect(move.largest === undefined).toBe(steps[most] === 0);
      if (move.largest === undefined) continue;
      const { period, ...values } = move.largest;
      const k = (Number(period.slice(0, 4)) - 2023) * 12 + Number(period.slice(5, 7)) - 3;
      expect(values).toEqual({ before: at(before)[k], after: at(after)[k] });
      expect(steps[k]).toBe(steps[most]);
      if (steps.filter((step) => step === steps[most]).length === 1) expect(period).toBe(month);
      expect(change).toBeCloseTo(total(after) - total(before), 12);
      differing += move.moved;
    }
    expect(differing).toBeGreaterThan(3);
  });

  it("compares counts by zone and quarter, each key for itself", async () => {
    const [, older, newer] = days.map((day) => snapshots[day]);
    const keys = [{ zone: "delta" }, { zone: "plateau" }];
    const options = { indicators: counted.slice(0, 2), every: "quarter", by: ["zone"], keys } as const;
    const { moves } = await diff(older, newer, options);
    expect(moves.map(({ indicator, key, periods }) => [indicator, key["zone"], periods])).toEqual([
      ["events", "delta", 3],
      ["events", "plateau", 3],
      ["deaths", "delta", 3],
      ["deaths", "plateau", 3],
    ]);
    const sumOf = (day: string, zone: RegExp): number =>
      exported(day)
        .current.filter((one) => zone.test(one["admin1"]) && /^2023-(0[4-9]|1)/.test(one["event_date"]))
        .reduce((sum, one) => sum + Number(one["fatalities"]), 0);
    for (const [i, zone] of [/Delta/, /Pl.teau/].entries())
      expect([moves[2 + i].before, moves[2 + i].after]).toEqual([sumOf(days[1], zone), sumOf(days[2], zone)]);
  });

  it("compares what one file knew on two days, as far as its rows say when they were changed", async () => {
    const known = async (day: string): Promise<Snapshot> => {
      const handle = await open("erewhon", { store: join(folder.path, "one"), asOf: day });
      expect(handle.knownBy).toBe(day);
      return handle;
    };
    await read(exportFile("2024-03-15"), acled(), {
      ...{ name: "erewhon", asOf: "2024-03-15", codebook: erewhon, store: join(folder.path, "one") },
    });
    const rows = exported("2024-03-15").current;
    const isKnown = (one: Exported, day: string): boolean => {
      const changed = new Date(Number(one["timestamp"]) * 1000).toISOString().slice(0, 10);
      return changed <= day;
    };
    const [older, newer] = [await known("2023-10-01"), await known("2023-12-01")];
    const found = await diff(older, newer);
    const [before, after] = ["2023-10-01", "2023-12-01"].map((day) => rows.filter((one) => isKnown(one, day)));
    expect(found).toMatchObject({
      ...{ added: after.length - before.length, revised: 0, removed: 0, unchanged: before.length, fields: [] },
      ...{ older: { asOf: "2023-10-01", rows: before.length }, newer: { asOf: "2023-12-01", rows: after.length } },
    });
    expect(found.added).toBeGreaterThan(20);
    expect(found.older.hash).toBe(found.newer.hash);
    const { moves } = await diff(older, newer, { indicators: counted.slice(0, 1) });
    // The older speaks for the whole months until October.
    const inMonths = (list: readonly Exported[]) => list.filter((one) => one["event_date"] < "2023-10-01").length;
    expect(moves).toMatchObject([{ periods: 7, before: inMonths(before), after: inMonths(after) }]);
  });
});

describe("diff", () => {
  it("says in which fields rows were revised, the one revised most often first", async () => {
    const older = await storedStamped(
      folder,
      [
        "a 2023-05-01 1 Hill 2023-05-02T10:00",
        "b 2023-05-01 1 Hill 2023-05-02T10:00",
        "c 2023-05-09 1 Hill 2023-05-12T10:00",
      ],
      { asOf: "2023-06-01" },
    );
    const newer = await storedStamped(
      folder,
      [
        "a 2023-06-30 2 Hill 2023-07-02T10:00",
        "b 2023-05-01 3 Hill 2023-07-02T10:00",
        "c 2023-05-09 1 Hill 2023-07-12T10:00",
      ],
      { asOf: "2023-08-01" },
    );
    const found = await diff(older, newer);
    // c was only stamped again: when a row was changed is not what it says.
    expect(plain(found)).toMatchObject({ added: 0, revised: 2, removed: 0, unchanged: 1 });
    expect(found.fields).toEqual([
      { field: "deaths", n: 2 },
      { field: "day", n: 1 },
    ]);
    expect(found.months).toEqual([
      { month: "2023-05-01", added: 0, revised: 1, removed: 0 },
      { month: "2023-06-01", added: 0, revised: 1, removed: 0 },
    ]);
  });

  it("sees an actor more, and a value where there was none", async () => {
    const covers = { since: "2023-01-01", until: "2023-07-01" };
    const older = await stored(folder, [{ day: "2023-03-01" }, { day: "2023-03-02" }], { covers, asOf: "2023-07-01" });
    const newer = await stored(
      folder,
      [
        { day: "2023-03-01", side2: ["Rebels", "Clan"] },
        { day: "2023-03-02", subkind: "raid", admin1: "Hill" },
      ],
      { covers, asOf: "2023-08-01" },
    );
    const { fields, revised } = await diff(older, newer);
    expect(revised).toBe(2);
    expect(new Set(fields.map(({ field }) => field))).toEqual(new Set(["side2", "subkind", "admin1", "zone"]));
  });

  it("gives no largest move where nothing moved, and a share of nothing as no number", async () => {
    const covers = { since: "2023-01-01", until: "2023-07-01" };
    const older = await stored(folder, [{ day: "2023-03-01" }], { covers, asOf: "2023-07-01" });
    const newer = await stored(folder, [{ day: "2023-03-01" }], { covers, asOf: "2023-08-01" });
    const share: Counted = { name: "s", where: { kind: "raid" }, measure: { share: { civilians: true } } };
    const { moves } = await diff(older, newer, { indicators: [counted[0], share] });
    expect(moves).toEqual([
      { indicator: "events", key: {}, periods: 6, moved: 0, before: 1, after: 1, change: 0 },
      { indicator: "s", key: {}, periods: 6, moved: 0, before: Number.NaN, after: Number.NaN, change: Number.NaN },
    ]);
  });

  it("leaves out of the counts what is known less exactly than the period", async () => {
    const covers = { since: "2023-01-01", until: "2024-01-01" };
    const rows = [{ day: "2023-03-01" }, { day: "2023-04-01", precision: "year" } as const];
    const older = await stored(folder, rows, { covers, asOf: "2024-01-01" });
    const newer = await stored(folder, [...rows, { day: "2023-05-01", precision: "quarter" }], {
      ...{ covers, asOf: "2024-02-01" },
    });
    const found = await diff(older, newer, { indicators: [counted[0]] });
    expect(found.added).toBe(1);
    expect(found.moves).toMatchObject([{ before: 1, after: 1, moved: 0 }]);
  });

  it("refuses the same snapshot, the newer first, and what a publisher does not say", async () => {
    const [first, second] = days.map((day) => snapshots[day]);
    await expect(diff(first, first)).rejects.toThrow(
      fault("InputError", `diff: both are the same snapshot of erewhon (${first.hash.slice(0, 8)})`),
    );
    await expect(diff(first, select(first, { kind: "Battles" }))).rejects.toThrow(
      fault("InputError", `diff: both are the same snapshot of erewhon (${first.hash.slice(0, 8)})`),
    );
    await expect(diff(second, first)).rejects.toThrow(
      fault("InputError", "diff: needs the older snapshot first, got 2024-02-15 and 2024-01-15"),
    );
    const meant = [first, second].map((one) => select(one, { kind: "@raids" }));
    await expect(diff(meant[0], meant[1])).rejects.toThrow(
      fault("InputError", "select: @raids is not a group of kinds of the codebook erewhon (there are @violence, @ied)"),
    );
    const stamps = await storedStamped(folder, ["a 2023-05-01 1 Hill 2023-05-02T10:00"], { name: "s" });
    const more = await storedStamped(folder, ["b 2023-05-01 1 Hill 2023-05-02T10:00"], { name: "s" });
    await expect(diff(select(stamps, { notes: "x" }), more)).rejects.toThrow(
      fault("InputError", "diff: s says nothing of notes"),
    );
  });

  it("refuses to count where both vintages share no whole period", async () => {
    const early = { covers: { since: "2023-01-01", until: "2023-03-01" }, asOf: "2023-03-01" };
    const late = { covers: { since: "2023-02-15", until: "2023-07-01" }, asOf: "2023-07-01" };
    const [older, newer] = [
      await stored(folder, [{ day: "2023-02-20" }], early),
      await stored(folder, [{ day: "2023-02-20" }], late),
    ];
    expect((await diff(older, newer)).unchanged).toBe(1);
    await expect(diff(older, newer, { indicators: [counted[0]] })).rejects.toThrow(
      fault(
        "InputError",
        "diff: no whole month is covered by both, 2023-01-01 to 2023-03-01 and 2023-02-15 to 2023-07-01",
      ),
    );
  });
});
