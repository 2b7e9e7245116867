import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { manifestOf, open } from "../../src/index.js";
import { snapshotFolder } from "../../src/store/snapshots.js";
import { exportFile } from "../events/exported.js";
import { temporary } from "./madeUp.js";
import { bytesOf, hindcast } from "./spawned.js";
import { acledText, nasty, obeyed, withBook } from "./stores.js";

const folder = temporary();
const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const store = join(folder, ".hindcast", "store");
const header =
  "event_id_cnty,event_date,time_precision,event_type,actor1,actor2,country,admin1,admin2,latitude,longitude,geo_precision,fatalities,timestamp";
const rows = (...some: readonly string[]): string =>
  `${[header, ...some.map((row) => row.replace("…", "1,Battles,A,B,Erewhon,Plateau,Stone Field,1,2,1"))].join("\n")}\n`;

describe("hindcast read", () => {
  it("stores a file where it says, with what was refused and repaired beside it", async () => {
    const ended = await hindcast(
      ...([folder, "read", exportFile("2024-01-15"), "--name", "erewhon", "--as-of", "2024-01-15"] as const),
      ...withBook,
    );
    const snapshot = await open("erewhon", { store });
    const at = relative(folder, snapshotFolder(snapshot));
    expect(ended).toEqual({
      ...{ code: 0, err: "" },
      out: [
        `erewhon as of 2024-01-15: snapshot ${snapshot.hash.slice(0, 8)}, 302 events from 2023-03-01 up to 2024-01-11`,
        `  309 rows read, 303 kept, 6 refused (why: ${at}/rejects.csv)`,
        `  1 repaired by rule (which: ${at}/repairs.csv)`,
        "  1 older forms of rows kept as revisions",
        "",
      ].join("\n"),
    });
    const lines = (name: string): number =>
      readFileSync(join(folder, at, name), "utf8")
        .trimEnd()
        .split("\n").length;
    expect([lines("rejects.csv"), lines("repairs.csv")]).toEqual([7, 2]);
  });

  it("prints the manifest with --json, and stores nothing more when it reads the same again", async () => {
    const args = ["read", exportFile("2024-02-15"), "--name", "again", "--as-of", "2024-02-15", ...withBook, "--json"];
    const first = await hindcast(folder, ...args);
    const manifest = await manifestOf(await open("again", { store }));
    expect(JSON.parse(first.out)).toEqual(manifest);
    const before = bytesOf(store);
    expect(await hindcast(folder, ...args)).toEqual(first);
    expect(bytesOf(store)).toEqual(before);
  });

  it("merges an update and deletions into the newest snapshot of the name", async () => {
    const named = (day: string) => ["--name", "live", "--as-of", day, "--store", "own", ...withBook];
    const whole = written(
      "whole.csv",
      rows("E1,2023-05-01,…,1,1683100000", "E2,2023-05-02,…,2,1683100000", "E3,2023-05-03,…,3,1683200000"),
    );
    expect((await hindcast(folder, "read", whole, ...named("2023-06-01"))).out).toMatch(
      /^live as of 2023-06-01: snapshot [0-9a-f]{8}, 3 events from 2023-05-01 up to 2023-05-04\n {2}3 rows read, 3 kept, 0 refused\n$/,
    );
    const update = written("update.csv", rows("E1,2023-05-01,…,7,1686100000", "E4,2023-06-02,…,0,1686200000"));
    const gone = written("update.deleted.json", '[\n{"id":"E2","day":"2023-06-20"}\n]\n');
    const ended = await hindcast(folder, "read", update, ...named("2023-07-01"), "--update", "--deleted", gone);
    const newest = await open("live", { store: join(folder, "own") });
    expect(ended).toEqual({
      ...{ code: 0, err: "" },
      out: [
        `live as of 2023-07-01: snapshot ${newest.hash.slice(0, 8)}, 3 events from 2023-05-01 up to 2023-06-03`,
        "  2 rows read, 2 kept, 0 refused",
        "  3 rows carried over, 1 older forms, 1 deleted",
        "",
      ].join("\n"),
    });
    expect(await manifestOf(newest)).toMatchObject({ events: 3, carried: 3, revisions: 1, deleted: 1, kept: 2 });
  });

  it("says why it does not read, in one line, and stores nothing", async () => {
    const before = bytesOf(folder);
    const file = exportFile("2024-02-15");
    const named = ["--name", "bad", "--as-of", "2024-02-15", "--store", "bad", ...withBook];
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["--deleted", "d.json", ...named], "read: --deleted goes with --update, got d.json alone"],
      [["--update", ...named], "open: no snapshot bad in bad"],
      [["--name", "bad", "--as-of", "soon"], 'read: --as-of: needs a day as YYYY-MM-DD, got "soon"'],
      [["--name", "Bad", ...named.slice(2)], 'read: name needs lower-case letters, digits, ".", "-" or "_", got "Bad"'],
      [["--as-of", "2024-02-15"], "required option '--name <name>' not specified"],
      [["--name", "bad"], "required option '--as-of <day>' not specified"],
      [["--mapping", "m.json", ...named], "mapping: no such file, got m.json"],
    ];
    for (const [args, message] of cases)
      expect(await hindcast(folder, "read", file, ...args)).toEqual({
        code: 2,
        out: "",
        err: `hindcast: ${message}\n`,
      });
    const late = ["--name", "live", "--as-of", "2023-06-15", "--store", "own", "--update", ...withBook];
    expect((await hindcast(folder, "read", file, ...late)).err).toBe(
      "hindcast: read: live as of 2023-06-15 cannot update what is as of 2023-07-01\n",
    );
    const odd = ["--name", "live", "--as-of", "2024-02-15", "--store", "own", "--update", "--deleted", "nowhere.json"];
    expect((await hindcast(folder, "read", file, ...odd, ...withBook)).err).toBe(
      "hindcast: deletions: no such file, got nowhere.json\n",
    );
    expect(bytesOf(folder)).toEqual(before);
  });

  it("gives a terminal nothing to obey, whatever stands in the file", async () => {
    const own = written("nasty.csv", acledText(nasty));
    const ended = await hindcast(folder, "read", own, "--name", "nasty", "--as-of", "2024-01-01");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain("2 rows read, 1 kept, 1 refused");
    expect(ended.out).not.toMatch(obeyed);
  });

  it("shows examples in its help", async () => {
    const { code, out } = await hindcast(folder, "read", "--help");
    expect(code).toBe(0);
    expect(out).toContain("\nExamples:\n  hindcast read acled-mali.csv --name acled-mali --as-of 2024-03-01\n");
    for (const option of [
      "--name <name>",
      "--as-of <day>",
      "--update",
      "--deleted <json>",
      "--store <folder>",
      "--json",
    ])
      expect(out).toContain(`  ${option} `);
  });
});
