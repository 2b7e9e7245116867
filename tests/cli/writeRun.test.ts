import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { claimsCsv } from "../../src/cli/claimsCsv.js";
import { markdown } from "../../src/cli/markdown.js";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { version } from "../../src/cli/version.js";
import { verdictsJson, writeRun } from "../../src/cli/writeRun.js";
import { draw, InputError } from "../../src/index.js";
import { madeUpCase } from "../reports/cases.js";
import { temporary } from "./madeUp.js";
import { bytesOf } from "./spawned.js";

const folder = temporary();
let run: Run;
beforeAll(async () => {
  run = await runCase(await madeUpCase(folder), () => {});
});

describe("writing a run", () => {
  it("leaves a page, a summary, the claims, the verdicts, and each chart three times", async () => {
    const out = join(folder, "a", "b");
    await writeRun(run, out);
    expect(Object.keys(bytesOf(out))).toHaveLength(4 + 3 * run.charts.length);
    expect(readFileSync(join(out, "summary.md"), "utf8")).toBe(markdown(run));
    expect(readFileSync(join(out, "claims.csv"), "utf8")).toBe(claimsCsv(run.rows));
    expect(readFileSync(join(out, "verdicts.json"), "utf8")).toBe(verdictsJson(run));
    const { svg, png } = await draw(run.charts[1].spec);
    expect(readFileSync(join(out, "charts", "changes.svg"), "utf8")).toBe(svg);
    expect(readFileSync(join(out, "charts", "changes.png")).equals(Buffer.from(png))).toBe(true);
    expect(JSON.parse(readFileSync(join(out, "charts", "changes.vl.json"), "utf8"))).toEqual(run.charts[1].spec);
    const shown = readFileSync(join(out, "index.html"), "utf8");
    expect(shown).toContain(Buffer.from(svg).toString("base64"));
  });

  it("writes the same bytes twice, over what stands", async () => {
    const out = join(folder, "twice");
    await writeRun(run, out);
    const before = bytesOf(out);
    await writeRun(run, out);
    expect(bytesOf(out)).toEqual(before);
  });

  it("writes nothing at all when a chart cannot be drawn", async () => {
    const out = join(folder, "none");
    const charts = [...run.charts, { name: "bad", alt: "", spec: { $schema: "x" } }];
    await expect(writeRun({ ...run, charts }, out)).rejects.toThrow(InputError);
    expect(existsSync(out)).toBe(false);
  });

  it("leaves what stands, and no draft beside it, where a file cannot be written", async () => {
    const out = join(folder, "blocked");
    mkdirSync(join(out, "verdicts.json"), { recursive: true });
    writeFileSync(join(out, "index.html"), "as it was");
    await expect(writeRun(run, out)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|directory/);
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("as it was");
    expect(Object.keys(bytesOf(out)).filter((name) => /(^|\/)\./.test(name))).toEqual([]);
  });
});

describe("a run as JSON", () => {
  it("is the report's head, its data with their hashes, every claim and verdict, and all beside them", () => {
    const found = JSON.parse(verdictsJson(run));
    expect(Object.keys(found)).toEqual([
      ...["hindcast", "report", "data", "totals", "claims", "verdicts", "weighed", "resolutions", "scores"],
      ...["plans", "multiverses", "referenceRates", "watched"],
    ]);
    expect(found.claims).toEqual(run.rows);
    expect(found.totals).toMatchObject({ claims: 5, scoreable: 4, notScoreable: 1, saidAgain: 0 });
    expect(found.watched).toEqual(run.watched);
    expect(found.hindcast).toBe(version);
    expect(found.verdicts).toEqual(run.verdicts);
    expect(found.weighed).toEqual(run.weighed);
    expect(found.report).toMatchObject({ id: "ruritania-2020", cutoff: "2020-08-01" });
    expect(found.data[0]).toMatchObject({ name: "wire", read: 60, kept: 60, refused: 0, licence: "Free" });
    expect(found.data[0].hash).toBe(run.snapshots["wire"].hash);
  });

  it("names no folder of this machine", () => {
    expect(verdictsJson(run)).not.toContain(folder);
    expect(markdown(run)).not.toContain(folder);
  });
});
