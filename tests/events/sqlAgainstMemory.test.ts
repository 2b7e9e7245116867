import fc from "fast-check";
import { expect, it } from "vitest";
import { everies } from "../../src/core/day.js";
import { expanded } from "../../src/events/codebook.js";
import { type ConflictEvent, manifestOf, matches, type OneOf, read, type Where } from "../../src/index.js";
import { type Ask, query } from "../../src/store/engine.js";
import { whereSql } from "../../src/store/whereSql.js";
import { book, diary, diaryText, type Made, made, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const names = [
  ...["Army", "GUARD", "guard (old)", "Rebels", "", " ", "é", "e\u0301", "É", "'; DROP TABLE events; --", '"', "a,b"],
  ...["__proto__", "constructor", "NULL", "$1", "%", "_", "\\", "😀", "two\nlines", "\uFEFFmark", "İ", "null"],
];
const kinds = ["battle", "raid", "RAID", "protest", ""];
const zones = ["river", "hill", "waste"];
const days = ["0001-01-01", "1969-12-31", "2023-01-31", "2023-02-01", "2023-12-31"];
const words = ["Looting", "LOOTED é", "%", "a_b", "\\", "'", "😀 漢", "", "i", "I", "İ", "ı", "ß", "K", "\u212A"];

const name = fc.constantFrom(...names);
const note = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((some) => some.join(" "));
const sides = fc.uniqueArray(name, { maxLength: 3 });
const event: fc.Arbitrary<Made> = fc.record(
  {
    day: fc.constantFrom(...days),
    ...{ precision: fc.constantFrom(...everies), source: name, country: name, kind: fc.constantFrom(...kinds) },
    ...{ side1: sides, side2: sides, civilians: fc.boolean(), deaths: fc.nat({ max: 5 }) },
    ...{ admin1: name, admin2: name, place: name, zone: fc.constantFrom(...zones) },
    ...{ subkind: fc.constantFrom(...kinds), notes: note },
  },
  { requiredKeys: ["day", "precision", "source", "country", "kind", "side1", "side2", "civilians", "deaths"] },
);

const some = (one: fc.Arbitrary<string>): fc.Arbitrary<OneOf> =>
  fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }));
const actor = some(fc.oneof({ weight: 4, arbitrary: name }, fc.constant("@army"), fc.constant("@nobody")));
const kind = some(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...kinds) }, fc.constant("@clash")));
const { where } = fc.letrec<{ where: Where }>((tie) => {
  const one: readonly fc.Arbitrary<Where>[] = [
    ...(["source", "country", "admin1", "admin2", "place"] as const).map((field) => fc.record({ [field]: some(name) })),
    fc.record({ zone: some(fc.constantFrom(...zones, "inhabited")) }),
    ...[fc.record({ kind }), fc.record({ subkind: kind })],
    ...[fc.record({ actor }), fc.record({ side1: actor }), fc.record({ side2: actor })],
    fc.record({ notes: some(fc.constantFrom(...words)) }),
    ...[fc.record({ civilians: fc.boolean() }), fc.record({ minDeaths: fc.nat({ max: 5 }) })],
    fc.record({ precision: fc.constantFrom(...everies) }),
    ...[fc.record({ since: fc.constantFrom(...days) }), fc.record({ until: fc.constantFrom(...days) })],
    fc.record({ any: fc.array(tie("where"), { minLength: 1, maxLength: 3, depthIdentifier: "where" }) }),
    fc.record({ not: tie("where") }),
  ];
  const plain = one.slice(0, -2);
  const whole = fc.oneof({ depthIdentifier: "where", maxDepth: 3 }, ...plain, ...one.slice(-2), ...one.slice(-2));
  return { where: fc.array(whole, { minLength: 0, maxLength: 3 }).map((all): Where => Object.assign({}, ...all)) };
});

it("keeps the same rows by SQL and in memory, for 1,000 criteria over rows of every kind", async () => {
  const codebook = { ...book, actors: { army: ["army", "Guard*"], nobody: [] }, kinds: { clash: ["battle", "raid"] } };
  const covers = { since: "0001-01-01", until: "2024-01-01" };
  let held = 0;
  let all = 0;
  const criteria = fc.sample(where, { seed: 1000, numRuns: 1000 });
  expect(criteria.filter((one) => one.any !== undefined || one.not !== undefined).length).toBeGreaterThan(200);
  for (const [i, rows] of fc
    .sample(fc.array(event, { minLength: 200, maxLength: 300 }), { seed: 7, numRuns: 4 })
    .entries()) {
    const text = diaryText(rows);
    const options = { name: "memory", asOf: "2024-01-01", codebook, store: folder.path };
    const snapshot = await read(folder.write("m.csv", text), diary(covers, ["zone", "notes"]), options);
    const manifest = await manifestOf(snapshot);
    expect(manifest.kept).toBe(rows.length);
    const [back] = await query(snapshot, [], [(kept) => `SELECT id, zone FROM ${kept}`]);
    const zoneOf = new Map(back.map((row) => [row["id"], row["zone"]]));
    const events = rows.map((row, k): ConflictEvent => {
      const one = made(row, k);
      const zone = zoneOf.get(one.id);
      if (row.zone !== undefined) expect(zone).toBe(row.zone);
      return { ...one, ...(zone !== null && zone !== undefined && { zone: String(zone) }) };
    });
    for (let from = i * 250; from < (i + 1) * 250; from += 50) {
      const own = criteria.slice(from, from + 50).map((one) => expanded(one, manifest));
      const asks = own.map(
        (one): Ask =>
          (rows, bind) =>
            `SELECT id FROM ${rows} WHERE ${whereSql(one, bind)} ORDER BY id`,
      );
      const answers = await query(snapshot, [], asks);
      expect((await query(snapshot, [own[0]], [(rows) => `SELECT id FROM ${rows} ORDER BY id`]))[0]).toEqual(
        answers[0],
      );
      own.forEach((one, k) => {
        const expected = events.filter((row) => matches(row, one)).map(({ id }) => id);
        expect(
          answers[k].map(({ id }) => id),
          JSON.stringify(one),
        ).toEqual(expected.sort());
        held += expected.length;
        all += events.length;
      });
    }
  }
  expect(held / all).toBeGreaterThan(0.1);
  expect(held / all).toBeLessThan(0.9);
});
