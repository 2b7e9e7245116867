import { describe, expect, it } from "vitest";
import { checkSaid, expanded, labelOf, zoneReader, zonesOf } from "../../src/events/codebook.js";
import type { Manifest } from "../../src/index.js";
import { book, fault, made } from "../store/trial.js";

const at = (admin1?: string, admin2?: string) => zoneReader(book)(made({ day: "2023-01-01", admin1, admin2 }, 0));
const manifest: Manifest = {
  ...{ name: "trial", source: "diary", asOf: "2024-01-01", covers: { since: "2023-01-01", until: "2024-01-01" } },
  ...{ hash: "h", file: { name: "f", bytes: 1, sha256: "x" }, read: 1, kept: 1, refused: 0, events: 1, zones: {} },
  ...{ says: ["day", "zone", "side1"], codebook: book, parquet: { bytes: 1, sha256: "x" } },
};

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
      ...{ zone: ["inhabited", "waste"], actor: "@army", side1: ["Rebels", "@army"], side2: "Rebels", kind: "@army" },
      any: [{ zone: "inhabited" }],
      not: { not: { side2: "@army" } },
    };
    expect(expanded(where, book)).toEqual({
      ...{ zone: ["river", "hill", "waste"], actor: ["Army", "Guard"], side1: ["Rebels", "Army", "Guard"] },
      ...{ side2: ["Rebels"], kind: "@army", any: [{ zone: ["river", "hill"] }] },
      not: { not: { side2: ["Army", "Guard"] } },
    });
  });

  it("adds no field, and leaves the criteria as they were", () => {
    const where = Object.freeze({ minDeaths: 1, since: "2023-01-01" });
    expect(expanded(where, book)).toEqual(where);
    expect(Object.keys(expanded({}, book))).toEqual([]);
  });

  it.each(["army", "Army", "navy", "constructor", "__proto__", ""])(
    "refuses a group or zone that is not there: %s",
    (name) => {
      const zone = `select: zone ${JSON.stringify(name)} is not in the codebook trial (there are river, hill, waste, inhabited)`;
      expect(() => expanded({ not: { zone: ["hill", name] } }, book)).toThrow(fault("InputError", zone));
      if (name === "army") return;
      const group = `select: @${name} is not a group of the codebook trial (there are @army)`;
      expect(() => expanded({ any: [{ side2: `@${name}` }] }, book)).toThrow(fault("InputError", group));
    },
  );
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
    const where = [
      { minDeaths: 2, actor: "x" },
      { any: [{ kind: "a" }, { not: { civilians: true } }], precision: "day" as const },
    ];
    expect(() => checkSaid(where, ["deaths", "zone", "lat"], manifest, "count")).toThrow(
      fault("InputError", "count: trial says nothing of civilians, deaths, kind, lat, precision, side2"),
    );
  });
});
