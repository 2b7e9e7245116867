import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** DESIGN section 4: what each module may import. To need more is a design question. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  math: [],
  distributions: ["core", "math"],
  sources: ["core"],
  store: ["core"],
  events: ["core", "store"],
  indicators: ["core", "math"],
  inference: ["core", "math", "distributions"],
  // Regression of counts is fitted in inference; a forecast by it is the same fit looked at ahead.
  models: ["core", "math", "distributions", "inference"],
  scores: ["core", "math", "distributions"],
  // What a ledger's claims earned is scored as back-tests are, by one verb.
  claims: ["core", "math", "distributions", "events", "inference", "scores"],
  reports: ["core", "math", "distributions", "events", "inference", "models", "claims"],
  charts: ["core", "distributions"],
  notebook: ["core", "charts", "distributions"],
  page: ["core", "charts"],
};

/** Modules that may touch files, clocks and consoles. */
const mayTouch = ["sources", "store", "notebook", "page", "cli"];

const root = join(import.meta.dirname, "..", "src");

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return path.endsWith(".ts") ? [{ path: relative(root, path), text: readFileSync(path, "utf8") }] : [];
  });
}

/** What statements import or export from, and what is imported as a program runs; not a field or text called "from". */
function importsOf(text: string): string[] {
  const found = [
    ...text.matchAll(/^(?:import|export)\b(?:[^;"]*?\bfrom)?\s*"([^"]+)"/gm),
    ...text.matchAll(/\bimport\s*\(\s*"([^"]+)"/g),
  ];
  return found.map((match) => match[1]);
}

/** Everything in the files that the house's rules forbid, one line each. */
function faultsOf(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const { path, text } of files) {
    const [module, ...rest] = path.split("/");
    if (rest.length === 0) {
      if (path !== "index.ts") faults.push(`${path}: only index.ts stands beside the modules`);
      if (/export \*/.test(text)) faults.push(`${path}: export *`);
      continue;
    }
    if (rest.length > 1) faults.push(`${path}: folders are one level deep`);
    if (module !== "cli" && !Object.hasOwn(mayImport, module)) faults.push(`${path}: ${module} is not a module`);
    for (const name of importsOf(text)) {
      const other = /^\.\.\/([^/]+)\//.exec(name)?.[1];
      if (other !== undefined && module !== "cli" && other !== module && !mayImport[module]?.includes(other)) {
        faults.push(`${path}: ${module} may not import ${other}`);
      }
      if (other === "cli") faults.push(`${path}: nobody imports cli`);
      if (name.startsWith(".") && !name.endsWith(".js")) faults.push(`${path}: ${name} without .js`);
      if (name === "tslab" || name.startsWith("tslab/") || name === "danfojs-node") {
        faults.push(`${path}: ${name} is handed in, never imported`);
      }
      if ((module === "core" || module === "charts") && !name.startsWith("."))
        faults.push(`${path}: ${module} imports ${name}`);
      if (/^node:(fs|child_process|http|net)/.test(name) && !mayTouch.includes(module)) {
        faults.push(`${path}: ${module} may not touch ${name}`);
      }
    }
    if (/^(?:export )?let /m.test(text)) faults.push(`${path}: a variable of the module`);
    if (/^(?:const .*= |export const .*= )?await /m.test(text)) faults.push(`${path}: await at the top level`);
    if (/export default/.test(text)) faults.push(`${path}: a default export`);
    const chance = mayTouch.includes(module) ? /Math\.random/ : /Math\.random|Date\.now|new Date\(\)/;
    if (chance.test(text)) faults.push(`${path}: chance or a clock that was not handed in`);
    if (text.split("\n").length > 201) faults.push(`${path}: longer than 200 lines`);
  }
  return faults;
}

const tests = import.meta.dirname;

describe("what tests are made from", () => {
  it("has a row for every fixture", () => {
    const rows = readFileSync(join(tests, "fixtures", "README.md"), "utf8");
    const fixtures = readdirSync(join(tests, "fixtures")).filter((name) => name.endsWith(".json"));
    expect(fixtures.filter((name) => !rows.includes(`\`${name}\``))).toEqual([]);
  });

  it("has one command that runs every simulation", () => {
    const files = filesBelow(join(tests, "simulate"));
    const imported = files.flatMap(({ text }) => importsOf(text)).map((name) => name.replace(/^.*\/(\w+)\.js$/, "$1"));
    const scripts = readdirSync(join(tests, "simulate"))
      .filter((name) => !name.endsWith(".test.ts") && !imported.includes(name.replace(".ts", "")))
      .map((name) => `tsx tests/simulate/${name}`);
    const { scripts: run } = JSON.parse(readFileSync(join(root, "..", "package.json"), "utf8"));
    expect(run.simulate.split(" && ").sort()).toEqual(scripts.sort());
  });
});

describe("architecture", () => {
  it("keeps every module to the imports of its row", () => {
    const files = filesBelow(root);
    expect(files.length).toBeGreaterThan(60);
    expect(faultsOf(files)).toEqual([]);
  });

  it("finds a planted violation of each rule", () => {
    const planted = (path: string, text: string): string[] => faultsOf([{ path, text }]);
    expect(planted("charts/x.ts", 'import { read } from "../events/read.js";')).toEqual([
      "charts/x.ts: charts may not import events",
    ]);
    expect(planted("core/x.ts", 'import type { T } from "../math/t.js";')).toEqual([
      "core/x.ts: core may not import math",
    ]);
    expect(planted("core/x.ts", 'import { z } from "zod";')).toEqual(["core/x.ts: core imports zod"]);
    expect(planted("page/x.ts", 'import { run } from "../cli/run.js";')).toEqual([
      "page/x.ts: page may not import cli",
      "page/x.ts: nobody imports cli",
    ]);
    expect(planted("events/x.ts", 'const fs = await import("node:fs/promises");')).toContain(
      "events/x.ts: events may not touch node:fs/promises",
    );
    expect(planted("notebook/x.ts", 'import * as tslab from "tslab";')).toEqual([
      "notebook/x.ts: tslab is handed in, never imported",
    ]);
    expect(planted("core/x.ts", 'import {\n  a,\n  type B,\n} from "zod";')).toEqual(["core/x.ts: core imports zod"]);
    expect(planted("core/x.ts", 'import "zod";')).toEqual(["core/x.ts: core imports zod"]);
    expect(planted("core/x.ts", 'export { z } from "zod";')).toEqual(["core/x.ts: core imports zod"]);
    expect(planted("core/x.ts", 'type Z = import("zod").Z;')).toEqual(["core/x.ts: core imports zod"]);
    expect(
      planted("charts/x.ts", 'export const x = { key: "from", "since": "until", fields: ["from", "to"] };'),
    ).toEqual([]);
    expect(planted("charts/x.ts", 'const marks = [from ("a"), sort("from"), "b"];')).toEqual([]);
    expect(planted("utils/x.ts", "")).toEqual(["utils/x.ts: utils is not a module"]);
    expect(planted("store/a/x.ts", "")).toEqual(["store/a/x.ts: folders are one level deep"]);
    expect(planted("math/x.ts", "let seed = 1;")).toEqual(["math/x.ts: a variable of the module"]);
    expect(planted("reports/x.ts", "export const now = () => Date.now();")).toHaveLength(1);
    expect(planted("index.ts", 'export * from "./core/day.js";')).toEqual(["index.ts: export *"]);
  });
});
