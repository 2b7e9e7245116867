import { beforeAll, describe, expect, it } from "vitest";
import {
  type CountOptions,
  count,
  inPeriods,
  type Key,
  type Panel,
  read,
  type Snapshot,
  select,
  totals,
  type Where,
} from "../../src/index.js";
import { book, fault, type Made, stored, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const rows: readonly Made[] = [
  { day: "2023-01-31", zone: "river", kind: "battle", deaths: 3 },
  { day: "2023-02-01", zone: "river", kind: "raid", deaths: 0, side1: ["Rebels"], side2: ["Guard"] },
  { day: "2023-02-28", zone: "hill", kind: "battle", deaths: 10, side1: ["Army", "Guard"] },
  { day: "2023-04-30", zone: "hill", kind: "battle", deaths: 1, civilians: true, side2: ["Civilians"] },
  { day: "2023-04-30", kind: "raid", deaths: 2, admin1: "Elsewhere" },
];
const spring = { since: "2023-01-01", until: "2023-05-01" };
let diary: Snapshot;
let monthly: Snapshot;

beforeAll(async () => {
  diary = await stored(folder, rows);
  const table = "month,zone,events\n2023-01,river,4\n2023-03,river,2\n2023-03,hill,5\n";
  const file = folder.write("monthly.csv", table);
  const store = `${folder.path}/store`;
  monthly = await read(file, totals(), { name: "monthly", asOf: "2023-12-01", codebook: book, store });
});

const values = (panel: Panel) => panel.map((series) => series.values);
const counted = async (where: Where, options: Partial<CountOptions> = {}) =>
  await count(select(select(diary, spring), where), { every: "month", ...options });

describe("count", () => {
  it("is a number for each period, with the recipe, the hash and the days of each", async () => {
    const snapshot = select(diary, spring);
    expect(await count(snapshot, { every: "month" })).toEqual([
      {
        key: {},
        recipe: { where: [spring], by: [], every: "month", measure: "events" },
        from: diary.hash,
        start: "2023-01-01",
        values: [1, 2, 0, 2],
        exposure: [31, 28, 31, 30],
      },
    ]);
  });

  it("counts by week, quarter and year as the calendar has them", async () => {
    const weeks = await counted({ since: "2023-01-30", until: "2023-02-06" }, { every: "week" });
    expect(weeks[0]).toMatchObject({ start: "2023-01-30", values: [2], exposure: [7] });
    expect((await counted({}, { every: "quarter" }))[0]).toMatchObject({ values: [3, 2], exposure: [90, 30] });
    expect((await count(diary, { every: "year" }))[0]).toMatchObject({ values: [5], exposure: [365] });
    const [days] = await counted({ since: "2023-01-31", until: "2023-02-02" }, { every: "day" });
    expect(days).toMatchObject({ start: "2023-01-31", values: [1, 1], exposure: [1, 1] });
  });

  it("is a series of zeros for a quiet place or a quiet side, not a missing one", async () => {
    const panel = await counted({ zone: ["river", "hill", "waste"] }, { by: ["zone"] });
    expect(panel.map((series) => [series.key, series.values])).toEqual([
      [{ zone: "river" }, [1, 1, 0, 0]],
      [{ zone: "hill" }, [0, 1, 0, 1]],
      [{ zone: "waste" }, [0, 0, 0, 0]],
    ]);
    expect(values(await counted({ actor: "Nobody" }))).toEqual([[0, 0, 0, 0]]);
  });

  it("takes a region for its zones, and a group for its actors", async () => {
    const regional = await counted({ zone: "inhabited" }, { by: ["zone"] });
    expect(regional.map(({ key }) => key["zone"])).toEqual(["river", "hill"]);
    expect(values(await counted({ zone: "inhabited" }))).toEqual([[1, 2, 0, 1]]);
    expect(values(await counted({ side1: "@army" }))).toEqual([[1, 1, 0, 2]]);
    expect(values(await counted({ actor: "@army" }))).toEqual([[1, 2, 0, 2]]);
    expect(values(await counted({ not: { zone: "inhabited" } }))).toEqual([[0, 0, 0, 1]]);
  });

  it("takes its keys from the criteria, or from those it is told", async () => {
    const keys: Key[] = [
      { zone: "hill", kind: "raid" },
      { zone: "river", kind: "raid" },
    ];
    const told = await counted({}, { by: ["zone", "kind"], keys });
    expect(told.map((series) => [series.key, series.values])).toEqual([
      [keys[0], [0, 0, 0, 0]],
      [keys[1], [0, 1, 0, 0]],
    ]);
    const crossed = await counted({ zone: ["river", "hill"], kind: ["battle", "raid"] }, { by: ["zone", "kind"] });
    expect(crossed.map(({ key }) => Object.values(key).join())).toEqual([
      ...["river,battle", "river,raid", "hill,battle", "hill,raid"],
    ]);
    const twice = await counted({ zone: ["river", "hill"], any: [{ zone: "hill" }] }, { by: ["zone"] });
    expect(values(twice)).toEqual([
      [0, 0, 0, 0],
      [0, 1, 0, 1],
    ]);
    const both = await count(select(select(diary, { zone: "inhabited" }), { zone: ["hill", "waste"] }), {
      every: "year",
      by: ["zone"],
    });
    expect(both.map(({ key }) => key)).toEqual([{ zone: "hill" }]);
  });

  it("does not mistake one key for another that looks alike", async () => {
    const names = ["a", 'a","b', "", "__proto__", "constructor"];
    const events = names.map((name) => ({ day: "2023-01-05", place: name, kind: "b" }));
    const snapshot = await stored(folder, events, { name: "alike" });
    const panel = await count(snapshot, {
      every: "year",
      by: ["place", "kind"],
      keys: names.map((place) => ({ place, kind: "b" })),
    });
    expect(values(panel)).toEqual(names.map(() => [1]));
  });

  it("counts half-open: the first day and not the last", async () => {
    expect(values(await counted({ since: "2023-02-01", until: "2023-04-30" }))).toEqual([[2, 0, 0]]);
    expect(values(await counted({ since: "2023-02-02", until: "2023-05-01" }))).toEqual([[1, 0, 2]]);
  });

  it("gives a cut period the days that are left of it, and a leap February 29", async () => {
    const [cut] = await counted({ since: "2023-01-20", until: "2023-03-05" });
    expect(cut).toMatchObject({ start: "2023-01-01", values: [1, 2, 0], exposure: [12, 28, 4] });
    expect(inPeriods([cut])[0].exposure).toEqual([12 / 31, 1, 4 / 31]);
    const covers = { since: "2024-01-01", until: "2025-01-01" };
    const leap = await stored(folder, [{ day: "2024-02-29" }], { covers, asOf: "2025-01-01", name: "leap" });
    const [series] = await count(select(leap, { until: "2024-04-01" }), { every: "month" });
    expect(series).toMatchObject({ values: [0, 1, 0], exposure: [31, 29, 31] });
  });

  it("ends with the last period that was over as of the day, and begins with the first that is covered whole", async () => {
    const covers = { since: "2023-01-10", until: "2024-01-01" };
    const snapshot = await stored(folder, rows, { covers, asOf: "2023-05-20", name: "part" });
    expect(snapshot.covers).toEqual({ since: "2023-01-10", until: "2023-05-20" });
    const [months] = await count(snapshot, { every: "month" });
    expect(months).toMatchObject({ start: "2023-02-01", values: [2, 0, 2] });
    const [weeks] = await count(snapshot, { every: "week" });
    expect(weeks).toMatchObject({ start: "2023-01-16", exposure: Array(17).fill(7) });
    const message = "count: no whole quarter lies between 2023-04-01 and 2023-04-01";
    await expect(count(snapshot, { every: "quarter" })).rejects.toThrow(fault("InputError", message));
  });

  it("refuses to count where the snapshot knows nothing", async () => {
    const asked = (where: Where) => count(select(diary, where), { every: "month" });
    const covered = "count: diary covers 2023-01-01 to 2024-01-01, got";
    await expect(asked({ since: "2022-12-31" })).rejects.toThrow(fault("InputError", `${covered} since 2022-12-31`));
    await expect(asked({ until: "2024-01-02" })).rejects.toThrow(fault("InputError", `${covered} until 2024-01-02`));
    await expect(asked({ since: "2024-02-01" })).rejects.toThrow(fault("InputError", `${covered} since 2024-02-01`));
    expect((await asked({ since: "2023-01-01", until: "2024-01-01" }))[0].values.length).toBe(12);
  });

  it("refuses a stretch that runs backwards", async () => {
    await expect(counted({ since: "2023-03-01", until: "2023-02-01" })).rejects.toThrow(
      fault("InputError", "count: no whole month lies between 2023-03-01 and 2023-02-01"),
    );
  });

  it("adds up deaths", async () => {
    expect(values(await counted({}, { measure: "deaths" }))).toEqual([[3, 10, 0, 3]]);
    expect(values(await counted({ minDeaths: 3 }))).toEqual([[1, 1, 0, 0]]);
  });

  it("gives of a share the part and the whole, also where nothing happened", async () => {
    const [series] = await counted({}, { measure: { share: { side1: "@army" } } });
    expect(series.values).toEqual([1, 1, 0, 2]);
    expect(series.exposure).toEqual([1, 2, 0, 2]);
    expect(series.recipe.measure).toEqual({ share: { side1: "@army" } });
    const byZone = await counted({ zone: "inhabited" }, { by: ["zone"], measure: { share: { kind: "raid" } } });
    expect(byZone.map(({ values, exposure }) => [values, exposure])).toEqual([
      [
        [0, 1, 0, 0],
        [1, 1, 0, 0],
      ],
      [
        [0, 0, 0, 0],
        [0, 1, 0, 1],
      ],
    ]);
  });

  it("weighs a row of totals by the events it stands for", async () => {
    expect(values(await count(monthly, { every: "month" }))).toEqual([[4, 0, 7]]);
    expect(values(await count(select(monthly, { zone: "inhabited" }), { every: "month", by: ["zone"] }))).toEqual([
      [4, 0, 2],
      [0, 0, 5],
    ]);
    const [share] = await count(monthly, { every: "quarter", measure: { share: { zone: "hill" } } });
    expect([share.values, share.exposure]).toEqual([[5], [11]]);
  });

  it("refuses counts finer than the days are known", async () => {
    const precise = 'select { precision: "week" } leaves them out';
    await expect(count(monthly, { every: "week" })).rejects.toThrow(
      fault("DataError", `count: 2 rows are known only to the month, too coarse for counts by week; ${precise}`),
    );
    const events: Made[] = [
      { day: "2023-02-10", precision: "day" },
      { day: "2023-02-11", precision: "week" },
      { day: "2023-02-12", precision: "month" },
      { day: "2023-01-01", precision: "year" },
    ];
    const mixed = await stored(folder, events, { name: "mixed" });
    await expect(count(mixed, { every: "month" })).rejects.toThrow(
      fault(
        "DataError",
        'count: 1 rows are known only to the year, too coarse for counts by month; select { precision: "month" } leaves them out',
      ),
    );
    expect((await count(select(mixed, { precision: "month" }), { every: "month" }))[0].values.slice(0, 3)).toEqual([
      0, 3, 0,
    ]);
    expect(values(await count(mixed, { every: "year" }))).toEqual([[4]]);
    const weekly = await count(select(mixed, { precision: "week", until: "2023-03-01" }), { every: "week" });
    expect(weekly[0].values.reduce((sum, n) => sum + n, 0)).toBe(2);
    expect((await count(select(mixed, { precision: "day" }), { every: "day" }))[0].values[40]).toBe(1);
  });

  it("refuses to cut rows of a month in two, and minds only rows inside the stretch", async () => {
    const cut = (where: Where) => count(select(monthly, where), { every: "month" });
    await expect(cut({ since: "2023-01-01", until: "2023-03-15" })).rejects.toThrow(
      fault("DataError", "count: 3 rows are known only to the month, which 2023-03-15 cuts in two"),
    );
    expect(values(await cut({ since: "2023-02-02", until: "2023-02-20" }))).toEqual([[0]]);
  });

  it("does not take a month for quiet whose rows stand on a day before the stretch begins", async () => {
    const some = [
      { day: "2023-03-01", precision: "month" },
      { day: "2023-05-01", precision: "quarter" },
      { day: "2023-06-20" },
    ] as const;
    const late = await stored(folder, [...some], { name: "late" });
    const from = (since: string) => count(select(late, { since, until: "2023-06-30" }), { every: "day" });
    await expect(count(select(late, { since: "2023-03-06", until: "2023-03-20" }), { every: "week" })).rejects.toThrow(
      fault("DataError", "count: 1 rows are known only to the month, which 2023-03-06 cuts in two"),
    );
    await expect(from("2023-06-15")).rejects.toThrow(
      fault("DataError", "count: 1 rows are known only to the quarter, which 2023-06-15 cuts in two"),
    );
    expect(values(await count(select(late, { since: "2023-04-03", until: "2023-04-17" }), { every: "week" }))).toEqual([
      [0, 0],
    ]);
  });

  it("refuses criteria, keys and measures that the publisher says nothing of", async () => {
    const says = (fields: string) => fault("InputError", `count: monthly says nothing of ${fields}`);
    const asked = (where: Where, options: Partial<CountOptions> = {}) =>
      count(select(monthly, where), { every: "month", ...options });
    await expect(asked({ side1: "Army" })).rejects.toThrow(says("side1"));
    await expect(asked({ actor: "@army", minDeaths: 1 })).rejects.toThrow(says("deaths, side1, side2"));
    await expect(asked({ any: [{ zone: "hill" }, { not: { kind: "x" } }] })).rejects.toThrow(says("kind"));
    await expect(asked({}, { measure: { share: { civilians: true } } })).rejects.toThrow(says("civilians"));
    await expect(asked({}, { measure: "deaths" })).rejects.toThrow(says("deaths"));
    await expect(asked({}, { by: ["kind"], keys: [{ kind: "battle" }] })).rejects.toThrow(says("kind"));
  });

  it("refuses a zone, region or group that is not in the codebook, and zones of which the file has no row", async () => {
    await expect(counted({ zone: "nowhere" })).rejects.toThrow(
      fault(
        "InputError",
        'select: zone "nowhere" is not in the codebook trial (there are river, hill, waste, inhabited)',
      ),
    );
    await expect(counted({ side1: "@navy" })).rejects.toThrow(
      fault("InputError", "select: @navy is not a group of actors of the codebook trial (there are @army)"),
    );
    await expect(counted({ zone: "waste" })).rejects.toThrow(
      fault("InputError", "count: no row of diary lies in waste"),
    );
  });

  it("refuses keys that it could only answer with false zeros", async () => {
    const asked = (keys: readonly Key[], by: CountOptions["by"] = ["zone"]) => counted({}, { by, keys });
    const zone = (name: string) =>
      fault("InputError", `count: a key needs a zone of the codebook trial, got "${name}"`);
    await expect(asked([{ zone: "hill" }, { zone: "inhabited" }])).rejects.toThrow(zone("inhabited"));
    await expect(asked([{ zone: "hill" }, { zone: "Hill" }])).rejects.toThrow(zone("Hill"));
    const exactly = (fields: string, key: Key) =>
      fault("InputError", `count: a key needs exactly ${fields}, got ${JSON.stringify(key)}`);
    await expect(asked([{ zon: "hill" }])).rejects.toThrow(exactly("zone", { zon: "hill" }));
    await expect(asked([{ zone: "hill" }], ["zone", "kind"])).rejects.toThrow(exactly("zone, kind", { zone: "hill" }));
    await expect(asked([{ zone: "hill" }], [])).rejects.toThrow(exactly("nothing", { zone: "hill" }));
    await expect(asked([])).rejects.toThrow(fault("InputError", "count: the criteria leave no zone to count by"));
    await expect(
      count(select(select(diary, { zone: "hill" }), { zone: "river" }), { every: "month", by: ["zone"] }),
    ).rejects.toThrow(fault("InputError", "count: the criteria leave no zone to count by"));
    await expect(counted({ any: [{ zone: "hill" }] }, { by: ["zone"] })).rejects.toThrow(
      fault("InputError", "count: by zone needs its keys; name them in the criteria ({ zone: [...] }) or in { keys }"),
    );
  });

  it("refuses options that it does not have, and never pastes them into a query", async () => {
    const dimensions = "source, country, admin1, admin2, place, zone, kind, subkind";
    const by = ["zone, (SELECT 1)"] as unknown as CountOptions["by"];
    await expect(counted({}, { by, keys: [{ "zone, (SELECT 1)": "hill" }] })).rejects.toThrow(
      fault("InputError", `count: by needs some of ${dimensions}, got "zone, (SELECT 1)"`),
    );
    await expect(counted({}, { every: "decade" as CountOptions["every"] })).rejects.toThrow(
      fault("InputError", "count: every needs one of day, week, month, quarter, year, got decade"),
    );
    await expect(counted({}, { measure: "death" as CountOptions["measure"] })).rejects.toThrow(
      fault("InputError", 'count: measure needs events, deaths or a share, got "death"'),
    );
    await expect(counted({}, { measure: { share: JSON.parse('{"zones":"hill"}') } })).rejects.toThrow(
      /^select: zones is not a criterion/,
    );
  });
});
