import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Notebook, notebookText } from "../../src/notebook/notebookText.js";
import { cleanFaults } from "./cleanFaults.js";
import { code, makeFolder, root, trialRun, writeNotebook } from "./trialRun.js";

const folder = join(root, "notebooks");
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const png = "A".repeat(20);

const clean = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript (hindcast)", language: "typescript" } },
  cells: [
    { id: "cell-01", cell_type: "markdown", metadata: {}, source: "# One" },
    {
      id: "cell-02",
      cell_type: "code",
      metadata: { tags: ["parameters"] },
      source: "1",
      execution_count: 1,
      outputs: [],
    },
    {
      ...{ id: "cell-03", cell_type: "code", metadata: {}, source: "2", execution_count: 2 },
      outputs: [{ output_type: "display_data", metadata: {}, data: { "image/png": png, "text/plain": "2" } }],
    },
  ],
} as const;
const [first, second, third] = clean.cells;
const [shown] = third.outputs;

function faultsOf(notebook: object): string[] {
  return cleanFaults(notebookText(notebook as Notebook));
}

function faultsWith(...cells: readonly object[]): string[] {
  return faultsOf({ ...clean, cells: [first, second, third].map((cell, at) => ({ ...cell, ...cells[at] })) });
}

function faultsShowing(output: object): string[] {
  return faultsWith({}, {}, { outputs: [output] });
}

describe("the committed notebooks", () => {
  it.each(notebooks)("%s leaves a clean diff: sorted, stable, without noise, with its outputs", (name) => {
    expect(cleanFaults(readFileSync(join(folder, name), "utf8"))).toEqual([]);
  });
});

describe("what would make a diff noisy is found:", () => {
  it("nothing in a clean one", () => {
    expect(faultsOf(clean)).toEqual([]);
  });

  it("keys that are not sorted, texts that are not cut into lines, another indent", () => {
    const fault = ["the text is not as a run writes it: keys sorted"];
    expect(cleanFaults(`${JSON.stringify(clean, null, 1)}\n`)).toEqual(fault);
    expect(cleanFaults(`${JSON.stringify(JSON.parse(notebookText(clean)), null, 2)}\n`)).toEqual(fault);
  });

  it("no newline at the end, and one too many", () => {
    const fault = ["the text does not end with one newline"];
    expect(cleanFaults(notebookText(clean).trimEnd())).toEqual(fault);
    expect(cleanFaults(`${notebookText(clean)}\n`)).toEqual(fault);
  });

  it("the times of a run and the foldings of a reader", () => {
    const execution = { "iopub.execute_input": "2024-01-01T00:00:00Z" };
    expect(faultsWith({}, { metadata: { execution } })).toEqual(["cell 2: its metadata have execution"]);
    expect(faultsWith({}, { metadata: { collapsed: true } })).toEqual(["cell 2: its metadata have collapsed"]);
    expect(faultsShowing({ ...shown, metadata: { needs_background: "light" } })).toEqual([
      "cell 3: the metadata of its output have needs_background",
    ]);
  });

  it("what one machine had: versions, widgets, paths", () => {
    const { metadata } = clean;
    expect(
      faultsOf({ ...clean, metadata: { ...metadata, language_info: { name: "typescript", version: "5" } } }),
    ).toEqual(["the notebook's metadata have language_info.version"]);
    expect(faultsOf({ ...clean, metadata: { ...metadata, widgets: {} } })).toEqual([
      "the notebook's metadata have widgets",
    ]);
    expect(faultsShowing({ output_type: "stream", name: "stdout", text: "see /home/me/a.csv\n" })).toEqual([
      "cell 3: it names a path of one machine, /home/me/a.csv",
    ]);
  });

  it("cells without an id or with one that is taken, and a format that has none", () => {
    expect(faultsWith({ id: undefined })).toEqual(["cell 1: no id"]);
    expect(faultsWith({ id: "a b" })).toEqual(["cell 1: no id"]);
    expect(faultsWith({}, { id: "cell-01" })).toEqual(["cell 2: the id cell-01 was there before"]);
    expect(faultsOf({ ...clean, nbformat_minor: 4 })).toEqual(["the format is not 4.5"]);
  });

  it("cells run twice, out of order or not at all, and cells without code", () => {
    expect(faultsWith({}, { execution_count: 7 })).toEqual(["cell 2: its count is 7, not 1"]);
    expect(faultsWith({}, { execution_count: null })).toEqual(["cell 2: its count is null, not 1"]);
    expect(faultsWith({}, { source: " ", execution_count: null }, { execution_count: 1 })).toEqual(["cell 2: no code"]);
    expect(faultsShowing({ ...shown, output_type: "execute_result", execution_count: 5 })).toEqual([
      "cell 3: the count of its result is 5, not 2",
    ]);
  });

  it("a run that failed, complained or drew its progress line by line", () => {
    expect(faultsShowing({ output_type: "error", ename: "E", evalue: "", traceback: [] })).toEqual([
      "cell 3: it ended with an error",
    ]);
    expect(faultsShowing({ output_type: "stream", name: "stderr", text: "slow" })).toEqual(["cell 3: it complained"]);
    for (const text of ["1 of 2\r2 of 2\n", "\u001b[33m1\u001b[39m\n"]) {
      expect(faultsShowing({ output_type: "stream", name: "stdout", text })).toEqual([
        "cell 3: its print moves or colours the terminal",
      ]);
    }
  });

  it("outputs that are left out, too large, of a kind no reader knows, or without words", () => {
    expect(faultsWith({}, {}, { outputs: [] })).toEqual(["no cell has an output"]);
    const large = { ...shown.data, "image/png": "A".repeat(800_001) };
    expect(faultsShowing({ ...shown, data: large })).toEqual([
      "cell 3: its image/png has 800001 characters, more than 800000",
    ]);
    expect(faultsShowing({ ...shown, data: { ...shown.data, "application/x-own": {} } })).toEqual([
      "cell 3: it shows application/x-own",
    ]);
    expect(faultsShowing({ ...shown, data: { "image/png": png } })).toEqual(["cell 3: it shows nothing in words"]);
  });
});

describe("a run", () => {
  const into = makeFolder();

  it("keeps ids, clears times and, run twice, writes the same bytes", async () => {
    const times = { execution: { "iopub.execute_input": "2024-01-01T00:00:00Z" } };
    const cells = [
      { id: "title", cell_type: "markdown", metadata: {}, source: "# One" },
      code("console.log(1 + 1);", { id: "sum", execution_count: 7, metadata: times }),
    ];
    const run = await trialRun(join(into, "a.ipynb"), cells);
    const text = notebookText(run.notebook);
    expect(cleanFaults(text)).toEqual([]);
    expect(run.notebook.cells.map((cell) => cell.id)).toEqual(["title", "sum"]);
    const again = await trialRun(join(into, "b.ipynb"), run.notebook.cells);
    expect(notebookText(again.notebook)).toBe(text);
    expect(cleanFaults(readFileSync(writeNotebook(join(into, "c.ipynb"), cells), "utf8"))).not.toEqual([]);
  });
});
