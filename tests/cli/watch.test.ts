import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Counts, madeUp, temporary, usual } from "./madeUp.js";
import { bytesOf, type Ended, hindcast } from "./spawned.js";
import { widthOf } from "./stores.js";

const folder = temporary();
let made = 0;

/** A folder of its own with the made-up report, whose autumn lasts to October, and the command run in it. */
function place(counts: Counts = usual): {
  cwd: string;
  revise: (counts: Counts) => void;
  run: (...args: readonly string[]) => Promise<Ended>;
} {
  const cwd = join(folder, `place-${made++}`);
  const revise = (some: Counts): void => {
    madeUp(join(cwd, "report"), {
      counts: some,
      change: (report) => ({
        ...report,
        windows: { ...report.windows, autumn: { since: "2020-08-01", until: "2020-11-01", label: "autumn 2020" } },
      }),
    });
  };
  revise(counts);
  return { cwd, revise, run: async (...args) => await hindcast(cwd, "watch", "report/report.json", ...args) };
}

const coast = (some: Readonly<Record<string, number>>): Counts => ({ ...usual, coast: { ...usual["coast"], ...some } });
const changesIn = (text: string): readonly string[] => {
  const lines = text.split("\n");
  return lines.slice(1, lines.indexOf("")).filter((line) => line.startsWith("  More in autumn: coast: "));
};
const state = (cwd: string): string => join(cwd, "out", "ruritania-2020", "watch.json");

