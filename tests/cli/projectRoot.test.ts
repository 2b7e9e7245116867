import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src/cli/projectRoot.js";
import { temporary } from "./madeUp.js";

const folder = temporary();
const project = join(folder, "project");
const deep = join(project, "notebooks", "mine");
const bare = join(folder, "bare");
mkdirSync(deep, { recursive: true });
mkdirSync(bare);
mkdirSync(join(project, "node_modules", "tslab", "bin"), { recursive: true });
writeFileSync(join(project, "node_modules", "tslab", "bin", "tslab"), "");

describe("projectRoot", () => {
  it("is the nearest folder upwards in which tslab is installed", () => {
    expect(projectRoot(project, bare)).toBe(project);
    expect(projectRoot(deep, bare)).toBe(project);
  });

  it("is the program's own project where there is none upwards", () => {
    expect(projectRoot(bare, project)).toBe(project);
  });

  it("is the folder itself where there is none at all", () => {
    expect(projectRoot(bare, bare)).toBe(bare);
    expect(projectRoot(bare, join(folder, "gone"))).toBe(bare);
  });
});
