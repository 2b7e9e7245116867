import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readCodebook } from "../../src/index.js";
import { book, fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const file = join(folder.path, "book.json");
const readChanged = async (changes: unknown) =>
  await readCodebook(folder.write("book.json", JSON.stringify({ ...book, ...Object(changes) })));
const refused = (faults: string) => fault("DataError", `codebook: ${faults} (${file})`);

describe("readCodebook", () => {
  it("gives back a codebook as it was written", async () => {
    expect(await readChanged({})).toEqual(book);
  });

  it("reads the one we ship", async () => {
    const shipped = await readCodebook(resolve(import.meta.dirname, "../../data/codebooks/central-mali.json"));
    expect(shipped.zones.map((zone) => zone.name)).toEqual([
      ...["mopti-delta", "mopti-plateau", "mopti-unplaced", "segou", "north", "rest", "unplaced"],
    ]);
    expect(Object.keys(shipped.regions)).toEqual(["mopti", "central"]);
    expect(Object.keys(shipped.actors)).toEqual(["stateForces", "jnim"]);
  });

  it("lists every fault of form, with its place", async () => {
    const changes = { name: "", zones: [{ name: "a", label: "A", places: [{ admin1: [] }] }], extra: 1 };
    await expect(readChanged(changes)).rejects.toThrow(
      refused(
        [
          "name: Too small: expected string to have >=1 characters",
          "zones.0.places.0.admin1: Too small: expected array to have >=1 items",
          'the whole: Unrecognized key: "extra"',
        ].join("; "),
      ),
    );
  });

  it("lists every name at fault: regions of unknown zones, a zone that is a region, a zone twice", async () => {
    const regions = { hill: { label: "H", zones: ["river"] }, wet: { label: "W", zones: ["lake", "hill", "sea"] } };
    await expect(readChanged({ regions, zones: [...book.zones, book.zones[0]] })).rejects.toThrow(
      refused(
        [
          "zone river stands twice",
          "hill is a zone and a region",
          "regions.wet names lake, which is not a zone",
          "regions.wet names sea, which is not a zone",
        ].join("; "),
      ),
    );
  });

  it("refuses a group without actors, a region without zones, and a book without zones", async () => {
    const few = (place: string) => refused(`${place}: Too small: expected array to have >=1 items`);
    await expect(readChanged({ actors: { nobody: [] } })).rejects.toThrow(few("actors.nobody"));
    await expect(readChanged({ regions: { void: { label: "V", zones: [] } } })).rejects.toThrow(
      few("regions.void.zones"),
    );
    await expect(readChanged({ zones: [], regions: {} })).rejects.toThrow(few("zones"));
  });

  it("takes groups whose names every object has, but for the one that would be lost", async () => {
    const { actors } = await readChanged({ actors: { constructor: ["Army"], toString: ["Guard"] } });
    expect(Object.entries(actors)).toEqual([
      ["constructor", ["Army"]],
      ["toString", ["Guard"]],
    ]);
    const lost = JSON.parse('{"regions":{"__proto__":{"label":"L","zones":["hill"]}}}');
    await expect(readChanged(lost)).rejects.toThrow(refused("nothing may be named __proto__"));
  });

  it("refuses a file that is not there", async () => {
    await expect(readCodebook(`${file}x`)).rejects.toThrow(fault("InputError", `codebook: no such file, got ${file}x`));
  });
});
