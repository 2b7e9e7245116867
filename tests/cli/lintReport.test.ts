import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintText } from "../../src/cli/lintText.js";
import { type Report, readReport, sentencesOf } from "../../src/index.js";
import { madeUp, temporary } from "./madeUp.js";
import { bytesOf, hindcast } from "./spawned.js";

const folder = temporary();
const text =
  "Letter\n\nRaids rose. They doubled.\n\nThree a week. Few by night.\n\nWatch autumn.\n\nThe king will tire.\n";
writeFileSync(join(folder, "letter.txt"), text);
const sentences = sentencesOf(text);

/** The made-up report, whose note supports what leans on it, with some of it changed. */
function made(name: string, change: (report: Report) => object = () => ({})): string {
  madeUp(join(folder, name), {
    change: (report) => ({
      ...report,
      citations: [{ ...report.citations[0], supports: ["raids-spring", "raids-summer", "raids-double"] }],
      ...change(report),
    }),
  });
  return name;
}

describe("hindcast lint-report", () => {
  it("prints advice with its places, what is said of several once, and ends well", async () => {
    const ended = await hindcast(folder, "lint-report", made("good"));
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain(`${join("good", "report.json")}: 0 faults, `);
    expect(ended.out).toContain("\nAdvice\n  nothing uses this window (");
    expect(ended.out).toContain("\n    windows.may\n    windows.june\n");
    expect(ended.out).toContain("\n  claims.4 (claim king): is a forecast without a likelihood\n");
    expect(ended.out).not.toContain("Faults");
  });

  it("ends with exit code 2 where there is a fault, and prints JSON where asked", async () => {
    const name = made("bad", ({ figures, citations }) => ({
      figures: figures.map((one) => ({
        ...one,
        measured: one.measured.map((way) => ({ ...way, where: { zone: "moor" } })),
      })),
      citations: [{ ...citations[0], supports: ["raids-spring", "raids-summer"] }],
    }));
    const ended = await hindcast(folder, "lint-report", name, "--json");
    expect([ended.code, ended.err]).toEqual([2, ""]);
    const rows = JSON.parse(ended.out);
    const faults = rows.filter((row: { level: string }) => row.level === "fault");
    expect(faults.slice(-1)).toEqual([
      {
        ...{ place: "claims.0.notes (claim raids-double)", level: "fault" },
        says: "leans on note 1, which does not support it",
      },
    ]);
    expect(faults[0]).toEqual({
      ...{ place: "figures.0.measured.0.where.zone (figure raids-spring)", level: "fault" },
      says: "zone moor is not in the codebook ruritania",
    });
    const plain = await hindcast(folder, "lint-report", name);
    expect([plain.code, plain.err]).toEqual([2, ""]);
    expect(plain.out).toContain(
      "\nFaults\n  zone moor is not in the codebook ruritania (5)\n    figures.0.measured.0.where.zone",
    );
  });

  it("lists every fault of a malformed report", async () => {
    const ended = await hindcast(
      folder,
      "lint-report",
      made("malformed", ({ claims }) => ({ cutoff: "soon", claims: [{ ...claims[0], kind: "rumour", notes: [7] }] })),
    );
    expect(ended.code).toBe(2);
    expect(ended.out).toContain("3 faults, 0 pieces of advice");
    for (const place of ["cutoff", "claims.0.kind (claim raids-double)", "claims.0.notes.0 (claim raids-double)"])
      expect(ended.out).toContain(`  ${place}: `);
  });

  it("looks for the files that a report names", async () => {
    const name = made("files", ({ evidence }) => ({
      evidence: [evidence[0], { ...evidence[1], source: "mapped", mapping: "mapping.json" }],
    }));
    for (const file of ["wire.csv", "codebook.json"]) rmSync(join(folder, name, file));
    const { code, out } = await hindcast(folder, "lint-report", name, "--json");
    expect(code).toBe(2);
    const at = (file: string): string => join(folder, name, file);
    const rows: { place: string; says: string }[] = JSON.parse(out);
    expect(rows.slice(0, 3).map(({ place, says }) => `${place}: ${says}`)).toEqual([
      expect.stringMatching(/^codebook: codebook: no such file, got .*codebook\.json$/),
      "evidence.0.file (evidence wire): no such file, got wire.csv",
      expect.stringMatching(/^evidence\.1\.mapping \(evidence ledger\): mapping: no such file, got .*mapping\.json$/),
    ]);
    expect(rows[2].says).toContain(at("mapping.json"));
  });

  it("holds a report against its text", async () => {
    const name = made("told", ({ claims }) => ({
      claims: claims.map((one, i) => ({
        ...one,
        at: { paragraph: 1, sentence: 2, sha256: i === 0 ? sentences[2].sha256 : "0".repeat(64) },
      })),
    }));
    const { code, out } = await hindcast(folder, "lint-report", name, "--text", "letter.txt", "--json");
    expect(code).toBe(2);
    const faults = JSON.parse(out).filter(
      (row: { says: string }) => row.says === "its hash is of no sentence of the text",
    );
    expect(faults).toHaveLength(4);
  });

  it("lints the report that is shipped", async () => {
    const { code, err } = await hindcast(folder, "lint-report", "ctp-2023-12-13", "--json");
    expect([err, typeof code]).toEqual(["", "number"]);
  });

  it.each([
    [["nowhere"], /^lint-report: no report nowhere; name a shipped one/],
    [["good", "--text", "gone.txt"], /^text: no such file, got gone\.txt$/],
    [["good", "--text", "latin.txt"], /^text: not in UTF-8 \(latin\.txt\); save it as UTF-8 first$/],
    [["good", "--hash"], /^lint-report: --hash needs the report's text; add --text$/],
    [["good", "--offset", "3"], /^lint-report: --offset goes with --hash$/],
    [["good", "--write"], /^lint-report: --write goes with --hash$/],
    [["good", "--text", "letter.txt", "--hash"], /^hashReport: no hash of the report is in the text; say with offset/],
    [
      ["good", "--text", "letter.txt", "--hash", "--offset", "two"],
      /^hashReport: offset needs a whole number, got NaN$/,
    ],
  ])("refuses %j", async (args, message) => {
    writeFileSync(join(folder, "latin.txt"), Buffer.from("S\xe9gou", "latin1"));
    const ended = await hindcast(folder, "lint-report", ...args);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.err.replace(/^hindcast: /, "").trimEnd()).toMatch(message);
  });
});

