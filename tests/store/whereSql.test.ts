import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everies } from "../../src/core/day.js";
import { type ConflictEvent, matches, type OneOf, type Where } from "../../src/index.js";
import { withEngine } from "../../src/store/engine.js";
import { type Bound, whereSql } from "../../src/store/whereSql.js";
import { eventsIn, made } from "./trial.js";

const hostile = [
  "a",
  "b",
  "",
  "é",
  "e\u0301",
  "'; DROP TABLE events; --",
  '"',
  "__proto__",
  "constructor",
  "NULL",
  "$1",
  "%",
  "😀",
];
const days = ["0001-01-01", "1969-12-31", "2023-01-31", "2023-02-01", "2024-02-29", "9999-12-31"];
const places = ["source", "country", "admin1", "admin2", "place", "zone", "kind", "subkind"] as const;

const text = fc.constantFrom(...hostile);
const sides = fc.uniqueArray(text, { maxLength: 3 });
const event: fc.Arbitrary<ConflictEvent> = fc
  .record(
    {
      day: fc.constantFrom(...days),
      precision: fc.constantFrom(...everies),
      ...{ source: text, country: text, kind: text, side1: sides, side2: sides, civilians: fc.boolean() },
      deaths: fc.nat({ max: 4 }),
      ...{ admin1: text, admin2: text, place: text, zone: text, subkind: text, notes: text },
    },
    { requiredKeys: ["day", "precision", "source", "country", "kind", "side1", "side2", "civilians", "deaths"] },
  )
  .map((one) => made(one, 0));

const oneOf: fc.Arbitrary<OneOf> = fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }));
const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.record(
    {
      ...Object.fromEntries(places.map((name) => [name, oneOf])),
      ...{
        actor: oneOf,
        side1: oneOf,
        side2: oneOf,
        notes: oneOf,
        civilians: fc.boolean(),
        minDeaths: fc.nat({ max: 4 }),
      },
      precision: fc.constantFrom(...everies),
      ...{ since: fc.constantFrom(...days), until: fc.constantFrom(...days) },
      any: fc.array(tie("where"), { minLength: 1, maxLength: 3, depthIdentifier: "where" }),
      not: fc.option(tie("where"), { nil: {}, depthSize: "small", depthIdentifier: "where" }),
    },
    { requiredKeys: [] },
  ),
}));
/** As drawn, criteria of twenty fields meet no event; few of the fields at once do. */
const few = fc.tuple(where, fc.array(fc.nat({ max: 18 }), { minLength: 1, maxLength: 3 })).map(([all, picks]) => {
  const entries = Object.entries(all);
  return entries.length === 0 ? all : Object.fromEntries(picks.map((pick) => entries[pick % entries.length]));
});

/** The ids that each of several criteria keep, and what the whole table holds after. */
async function kept(events: readonly ConflictEvent[], criteria: readonly Where[]): Promise<string[][]> {
  return await withEngine(async (connection) => {
    await eventsIn(connection, events);
    const found: string[][] = [];
    for (const one of criteria) {
      const bound: Bound[] = [];
      const condition = whereSql(one, (value) => `$${bound.push(value)}`);
      const reader = await connection.runAndReadAll(`SELECT id FROM events WHERE ${condition} ORDER BY id`, bound);
      found.push(reader.getRowObjectsJS().map((row) => String(row["id"])));
    }
    return found;
  });
}

describe("whereSql", () => {
  it("of no criteria is true of every row", () => {
    expect(whereSql({}, () => "?")).toBe("(true)");
  });

  it("never writes a value into the query's text", () => {
    const values: Bound[] = [];
    const bind = (value: Bound) => `$${values.push(value)}`;
    const sql = whereSql({ zone: "'; DROP TABLE events; --", not: { side1: ["x'", "y"], minDeaths: 2 } }, bind);
    expect(values).toEqual(["'; DROP TABLE events; --", "x'", "y", 2]);
    expect(sql).toBe(
      "(true AND zone IN ($1) AND NOT coalesce((true AND list_has_any(side1, list_value($2, $3)) AND deaths >= $4), false))",
    );
  });

  it("keeps, with not, what has no such field at all", async () => {
    const events = [
      { day: "2023-01-01", id: "none" },
      { day: "2023-01-01", id: "here", zone: "a" },
      { day: "2023-01-01", id: "there", zone: "b" },
    ].map(made);
    const criteria: Where[] = [{ zone: "a" }, { not: { zone: "a" } }, { not: { not: { zone: "a" } } }];
    expect(await kept(events, criteria)).toEqual([["here"], ["none", "there"], ["here"]]);
  });

  it("counts the first day and not the last", async () => {
    const events = ["2023-01-31", "2023-02-01", "2023-02-28", "2023-03-01"].map((day) => made({ day, id: day }, 0));
    const [ids] = await kept(events, [{ since: "2023-02-01", until: "2023-03-01" }]);
    expect(ids).toEqual(["2023-02-01", "2023-02-28"]);
  });

  it("matches a name whole, letter for letter", async () => {
    const events = ["JNIM", "JNIM ", "jnim", "JNIM: Group", "J%"].map((name, i) =>
      made({ day: "2023-01-01", side2: [name] }, i),
    );
    expect(await kept(events, [{ actor: "JNIM" }, { side2: "J%" }, { side1: "JNIM" }])).toEqual([["e1"], ["e5"], []]);
  });

  it("finds a text in the notes, the case of A to Z aside and of no other letter, signs as they stand", async () => {
    const notes = ["JNIM LOOTED É", "looted é", "a%b_c", undefined, "", "\u0130"];
    const events = notes.map((text, i) => made({ day: "2023-01-01", ...(text !== undefined && { notes: text }) }, i));
    const asked: Where[] = [
      { notes: "Looted" },
      { notes: "É" },
      { notes: ["A%B", "x"] },
      { notes: "_" },
      { notes: "" },
    ];
    expect(await kept(events, [...asked, { not: { notes: "" } }, { notes: "i" }, { notes: "a.b" }])).toEqual([
      ...[["e1", "e2"], ["e1"], ["e3"], ["e3"], ["e1", "e2", "e3", "e5", "e6"], ["e4"], ["e1"], []],
    ]);
  });

  it("keeps what a plain filter keeps, for any criteria and any events", async () => {
    let held = 0;
    let left = 0;
    const events = fc.array(event, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(events, fc.array(few, { minLength: 20, maxLength: 20 }), async (drawn, criteria) => {
        const named = drawn.map((one, i) => ({ ...one, id: `e${String(i).padStart(2, "0")}` }));
        const expected = criteria.map((one) => named.filter((row) => matches(row, one)).map(({ id }) => id));
        expect(await kept(named, criteria)).toEqual(expected);
        held += expected.flat().length;
        left += expected.length * named.length - expected.flat().length;
      }),
      { numRuns: 40, seed: 20231213 },
    );
    expect(held / (held + left)).toBeGreaterThan(0.1);
    expect(left / (held + left)).toBeGreaterThan(0.1);
  });
});
