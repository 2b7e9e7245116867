import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { reportFaults, reportJsonSchema } from "../../src/index.js";
import { needs } from "../needs.js";

const file = resolve(import.meta.dirname, "../../data/report.schema.json");
const shipped: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../data/reports/ctp-2023-12-13/report.json"), "utf8"),
);

/** The shipped report with one field changed. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const draft: unknown = structuredClone(shipped);
  const last = path[path.length - 1];
  const holder = path.slice(0, -1).reduce((one, step) => Object(one)[step], draft);
  Object.assign(Object(holder), { [last]: value });
  return draft;
}

describe("the schema of a report", () => {
  // After a change of the form: UPDATE=1 npx vitest run tests/sources/reportJsonSchema.test.ts
  it("is shipped as the library makes it", () => {
    const now = `${JSON.stringify(reportJsonSchema(), null, 1)}\n`;
    if (process.env["UPDATE"] !== undefined) writeFileSync(file, now);
    expect(existsSync(file)).toBe(true);
    expect(now).toBe(readFileSync(file, "utf8"));
  });

  it("describes criteria, which hold criteria", () => {
    const { $defs } = reportJsonSchema();
    const where = Object($defs)["where"];
    expect(where.additionalProperties).toBe(false);
    expect(where.properties.not.$ref).toBe("#/$defs/where");
    expect(where.properties.any.items.$ref).toBe("#/$defs/where");
  });
});

interface Validator {
  new (options: object): { compile(schema: object): (value: unknown) => boolean };
}

const require = createRequire(import.meta.url);
const ajv = ((): Validator | undefined => {
  try {
    return require("ajv/dist/2020.js").default;
  } catch {
    return undefined;
  }
})();

needs("ajv", ajv !== undefined)("by a program that is not ours", () => {
  const validates = (value: unknown): boolean => {
    if (ajv === undefined) throw new Error("no validator");
    return new ajv({ allErrors: true }).compile(reportJsonSchema())(value);
  };

  it("takes the report that is shipped, and one that names its schema", () => {
    expect(validates(shipped)).toBe(true);
    expect(validates(changed(["$schema"], "../../report.schema.json"))).toBe(true);
  });

  it.each([
    [["cutoff"], "soon"],
    [["every"], "quarter"],
    [["figures", 0, "at", "paragraph"], 0],
    [["figures", 0, "measured", 0, "where"], { zones: "hill" }],
    [["figures", 0, "measured", 0, "where"], { not: { any: [{ zone: 5 }] } }],
    [["claims", 0, "kind"], "rumour"],
    [["claims", 0, "label"], "two\nlines"],
    [["claims", 0, "check"], { type: "count", window: "w", measured: [] }],
    [["questions"], [{ criterion: { type: "count", above: 1, below: 2 } }]],
    [["citations", 0, "more"], 1],
  ])("refuses what readReport refuses: %j as %j", (path, value) => {
    const draft = changed(path, value);
    expect(validates(draft)).toBe(false);
    expect(reportFaults(draft)).not.toEqual([]);
  });
});
