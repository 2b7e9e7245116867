import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { kernelSpec } from "../../src/notebook/kernelSpec.js";

const root = resolve(import.meta.dirname, "../..");
mkdirSync(join(root, "out", "test"), { recursive: true });
const folder = mkdtempSync(join(root, "out", "test", "spec-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("kernelSpec", () => {
  it("writes a kernel that Jupyter finds below JUPYTER_PATH, and says where", () => {
    const file = kernelSpec(root, join(folder, "jupyter"));
    expect(file).toBe(join(folder, "jupyter", "kernels", "tslab", "kernel.json"));
    const spec = JSON.parse(readFileSync(file, "utf8"));
    expect(Object.keys(spec)).toEqual(["argv", "display_name", "language"]);
    expect(spec.display_name).toBe("TypeScript (hindcast)");
    expect(spec.language).toBe("typescript");
    const tslab = join(root, "node_modules", "tslab", "bin", "tslab");
    expect(spec.argv.slice(3)).toEqual([tslab, "kernel", "--config-path", "{connection_file}"]);
    expect(spec.argv.slice(0, 2)).toEqual(["node", "--import"]);
  });

  it("leaves Jupyter nothing to fill in but the connection file", () => {
    const spec = JSON.parse(readFileSync(kernelSpec(root, folder), "utf8"));
    expect(spec.argv.join(" ").match(/\{\w+\}/g)).toEqual(["{connection_file}"]);
  });

  it("writes absolute paths for a relative root, and the same bytes a second time", () => {
    const file = kernelSpec(root, folder);
    const first = readFileSync(file, "utf8");
    expect(kernelSpec(".", folder)).toBe(file);
    expect(readFileSync(file, "utf8")).toBe(first);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it("refuses a project without tslab, and writes nothing", () => {
    const empty = join(folder, "empty");
    const tslab = join(empty, "node_modules", "tslab", "bin", "tslab");
    expect(() => kernelSpec(empty, join(folder, "none"))).toThrow(
      expect.objectContaining({
        name: "InputError",
        message: `kernel: needs tslab, got no ${tslab}; run npm install first`,
      }),
    );
    expect(existsSync(join(folder, "none"))).toBe(false);
  });
});
