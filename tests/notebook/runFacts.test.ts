import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataNamed } from "../../src/notebook/dataNamed.js";
import { inputsOf } from "../../src/notebook/inputsOf.js";
import type { Notebook, NotebookCell } from "../../src/notebook/notebookText.js";
import { outputsHash } from "../../src/notebook/outputsHash.js";
import { runFacts } from "../../src/notebook/runFacts.js";
import { staleInputs } from "../../src/notebook/staleInputs.js";
import { code, makeFolder, printed } from "./trialRun.js";

const folder = makeFolder();
const file = join(folder, "notebooks", "a.ipynb");
for (const part of ["data", "notebooks", ".store"]) mkdirSync(join(folder, part));
for (const path of ["data/a-2023.csv", "data/b.csv", "notebooks/near.json", ".store/made.csv"])
  writeFileSync(join(folder, path), path);

const of = (...cells: readonly NotebookCell[]): Notebook => ({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });

describe("the data that cells name", () => {
  const named = (...sources: readonly string[]) => dataNamed(folder, file, of(...sources.map((one) => code(one))));

  it("are found by their path, by two texts put together, and by a name alone", () => {
    const found = named(
      'read("../data/b.csv")',
      'const start = "../data/a-";\nread(start + "2023.csv");',
      "read('near.json')",
    );
    expect(found.map(({ path, cells }) => [path, ...cells])).toEqual([
      ["data/a-2023.csv", "cell 2"],
      ["data/b.csv", "cell 1"],
      ["notebooks/near.json", "cell 3"],
    ]);
    expect(found[1]?.sha256).toBe(createHash("sha256").update("data/b.csv").digest("hex"));
  });

  it("name every cell that they stand in, once", () => {
    const [found] = named('read("../data/b.csv", "../data/b.csv")', "1", 'read("../data/b.csv")');
    expect(found?.cells).toEqual(["cell 1", "cell 3"]);
  });

  it("are none in comments, in folders that begin with a dot, or that are not there", () => {
    expect(named('// read("../data/b.csv")', 'read("../.store/made.csv")', 'read("../data/none.csv")')).toEqual([]);
  });
});

describe("a hash of outputs", () => {
  const shown = (data: Record<string, unknown>): Notebook =>
    of(code("1", { outputs: [{ output_type: "display_data", data, metadata: {} }] }));

  it("is one of what is shown, however it is cut into lines, and not of pixels or counts", () => {
    const hash = outputsHash(shown({ "text/plain": "a\nb", "image/png": "AAAA" }));
    expect(outputsHash(shown({ "text/plain": ["a\n", "b"], "image/png": "BBBB" }))).toBe(hash);
    expect(outputsHash({ ...shown({ "text/plain": "a\nb" }), metadata: { a: 1 } })).toBe(hash);
    const other = ["text/plain", "text/html", "image/svg+xml", "application/vnd.hindcast.quantities+json"];
    for (const type of other) expect(outputsHash(shown({ "text/plain": "a\nb", [type]: "other" }))).not.toBe(hash);
  });

  it("is another one when a print changes or moves past another, and not when a cell without one comes", () => {
    const [one, two] = ["one", "two"].map((text) => code("1", { outputs: [printed(text)] }));
    const hash = outputsHash(of(one, two));
    expect(outputsHash(of(two, one))).not.toBe(hash);
    expect(outputsHash(of(one))).not.toBe(hash);
    expect(outputsHash(of(one, { cell_type: "markdown", metadata: {}, source: "" }, code(""), two))).toBe(hash);
  });
});

describe("the facts of a run with parameters", () => {
  const tagged = code("const zone = 'a'; const seed = 1;", { metadata: { tags: ["parameters"] } });
  const set = code("// Set for this run:\nconst seed = 7;", { metadata: { tags: ["injected-parameters"] } });
  const plain = runFacts(folder, file, of(tagged, code("draw(zone, seed)")));
  const given = runFacts(folder, file, of(tagged, set, code("draw(zone, seed)")));

  it("name what was set beside the code, which is the same", () => {
    expect(given.code).toEqual(plain.code);
    expect(plain).not.toHaveProperty("set");
    expect([plain.seeds, given.seeds, given.set]).toEqual([[1], [7], { seed: 7 }]);
  });

  it("are stale without them, but not under another version of a program", () => {
    const ran = { ...of(tagged, set, code("draw(zone, seed)")), metadata: { hindcast: given } };
    expect(inputsOf(ran)).toMatchObject({ "set seed": "7", seeds: "7" });
    expect(staleInputs(ran, given)).toEqual([]);
    expect(staleInputs(ran, { ...given, versions: { ...given.versions, node: "99" } })).toEqual([]);
    expect(staleInputs(ran, plain).map(({ input }) => input)).toEqual(["set seed", "seeds"]);
    expect(staleInputs(ran, { ...given, outputs: "0" })).toEqual([{ input: "outputs", from: given.outputs, to: "0" }]);
  });
});
