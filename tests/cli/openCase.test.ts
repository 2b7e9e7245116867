import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Case, openCase, sourceOf } from "../../src/cli/openCase.js";
import { DataError, InputError, type Report } from "../../src/index.js";
import { madeUp, temporary } from "./madeUp.js";

const folder = temporary();
const store = join(folder, "store");
const silent = { store, note: () => {} };

async function fault(opening: Promise<unknown>): Promise<string> {
  return await opening.then(
    () => "opened",
    (error: unknown) => `${error instanceof Error ? error.name : typeof error}: ${(error as Error).message}`,
  );
}

const from =
  (publisher: string) =>
  (report: Report): Report => ({
    ...report,
    evidence: report.evidence.map((one) => (one.name === "wire" ? { ...one, publisher } : one)),
  });

describe("opening a case", () => {
  it("finds a shipped report by its name, with its evidence and codebook", async () => {
    const found = await openCase("ctp-2023-12-13", silent);
    expect(found.report.id).toBe("ctp-2023-12-13");
    expect(found.codebook.name).toBe("central-mali");
    expect(Object.keys(found.snapshots)).toEqual(["acled-hdx-mali", "ucdp-ged-mali"]);
    expect(found.data.map(({ manifest }) => [manifest.read, manifest.kept, manifest.refused])).toEqual([
      [855, 855, 0],
      [996, 996, 0],
    ]);
  });

  it("finds anybody's by its file or by its folder, with files beside it", async () => {
    const file = madeUp(join(folder, "one"));
    const [byFile, byFolder] = [await openCase(file, silent), await openCase(join(folder, "one"), silent)];
    expect(byFile.snapshots).toEqual(byFolder.snapshots);
    expect(byFile.data.map(({ evidence }) => evidence.name)).toEqual(["wire", "ledger"]);
    expect(byFile.snapshots["wire"]).toMatchObject({ asOf: "2020-11-01", codebook: "ruritania" });
  });

  it("says what it reads", async () => {
    const steps: string[] = [];
    await openCase(madeUp(join(folder, "steps")), { store, note: (step) => steps.push(step) });
    expect(steps).toEqual([
      `reading ${join(folder, "steps", "wire.csv")}`,
      `reading ${join(folder, "steps", "ledger.csv")}`,
    ]);
  });

  it("puts a file of the same publisher in the place of the evidence, of the day named", async () => {
    const file = madeUp(join(folder, "own"), { change: from("totals") });
    const events = join(folder, "own.csv");
    writeFileSync(events, "month,zone,events\n2020-01,coast,3\n2020-02,coast,4\n");
    const open = async (asOf?: string): Promise<Case> =>
      await openCase(file, { ...silent, events, ...(asOf && { asOf }) });
    expect((await open()).snapshots["wire"].asOf).toBe("2020-11-01");
    const found = await open("2020-10-15");
    expect(found.snapshots["wire"].asOf).toBe("2020-10-15");
    expect(found.snapshots["ledger"].asOf).toBe("2020-11-01");
    expect(found.data.map(({ manifest }) => [manifest.file.name, manifest.events])).toEqual([
      ["own.csv", 7],
      ["ledger.csv", 391],
    ]);
  });

  it("reads a table of anybody's by the mapping that lies beside the report", async () => {
    const file = madeUp(join(folder, "mapped"), {
      change: (report) => ({
        ...report,
        evidence: report.evidence.map((one) =>
          one.name === "wire" ? { ...one, file: "own.csv", source: "mapped", mapping: "mapping.json" } : one,
        ),
      }),
    });
    const columns = { id: "no", day: "when", kind: "what", admin1: "province" };
    writeFileSync(join(folder, "mapped", "mapping.json"), JSON.stringify({ name: "raids", columns }));
    await expect(openCase(file, silent)).rejects.toThrow(InputError);
    const rows = ["no,when,what,province", "1,2020-01-05,raid,Coast Province", "2,2020-02-30,raid,Coast Province"];
    writeFileSync(join(folder, "mapped", "own.csv"), `${rows.join("\n")}\n`);
    const { data, snapshots } = await openCase(file, silent);
    expect([data[0].manifest.kept, data[0].manifest.refused, data[0].manifest.source]).toEqual([1, 1, "raids"]);
    expect(snapshots["wire"].name).toBe("wire");
    writeFileSync(join(folder, "mapped", "mapping.json"), JSON.stringify({ name: "raids" }));
    expect(await fault(openCase(file, silent))).toMatch(/^DataError: mapping: columns: .*mapped\/mapping\.json\)$/);
  });

  it("refuses a file of a publisher whose evidence the report does not use", async () => {
    const file = madeUp(join(folder, "other"));
    const events = join(folder, "other", "wire.csv");
    expect(await fault(openCase(file, { ...silent, events }))).toBe(
      `InputError: run: no evidence of ruritania-2020 is from totals, got ${events}`,
    );
  });

  it("refuses what is no report, and a source that nobody wrote", async () => {
    const none = (name: string): string =>
      `InputError: run: no report ${name}; name a shipped one (ctp-2023-12-13) or the path of a report.json`;
    for (const name of ["nope", "../reports/ctp-2023-12-13", folder, ""]) {
      expect(await fault(openCase(name, silent))).toBe(none(name));
    }
    const there = "acled, hapi, hdx, totals, ucdp, mapped";
    const odd = madeUp(join(folder, "odd"), {
      change: (report) => ({ ...report, evidence: report.evidence.map((one) => ({ ...one, source: "gossip" })) }),
    });
    expect(await fault(openCase(odd, silent))).toBe(
      `DataError: report: ${["evidence.0.source (evidence wire)", "evidence.1.source (evidence ledger)"]
        .map((place) => `${place}: names source gossip, which is not known (there are ${there})`)
        .join("; ")} (${odd})`,
    );
  });
});

describe("the source of a file", () => {
  const columnsOf = (name: string, columns: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `${columns}\n`);
    return file;
  };
  const ucdp =
    "id,type_of_violence,side_a,side_b,where_prec,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end";

  it("is told by its columns", async () => {
    expect((await sourceOf(columnsOf("t.csv", "zone,events,month,more"))).name).toBe("totals");
    expect((await sourceOf(columnsOf("u.csv", ucdp))).name).toBe("ucdp");
  });

  it("is guessed where few columns are missing, which are named", async () => {
    const near = columnsOf("near.csv", ucdp.replace("side_a,", "").replace("country,", ""));
    await expect(sourceOf(near)).rejects.toThrow(
      new DataError(`read: has no column side_a, country, which ucdp files have (${near})`),
    );
  });

  it("is unknown where many are", async () => {
    const far = columnsOf("far.csv", "id,side_a,side_b");
    await expect(sourceOf(far)).rejects.toThrow(
      new DataError(`read: not a file of acled, hapi, hdx, totals or ucdp (${far})`),
    );
    await expect(sourceOf(join(folder, "nowhere.csv"))).rejects.toThrow(InputError);
  });
});
