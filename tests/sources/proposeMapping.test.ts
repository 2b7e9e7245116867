import { describe, expect, it } from "vitest";
import { columnName } from "../../src/core/source.js";
import { type Mapping, mapped, proposeMapping, readMapping } from "../../src/index.js";
import { eventOf } from "../../src/sources/eventOf.js";
import { book, trialFolder } from "../store/trial.js";
import { attacks, dayOf, list, sigacts, type Table, tracker } from "./tables.js";

const folder = trialFolder();
const proposed = ({ columns, rows }: Table) => proposeMapping(columns, rows, { name: "own" });
const why = (table: Table, field: string) => proposed(table).undecided.find((one) => one.field === field)?.why;
/** The proposal written, read again, and every row read by it. */
const eventsOf = async (table: Table, change: (mapping: Mapping) => unknown = (mapping) => mapping) => {
  const mapping = proposed(table).mapping as Mapping;
  const source = mapped(await readMapping(folder.write("own.json", JSON.stringify(change(mapping)))));
  return table.rows.map((cells) => {
    const row = Object.fromEntries(table.columns.map((name, i) => [columnName(name), cells[i]]));
    const found = eventOf(source, row, { asOf: "2024-06-01", codebook: book });
    return "reason" in found ? found : found.event;
  });
};
/** A table of one column of interest beside an id and a type. */
const tableOf = (column: string, cells: readonly string[]): Table => ({
  columns: ["id", "type", column],
  rows: cells.map((cell, i) => [String(i), "raid", cell]),
});

