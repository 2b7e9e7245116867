import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { count, read, type Snapshot, select, totals, totalsOf, ucdp } from "../../src/index.js";
import { csvTable } from "../../src/store/csvTable.js";
import { book, fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const store = join(folder.path, "store");
const spring = { since: "2023-01-01", until: "2023-06-01" };
const columns = ["month", "zone", "type", "side_a", "side_b", "events", "best", "low", "high"];

const fields = {
  type_of_violence: 1,
  side_a: "Army, Guard",
  side_b: "Rebels",
  where_prec: 1,
  adm_1: "Hill",
  adm_2: "",
  latitude: 1,
  longitude: 1,
};
const rest = { country: "Erewhon", date_prec: 1, best: 2, low: 1, high: 5 };

/** UCDP rows from a day and what is special about each. */
async function stored(rows: readonly Readonly<Record<string, string | number>>[], name = "events"): Promise<Snapshot> {
  const whole = rows.map((row, i) => ({
    id: i + 1,
    ...fields,
    ...rest,
    date_start: row["day"],
    date_end: row["day"],
    ...row,
  }));
  const file = folder.write(`${name}.csv`, csvTable(Object.keys(whole[0]), whole));
  return await read(file, ucdp(), { name, asOf: "2024-06-30", codebook: book, store });
}

describe("totalsOf", () => {
  it("adds up events and deaths by month, zone, type and sides", async () => {
    const snapshot = await stored([
      { day: "2023-01-31" },
      { day: "2023-02-01" },
      { day: "2023-02-28", best: 7 },
      { day: "2023-02-28", side_b: "Civilians", type_of_violence: 3 },
      { day: "2023-02-10", adm_1: "Wet Land", adm_2: "North", date_prec: 4 },
      { day: "2023-06-01" },
    ]);
    const army = { type: "state-based", side_a: "Army, Guard", side_b: "Rebels" };
    const { rows, left } = await totalsOf(snapshot, spring);
    expect(rows).toEqual([
      { month: "2023-01", zone: "hill", ...army, events: 1, best: 2, low: 1, high: 5 },
      {
        month: "2023-02",
        zone: "hill",
        ...army,
        type: "one-sided",
        side_b: "Civilians",
        events: 1,
        best: 2,
        low: 1,
        high: 5,
      },
      { month: "2023-02", zone: "hill", ...army, events: 2, best: 9, low: 2, high: 10 },
      { month: "2023-02", zone: "river", ...army, events: 1, best: 2, low: 1, high: 5 },
    ]);
    expect(left).toBe(0);
  });

  it("counts apart what is known only to the quarter or year", async () => {
    const snapshot = await stored([{ day: "2023-01-31" }, { day: "2023-02-01", date_prec: 5 }], "coarse");
    const { rows, left } = await totalsOf(snapshot, spring);
    expect([rows.length, left]).toEqual([1, 1]);
  });

  it("heeds the criteria of a selection, and is empty where nothing is left", async () => {
    const snapshot = await stored(
      [{ day: "2023-01-31" }, { day: "2023-02-01", adm_1: "Wet Land", adm_2: "North" }],
      "selected",
    );
    const { rows } = await totalsOf(select(snapshot, { zone: "inhabited", not: { zone: "hill" } }), spring);
    expect(rows.map(({ zone }) => zone)).toEqual(["river"]);
    expect(await totalsOf(select(snapshot, { side1: "Nobody" }), spring)).toEqual({ rows: [], left: 0 });
  });

  it("makes a table that, read as totals, gives the counts of the events", async () => {
    const snapshot = await stored(
      [{ day: "2023-01-31" }, { day: "2023-02-01" }, { day: "2023-02-02" }, { day: "2023-05-02" }],
      "round",
    );
    const { rows } = await totalsOf(snapshot, spring);
    const table = csvTable(
      columns,
      rows.map((row) => ({ ...row })),
    );
    const options = { name: "table", asOf: "2024-06-30", codebook: book, store };
    const again = await read(folder.write("table.csv", table), totals(), options);
    for (const measure of ["events", "deaths"] as const) {
      const [one] = await count(select(snapshot, { ...spring, side1: "@army" }), { every: "month", measure });
      const [two] = await count(select(again, { ...spring, side1: "@army" }), { every: "month", measure });
      expect(two.values).toEqual(one.values);
    }
    expect((await totalsOf(again, spring)).rows).toEqual(rows);
  });

  it("refuses rows where the codebook knows no zone, and names a place", async () => {
    const snapshot = await stored([{ day: "2023-01-31" }, { day: "2023-02-01", adm_1: "Elsewhere" }], "lost");
    await expect(totalsOf(snapshot, spring)).rejects.toThrow(
      fault("DataError", "totals: 1 rows lie where trial knows no zone, as Elsewhere"),
    );
    expect((await totalsOf(snapshot, { ...spring, until: "2023-02-01" })).rows.length).toBe(1);
  });

  it("refuses a stretch that would pass off a part of a month as the month", async () => {
    const snapshot = await stored([{ day: "2023-01-31" }], "cut");
    const refused = fault("InputError", "totals: needs the first day of a month, got 2023-01-15");
    await expect(totalsOf(snapshot, { since: "2023-01-15", until: "2023-06-01" })).rejects.toThrow(refused);
    await expect(totalsOf(snapshot, { since: "2023-01-01", until: "2023-01-15" })).rejects.toThrow(refused);
  });

  it("refuses to write zeros for what the publisher does not say", async () => {
    const file = folder.write("plain.csv", "month,zone,events,side_a,side_b,best\n2023-01,hill,2,Army,Rebels,3\n");
    const plain = await read(file, totals(), { name: "plain", asOf: "2024-06-30", codebook: book, store });
    await expect(totalsOf(plain, spring)).rejects.toThrow(
      fault("InputError", "totals: plain says nothing of deathsHigh, deathsLow, kind"),
    );
  });
});