describe("hindcast lint-report --hash", () => {
  const args = (name: string) => ["lint-report", name, "--text", "letter.txt", "--hash", "--offset", "2"];

  it("prints the hash of each located sentence, and writes nothing", async () => {
    const before = bytesOf(join(folder, made("hash")));
    const { code, out, err } = await hindcast(folder, ...args("hash"));
    expect([code, err]).toEqual([0, ""]);
    const rows = out
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(rows[0]).toEqual(["place", "paragraph", "sentence", "sha256", "state", "text"]);
    expect(rows[1]).toEqual([
      ...["figures.0.at (figure raids-spring)", "1", "2", sentences[2].sha256, "new", "They doubled."],
    ]);
    expect(rows[3]).toEqual(["figures.2.at (figure raids-fortnight)", "2", "", "", "names no sentence", ""]);
    expect(bytesOf(join(folder, "hash"))).toEqual(before);
  });

  it("writes those that are missing where asked, and no other", async () => {
    const name = made("write", ({ figures }) => ({
      figures: figures.map((one, i) => (i === 0 ? { ...one, at: { ...one.at, sha256: "0".repeat(64) } } : one)),
    }));
    const file = join(folder, name, "report.json");
    writeFileSync(file, `${JSON.stringify(JSON.parse(readFileSync(file, "utf8")), null, 4)}\n`);
    const old = await readReport(file);
    const { code, out } = await hindcast(folder, ...args(name), "--write");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`\\n5 written into ${join(name, "report.json")}\\n$`));
    const now = await readReport(file);
    expect(now.figures.map(({ at }) => at.sha256)).toEqual([
      ...["0".repeat(64), sentences[2].sha256, undefined, sentences[4].sha256, sentences[4].sha256],
    ]);
    const bare = (report: Report): string => JSON.stringify(report).replace(/,"sha256":"[0-9a-f]{64}"/g, "");
    expect(bare(now)).toBe(bare(old));
    expect(readFileSync(file, "utf8")).toMatch(/^\{\n {4}"id"/);
    expect((await hindcast(folder, ...args(name), "--write")).out).toMatch(/\n0 written into /);
  });
});

describe("lintText", () => {
  it("says so when there is nothing to say, wraps, and obeys no terminal codes", () => {
    expect(lintText("r.json", [], { width: 79 })).toBe("r.json: nothing to say\n");
    const row = { place: "title", level: "fault", says: "holds \u001b[31mred, which is a colour" } as const;
    expect(lintText("r.json", [row], { width: 24 })).toBe(
      [
        "r.json: 1 fault, 0",
        "      pieces of advice",
        "",
        "Faults",
        "  title: holds [31mred,",
        "      which is a colour",
        "",
      ].join("\n"),
    );
  });
});
