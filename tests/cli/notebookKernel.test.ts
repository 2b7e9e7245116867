import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, hindcastWith, root } from "./spawned.js";

const folder = temporary();
const own = join(folder, "own");
const at = (below: string): string => join(below, "kernels", "tslab", "kernel.json");

/** A folder for the PATH with Node and a program called jupyter, which does what the shell script says. */
function pathWith(name: string, script?: string): string {
  const bin = join(folder, name);
  mkdirSync(bin, { recursive: true });
  if (script !== undefined) {
    writeFileSync(join(bin, "jupyter"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, "jupyter"), 0o755);
  }
  return [bin, dirname(process.execPath)].filter((one) => one === bin || !existsSync(join(one, "jupyter"))).join(":");
}

describe("hindcast notebook kernel", () => {
  it("installs the kernel where Jupyter and VS Code look, and says how to choose it", async () => {
    const ended = await hindcastWith({ JUPYTER_DATA_DIR: own }, folder, "notebook", "kernel", "--root", root);
    expect([ended.code, ended.err]).toEqual([0, ""]);
    const choose = 'In Jupyter and VS Code choose the kernel "TypeScript (hindcast)"; or: hindcast notebook open';
    expect(ended.out).toBe(`Written to ${at(own)}\n${choose}\nNotebooks find hindcast below ${root}\n`);
    expect(JSON.parse(readFileSync(at(own), "utf8"))).toMatchObject({ language: "typescript" });
    const again = await hindcastWith({ JUPYTER_DATA_DIR: own }, folder, "notebook", "kernel", "--root", root);
    expect(again).toEqual(ended);
  });

  it("writes it elsewhere for JUPYTER_PATH", async () => {
    const ended = await hindcast(folder, "notebook", "kernel", "--root", root, "--into", ".hindcast/jupyter");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain("JUPYTER_PATH=.hindcast/jupyter jupyter lab notebooks");
    expect(existsSync(at(join(folder, ".hindcast", "jupyter")))).toBe(true);
  });

  it("does not write over another kernel of the name unless told to", async () => {
    const other = at(join(folder, "other"));
    mkdirSync(dirname(other), { recursive: true });
    writeFileSync(other, '{"display_name":"TypeScript"}');
    const args = ["notebook", "kernel", "--root", root, "--into", "other"];
    const message = `kernel: the place is taken, got another kernel in ${join("other", "kernels", "tslab", "kernel.json")}; give --replace or --into`;
    expect(await hindcast(folder, ...args)).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
    expect(readFileSync(other, "utf8")).toBe('{"display_name":"TypeScript"}');
    expect((await hindcast(folder, ...args, "--replace")).code).toBe(0);
    expect(readFileSync(other, "utf8")).toContain("TypeScript (hindcast)");
  });

  it("says in one line where tslab is not installed", async () => {
    const ended = await hindcastWith(
      { JUPYTER_DATA_DIR: join(folder, "no") },
      ...[folder, "notebook", "kernel", "--root", "."],
    );
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/^hindcast: kernel: needs tslab, got no [^\n]*; run npm install first\n$/);
    expect(existsSync(join(folder, "no"))).toBe(false);
  });

  it("finds its own project from any folder", async () => {
    const into = join(folder, "any");
    const ended = await hindcastWith({ JUPYTER_DATA_DIR: into }, folder, "notebook", "kernel");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    const { argv } = JSON.parse(readFileSync(at(into), "utf8"));
    expect(argv).toContain(join(root, "node_modules", "tslab", "bin", "tslab"));
  });

  it("is the one spelling", async () => {
    expect(await hindcast(folder, "kernel")).toMatchObject({ code: 2, out: "" });
  });
});

describe("hindcast notebook open", () => {
  const script = (leaves: number) => `[ "$2" = --version ] && { echo 4.4.1; exit 0; }
echo "$@" >asked.txt; echo "$JUPYTER_PATH" >>asked.txt; exit ${leaves}`;

  it("starts JupyterLab with the kernel, before others on its path, and ends as it does", async () => {
    writeFileSync(join(folder, "mine.ipynb"), "{}");
    const env = { PATH: pathWith("lab", script(0)), JUPYTER_PATH: "/elsewhere" };
    const args = ["notebook", "open", "mine.ipynb", "--root", root, "--", "--no-browser", "--port=9"];
    const ended = await hindcastWith(env, folder, ...args);
    const into = join(folder, ".hindcast", "jupyter");
    expect(ended).toEqual({ code: 0, out: "", err: `JupyterLab 4.4.1 with the kernel in ${at(into)}\n` });
    expect(readFileSync(join(folder, "asked.txt"), "utf8")).toBe(
      `lab mine.ipynb --no-browser --port=9\n${into}:/elsewhere\n`,
    );
    expect(existsSync(at(into))).toBe(true);
    const failing = { PATH: pathWith("failing", script(3)), JUPYTER_PATH: undefined };
    expect((await hindcastWith(failing, folder, "notebook", "open", "--root", root)).code).toBe(1);
    expect(readFileSync(join(folder, "asked.txt"), "utf8")).toBe(`lab .\n${into}\n`);
  });

  it("says in one line what to install or run where there is none, or one without Lab", async () => {
    writeFileSync(join(folder, "mine.ipynb"), "{}");
    for (const path of [pathWith("empty"), pathWith("bare", "exit 1")]) {
      const ended = await hindcastWith({ PATH: path }, folder, "notebook", "open", "mine.ipynb", "--root", root);
      const message =
        "notebook: needs JupyterLab, got none on the PATH; pip install jupyterlab, or without Python: hindcast notebook run mine.ipynb";
      expect(ended).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
    }
  });

  it("refuses a notebook that is not there", async () => {
    const ended = await hindcast(folder, "notebook", "open", "gone.ipynb", "--root", root);
    expect(ended).toEqual({
      code: 2,
      out: "",
      err: "hindcast: notebook: needs a file that is there, got gone.ipynb\n",
    });
  });
});
