import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRunning } from "../notebook/trialRun.js";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const folder = temporary();

function write(name: string, source: string, tags?: readonly string[]): void {
  const cell = {
    cell_type: "code",
    id: "one",
    metadata: tags ? { tags } : {},
    source,
    execution_count: null,
    outputs: [],
  };
  writeFileSync(join(folder, name), JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
}

describe("hindcast notebook run", () => {
  it("writes the run, prints what it says if asked to, and leaves the original alone", async () => {
    write("good.ipynb", 'console.log("six", 2 * 3)');
    const before = readFileSync(join(folder, "good.ipynb"), "utf8");
    const ended = await hindcast(folder, "notebook", "run", "good.ipynb", "--root", root, "--print");
    expect(ended).toEqual({ code: 0, out: "six 6\ngood.ipynb: ran; out/notebooks/good.ipynb\n", err: "" });
    expect(readFileSync(join(folder, "out", "notebooks", "good.ipynb"), "utf8")).toContain("six 6");
    expect(readFileSync(join(folder, "good.ipynb"), "utf8")).toBe(before);
  });

  it("ends with 1 and one line that names the cell when a cell fails", async () => {
    write("bad.ipynb", 'throw new Error("no")');
    const ended = await hindcast(folder, "notebook", "run", "bad.ipynb", "--root", root);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(
      /^hindcast: runNotebook: the cell threw, got Error: no \(bad\.ipynb, code cell 1: [^\n]+\); out\/notebooks\/bad\.ipynb\n$/,
    );
  });

  it("refuses a file that is not there, and a timeout that is none, with 2", async () => {
    const gone = await hindcast(folder, "notebook", "run", "gone.ipynb", "--root", root);
    expect([gone.code, gone.err.split("\n")]).toEqual([2, [expect.stringContaining("gone.ipynb"), ""]]);
    const odd = await hindcast(folder, "notebook", "run", "good.ipynb", "--root", root, "--timeout", "soon");
    expect([odd.code, odd.err]).toEqual([2, "hindcast: notebook: timeout needs seconds above 0, got soon\n"]);
  });

  it("runs several, goes on after one that fails, and then ends with 1", async () => {
    write("bad.ipynb", "throw 1");
    write("last.ipynb", "1 + 1");
    const ended = await hindcast(folder, "notebook", "run", "bad.ipynb", "last.ipynb", "--root", root, "--out", "some");
    expect([ended.code, ended.out]).toEqual([1, "last.ipynb: ran; some/last.ipynb\n"]);
    expect(ended.err).toMatch(/^hindcast: [^\n]+ \(bad\.ipynb, code cell 1: throw 1\); some\/bad\.ipynb\n$/);
    expect(readFileSync(join(folder, "some", "bad.ipynb"), "utf8")).toContain('"ename": "Thrown"');
  }, 60_000);

  it("runs nothing when one of several cannot be run, or would overwrite another", async () => {
    write("good.ipynb", "1");
    for (const [args, message] of [
      [["good.ipynb", "gone.ipynb"], "notebook: needs a file that can be read, got gone.ipynb"],
      [["good.ipynb", "./good.ipynb"], "notebook: needs files of different names, got good.ipynb twice"],
      [
        ["good.ipynb", "--set", "a=1"],
        "parameters: the notebook declares no a, got a=1; tag the cell that declares them parameters (good.ipynb)",
      ],
      [["good.ipynb", "--set", "a"], "notebook: set needs name=value, got a"],
      [["good.ipynb", "--set", "a=1", "--set", "a=2"], "notebook: a parameter is set once, got a twice"],
      [["good.ipynb", "--set", "a=1", "b=2"], "notebook: each value has a --set of its own, got b=2 alone"],
    ] as const) {
      const ended = await hindcast(folder, "notebook", "run", ...args, "--root", root, "--out", "none");
      expect(ended).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
    }
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  it("runs with what is set", async () => {
    write("set.ipynb", "const zone = 'a'; const years = [1];", ["parameters"]);
    const set = ["--set", "zone=b=c", "--set", "years=2,3", "--out", "set"];
    const ended = await hindcast(folder, "notebook", "run", "set.ipynb", "--root", root, ...set);
    expect([ended.code, ended.err]).toEqual([0, ""]);
    const { cells } = JSON.parse(readFileSync(join(folder, "set", "set.ipynb"), "utf8"));
    expect(cells[1].source).toEqual(["// Set for this run:\n", 'const zone = "b=c";\n', "const years = [2,3];"]);
    const listed = await hindcast(folder, "notebook", "parameters", "set/set.ipynb");
    expect([listed.code, listed.err]).toEqual([0, ""]);
    expect(listed.out.split("\n")).toEqual([
      "name   type             value  set to",
      'zone   string           "a"    "b=c"',
      "years  list of numbers  [1]    [2,3]",
      "",
    ]);
  }, 60_000);

  it.each(["SIGINT", "SIGTERM"] as const)(
    "leaves nothing running after a %s",
    async (signal) => {
      const pid = join(folder, "pid.txt");
      rmSync(pid, { force: true });
      write("loop.ipynb", `require("fs").writeFileSync(${JSON.stringify(pid)}, String(process.pid)); while (true) {}`);
      const program = join(root, "dist", "cli", "main.js");
      const run = spawn(
        process.execPath,
        [program, "notebook", "run", "loop.ipynb", "--root", root, "--out", "never"],
        {
          cwd: folder,
          stdio: "ignore",
        },
      );
      const ended = new Promise((done) => run.on("exit", (_, by) => done(by)));
      const kernel = () => Number(existsSync(pid) && readFileSync(pid, "utf8"));
      await expect.poll(kernel, { timeout: 30_000 }).toBeGreaterThan(1);
      expect(isRunning(kernel())).toBe(true);
      run.kill(signal);
      expect(await ended).toBe(signal);
      await expect.poll(() => isRunning(kernel()), { timeout: 10_000 }).toBe(false);
      expect(existsSync(join(folder, "never"))).toBe(false);
    },
    60_000,
  );
});

describe("hindcast notebook parameters", () => {
  it("prints names, types and values, as a table or as JSON", async () => {
    write("set.ipynb", "const zone = 'a'; const since = '2023-08-01';", ["parameters"]);
    const text = await hindcast(folder, "notebook", "parameters", "set.ipynb");
    expect(text).toEqual({
      code: 0,
      out: 'name   type    value\nzone   string  "a"\nsince  day     "2023-08-01"\n',
      err: "",
    });
    const json = await hindcast(folder, "notebook", "parameters", "set.ipynb", "--json");
    expect(JSON.parse(json.out)).toEqual([
      { name: "zone", type: "string", value: "a" },
      { name: "since", type: "day", value: "2023-08-01" },
    ]);
  });

  it("says so where there are none, and prints an empty list as JSON", async () => {
    write("good.ipynb", "1");
    const text = await hindcast(folder, "notebook", "parameters", "good.ipynb");
    expect(text).toEqual({ code: 0, out: "good.ipynb: has no cell tagged parameters\n", err: "" });
    expect((await hindcast(folder, "notebook", "parameters", "good.ipynb", "--json")).out).toBe("[]\n");
  });
});
