import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCase } from "../../src/cli/openCase.js";
import { scaffoldClaims } from "../../src/cli/scaffoldClaims.js";
import { lintReport, periodOf, readCodebook, readReport, sentencesOf } from "../../src/index.js";
import { temporary } from "./madeUp.js";
import { bytesOf, hindcast } from "./spawned.js";

const folder = temporary();
const text = "A letter\n\nRaids rose. They will likely rise in May 2024.\n\nThe king may tire.\n";
writeFileSync(join(folder, "letter.txt"), text);

describe("hindcast new-report", () => {
  it("writes a report that reads, lints with advice alone and opens with its evidence, and says what is next", async () => {
    const ended = await hindcast(folder, "new-report", "My Letter", "--cutoff", "2024-01-10", "--title", "Letter 7");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toBe(
      [
        ...["Written", "  My Letter/report.json", "  My Letter/codebook.json", "  My Letter/example-events.csv"],
        ...["  My Letter/example-mapping.json", "", "Next", "  name the zones and actors in codebook.json"],
        "  replace everything that is marked EXAMPLE, the events and their mapping too",
        ...['  hindcast lint-report "My Letter"', '  hindcast run "My Letter"', ""],
      ].join("\n"),
    );
    const file = join(folder, "My Letter", "report.json");
    const report = await readReport(file);
    expect(report).toMatchObject({ id: "my-letter", title: "Letter 7", published: "2024-01-10", every: "month" });
    const codebook = await readCodebook(join(folder, "My Letter", "codebook.json"));
    expect(lintReport(report, { codebook }).filter(({ level }) => level === "fault")).toEqual([]);
    const { data } = await openCase(file, { store: join(folder, "store"), note: () => {} });
    // 4, 2 and 3 events in each of three months.
    expect([data[0].manifest.kept, data[0].manifest.refused]).toEqual([27, 0]);
    const linted = await hindcast(folder, "lint-report", "My Letter");
    expect([linted.code, linted.err]).toEqual([0, ""]);
    expect(linted.out).toContain("My Letter/report.json: 0 faults, 14 pieces of advice\n");
  });

  it("names the schema that is shipped, by a path from the report", async () => {
    await hindcast(folder, "new-report", "schema");
    const { $schema } = JSON.parse(readFileSync(join(folder, "schema", "report.json"), "utf8"));
    const schema = JSON.parse(readFileSync(join(folder, "schema", $schema), "utf8"));
    expect(schema.title).toBe("A report, encoded so that it can be tested");
  });

  it("counts in weeks where asked, and says so of days that nobody gave", async () => {
    const { out } = await hindcast(folder, "new-report", "weekly", "--every", "week");
    expect(out).toContain("  set published and cutoff in report.json: nobody gave them, so they are 2000-01-01\n");
    const report = await readReport(join(folder, "weekly", "report.json"));
    expect(report.figures[0].per).toBe("week");
    for (const { since, until } of Object.values(report.windows))
      expect([since, until]).toEqual([periodOf(since, "week"), periodOf(until, "week")]);
    expect(report.windows["example-after"].until <= report.cutoff).toBe(true);
    expect(report.windows["example-next"].since > report.cutoff).toBe(true);
  });

  it("takes a codebook that there is", async () => {
    const book = {
      ...{ name: "moor", note: "", country: "Moor", regions: {}, actors: {} },
      zones: [{ name: "fen", label: "Fen", places: [{ admin1: ["", "Fen, Upper"], admin2: ["East"] }] }],
    };
    writeFileSync(join(folder, "moor.json"), JSON.stringify(book));
    await hindcast(folder, "new-report", "fen", "--codebook", "moor.json", "--cutoff", "2024-01-10");
    expect(readdirSync(join(folder, "fen")).sort()).toEqual([
      ...["example-events.csv", "example-mapping.json", "report.json"],
    ]);
    const { report, data } = await openCase(join(folder, "fen"), { store: join(folder, "store"), note: () => {} });
    expect(report.codebook).toBe("../moor.json");
    expect(data[0].manifest.zones).toEqual({ fen: 27 });
  });

  it("lists a text's sentences and begins a claim for each with a word of probability", async () => {
    const { code } = await hindcast(folder, "new-report", "letter", "--text", "letter.txt", "--cutoff", "2024-01-10");
    expect(code).toBe(0);
    const rows = readFileSync(join(folder, "letter", "sentences.tsv"), "utf8")
      .trimEnd()
      .split("\n");
    const sentences = sentencesOf(text);
    expect(rows.slice(1)).toEqual(
      sentences.map((one) => `${one.paragraph}\t${one.sentence}\t${one.sha256}\t${one.text}`),
    );
    const report = await readReport(join(folder, "letter", "report.json"));
    expect(report.claims.slice(1).map(({ id, at, likelihood }) => [id, at, likelihood?.word])).toEqual([
      ["p2-s2", { paragraph: 2, sentence: 2, sha256: sentences[2].sha256 }, "likely"],
      ["p3-s1", { paragraph: 3, sentence: 1, sha256: sentences[3].sha256 }, "may"],
    ]);
    expect(lintReport(report, { text }).filter(({ level }) => level === "fault")).toEqual([]);
    expect(JSON.stringify(report)).not.toContain("Raids rose");
  });

  it("takes the word that says most, and no month for one", () => {
    const words = (line: string) => scaffoldClaims(sentencesOf(line)).map(({ likelihood }) => likelihood?.word);
    expect(words("They will very likely come, or may not.")).toEqual(["very likely"]);
    expect(words("It is unlikely.")).toEqual(["unlikely"]);
    expect(words("They came in May 2023.")).toEqual([]);
    expect(words("The likelihood is unknown; willing men came.")).toEqual([]);
  });

  it("replaces nothing", async () => {
    await hindcast(folder, "new-report", "twice");
    const before = bytesOf(join(folder, "twice"));
    expect(await hindcast(folder, "new-report", "twice", "--title", "Other")).toEqual({
      ...{ code: 2, out: "" },
      err: `hindcast: new-report: the file stands already, got ${join("twice", "report.json")}\n`,
    });
    expect(bytesOf(join(folder, "twice"))).toEqual(before);
  });

  it.each([
    [["--every", "day"], 'new-report: --every needs week or month, got "day"'],
    [["--cutoff", "soon"], 'new-report: --cutoff: needs a day as YYYY-MM-DD, got "soon"'],
    [["--text", "gone.txt"], "text: no such file, got gone.txt"],
    [["--codebook", "gone.json"], "codebook: no such file, got gone.json"],
  ])("refuses %j, and writes nothing", async (args, message) => {
    expect(await hindcast(folder, "new-report", "none", ...args)).toEqual({
      ...{ code: 2, out: "" },
      err: `hindcast: ${message}\n`,
    });
    expect(readdirSync(folder)).not.toContain("none");
  });

  it("explains itself", async () => {
    const { code, out } = await hindcast(folder, "new-report", "--help");
    expect(code).toBe(0);
    for (const option of ["--title", "--publisher", "--published", "--cutoff", "--every", "--codebook", "--text"])
      expect(out).toContain(option);
    expect(out).toContain("Examples:");
  });
});
