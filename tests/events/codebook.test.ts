import { describe, expect, it } from "vitest";
import { checkSaid, expanded, labelOf, spellingsOf, zoneReader, zonesOf } from "../../src/events/codebook.js";
import { book, fault, made, manifest } from "../store/trial.js";

const at = (admin1?: string, admin2?: string) => zoneReader(book)(made({ day: "2023-01-01", admin1, admin2 }, 0));
const kinds = { ...manifest, codebook: { ...book, kinds: { clash: ["battle", "raid"], none: [] } } };

describe("zoneReader", () => {
  it("finds a zone by its places, whatever accents, case and spaces", () => {
    expect(at("Wét Land", "North")).toBe("river");
    expect(at(" wet  LAND ", "SOUTH")).toBe("river");
    expect(at("dry land", "anything")).toBe("hill");
    expect(at("Hill")).toBe("hill");
  });

  it("needs the smaller place too where the codebook names some", () => {
    expect(at("Wet Land", "East")).toBeUndefined();
    expect(at("Wet Land")).toBeUndefined();
  });

  it("reads an empty spelling as: the publisher gave no name", () => {
    expect(at(undefined, "North")).toBe("waste");
    expect(at("  ")).toBe("waste");
  });

  it("knows no zone for a place that the codebook does not name", () => {
    expect(at("Elsewhere")).toBeUndefined();
    expect(at("constructor", "__proto__")).toBeUndefined();
  });

  it("takes the first zone that fits", () => {
    const zones = ["one", "two"].map((name) => ({ name, label: name, places: [{ admin1: ["Hill"] }] }));
    expect(zoneReader({ ...book, zones })(made({ day: "2023-01-01", admin1: "hill" }, 0))).toBe("one");
  });
});

describe("expanded", () => {
  it("puts zones for regions and names for groups, in lists, any and not alike", () => {
    const where = {
      ...{
        zone: ["inhabited", "waste"],
        actor: "@army",
        side1: ["Rebels", "@army"],
        side2: "Rebels",
        kind: ["@clash", "x"],
      },
      any: [{ zone: "inhabited" }, { subkind: "@clash" }],
      not: { not: { side2: "@army" } },
    };
    expect(expanded(where, kinds)).toEqual({
      ...{ zone: ["river", "hill", "waste"], actor: ["Army", "Guard", "GUARD"] },
      ...{ side1: ["Rebels", "Army", "Guard", "GUARD"], side2: ["Rebels"], kind: ["battle", "raid", "x"] },
      any: [{ zone: ["river", "hill"] }, { subkind: ["battle", "raid"] }],
      not: { not: { side2: ["Army", "Guard", "GUARD"] } },
    });
  });

  it("adds no field, and leaves the criteria as they were", () => {
    const where = Object.freeze({ minDeaths: 1, since: "2023-01-01" });
    expect(expanded(where, manifest)).toEqual(where);
    expect(Object.keys(expanded({}, manifest))).toEqual([]);
  });

  it("takes a group of no kinds for none, and leaves names with a star that are no group's alone", () => {
    expect(expanded({ kind: "@none", actor: "Army*" }, kinds)).toEqual({ kind: [], actor: ["Army*"] });
  });

  it("keeps a group's own names where the file has no spelling of them, without those that end in a star", () => {
    const codebook = { ...book, actors: { army: ["Army", "Guard (*"] } };
    expect(expanded({ actor: "@army" }, { codebook, spellings: {} })).toEqual({ actor: ["Army"] });
    const spellings = { army: ["Guard (north)", "Army"] };
    expect(expanded({ actor: "@army" }, { codebook, spellings })).toEqual({ actor: ["Army", "Guard (north)"] });
  });

  it("does not take a group of actors for one of kinds, nor the reverse", () => {
    const clash = "select: @clash is not a group of actors of the codebook trial (there are @army)";
    expect(() => expanded({ actor: "@clash" }, kinds)).toThrow(fault("InputError", clash));
    const army = "select: @army is not a group of kinds of the codebook trial (there are @clash, @none)";
    expect(() => expanded({ kind: "@army" }, kinds)).toThrow(fault("InputError", army));
    const none = "select: @clash is not a group of kinds of the codebook trial (there are none)";
    expect(() => expanded({ subkind: "@clash" }, manifest)).toThrow(fault("InputError", none));
  });

  it.each(["army", "Army", "navy", "constructor", "__proto__", ""])(
    "refuses a group or zone that is not there: %s",
    (name) => {
      const zone = `select: zone ${JSON.stringify(name)} is not in the codebook trial (there are river, hill, waste, inhabited)`;
      expect(() => expanded({ not: { zone: ["hill", name] } }, manifest)).toThrow(fault("InputError", zone));
      if (name === "army") return;
      const group = `select: @${name} is not a group of actors of the codebook trial (there are @army)`;
      expect(() => expanded({ any: [{ side2: `@${name}` }] }, manifest)).toThrow(fault("InputError", group));
    },
  );
});

