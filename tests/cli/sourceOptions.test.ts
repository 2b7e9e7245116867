import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { codebookOf, dayOf, type SourceFlags, sourceOf, takesSource, today } from "../../src/cli/sourceOptions.js";
import { exportFile } from "../events/exported.js";
import { attacks } from "../sources/tables.js";
import { fault } from "../store/trial.js";
import { temporary } from "./madeUp.js";
import { root } from "./spawned.js";

const folder = temporary();
const written = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const flags = (...args: readonly string[]): SourceFlags =>
  takesSource(new Command()).exitOverride().parse(args, { from: "user" }).opts();
const file = exportFile("2024-02-15");
const mapping = written(
  "mapping.json",
  JSON.stringify({ name: "ours", columns: { id: "id", day: "date", kind: "type" } }),
);
const refused = async (args: readonly string[], message: string, name: "InputError" | "DataError" = "InputError") =>
  await expect(sourceOf(file, flags(...args))).rejects.toThrow(fault(name, message));

describe("the source of a file", () => {
  it("is told by its columns", async () => {
    expect((await sourceOf(file, flags())).name).toBe("acled");
    const totals = written("t.csv", "month,zone,events\n2023-11,hill,2\n");
    expect((await sourceOf(totals, flags())).name).toBe("totals");
    const own = written("own.csv", `${attacks.columns.join(",")}\n`);
    await expect(sourceOf(own, flags())).rejects.toThrow(
      fault("DataError", `read: not a file of acled, hapi, hdx, totals or ucdp (${own})`),
    );
  });

  it("is the one that is named, without a look at the file", async () => {
    expect((await sourceOf("nowhere.csv", flags("--source", "ucdp"))).name).toBe("ucdp");
    await refused(["--source", "gtd"], 'read: source "gtd" is not known (there are acled, hapi, hdx, totals, ucdp)');
    await refused(
      ["--source", "constructor"],
      'read: source "constructor" is not known (there are acled, hapi, hdx, totals, ucdp)',
    );
  });

  it("is that of a mapping", async () => {
    expect((await sourceOf("nowhere.csv", flags("--mapping", mapping))).name).toBe("ours");
    await refused(
      ["--mapping", mapping, "--source", "acled"],
      `read: takes --source or --mapping, got both (acled, ${mapping})`,
    );
    await refused(["--mapping", "nowhere.json"], "mapping: no such file, got nowhere.json");
  });

  it("takes no option that it would pass over", async () => {
    const idle = (option: string) => `read: a mapping says how its file is read and takes no --${option} (${mapping})`;
    await refused(["--mapping", mapping, "--dates", "day-first"], idle("dates"));
    await refused(["--mapping", mapping, "--kind", "demonstration"], idle("kind"));
    await refused(["--mapping", mapping, "--candidate"], idle("candidate"));
    await refused(["--kind", "demonstration"], 'read: a source of acled takes no kind, got "demonstration"');
    await refused(["--candidate"], "read: a source of acled takes no candidate, got true");
    await refused(
      ["--source", "ucdp", "--dates", "day-first"],
      'read: a source of ucdp takes no dates, got "day-first"',
    );
  });

  it("knows the orders of dates and the kinds of totals", async () => {
    await refused(["--dates", "iso"], 'read: --dates needs day-first or month-first, got "iso"');
    await refused(
      ["--source", "hapi", "--kind", "protests"],
      'read: --kind needs one of political_violence, civilian_targeting, demonstration, got "protests"',
    );
    const columns = ["event_id_cnty", "event_date", "year"];
    const dayIn = async (order: string, cells: readonly string[]): Promise<unknown> => {
      const source = await sourceOf(file, flags("--dates", order));
      const part = source.parts(columns).find((one) => "read" in one && one.fields.includes("day"));
      const codebook = await codebookOf(flags());
      return part !== undefined && "read" in part ? part.read(cells, { asOf: "2024-01-01", codebook }) : undefined;
    };
    expect(await dayIn("day-first", ["03/04/2019", "2019"])).toEqual({ event: { day: "2019-04-03" } });
    expect(await dayIn("month-first", ["03/04/2019", "2019"])).toEqual({ event: { day: "2019-03-04" } });
  });

  it("speaks for single months where it is of candidate events", async () => {
    const seen = { since: "2024-03-02", until: "2024-04-10" };
    const whole = (await sourceOf(file, flags("--source", "ucdp"))).covers(seen);
    const candidate = (await sourceOf(file, flags("--source", "ucdp", "--candidate"))).covers(seen);
    expect(whole).toEqual({ since: "2024-01-01", until: "2025-01-01" });
    expect(candidate).toEqual({ since: "2024-03-01", until: "2024-05-01" });
  });
});

describe("the codebook", () => {
  it("is the shipped one of central Mali, or the one that is named", async () => {
    expect((await codebookOf(flags())).name).toBe("central-mali");
    const own = join(root, "data", "codebooks", "erewhon.json");
    expect((await codebookOf(flags("--codebook", own))).name).toBe("erewhon");
    await expect(codebookOf(flags("--codebook", "nowhere.json"))).rejects.toThrow(
      fault("InputError", "codebook: no such file, got nowhere.json"),
    );
  });
});

describe("a day", () => {
  it("is one of the calendar", () => {
    expect(dayOf("2024-02-29", "check: --as-of")).toBe("2024-02-29");
    expect(() => dayOf("2023-02-29", "check: --as-of")).toThrow(
      fault("InputError", 'check: --as-of: needs a day as YYYY-MM-DD, got "2023-02-29"'),
    );
  });

  it("is today by the clock of Greenwich", () => {
    const before = new Date().toISOString().slice(0, 10);
    const found = today();
    expect([before, new Date().toISOString().slice(0, 10)]).toContain(found);
  });
});
