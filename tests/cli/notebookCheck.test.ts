import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type Certificate, certificateSchema } from "../../src/cli/certificate.js";
import { notebookCheckCommand } from "../../src/cli/notebookCheck.js";
import { type Notebook, notebookText } from "../../src/notebook/notebookText.js";
import { quantitiesType } from "../../src/notebook/quantity.js";
import { readNotebook } from "../../src/notebook/readNotebook.js";
import { runFacts } from "../../src/notebook/runFacts.js";
import { runNotebook } from "../../src/notebook/runNotebook.js";
import { code, makeFolder, root, watchTemporary, writeNotebook } from "../notebook/trialRun.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const folder = makeFolder();
watchTemporary();

const file = join(folder, "raids.ipynb");
const data = join(folder, "raids.json");
const certificate = join(folder, "certificate.json");
const library = JSON.stringify(join(root, "dist", "notebook", "show.js"));
const cells = [
  code(
    `const hc = require(${library});\nconst show = hc.showWith(require("tslab/dist/jupyter"));\nconst { readFileSync } = require("node:fs");`,
    { id: "open" },
  ),
  code(
    `// How many came?\nconst raids = JSON.parse(readFileSync("raids.json", "utf8"));
const verdict = raids.after < raids.before / 2 ? "holds" : "fails";
await show([{ claim: "Raids halved", verdict: verdict, before: raids.before, after: raids.after }]);`,
    { id: "judge" },
  ),
];

async function check(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  try {
    await notebookCheckCommand().parseAsync([file, "--root", root, ...args], { from: "user" });
    return { code: Number(process.exitCode ?? 0), said: said.join("") };
  } finally {
    spy.mockRestore();
    process.exitCode = undefined;
  }
}

const written = (): Certificate => certificateSchema.parse(JSON.parse(readFileSync(certificate, "utf8")));

describe("hindcast notebook check", () => {
  let committed: Notebook;
  beforeAll(async () => {
    writeFileSync(data, '{"before":144,"after":44}');
    writeNotebook(file, cells);
    const { notebook, failure } = await runNotebook(file, { timeout: 30, root });
    expect(failure ?? "").toBe("");
    const hindcast = runFacts(root, file, notebook);
    committed = { ...notebook, metadata: { ...notebook.metadata, hindcast } };
    writeFileSync(file, notebookText(committed));
  });

  it("finds the quantities of the real kernel's run in the notebook that was written", () => {
    const [output] = readNotebook(file).cells[1]?.outputs ?? [];
    expect(output && "data" in output && output.data[quantitiesType]).toEqual([
      { name: "row Raids halved: verdict", value: "holds", kind: "verdict" },
      { name: "row Raids halved: before", value: 144, kind: "number" },
      { name: "row Raids halved: after", value: 44, kind: "number" },
    ]);
  });

  it("does not count a changed comment, before the run or after it", async () => {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("How many came?", "How many raids came?"));
    const stale = await check("--stale");
    const whole = await check("--out", certificate);
    writeFileSync(file, text);
    const name = relative(root, file);
    expect(stale).toEqual({ code: 0, said: `${name}: fresh\n` });
    expect(whole).toEqual({
      code: 0,
      said: `${name}: 0 verdicts changed, 0 quantities moved (0 within noise), of 3\n\nNo verdict changed in 1 notebook.\n`,
    });
    expect(written()).toMatchObject({ verdictsChanged: 0, notebooks: [{ compared: 3, stale: [], inputs: [] }] });
  });

  it("names the file of a changed byte without running, then the verdict and the quantity that it moved", async () => {
    writeFileSync(data, '{"before":144,"after":94}');
    const name = relative(root, data);
    const stale = await check("--stale");
    const whole = await check("--out", certificate);
    writeFileSync(data, '{"before":144,"after":44}');
    expect(stale).toEqual({ code: 1, said: `${relative(root, file)}: stale: data ${name}\n` });
    expect(whole.code).toBe(1);
    const lines = whole.said.split("\n");
    expect(lines[0]).toContain("1 verdict changed, 1 quantity moved (0 within noise), of 3");
    expect(lines).toContain("    judge, row Raids halved: verdict: holds -> fails");
    expect(lines).toContain("    judge, row Raids halved: after: 44 -> 94 (+50)");
    expect(lines.filter((line) => line.startsWith(`    data ${name}: `))).toHaveLength(2);
    expect(lines.indexOf("  Verdicts changed")).toBeLessThan(lines.indexOf("  Quantities moved"));
    expect(written()).toMatchObject({
      verdictsChanged: 1,
      notebooks: [
        {
          verdicts: [{ cell: "judge", from: "holds", to: "fails" }],
          moved: [{ from: 44, to: 94, by: 50 }],
          inputs: [{ input: `data ${name}` }],
        },
      ],
    });
  });

  it("finds a changed cell without running", async () => {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("raids.before / 2", "raids.before / 4"));
    const stale = await check("--stale");
    writeFileSync(file, text);
    expect(stale).toEqual({ code: 1, said: `${relative(root, file)}: stale: code cells\n` });
  });

  it("gives the same facts for the same notebook, without clock times", () => {
    expect(runFacts(root, file, committed)).toEqual(committed.metadata["hindcast"]);
    expect(Object.keys(runFacts(root, file, committed)).sort()).toEqual([
      "code",
      "data",
      "outputs",
      "seeds",
      "versions",
    ]);
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
