import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type Certificate, certificateSchema } from "../../src/cli/certificate.js";
import { notebookCheckCommand } from "../../src/cli/notebookCheck.js";
import { type Notebook, type NotebookCell, notebookText } from "../../src/notebook/notebookText.js";
import { recordedRun } from "../../src/notebook/recordedRun.js";
import { runFacts } from "../../src/notebook/runFacts.js";
import { code, makeFolder, root, watchTemporary } from "../notebook/trialRun.js";
import { hindcast } from "./spawned.js";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });
const folder = makeFolder();
watchTemporary();

const read = (path: string): Certificate => certificateSchema.parse(JSON.parse(readFileSync(path, "utf8")));

function replace(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

describe("hindcast notebook check, of the first notebook as it is shipped", () => {
  const name = join("notebooks", "00-start-here.ipynb");
  const file = join("data", "figures", "mali-violence-zone-month.csv");
  const projects = ["quiet", "loud", "comment"].map((one) => join(folder, one));
  const [quiet, loud, comment] = projects.map((project) => ({
    project,
    data: join(project, file),
    notebook: join(project, name),
    certificate: join(project, "certificate.json"),
  }));

  beforeAll(async () => {
    for (const project of projects) {
      for (const part of ["codebooks", "figures"])
        cpSync(join(root, "data", part), join(project, "data", part), { recursive: true });
      mkdirSync(join(project, "notebooks"));
      cpSync(join(root, name), join(project, name));
      symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
    }
    const { notebook, failure } = await recordedRun(quiet.notebook, { timeout: 30, root: quiet.project });
    expect(failure ?? "").toBe("");
    for (const project of projects) writeFileSync(join(project, name), notebookText(notebook));
    // The first month of the later window had 32 events: one more turns nothing, 60 more make the months too unlike.
    replace(quiet.data, "\n2025-01,mopti-plateau,32,", "\n2025-01,mopti-plateau,33,");
    replace(loud.data, "\n2025-01,mopti-plateau,32,", "\n2025-01,mopti-plateau,92,");
    replace(comment.notebook, "// of what is drawn at random", "// of all that is drawn at random");
    replace(comment.notebook, "# 00 · Start here", "# 00 · Begin here");
  });

  it("names the file of a changed byte and what it moved, tells a verdict that turned from one that held, and lets words about code be", async () => {
    const [still, turned, same] = await Promise.all(
      [quiet, loud, comment].map(({ project, certificate }) =>
        hindcast(project, "notebook", "check", name, "--out", certificate),
      ),
    );
    expect([still?.code, turned?.code, same?.code]).toEqual([0, 1, 0]);
    const inputs = [{ input: `data ${file}`, from: expect.any(String), to: expect.any(String) }];

    expect(same?.out).toMatch(
      /^No verdict changed in 1 notebook\.\n\n[^\n]+: 0 verdicts changed; 0 of \d+ quantities moved\n$/,
    );
    const [unchanged] = read(comment.certificate).notebooks;
    expect(unchanged).toMatchObject({ stale: [], inputs: [], moved: [], appeared: [], vanished: [] });
    expect(unchanged?.compared).toBeGreaterThan(50);

    const [moved] = read(quiet.certificate).notebooks;
    expect(moved).toMatchObject({ changed: 0, verdicts: [], inputs, appeared: [], vanished: [] });
    expect(moved?.moved).toContainEqual(expect.objectContaining({ from: 118, to: 119, by: 1, withinNoise: false }));
    const lines = still?.out.split("\n") ?? [];
    expect(lines[0]).toBe("No verdict changed in 1 notebook.");
    expect(lines.filter((line) => line.includes("differs:"))).toEqual(["  Only this differs:"]);
    expect(lines.find((line) => line.includes(`${file}: `))).toMatch(/: [0-9a-f]{12} -> [0-9a-f]{12};$/);
    expect(lines).toContain("    [2], snapshot acled-hdx-mali, 2026-04-30: events 10858 -> 10859");

    const [overturned] = read(loud.certificate).notebooks;
    const sided = { name: "finding mopti-plateau, quasiPoisson(): conclusion", from: "less", to: "cannot tell" };
    expect(overturned).toMatchObject({
      changed: overturned?.verdicts.length,
      inputs,
      feeds: [{ path: file, before: 0 }],
    });
    expect(overturned?.verdicts).toContainEqual(expect.objectContaining(sided));
    // What Poisson months say is as clear as before.
    expect(overturned?.verdicts.filter((one) => one.name.includes("rateRatio"))).toEqual([]);
    const said = turned?.out ?? "";
    expect(said).toMatch(/^\d verdicts changed in 1 notebook\.\n/);
    expect(said.indexOf("  Verdicts changed:")).toBeLessThan(said.indexOf("  Only this differs:"));
    expect(said.indexOf("  Only this differs:")).toBeLessThan(said.indexOf("  Numbers moved:"));
    for (const line of said.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("finds all but the words without running", async () => {
    const line = `${name}: stale: data ${file}\n`;
    for (const { project, notebook } of [quiet, loud])
      expect(await check("--stale", notebook, "--root", project)).toEqual({ code: 1, said: line });
    // Without a file all in the folder are looked at.
    expect(await check("--stale", "--root", comment.project)).toEqual({ code: 0, said: `${name}: fresh\n` });
  });
});

const trial = join(folder, "raids.ipynb");
const library = JSON.stringify(join(root, "dist", "notebook", "show.js"));
const cells = [
  code("const seed = 1; // of the draw", { id: "set", metadata: { tags: ["parameters"] } }),
  code(
    `const show = require(${library}).showWith(require("tslab/dist/jupyter"));
const raids = JSON.parse(require("node:fs").readFileSync("raids.json", "utf8"));`,
    { id: "open" },
  ),
  code(
    `const drawn = 10 + seed;
const verdict = raids.after < raids.before / 2 ? "holds" : "fails";
await show([{ claim: "Raids halved", verdict: verdict, after: raids.after }, { metric: "crps()", value: drawn, origin: "2023", target: "2024", noise: 0.5 }]);`,
    { id: "judge" },
  ),
];

/** The command in this process, and what it printed. */
async function check(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  try {
    await notebookCheckCommand().parseAsync(args, { from: "user" });
    return { code: Number(process.exitCode ?? 0), said: said.join("") };
  } finally {
    spy.mockRestore();
    process.exitCode = undefined;
  }
}

const checkTrial = (...args: readonly string[]) => check(trial, "--root", root, ...args);

describe("hindcast notebook check", () => {
  const name = relative(root, trial);
  const data = relative(root, join(folder, "raids.json"));
  let committed: Notebook;
  const write = (cells: readonly NotebookCell[]): void => writeFileSync(trial, notebookText({ ...committed, cells }));

  beforeAll(async () => {
    writeFileSync(join(folder, "raids.json"), '{"before":144,"after":44}');
    writeFileSync(trial, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
    const { notebook, failure } = await recordedRun(trial, { timeout: 30, root });
    expect(failure ?? "").toBe("");
    committed = notebook;
  });

  it("finds without running what was edited: a cell, a seed, an output, and all that a notebook run elsewhere shows", async () => {
    const stale = async (from: string, to: string): Promise<string> => {
      writeFileSync(trial, notebookText(committed));
      replace(trial, from, to);
      const { code, said } = await checkTrial("--stale");
      expect(code).toBe(said.endsWith(": fresh\n") ? 0 : 1);
      return said.replace(`${name}: `, "").trimEnd();
    };
    expect(await stale("raids.before / 2", "raids.before / 4")).toBe("stale: code cells");
    expect(await stale("seed = 1", "seed = 2")).toBe("stale: code cells, seeds");
    expect(await stale('"Raids halved  ', '"Raids halved ')).toBe("stale: outputs: not those of the recorded run");
    expect(await stale('"value": 44', '"value": 43')).toBe("stale: outputs: not those of the recorded run");
    expect(await stale("// of the draw", "// whatever is drawn")).toBe("fresh");
    expect(await stale('"outputs": [],', '"outputs": [], "execution_count": 9,')).toBe("fresh");
    write(committed.cells.map((cell) => ({ ...cell, outputs: [] })));
    expect((await checkTrial("--stale")).said).toBe(`${name}: stale: outputs: not those of the recorded run\n`);
    writeFileSync(trial, notebookText({ ...committed, metadata: {} }));
    expect(await checkTrial("--stale")).toEqual({ code: 1, said: `${name}: says nothing of what it was run with\n` });
  });

  it("tells by another seed what is noise, and says what was set", async () => {
    writeFileSync(trial, notebookText(committed));
    const { code, said } = await checkTrial("--set", "seed=2");
    expect(code).toBe(0);
    expect(said.split("\n").slice(2)).toEqual([
      `${name}: 0 verdicts changed; 1 of 3 quantities moved, 1 within noise`,
      "  Only this differs:",
      "    seed: set to 2 for this run",
      "  Numbers moved within the noise of their draws:",
      "    [3], row 2023, 2024, crps(): value 11 -> 12",
      "",
    ]);
  });

  it("says of a notebook that fails where and why, and of one that shows nothing that it cannot be compared", async () => {
    write(committed.cells.map((cell) => (cell.id === "open" ? { ...cell, source: "const raids = 1;" } : cell)));
    const empty = join(folder, "empty.ipynb");
    const cells = committed.cells.map((cell) => ({ ...cell, outputs: [] }));
    writeFileSync(empty, notebookText({ ...committed, metadata: {}, cells }));
    const { code, said } = await checkTrial(empty, "--jobs", "2");
    expect(code).toBe(1);
    const lines = said.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "No verdict changed in 2 notebooks; 1 notebook does not run to the end; 1 notebook cannot be compared.",
      "",
      `${name}: does not run to its end`,
      "  runNotebook: the cell does not compile, got 2:23 - Property 'after' does not",
    ]);
    expect(lines).toContain("  It did not come to 3 quantities of the committed run");
    expect(lines.slice(-4)).toEqual([
      `${relative(root, empty)}: cannot be compared`,
      "  The committed notebook names nothing that it shows; run it anew and commit it",
      "  The committed run says nothing of what it was run with",
      "",
    ]);
  });

  it("refuses what it cannot do", async () => {
    writeFileSync(trial, notebookText(committed));
    await expect(checkTrial("--stale", "--set", "seed=2")).rejects.toThrow(
      "notebook: --stale runs nothing that could be set, got seed=2",
    );
    await expect(checkTrial("--jobs", "0")).rejects.toThrow("notebook: jobs needs a whole number from 1 to 99, got 0");
    await expect(checkTrial("--set", "zone=a")).rejects.toThrow(
      "parameters: the notebook declares no zone, got zone=a",
    );
  });

  it("gives the same facts for the same notebook, without clock times, and only the first number of Node's version", () => {
    const facts = runFacts(root, trial, committed);
    expect(facts).toEqual(committed.metadata["hindcast"]);
    expect(Object.keys(facts).sort()).toEqual(["code", "data", "outputs", "seeds", "versions"]);
    expect(Object.keys(facts.data)).toContain(data);
    expect(facts.versions["node"]).toBe(process.versions.node.split(".")[0]);
  });

  it("counts a changed library, but not a comment in it", () => {
    const home = join(folder, "elsewhere");
    const dist = join(home, "node_modules", "hindcast", "dist");
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, "..", "package.json"), '{"name":"hindcast","version":"9.9.9","main":"dist/index.js"}');
    const library = (source: string): string => {
      writeFileSync(join(dist, "index.js"), source);
      return runFacts(root, join(home, "a.ipynb"), committed).code.library;
    };
    const before = library("exports.two = 2; // two\n");
    expect(library("/** A number. */\nexports.two = 2;\n")).toBe(before);
    expect(library("exports.two = 3; // two\n")).not.toBe(before);
  });
});

describe("a certificate's schema", () => {
  const plain = { certificate: "hindcast notebook check", version: 1, verdictsChanged: 0, notebooks: [] };

  it("takes a certificate and nothing else", () => {
    expect(certificateSchema.safeParse(plain).success).toBe(true);
    for (const odd of [{ version: 2 }, { verdictsChanged: -1 }, { notebooks: [{}] }, { extra: 1 }])
      expect(certificateSchema.safeParse({ ...plain, ...odd }).success).toBe(false);
  });

  it("can be given to other programs as a JSON Schema", () => {
    expect(z.toJSONSchema(certificateSchema)).toMatchObject({
      title: "A reviewer's certificate",
      required: ["certificate", "version", "verdictsChanged", "notebooks"],
      additionalProperties: false,
    });
  });
});
