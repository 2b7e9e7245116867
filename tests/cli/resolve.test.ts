import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report, ReportQuestion } from "../../src/index.js";
import { madeUp, temporary, usual } from "./madeUp.js";
import { bytesOf, hindcast } from "./spawned.js";
import { widthOf } from "./stores.js";

const folder = temporary();
const file = join(folder, "out", "ruritania-2020", "resolutions.json");
const coast = { on: "wire", label: "all raids", where: { zone: "coast" } };
const criterion = { type: "ratio", against: "spring", above: 1 } as const;
const questions: ReportQuestion[] = [
  {
    ...{
      id: "lasts",
      claim: "lasts",
      by: "us",
      asks: "more raids in autumn than in spring?",
      window: "autumn",
      criterion,
    },
    measured: [coast, { on: "ledger", label: "in court", where: { zone: "coast" }, proxy: "raids that came to court" }],
  },
  {
    ...{ id: "next-year", claim: "king", by: "us", asks: "fewer in early 2021?", window: "later" },
    ...{ criterion: { type: "count", atMost: 10 }, measured: [coast] },
  },
];
const change = (report: Report): Report => ({
  ...report,
  questions,
  evidence: report.evidence.map((one) => (one.name === "wire" ? { ...one, settlesAfter: 30 } : one)),
});
const run = async (...args: readonly string[]) => await hindcast(folder, "resolve", "case/report.json", ...args);
const entriesIn = (): { question: string; state: string }[] => JSON.parse(readFileSync(file, "utf8")).entries;

beforeAll(async () => {
  madeUp(join(folder, "case"), { change });
  // What the wire had in the middle of October: fewer raids in autumn than it has now.
  const { coast: raids, ...rest } = usual;
  const { "2020-10": _, ...known } = raids;
  mkdirSync(join(folder, "then"));
  madeUp(join(folder, "then"), { counts: { ...rest, coast: { ...known, "2020-08": 9 } } });
  const book = ["--codebook", "case/codebook.json"];
  const ended = await hindcast(folder, "read", "then/wire.csv", "--name", "wire", "--as-of", "2020-10-15", ...book);
  expect([ended.code, ended.err]).toEqual([0, ""]);
});

describe("hindcast resolve", () => {
  it("prints a row a way of counting under its question, and says what is new", async () => {
    const { code, out, err } = await run();
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "The questions of ruritania-2020, as of 2020-11-01",
      "  state     answer observed                 n flip risk  counted",
    ]);
    expect(out).toMatch(
      /\nlasts: more raids in autumn than in spring\?\n {2}resolved {2}no {5}1\.00 \[0\.\d\d, \d\.\d\d\] +75 +- {2}all raids\n/,
    );
    expect(out.replace(/\s+/g, " ")).toContain("first print no, 14 days after its end, now no, 31 days after its end");
    expect(out.replace(/\s+/g, " ")).toContain(", a proxy (raids that came to court): too early, no so far: 25 events");
    expect(out).toMatch(/\n {2}= no, by 1 way of counting\n/);
    expect(out).toMatch(
      /\nnext-year: .*\n {2}open {6}- {6}- .*\n {4}wire as of 2020-11-01 \([0-9a-f]{8}\): its window ends on 2021-03-01\n {2}= open\n/,
    );
    expect(lines.slice(-2)).toEqual(["3 new answers added to 0 in out/ruritania-2020/resolutions.json", ""]);
    expect(widthOf(out)).toBeLessThanOrEqual(79);
  });

  it("says so when nothing changed, and writes nothing", async () => {
    const before = bytesOf(join(folder, "out"));
    const { out } = await run();
    expect(out).toMatch(
      /\nNothing changed since \d{4}-\d\d-\d\d: out\/ruritania-2020\/resolutions\.json keeps its\s+3 answers\n$/,
    );
    expect(bytesOf(join(folder, "out"))).toEqual(before);
  });

  it("adds what was known on another day and keeps what stood there; prints JSON, the same twice", async () => {
    const kept = entriesIn();
    const { code, out } = await run("--as-of", "2020-10-20", "--json");
    expect(code).toBe(0);
    const { asOf, resolutions, settled } = JSON.parse(out);
    expect(asOf).toBe("2020-10-20");
    expect(resolutions.map((one: { state: string; data: object }) => [one.state, one.data])).toEqual([
      ["too early", expect.objectContaining({ name: "wire", asOf: "2020-10-15" })],
      ["open", { name: "ledger" }],
      ["open", expect.objectContaining({ name: "wire" })],
    ]);
    expect(settled.map((one: { state: string }) => one.state)).toEqual(["too early", "open"]);
    expect(entriesIn().slice(0, kept.length)).toEqual(kept);
    expect(entriesIn()).toHaveLength(kept.length + 3);
    expect((await run("--as-of", "2020-10-20", "--json")).out).toBe(out);
    expect(entriesIn()).toHaveLength(kept.length + 3);
  });

  it("loses nothing when runs of several days write at once", async () => {
    const before = entriesIn().length;
    const ended = await Promise.all(["2020-11-01", "2020-10-16", "2020-09-01"].map((day) => run("--as-of", day)));
    expect(ended.map((one) => one.err)).toEqual(["", "", ""]);
    const counts = ended.map(({ out }) => Number(/(\d+) new answers? added/.exec(out)?.[1] ?? 0));
    expect(entriesIn()).toHaveLength(before + counts.reduce((sum, one) => sum + one, 0));
  });

  it("refuses a damaged history by its name and leaves it, a day that is none, and a report that is none", async () => {
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.slice(0, 500));
    const { code, out, err } = await run();
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      "hindcast: resolve: the history is not the one that was written (out/ruritania-2020/resolutions.json); it was left as it is: put it right or aside\n",
    );
    expect(readFileSync(file, "utf8")).toBe(whole.slice(0, 500));
    writeFileSync(file, whole);
    expect((await run("--as-of", "soon")).err).toBe(
      'hindcast: resolve: --as-of: needs a day as YYYY-MM-DD, got "soon"\n',
    );
    expect((await run("--level", "2")).err).toBe("hindcast: resolve: level needs a number between 0 and 1, got 2\n");
    expect((await hindcast(folder, "resolve", "none")).code).toBe(2);
  });

  it("says that a report without questions asks nothing", async () => {
    madeUp(join(folder, "mute"));
    const { out } = await hindcast(folder, "resolve", "mute/report.json", "--out", "other");
    expect(out).toBe("ruritania-2020 asks nothing that can be resolved on this data\n");
    rmSync(join(folder, "other"), { recursive: true });
  });
});
