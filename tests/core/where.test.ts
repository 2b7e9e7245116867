import { describe, expect, it } from "vitest";
import { checkedWhere } from "../../src/core/where.js";
import type { Where } from "../../src/index.js";
import { fault } from "../store/trial.js";

const whole: Required<Where> = {
  source: "ucdp",
  country: ["Mali", "Niger"],
  admin1: "Mopti",
  admin2: "",
  place: "Sévaré",
  zone: ["delta"],
  kind: "battle",
  subkind: "x",
  actor: "@army",
  side1: ["__proto__", "constructor"],
  side2: "a'; DROP TABLE events; --",
  notes: ["looting", "%"],
  civilians: false,
  minDeaths: 0,
  precision: "week",
  since: "2023-01-01",
  until: "2024-02-29",
  any: [{ kind: "a" }, { not: { any: [{ zone: "b" }] } }],
  not: {},
};
const fields = [
  ...["source", "country", "admin1", "admin2", "place", "zone", "kind", "subkind", "actor", "side1", "side2"],
  ...["notes", "civilians", "minDeaths", "precision", "since", "until", "any", "not"],
];

describe("checkedWhere", () => {
  it("gives back criteria of every kind as they are", () => {
    expect(checkedWhere(whole, "select")).toBe(whole);
    expect(checkedWhere({}, "select")).toEqual({});
    expect(Object.keys(whole)).toEqual(fields);
  });

  it.each([
    [{ zone: 5 }, "zone needs a text or a list of texts, got 5"],
    [{ actor: [] }, "actor needs a text or a list of texts, got []"],
    [{ side1: ["a", null] }, 'side1 needs a text or a list of texts, got ["a",null]'],
    [{ kind: undefined }, "kind needs a text or a list of texts, got undefined"],
    [{ since: "2023-02-30" }, 'since needs a day as YYYY-MM-DD, got "2023-02-30"'],
    [{ until: "2023-1-1" }, 'until needs a day as YYYY-MM-DD, got "2023-1-1"'],
    [{ civilians: "true" }, 'civilians needs true or false, got "true"'],
    [{ minDeaths: 1.5 }, "minDeaths needs a whole number of deaths, got 1.5"],
    [{ minDeaths: -1 }, "minDeaths needs a whole number of deaths, got -1"],
    [{ notes: [] }, "notes needs a text or a list of texts, got []"],
    [{ notes: /loot/ }, "notes needs a text or a list of texts, got {}"],
    [{ minDeaths: "3" }, 'minDeaths needs a whole number of deaths, got "3"'],
    [{ precision: "hour" }, 'precision needs one of day, week, month, quarter, year, got "hour"'],
    [{ any: [] }, "any needs a list of criteria, got []"],
    [{ any: { kind: "a" } }, 'any needs a list of criteria, got {"kind":"a"}'],
  ])("refuses %j and says which field is at fault", (where, message) => {
    expect(() => checkedWhere(where, "select")).toThrow(fault("InputError", `select: ${message}`));
  });

  it("looks inside any and not, however deep", () => {
    const message = "count: minDeaths needs a whole number of deaths, got -2";
    const deep = { any: [{ kind: "a" }, { not: { any: [{ minDeaths: -2 }] } }] };
    expect(() => checkedWhere(deep, "count")).toThrow(fault("InputError", message));
  });

  it.each(["zones", "Zone", "where", "constructor", "toString", "__proto__"])("refuses the field %s", (field) => {
    const where = JSON.parse(`{"${field}":"a"}`);
    const message = `select: ${field} is not a criterion (there are ${fields.join(", ")}), got "a"`;
    expect(() => checkedWhere(where, "select")).toThrow(fault("InputError", message));
  });

  it.each([
    [null, "null"],
    [["a"], '["a"]'],
    ["zone", '"zone"'],
    [undefined, "undefined"],
    [() => true, "function"],
  ])("refuses %s, which is no object", (where, shown) => {
    expect(() => checkedWhere(where, "select")).toThrow(
      fault("InputError", `select: needs criteria as an object, got ${shown}`),
    );
  });

  it("does not change what it is given", () => {
    const frozen = Object.freeze({ any: Object.freeze([Object.freeze({ kind: "a" })]) });
    expect(checkedWhere(frozen, "select")).toBe(frozen);
  });
});
