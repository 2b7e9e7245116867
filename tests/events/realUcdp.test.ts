import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, it } from "vitest";
import {
  count,
  manifestOf,
  read,
  readCodebook,
  type Snapshot,
  select,
  totals,
  totalsOf,
  ucdp,
} from "../../src/index.js";
import { csvTable } from "../../src/store/csvTable.js";
import { needs } from "../needs.js";
import { trialFolder } from "../store/trial.js";

const root = resolve(import.meta.dirname, "../..");
const file = resolve(root, "../shared/data/ucdp-ged241-mali.csv");
const shipped = join(root, "data/figures/ucdp-mali-month.csv");
const folder = trialFolder();
const columns = ["month", "zone", "type", "side_a", "side_b", "events", "best", "low", "high"];

/** Criteria spread over zones, sides and years, asked of the events and of the totals made from them. */
const zones = [
  "mopti-delta",
  "mopti-plateau",
  "mopti-unplaced",
  "segou",
  "north",
  "rest",
  "unplaced",
  "mopti",
  "central",
];
const sides = ["@stateForces", "@jnim", "IS", "Civilians", "Fulani", "Dogon", "CMA", "AQIM"];
const criteria = Array.from({ length: 20 }, (_, i) => {
  const year = 2012 + ((i * 7) % 12);
  const first = 1 + ((i * 5) % 12);
  const since = `${year}-${String(first).padStart(2, "0")}-01`;
  const side = sides[(i * 3) % sides.length];
  return {
    zone: zones[i % zones.length],
    since,
    until: i % 3 === 0 ? "2024-01-01" : `${year + 1}-01-01`,
    ...(i % 4 === 0 && { side1: side }),
    ...(i % 4 === 1 && { side2: side }),
    ...(i % 4 === 2 && { actor: side }),
  };
});

needs("the UCDP file (../shared/data/ucdp-ged241-mali.csv)", existsSync(file))("the UCDP file of Mali", () => {
  let events: Snapshot;
  let months: Snapshot;

  beforeAll(async () => {
    const codebook = await readCodebook(join(root, "data/codebooks/central-mali.json"));
    const options = { asOf: "2024-06-30", codebook, store: join(folder.path, "store") };
    events = await read(file, ucdp(), { ...options, name: "ucdp" });
    months = await read(shipped, totals(), { ...options, name: "ucdp-month" });
  });

  it("has 2,120 rows, all of them kept", async () => {
    const { read: all, kept, refused, zones: tally, covers } = await manifestOf(events);
    expect({ all, kept, refused }).toEqual({ all: 2120, kept: 2120, refused: 0 });
    expect(Object.values(tally).reduce((sum, n) => sum + n, 0)).toBe(2120);
    expect(Object.keys(tally)).not.toContain("");
    expect(covers.until).toBe("2024-01-01");
  });

  it("has 36 events of government against JNIM in Mopti from January to July 2023, and 11 from August to November", async () => {
    const mopti = select(events, { zone: "mopti", side1: "@stateForces", side2: "@jnim" });
    const totalOf = async (since: string, until: string) => {
      const [{ values }] = await count(select(mopti, { since, until }), { every: "month" });
      return values.reduce((sum, n) => sum + n, 0);
    };
    expect(await totalOf("2023-01-01", "2023-08-01")).toBe(36);
    expect(await totalOf("2023-08-01", "2023-12-01")).toBe(11);
  });

  it("gives the totals that we ship, byte for byte", async () => {
    const { rows } = await totalsOf(events, { since: "2012-01-01", until: "2024-01-01" });
    const table = csvTable(
      columns,
      rows.map((row) => ({ ...row })),
    );
    expect(table === readFileSync(shipped, "utf8")).toBe(true);
  });

  it("counts as the totals that we ship count, by zone, side and month", async () => {
    let found = 0;
    for (const where of criteria) {
      for (const measure of ["events", "deaths"] as const) {
        const exact = select(select(events, { precision: "month" }), where);
        const [one] = await count(exact, { every: "month", measure });
        const [two] = await count(select(months, where), { every: "month", measure });
        expect({ where, ...one, recipe: "", from: "" }).toEqual({ where, ...two, recipe: "", from: "" });
        found += one.values.filter((n) => n > 0).length;
      }
    }
    expect(found).toBeGreaterThan(200);
  });
});