describe("proposeMapping", () => {
  it("reads a table of army reports: date-time groups, and the dead in three columns added up", async () => {
    expect(proposed(sigacts).mapping).toEqual({
      name: "own",
      columns: {
        id: "ReportKey",
        day: { column: "DTG", format: "DDHHmm'Z'MMMYY", century: 2000 },
        kind: { column: "Category", values: { "Direct Fire": "Direct Fire", IED: "IED" }, others: "keep" },
        deaths: { columns: ["FriendlyKIA", "CivilianKIA", "EnemyKIA"] },
        admin1: "Province",
      },
    });
    expect(proposed(sigacts).unused).toEqual(["EnemyWIA", "MGRS"]);
    const events = await eventsOf(sigacts);
    expect(events.map((one) => "day" in one && one.day)).toEqual(sigacts.rows.map((_, i) => dayOf(i)));
    expect(events[2]).toMatchObject({ id: "K2", kind: "Direct Fire", deaths: 3, admin1: "Hill" });
  });

  it("reads a database of attacks: days not known as months, empty coordinates as none, empty deaths not at all", async () => {
    const { mapping, undecided } = proposed(attacks);
    expect(mapping.columns).toEqual({
      id: "eventid",
      day: { columns: ["iyear", "imonth", "iday"], unknown: "coarser" },
      kind: { column: "attacktype1_txt", values: { "Armed Assault": "Armed Assault" }, others: "keep" },
      ...{ side1: "gname", side2: "targtype1_txt", deaths: "nkill", country: "country_txt", admin1: "provstate" },
      lat: { column: "latitude", empty: "absent" },
      lon: { column: "longitude", empty: "absent" },
      notes: "summary",
    });
    expect(undecided).toContainEqual({
      field: "deaths",
      why: '8 of 40 cells of nkill are empty, and refused unless the mapping says "empty": 0',
    });
    expect((await eventsOf(attacks))[4]).toEqual({ column: "nkill", value: "", reason: "is empty" });
    const told = await eventsOf(attacks, ({ columns, ...rest }) => ({
      ...rest,
      columns: { ...columns, deaths: { column: "nkill", empty: 0 } },
    }));
    expect(told.filter((one) => "reason" in one)).toEqual([]);
    expect(told[0]).toMatchObject({ day: dayOf(0), precision: "day", lat: 14.5, deaths: 2, side2: ["Police"] });
    expect(told[9]).toMatchObject({ day: `${dayOf(9).slice(0, 7)}-01`, precision: "month" });
    expect(told[7]).not.toHaveProperty("lat");
  });

  it("reads a European list: days first, decimal commas, words of other languages", async () => {
    expect(proposed(list).mapping).toEqual({
      name: "own",
      decimal: ",",
      columns: {
        id: "Nr",
        day: { column: "Datum", format: "DD.MM.YYYY" },
        kind: { column: "Typ", values: { attaque: "attaque" }, others: "keep" },
        ...{ deaths: "Morts", admin1: "Région", place: "Lieu", lat: "Lat", lon: "Lon" },
      },
    });
    const events = await eventsOf(list);
    expect(events.map((one) => "day" in one && one.day)).toEqual(list.rows.map((_, i) => dayOf(i)));
    expect(events[3]).toMatchObject({ id: "4", deaths: 3, admin1: "Ségou", place: "Colline", lat: 14.5, lon: -4.25 });
  });

  it("reads a tracker's export: date-times, a position in one column, several actors, yes and no", async () => {
    expect(proposed(tracker).mapping.columns).toEqual({
      id: "Incident ID",
      day: { column: "Incident Date", format: "YYYY-MM-DDTHH:mm:ss*" },
      kind: { column: "Type", values: { "Armed clash": "Armed clash" }, others: "keep" },
      side1: { column: "Actor", split: ";" },
      civilians: { column: "civilian_targeting", values: { no: false, yes: true } },
      deaths: "Killed",
      position: { column: "lat_lon", separator: ",", first: "lat" },
    });
    const events = await eventsOf(tracker);
    expect(events[0]).toMatchObject({
      day: dayOf(0),
      side1: ["Army", "Rebels"],
      civilians: true,
      lat: 14.5,
      lon: -4.25,
    });
    expect(events[1]).toMatchObject({ side1: ["Militia"], civilians: false });
  });

  it.each([
    ["sigacts", sigacts],
    ["attacks", attacks],
    ["list", list],
    ["tracker", tracker],
  ])("says of every field of %s why, and from which columns", (_, table) => {
    const proposal = proposed(table);
    expect(proposal.proposed.map((one) => one.field)).toEqual(Object.keys(proposal.mapping.columns));
    for (const one of proposal.proposed) {
      expect(one.why).toMatch(/^\S.*\S$/);
      expect(["high", "fair"]).toContain(one.confidence);
    }
    const named = [...proposal.proposed.flatMap((one) => one.columns), ...proposal.unused];
    expect([...named].sort()).toEqual([...table.columns].sort());
  });

  it("proposes no day where day and month could be either way round", () => {
    const either = tableOf("date", ["03/04/2023", "05/06/2023", "07/07/2023"]);
    expect(proposed(either).mapping.columns).not.toHaveProperty("day");
    expect(why(either, "day")).toBe(
      'date: all 3 different dates read as DD/MM/YYYY or MM/DD/YYYY alike, such as 03/04/2023; say which with "format"',
    );
  });

  it("takes no other date because the surest cannot be read, and none of when a row was made", () => {
    const rows = ["03/04/2023", "05/06/2023"].map((date) => [date, "2024-01-01", "2024-01-02"]);
    expect(why({ columns: ["date", "report date", "date_created"], rows }, "day")).toMatch(
      /^date: all 2 different dates .*; report date may be dates too$/,
    );
    const created = rows.map((row) => ["", ...row.slice(1)]);
    expect(why({ columns: ["date", "entry", "date_created"], rows: created }, "day")).toBe(
      "no column is named like a date",
    );
  });

  it("says where other columns count the dead beside the total", () => {
    const rows = [
      ["1", "0"],
      ["2", "1"],
    ];
    expect(proposed({ columns: ["KIA", "Civ KIA"], rows }).proposed).toEqual([
      {
        field: "deaths",
        columns: ["KIA"],
        confidence: "fair",
        why: "named like it; all 2 cells are whole numbers; Civ KIA beside it also count the dead; add them up if KIA does not hold them",
        says: "KIA",
      },
    ]);
  });

  it("takes one date that can be read in one way only as proof, and says which", () => {
    const { proposed: found } = proposed(tableOf("date", ["03/04/2023", "05/16/2023", "05/06/2023"]));
    expect(found.find((one) => one.field === "day")).toEqual({
      field: "day",
      columns: ["date"],
      confidence: "high",
      why: "named like a date; all 3 cells are written MM/DD/YYYY, 05/16/2023 can be read in no other way",
      says: { column: "date", format: "MM/DD/YYYY" },
    });
  });

  it("proposes no day where the file mixes both ways round, or holds no dates", () => {
    const days = Array.from({ length: 12 }, (_, i) => `0${1 + (i % 9)}/0${1 + (i % 7)}/2023`);
    expect(why(tableOf("date", [...days, "25/01/2023", "01/26/2023"]), "day")).toBe(
      'date: "25/01/2023" reads only as DD/MM/YYYY and "01/26/2023" only as MM/DD/YYYY',
    );
    expect(why(tableOf("date", ["soon", "later"]), "day")).toBe(
      'date: of its 2 different texts none reads as a date, such as not "soon"',
    );
    expect(why(tableOf("when", ["2023-01-01"]), "day")).toBe("no column is named like a date");
  });

  it("proposes no century for years that may lie in two", () => {
    expect(why(tableOf("date", ["31 Dec 98", "13 Feb 04"]), "day")).toBe(
      "date: two-digit years from 4 to 98 may lie in two centuries",
    );
    const { mapping } = proposed(tableOf("date", ["31 Dec 98", "13 Feb 74"]));
    expect(mapping.columns.day).toEqual({ column: "date", format: "DD MMM YY", century: 1900 });
  });

  it("counts the dates that do not fit", () => {
    const cells = [...Array.from({ length: 30 }, (_, i) => dayOf(i)), "unknown", ""];
    expect(proposed(tableOf("date", cells)).proposed.find((one) => one.field === "day")).toMatchObject({
      confidence: "fair",
      why: `named like a date; 30 of 32 cells are written YYYY-MM-DD, such as ${dayOf(0)}; 1 are not, such as "unknown", and are refused; 1 are empty and are refused`,
    });
  });

  it("proposes no id that stands twice, and names the columns that could be one", () => {
    const rows = Array.from({ length: 3 }, (_, i) => ["1", `k${i}`, "", "2023-01-13"]);
    expect(why({ columns: ["id", "mark", "ref", "date"], rows }, "id")).toBe(
      'id holds "1" twice, ref has empty cells; different in every row: mark; or join several: { "columns": ["date", "place"] }',
    );
  });

  it("takes no codes for what they may mean", () => {
    expect(why(tableOf("civilians", ["1", "2", "0"]), "civilians")).toBe(
      'civilians holds "2", which by itself is neither yes nor no',
    );
    expect(why(tableOf("date_prec", ["1", "2", "2"]), "precision")).toBe(
      'date_prec holds "2", "1"; which of them mean day, week, month or year it does not say; until the mapping does, every day counts as exact',
    );
    expect(why(tableOf("killed", ["some", "2", "1"]), "deaths")).toBe('killed holds "some", not a whole number');
    const pairs = tableOf("gps", ["14.5,-4.2", "13.1,-3.9"]);
    expect(why(pairs, "position")).toBe(
      'gps holds pairs of numbers, but not which is the latitude; { "column": "gps", "separator": ",", "first": "lat" }, or "lon"',
    );
    const grid = { columns: ["id", "x", "y"], rows: [["1", "345678", "1623456"]] };
    expect(why(grid, "lat")).toBe(
      'y and x hold "1623456" and "345678", not degrees; grids such as UTM and MGRS are not read',
    );
  });

  it("proposes nothing of an empty table, and passes over rows of another length", () => {
    const rows = [
      ["1", "2023-01-01"],
      ["1", "2023-01-01", "raid", "spare"],
    ];
    const { mapping, undecided, passedOver } = proposeMapping(["id", "date", "type"], rows, { name: "own" });
    expect(passedOver).toBe(2);
    expect(mapping).toEqual({ name: "own", columns: {} });
    expect(undecided.map((one) => one.field).slice(0, 3)).toEqual(["id", "day", "kind"]);
  });

  it("takes empty cells beyond the header for none, as publishers who end each line with a comma write them", () => {
    const spare = { ...list, rows: list.rows.map((row) => [...row, ""]) };
    expect(proposed(spare)).toEqual(proposed(list));
  });

  it("copes with names and texts that every object has", async () => {
    const columns = ["id", "date", "type", "constructor", "__proto__"];
    const rows = ["toString", "__proto__", "raid"].map((kind, i) => [String(i), `2023-01-1${i}`, kind, "a", "b"]);
    expect(proposed({ columns, rows }).mapping.columns.kind).toEqual({
      ...{ column: "type", values: { raid: "raid", toString: "toString" }, others: "keep" },
    });
    expect((await eventsOf({ columns, rows })).map((one) => "kind" in one && one.kind)).toEqual([
      ...["toString", "__proto__", "raid"],
    ]);
  });
});
