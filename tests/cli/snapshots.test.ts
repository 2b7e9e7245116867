import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { manifestOf, open } from "../../src/index.js";
import { temporary } from "./madeUp.js";
import { hindcast } from "./spawned.js";
import { filled } from "./stores.js";

const folder = temporary();
const store = join(folder, ".hindcast", "store");
beforeAll(async () => {
  await filled(folder, ["2024-03-15", "2024-01-15"]);
  mkdirSync(join(store, ".draft-of-something"), { recursive: true });
});

describe("hindcast snapshots", () => {
  it("lists what is stored, from the oldest to the newest", async () => {
    const hash = async (asOf: string): Promise<string> => (await open("erewhon", { store, asOf })).hash.slice(0, 8);
    const listed = [
      `erewhon               2024-01-15  acled     2023-03-01 to 2024-01-11        302 events  303 rows kept, 6 refused  ${await hash("2024-01-15")}`,
      `erewhon               2024-03-15  acled     2023-03-01 to 2024-03-14        363 events  363 rows kept, 0 refused  ${await hash("2024-03-15")}`,
      "",
    ].join("\n");
    expect(await hindcast(folder, "snapshots")).toEqual({ code: 0, out: listed, err: "" });
    expect((await hindcast(folder, "snapshots", "erewhon")).out).toBe(listed);
  });

  it("prints the manifests as JSON, of a codebook its name alone", async () => {
    const { out } = await hindcast(folder, "snapshots", "--json");
    const expected = [];
    for (const asOf of ["2024-01-15", "2024-03-15"]) {
      const { codebook, ...rest } = await manifestOf(await open("erewhon", { store, asOf }));
      expected.push({ ...rest, codebook: codebook.name });
    }
    expect(JSON.parse(out)).toEqual(expected);
  });

  it("says in one line that nothing is stored, and ends with 2", async () => {
    expect(await hindcast(folder, "snapshots", "other")).toEqual({
      ...{ code: 2, out: "" },
      err: "hindcast: snapshots: nothing is stored as other in .hindcast/store\n",
    });
    expect((await hindcast(folder, "snapshots", "--store", "none")).err).toBe(
      "hindcast: snapshots: nothing is stored in none\n",
    );
  });

  it("shows examples in its help", async () => {
    const { out } = await hindcast(folder, "snapshots", "--help");
    expect(out).toContain("\nExamples:\n  hindcast snapshots\n  hindcast snapshots acled-mali --json\n");
    expect(out).toContain("  --store <folder> ");
  });
});