describe("hindcast watch", () => {
  it("says so the first time, and the same day again that nothing changed, with the same bytes", async () => {
    const { cwd, run } = place();
    const first = await run();
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out.split("\n")[0]).toBe("First look, as of 2020-11-01: there is nothing to compare with.");
    expect(first.out).toContain("More in autumn: coast: NOTHING YET\n");
    expect(first.out).toContain("a proxy: raids in the court ledger alone");
    expect(first.out).toMatch(/n = 86, wire as of 2020-11-01, snapshot [0-9a-f]{8} of 2020-11-01/);
    expect(widthOf(first.out)).toBeLessThan(80);
    const bytes = bytesOf(join(cwd, "out"));
    expect(Object.keys(bytes)).toEqual([join("ruritania-2020", "watch.json"), join("ruritania-2020", "watch.md")]);
    const again = await run();
    expect(again.out.split("\n")[0]).toBe("Nothing changed since the last state, as of 2020-11-01.");
    expect(bytesOf(join(cwd, "out"))).toEqual(bytes);
  });

  it("lists the periods that came, and keeps every state, oldest first", async () => {
    const { cwd, run } = place(coast({ "2020-09": 60 }));
    for (const day of ["2020-04-20", "2020-08-15", "2020-09-01"]) await run("--as-of", day);
    const { out } = await run("--as-of", "2020-10-01");
    expect(out.split("\n")[0]).toBe("Changed since the last state, as of 2020-09-01, to 2020-10-01:");
    expect(changesIn(out)).toEqual([
      "  More in autumn: coast: nothing yet -> risen",
      "  More in autumn: coast: above no change since 2020-09-01",
      "  More in autumn: coast: above no change, if Poisson since 2020-09-01",
      "  More in autumn: coast: 2020-09-01 arrived: 60",
    ]);
    const { entries } = JSON.parse(readFileSync(state(cwd), "utf8"));
    expect(
      entries.map((one: { written: string; watched: { state: string }[] }) => [one.written, one.watched[0].state]),
    ).toEqual([
      ["2020-04-20", "waiting"],
      ["2020-08-15", "waiting"],
      ["2020-09-01", "nothing yet"],
      ["2020-10-01", "risen"],
    ]);
    const text = readFileSync(join(cwd, "out", "ruritania-2020", "watch.md"), "utf8");
    expect(text).toContain(
      "- 2020-04-20: first look\n- 2020-08-15:\n  - More in autumn: coast: January to April 2020 is over: 50\n",
    );
    expect(text).toContain("| 2020-09-01 | 60 |");
  });

  it("lists counts that were revised, old and new, and a crossing that they undo", async () => {
    const { revise, run } = place(coast({ "2020-09": 60 }));
    await run();
    revise(coast({ "2020-09": 16, "2020-02": 13 }));
    const { out } = await run();
    expect(changesIn(out)).toEqual([
      "  More in autumn: coast: risen -> nothing yet",
      "  More in autumn: coast: no longer above no change since 2020-09-01",
      "  More in autumn: coast: no longer above no change, if Poisson since 2020-09-01",
      "  More in autumn: coast: 2020-09-01 revised: 60 -> 16",
      "  More in autumn: coast: January to April 2020 revised: 50 -> 49",
    ]);
  });

  it("says that nothing changed where only the day did", async () => {
    const { run } = place();
    await run("--as-of", "2020-10-05");
    const { out } = await run("--as-of", "2020-10-12");
    expect(out.split("\n\n")[0].replace(/\s+/g, " ")).toBe(
      "Nothing changed since the last state, as of 2020-10-05; the data are now as of 2020-10-12.",
    );
  });

  it("takes a newer snapshot of the same name from the store", async () => {
    const { cwd, run } = place();
    await run("--as-of", "2020-11-01");
    const newer = join(cwd, "newer.csv");
    writeFileSync(
      newer,
      readFileSync(join(cwd, "report", "wire.csv"), "utf8").replace("2020-10,coast,11", "2020-10,coast,19"),
    );
    const read = await hindcast(
      cwd,
      "read",
      newer,
      "--name",
      "wire",
      "--as-of",
      "2020-12-01",
      "--codebook",
      "report/codebook.json",
    );
    expect([read.code, read.err]).toEqual([0, ""]);
    const { out } = await run();
    expect(out.split("\n")[0]).toBe("Changed since the last state, as of 2020-11-01, to 2020-12-01:");
    expect(changesIn(out)).toEqual(["  More in autumn: coast: 2020-10-01 revised: 11 -> 19"]);
    expect((await run()).out).toMatch(/^Nothing changed since the last state, as of 2020-12-01\./);
  });

  it("takes a file in the place of the evidence, and prints JSON", async () => {
    const { cwd, run } = place();
    const change = { ...JSON.parse(readFileSync(join(cwd, "report", "report.json"), "utf8")) };
    change.evidence[0].publisher = "totals";
    writeFileSync(join(cwd, "report", "report.json"), JSON.stringify(change));
    writeFileSync(
      join(cwd, "own.csv"),
      readFileSync(join(cwd, "report", "wire.csv"), "utf8").replace("2020-08,coast,12", "2020-08,coast,14"),
    );
    const ended = await run("--events", "own.csv", "--as-of", "2020-11-01", "--threshold", "1.5", "--json");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    const found = JSON.parse(ended.out);
    expect(found).toMatchObject({ report: "ruritania-2020", changes: [], written: "2020-11-01" });
    expect(found.watched[0]).toMatchObject({ threshold: 1.5, periods: [{ count: 14 }, { count: 13 }, { count: 11 }] });
  });

  it("refuses a damaged state by name, with a cure, and leaves it as it is", async () => {
    const { cwd, run } = place();
    await run();
    const whole = readFileSync(state(cwd), "utf8");
    const file = join("out", "ruritania-2020", "watch.json");
    const cure = `(${file}); put back a copy, or move it away to begin anew; nothing was written\n`;
    for (const [text, fault] of [
      [whole.slice(0, 900), "not JSON"],
      [whole.replace('"ruritania-2020"', '"other"'), 'report: is "other", not "ruritania-2020"'],
      [
        whole.replace('"count": 12', '"count": "many"'),
        "entries.0.watched.0.periods.0.count: Invalid input: expected number, received string",
      ],
      ['{"report":"ruritania-2020","entries":[]}', "entries: Too small: expected array to have >=1 items"],
    ]) {
      writeFileSync(state(cwd), text);
      const { code, out, err } = await run();
      expect([code, out, err]).toEqual([2, "", `hindcast: watch: the last state is damaged: ${fault} ${cure}`]);
      expect(readFileSync(state(cwd), "utf8")).toBe(text);
    }
  });

  it.each([
    [["--as-of", "soon"], /^hindcast: watch: --as-of: needs a day as YYYY-MM-DD, got "soon"\n$/],
    [["--threshold", "1"], /^hindcast: watch: threshold needs a ratio above 0 that is not 1, got 1\n$/],
    [["--threshold", "x"], /^hindcast: watch: --threshold: needs a number, got "x"\n$/],
  ])("refuses %j", async (args, message) => {
    const { code, err } = await place().run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("refuses to go back behind its last state, and a report that waits for nothing", async () => {
    const { cwd, run } = place();
    await run();
    const { code, err } = await run("--as-of", "2020-09-01");
    expect([code, err]).toEqual([
      2,
      `hindcast: watch: the last state is of 2020-11-01, got data as of 2020-09-01 (${join("out", "ruritania-2020", "watch.json")}); watch earlier days with another --out\n`,
    ]);
    const report = JSON.parse(readFileSync(join(cwd, "report", "report.json"), "utf8"));
    const claims = report.claims.filter((one: { id: string }) => one.id !== "lasts");
    writeFileSync(join(cwd, "report", "report.json"), JSON.stringify({ ...report, claims }));
    expect((await run()).err).toBe(
      "hindcast: watch: ruritania-2020 waits for no increase: none of its claims has such a check\n",
    );
  });

  it("watches the shipped report by its name", async () => {
    const cwd = join(folder, "shipped");
    madeUp(cwd);
    const { code, out } = await hindcast(cwd, "watch", "--as-of", "2024-04-01");
    expect(code).toBe(0);
    expect(out).toContain("Mopti, inner delta: NOTHING YET");
    const help = await hindcast(cwd, "watch", "--help");
    expect(help.out).toContain("by cron");
  });
});
