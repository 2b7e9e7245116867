import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareRuns, inputsOf, kernelSpec, runFacts, runNotebook } from "../src/index.js";
import { notebookText } from "../src/notebook/notebookText.js";
import { readNotebook } from "../src/notebook/readNotebook.js";
import { staleInputs } from "../src/notebook/staleInputs.js";
import { needs } from "./needs.js";

const root = join(import.meta.dirname, "..");
const folder = join(root, "notebooks");
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const chartForms = [
  ...["application/vnd.hindcast.quantities+json", "application/vnd.vegalite.v5+json"],
  ...["image/png", "image/svg+xml", "text/plain"],
];

interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly ename?: string;
}

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly Output[];
}

const textOf = (text: unknown): string => (Array.isArray(text) ? text.join("") : String(text));
const outputsOf = (cells: readonly Cell[]): readonly Output[] => cells.flatMap((cell) => cell.outputs ?? []);
const textsOf = (cells: readonly Cell[]): string[] => outputsOf(cells).map((one) => textOf(one.data?.["text/plain"]));

/** Each chart, in all the forms it was sent in, with something drawn in each. */
function expectCharts(cells: readonly Cell[], count: number): void {
  const charts = outputsOf(cells).filter((one) => one.data !== undefined && "image/png" in one.data);
  expect(charts).toHaveLength(count);
  for (const { data } of charts) {
    expect(Object.keys(data ?? {}).sort()).toEqual(chartForms);
    const svg = textOf(data?.["image/svg+xml"]);
    expect(svg.match(/<(path|line|text) /g)?.length).toBeGreaterThan(10);
    const png = Buffer.from(textOf(data?.["image/png"]), "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(20_000);
    expect(data?.["application/vnd.vegalite.v5+json"]).toMatchObject({ $schema: expect.stringContaining("v5") });
  }
}

describe.each(notebooks)("%s", (name) => {
  const committed: { cells: readonly Cell[] } = JSON.parse(readFileSync(join(folder, name), "utf8"));
  const code = committed.cells.filter((cell) => cell.cell_type === "code").map((cell) => textOf(cell.source));
  const charts = code.filter((source) =>
    /show\(hc\.(zoneMonths|forest|evidence|delayTriangle|specificationCurve|scoreTable|\w+Chart)\(/.test(source),
  ).length;

  it("is a reader's document: short cells, no deep imports, and no functions or loops but in the one that defines plug-ins", () => {
    for (const source of code) {
      expect(source.trim().split("\n").length, source).toBeLessThanOrEqual(10);
      expect(source).not.toMatch(/\.\.\/(src|dist)|"hindcast\//);
      if (!name.startsWith("10-")) expect(source).not.toMatch(/\bfunction\b|=>|\bfor \(|\bwhile \(/);
    }
  });

  it("runs in the real kernel without Python, shows its charts, and says what the committed run said", async () => {
    const run = await runNotebook(join(folder, name), { timeout: 120, root });
    expect(run.failure ?? "").toBe("");
    const cells: readonly Cell[] = JSON.parse(notebookText(run.notebook)).cells;
    expectCharts(cells, charts);
    const before = readNotebook(join(folder, name));
    const { compared, inputs: _, ...found } = compareRuns(before, run.notebook);
    expect(found).toEqual({ verdicts: [], moved: [], appeared: [], vanished: [] });
    expect(compared).toBeGreaterThan(20);
    expect(textsOf(cells)).toEqual(textsOf(committed.cells));
  }, 180_000);

  it("was run with the cells, the data and the seeds that it has, and shows what that run showed", () => {
    const before = readNotebook(join(folder, name));
    const facts = runFacts(root, join(folder, name), before);
    const stale = staleInputs(before, facts).filter(({ input }) => input !== "code library");
    expect(stale).toEqual([]);
    expect(Object.keys(inputsOf(before))).toEqual(expect.arrayContaining(["code cells", "seeds"]));
    expect(Object.keys(facts.data).length).toBeGreaterThan(0);
    const draws = /\b(seed|draws|permutation|backtest|bootstrap|weigh|skill|summarise)\b/;
    if (code.some((source) => draws.test(source))) expect(facts.seeds.length).toBeGreaterThan(0);
  });
});

function hasJupyter(): boolean {
  try {
    execFileSync("jupyter", ["nbconvert", "--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

needs("Jupyter (jupyter nbconvert)", hasJupyter())("in Jupyter", () => {
  let into = "";
  beforeAll(() => {
    mkdirSync(join(root, "out", "test"), { recursive: true });
    into = mkdtempSync(join(root, "out", "test", "jupyter-"));
    kernelSpec(root, into);
  });
  afterAll(() => rmSync(into, { recursive: true, force: true }));

  it.each(notebooks)(
    "%s runs by nbconvert --execute and shows its charts",
    (name) => {
      const args = ["nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=tslab"];
      execFileSync("jupyter", [...args, "--output-dir", into, join(folder, name)], {
        env: { ...process.env, JUPYTER_PATH: into },
        stdio: "pipe",
      });
      const { cells }: { cells: readonly Cell[] } = JSON.parse(readFileSync(join(into, name), "utf8"));
      const committed: { cells: readonly Cell[] } = JSON.parse(readFileSync(join(folder, name), "utf8"));
      expect(outputsOf(cells).filter((one) => one.output_type === "error")).toEqual([]);
      expectCharts(cells, outputsOf(committed.cells).filter((one) => one.data && "image/png" in one.data).length);
      expect(textsOf(cells)).toEqual(textsOf(committed.cells));
    },
    180_000,
  );
});
