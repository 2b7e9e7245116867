import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { needs } from "../needs.js";
import { madeUp, temporary } from "./madeUp.js";
import { bytesOf, type Ended, hindcast, root } from "./spawned.js";

const folder = temporary();
const made = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};
const out = (cwd: string): string => join(cwd, "out", "ctp-2023-12-13");
const wireCsv = join(madeUp(join(folder, "ruritania")), "..", "wire.csv");

describe("hindcast run", () => {
  const first = made("first");
  const second = made("second");
  let ended: Ended;
  beforeAll(async () => {
    ended = await hindcast(first, "run");
  }, 180_000);

  it("ends well, with a line for every claim, none too wide, and nothing on stderr", () => {
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain("\n68 claims: 24 scoreable, 33 not scoreable as written, 11 said again\n");
    const report = JSON.parse(readFileSync("data/reports/ctp-2023-12-13/report.json", "utf8"));
    const labels = ended.out.split("\n").map((line) => line.slice(12, 47).replace(" †", "").trim());
    for (const { label } of report.claims as readonly { label: string }[]) {
      expect(labels.filter((one) => one === label).length, label).toBeGreaterThan(0);
    }
    expect(ended.out).toMatch(/ uncertain {34,}0\.53 \[0\.37, 0\.75\] +188 +99% for a halving +as printed\n/);
    expect(ended.out.split("\n").filter((line) => line.length > 128)).toEqual([]);
    expect(ended.out).toContain("Written to out/ctp-2023-12-13: ");
  });

  it("writes no escape codes to a pipe", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(ended.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it("writes page, summary, verdicts and charts, and nothing else but its store", () => {
    expect(Object.keys(bytesOf(join(first, "out")))).toEqual(
      [
        ...[
          ...["apart-1", "apart-2", "changes", "clock", "evidence", "plan-rebound-plan", "zones"],
          ...["episodes-rebound-after-drop", "episodes-strong-rebound-after-drop"],
          ...["readings-halving-readings", "readings-rebound-readings"],
          ...["watched-1", "watched-2", "watched-3", "watched-4"],
        ].flatMap((name) => ["png", "svg", "vl.json"].map((kind) => `ctp-2023-12-13/charts/${name}.${kind}`)),
        ...["claims.csv", "index.html", "summary.md", "verdicts.json"].map((name) => `ctp-2023-12-13/${name}`),
      ].sort(),
    );
    expect(Object.keys(bytesOf(first)).filter((name) => !/^(out|\.hindcast)\//.test(name))).toEqual([]);
  });

  it("writes the same bytes elsewhere", async () => {
    const elsewhere = await hindcast(second, "run");
    expect(elsewhere.out).toBe(ended.out);
    expect(bytesOf(out(second))).toEqual(bytesOf(out(first)));
  }, 180_000);

  it("prints with --json what it writes to verdicts.json, and writes the same bytes over what stands", async () => {
    const { code, out: json } = await hindcast(second, "run", "--json");
    expect(code).toBe(0);
    expect(bytesOf(out(second))).toEqual(bytesOf(out(first)));
    expect(json.length).toBeLessThan(2_000_000);
    expect(json).toBe(readFileSync(join(out(second), "verdicts.json"), "utf8"));
    const { verdicts, claims, weighed, data, multiverses } = JSON.parse(json);
    expect(claims).toHaveLength(68);
    expect(multiverses.map((one: { readings: readonly unknown[] }) => one.readings.length)).toEqual([1152, 384]);
    expect(verdicts.length).toBeGreaterThan(30);
    expect(weighed.hypotheses.map((one: { id: string }) => one.id)).toEqual([
      ...["flooding", "capacity", "redeployment", "reporting", "nothing-special"],
    ]);
    for (const one of data) expect(one.kept + one.refused).toBe(one.read);
  }, 180_000);

  it("tests a report of anybody's, by its path, into a folder of one's choice", async () => {
    const cwd = made("anybody");
    const { code, out: text } = await hindcast(cwd, "run", "../ruritania/report.json", "--out", "here", "--store", "s");
    expect(code).toBe(0);
    expect(text).toContain("Quarterly Letter from Strelsau");
    expect(text).toMatch(/ agrees {4}Raids +2\.03 \[1\.40, 2\.96\] +126 +95% for a halving +wire\n/);
    expect(existsSync(join(cwd, "here", "ruritania-2020", "index.html"))).toBe(true);
    expect(existsSync(join(cwd, ".hindcast"))).toBe(false);
  });
});

describe("help", () => {
  it("names every command, and each command its options", async () => {
    const cwd = made("help");
    const all = await hindcast(cwd, "--help");
    expect([all.code, all.err]).toEqual([0, ""]);
    const names = [
      "run",
      "pull",
      "check",
      "map",
      "read",
      "snapshots",
      "diff",
      "tally",
      "totals",
      "indicators",
      "notebook",
    ];
    for (const name of names) expect(all.out).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
    for (const [args, option] of [
      [["run"], "--as-of <day>"],
      [["totals"], "--since <day>"],
      [["notebook", "run"], "--timeout <seconds>"],
      [["notebook", "run"], "--set <name=value>"],
      [["notebook", "kernel"], "--into <folder>"],
      [["notebook", "open"], "--root <folder>"],
      [["notebook", "parameters"], "--json"],
    ] as const) {
      const one = await hindcast(cwd, ...args, "--help");
      expect([one.code, one.err], args.join(" ")).toEqual([0, ""]);
      expect(one.out).toContain(`Usage: hindcast ${args.join(" ")}`);
      expect(one.out).toContain(option);
    }
  });

  it("says the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(await hindcast(made("help"), "--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("bad input ends with exit code 2, one line on stderr, and nothing written", () => {
  const cwd = made("bad");
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(cwd, name), content);
    return name;
  };
  beforeAll(() => {
    mkdirSync(out(cwd), { recursive: true });
    writeFileSync(join(out(cwd), "verdicts.json"), "as it was");
  });
  const header =
    "id,type_of_violence,side_a,side_b,where_prec,adm_1,adm_2,latitude,longitude,country,date_prec,date_start";
  const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ["a missing file", () => ["run", "--events", "nowhere.csv"], /^hindcast: read: no such file, got nowhere\.csv$/],
    [
      "an empty file",
      () => ["run", "--events", file("empty.csv", "")],
      /^hindcast: read: the file is empty \(empty\.csv\)$/,
    ],
    ["no file at all", () => ["run", "--events", ""], /^hindcast: read: /],
    ["a folder", () => ["run", "--events", "."], /^hindcast: read: needs a file, got a folder \(\.\)$/],
    [
      "a binary file",
      () => ["run", "--events", file("a.bin", Buffer.from([80, 75, 3, 4, 0, 0, 1]))],
      /^hindcast: read: the file is torn: .*a\.bin\)$/,
    ],
    [
      "a file in another encoding",
      () => ["run", "--events", file("latin.csv", Buffer.from("id,S\xe9gou\n", "latin1"))],
      /^hindcast: read: not in UTF-8 \(latin\.csv\); save it as UTF-8 first$/,
    ],
    [
      "a table of something else",
      () => ["run", "--events", file("trees.csv", "tree,height\noak,21\n")],
      /^hindcast: read: not a file of acled, hapi, hdx, totals or ucdp \(.*trees.csv\)$/,
    ],
    [
      "a missing column",
      () => ["run", "--events", file("cut.csv", `${header}\n`)],
      /^hindcast: read: has no column date_end, which ucdp files have \(cut\.csv\)$/,
    ],
    [
      "a file from another publisher",
      () => ["run", "--events", wireCsv],
      /^hindcast: run: no evidence of ctp-2023-12-13 is from totals, got .*wire\.csv$/,
    ],
    [
      "an unknown report",
      () => ["run", "nope"],
      /^hindcast: run: no report nope; name a shipped one \(ctp-2023-12-13\) or /,
    ],
    ["a path out of the reports", () => ["run", "../codebooks"], /^hindcast: run: no report \.\.\/codebooks; /],
    ["a report that is not JSON", () => ["run", file("r.json", "{")], /^hindcast: report: not JSON \(r\.json\)$/],
    [
      "a report of another shape",
      () => ["run", file("s.json", "{}")],
      /^hindcast: report: id: .*; title: .*\(s\.json\)$/,
    ],
    [
      "an unknown option",
      () => ["run", "--evnts", "x"],
      /^hindcast: unknown option '--evnts' \(Did you mean --events\?\)$/,
    ],
    ["an unknown command", () => ["rum"], /^hindcast: unknown command 'rum' \(Did you mean run\?\)$/],
    ["an option without its value", () => ["run", "--events"], /^hindcast: option '--events <file>' argument missing$/],
    [
      "a word too many",
      () => ["run", "a", "b"],
      /^hindcast: too many arguments for 'run'\. Expected 1 argument but got 2\.$/,
    ],
    [
      "an as-of day without a file",
      () => ["run", "--as-of", "2024-06-30"],
      /^hindcast: run: --as-of goes with --events, /,
    ],
    [
      "a day that is none",
      () => ["run", "--events", file("ok.csv", `${header},date_end\n`), "--as-of", "2023-02-30"],
      /^hindcast: read: asOf needs a day as YYYY-MM-DD, got "2023-02-30"$/,
    ],
    [
      "totals without their days",
      () => ["totals", "ok.csv"],
      /^hindcast: required option '--as-of <day>' not specified$/,
    ],
    [
      "totals of a day that is none",
      () => ["totals", "ok.csv", "--as-of", "2024-01-01", "--since", "x", "--until", "2024-01-01", "--out", "t.csv"],
      /^hindcast: totals: needs days as YYYY-MM-DD, got "x"$/,
    ],
    ["a missing notebook", () => ["notebook", "run", "nowhere.ipynb"], /^hindcast: .*nowhere\.ipynb/],
  ];

  it.each(cases)("%s", async (_, args, message) => {
    const before = bytesOf(out(cwd));
    const ended = await hindcast(cwd, ...args());
    expect(ended.err).toMatch(/^[^\n]+\n$/);
    expect(ended.err.trimEnd()).toMatch(message);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(bytesOf(out(cwd))).toEqual(before);
  });
});

const export241 = join(root, "..", "shared", "data", "ucdp-ged241-mali.csv");

needs("the UCDP export", existsSync(export241))("hindcast run --events on a real UCDP export", () => {
  it("keeps every row, and counts 36 and 11 from single events as from the shipped totals", async () => {
    const cwd = made("real");
    const { code, out: text, err } = await hindcast(cwd, "run", "--events", export241);
    expect([code, err]).toEqual([0, ""]);
    expect(text).toMatch(/ucdp-ged-mali.*: 2,120 rows read, 2,120 kept, 0 refused; 2,120 events/);
    expect(text).toMatch(
      /uncertain Engagements, Mopti +0\.53 \[0\.23, 1\.26\] +47 +34% for a halving +ucdp-ged-mali\*/,
    );
    const { verdicts } = JSON.parse(readFileSync(join(out(cwd), "verdicts.json"), "utf8"));
    const id = "forces-halve-mopti/ucdp-ged-mali/government v JNIM, lethal events";
    expect(verdicts.find((one: { id: string }) => one.id === id).counts).toEqual([36, 11]);
  }, 180_000);

  it("adds up with totals to the table that is shipped", async () => {
    const cwd = made("totals");
    const days = ["--as-of", "2024-06-30", "--since", "2012-01-01", "--until", "2024-01-01"];
    const { code, out: text } = await hindcast(cwd, "totals", export241, ...days, "--out", "t.csv");
    expect(code).toBe(0);
    expect(text).toContain("2120 rows read, 2120 kept, 0 refused");
    expect(readFileSync(join(cwd, "t.csv"), "utf8")).toBe(
      readFileSync(join(root, "data", "figures", "ucdp-mali-month.csv"), "utf8"),
    );
  });
});