describe("spellingsOf", () => {
  it("finds the names of a group in a file whatever accents, case and spaces, and with a star whatever the ending", () => {
    const codebook = { ...book, actors: { army: ["Armée", "Military Forces of Erewhon*"], none: ["Nobody"] } };
    const actors = [
      ...["ARMEE", "Armée (old)", " armée ", "Military Forces of Erewhon (2020-)", "military forces  of erewhon"],
      ...["The Military Forces of Erewhon", "__proto__"],
    ];
    expect(spellingsOf(codebook, actors)).toEqual({
      army: ["ARMEE", " armée ", "Military Forces of Erewhon (2020-)", "military forces  of erewhon"],
      none: [],
    });
  });

  it("knows groups whose names every object has", () => {
    const actors = JSON.parse('{"__proto__":["A"],"constructor":["b"]}');
    const found = spellingsOf({ ...book, actors }, ["a", "B", "c"]);
    expect(Object.entries(found)).toEqual([
      ["__proto__", ["a"]],
      ["constructor", ["B"]],
    ]);
    expect(expanded({ actor: "@__proto__" }, { codebook: { ...book, actors }, spellings: found })).toEqual({
      actor: ["A", "a"],
    });
    expect(spellingsOf({ ...book, actors: {} }, ["a"])).toEqual({});
  });
});

describe("zonesOf", () => {
  it("is the zone itself, or the zones of a region", () => {
    expect(zonesOf("hill", book)).toEqual(["hill"]);
    expect(zonesOf("inhabited", book)).toEqual(["river", "hill"]);
  });
});

describe("labelOf", () => {
  it("is what the codebook calls a zone or a region, and the name where it calls it nothing", () => {
    expect(labelOf("hill", book)).toBe("Hill");
    expect(labelOf("inhabited", book)).toBe("River and hill");
    expect(labelOf("constructor", book)).toBe("constructor");
  });
});

describe("checkSaid", () => {
  it("accepts what the publisher says", () => {
    expect(
      checkSaid([{ zone: "hill", since: "2023-01-01" }, { side1: "@army" }], ["day"], manifest, "count"),
    ).toBeUndefined();
  });

  it("names each field that the publisher says nothing of, once and in order", () => {
    expect(() => checkSaid([{ notes: "looting" }], [], manifest, "save")).toThrow(
      fault("InputError", "save: trial says nothing of notes"),
    );
    const where = [
      { minDeaths: 2, actor: "x" },
      { any: [{ kind: "a" }, { not: { civilians: true } }], precision: "day" as const },
    ];
    expect(() => checkSaid(where, ["deaths", "zone", "lat"], manifest, "count")).toThrow(
      fault("InputError", "count: trial says nothing of civilians, deaths, kind, lat, precision, side2"),
    );
  });
});
