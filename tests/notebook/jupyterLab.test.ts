import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { needs } from "../needs.js";
import { endProcessesOf, hasJupyterLab, type JupyterLab, processesOf, startJupyterLab } from "./jupyterLab.js";
import { root } from "./trialRun.js";

const notebooks = ["00-start-here.ipynb", "05-flood-or-capacity.ipynb"];
const pictures = join(root, "out", "lab");
const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  ...["--disable-sync", "--no-first-run", "--disable-quic"],
];

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
}

const vegaLite = "application/vnd.vegalite.v5+json";
const failures = '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]';

/** What stands in the page. The page's own types are not those of Node: what runs in it is text. */
const readPage = `(() => {
  const drawn = (canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return { width, height, colours: new Set(new Uint32Array(data.buffer)).size };
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    prompts: all(".jp-CodeCell .jp-InputPrompt").map((one) => one.textContent.trim()),
    charts: all(".jp-OutputArea-output.jp-RenderedVegaLite canvas").map(drawn),
    tables: all('.jp-OutputArea-output[data-mime-type="text/html"] table').length,
    failures: all('${failures}').map((one) => one.textContent),
  };
})()`;

interface Read {
  readonly prompts: readonly string[];
  readonly charts: readonly { readonly width: number; readonly height: number; readonly colours: number }[];
  readonly tables: number;
  readonly failures: readonly string[];
}

needs("JupyterLab 4 and Chromium", found !== undefined && hasJupyterLab())("JupyterLab in a browser", () => {
  let own = "";
  let lab: JupyterLab;
  let browser: BrowserContext;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    mkdirSync(join(root, "out", "test"), { recursive: true });
    own = mkdtempSync(join(root, "out", "test", "lab-"));
    const served = join(own, "notebooks");
    mkdirSync(served);
    for (const beside of ["data", "tests"]) symlinkSync(join(root, beside), join(own, beside));
    for (const name of notebooks) writeFileSync(join(served, name), withoutOutputs(name));
    lab = await startJupyterLab(root, served, own);
    browser = await chromium.launchPersistentContext(join(own, "profile"), {
      ...(found && { executablePath: found }),
      ...{ args, viewport: { width: 1400, height: 1000 }, timeout: 100_000 },
    });
    browser.setDefaultTimeout(100_000);
  }, 220_000);

  afterAll(async () => {
    try {
      await browser?.close();
      await lab?.close();
      await vi.waitFor(() => expect(processesOf(own)).toEqual([]), { timeout: 30_000, interval: 100 });
    } finally {
      endProcessesOf(own);
      rmSync(own, { recursive: true, force: true });
    }
  });

  it.each(notebooks)(
    "%s runs from its menu, draws each of its charts and shows each of its tables, and nothing fails",
    async (name) => {
      const page = await browser.newPage();
      try {
        const connected = kernelConnected(page);
        await page.goto(lab.address(name));
        await page.locator(".jp-NotebookPanel .jp-CodeCell .jp-InputPrompt").first().waitFor();
        await connected;
        await runAll(page, codeCells(name));
        const { charts, tables } = committed(name);
        const drawn = async () => expect((await read(page)).charts).toHaveLength(charts);
        await vi.waitFor(drawn, { timeout: 60_000, interval: 200 });
        const said = await read(page);
        expect(said.failures).toEqual([]);
        expect(said.tables).toBe(tables);
        for (const { width, height, colours } of said.charts) {
          expect(width).toBeGreaterThan(300);
          expect(height).toBeGreaterThan(100);
          expect(colours).toBeGreaterThan(4);
        }
        for (const one of ["jupyter", "tslab", "chrom"])
          expect(
            processesOf(own)
              .map(({ line }) => line)
              .join(),
          ).toContain(one);
        await page.locator(".jp-RenderedVegaLite").first().scrollIntoViewIfNeeded();
      } finally {
        await page.screenshot({ path: join(pictures, name.replace(".ipynb", ".png")) });
        await page.close();
      }
    },
    300_000,
  );
});

async function read(page: Page): Promise<Read> {
  return await page.evaluate<Read>(readPage);
}

/**
 * Resolves once the page and its kernel have spoken. Before that Lab calls the kernel idle too, and forgets what it is
 * asked to run: it asks for the history only when it has made the kernel's acquaintance.
 */
async function kernelConnected(page: Page): Promise<void> {
  const socket = await page.waitForEvent("websocket", (one) => one.url().includes("/api/kernels/"));
  await socket.waitForEvent("framesent", ({ payload }) => payload.includes('"history_request"'));
}

/** Runs all cells as a reader does, and waits until each has its number. The first failure ends the wait. */
async function runAll(page: Page, cells: number): Promise<void> {
  await page.locator(".lm-MenuBar-itemLabel", { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]:not(.lm-mod-disabled)').click();
  const numbers = Array.from({ length: cells }, (_, at) => `[${at + 1}]:`);
  async function isOver(): Promise<void> {
    const { prompts, failures } = await read(page);
    if (failures.length === 0) expect(prompts).toEqual(numbers);
  }
  await vi.waitFor(isOver, { timeout: 200_000, interval: 300 });
  expect((await read(page)).failures).toEqual([]);
}

function cellsOf(name: string): readonly Cell[] {
  return JSON.parse(readFileSync(join(root, "notebooks", name), "utf8")).cells;
}

/** How many of the cells are run: one without text is not. */
function codeCells(name: string): number {
  return cellsOf(name).filter((cell) => cell.cell_type === "code" && [cell.source].flat().join("").trim() !== "")
    .length;
}

/** How many charts and tables the committed run has. */
function committed(name: string): { readonly charts: number; readonly tables: number } {
  const bundles = cellsOf(name).flatMap((cell) => (cell.outputs ?? []).map((output) => output.data ?? {}));
  const html = bundles.map((data) => [data["text/html"] ?? []].flat().join(""));
  return {
    charts: bundles.filter((data) => vegaLite in data).length,
    tables: html.join("").match(/<table/g)?.length ?? 0,
  };
}

/** So that whatever stands below a cell was said by this run. */
function withoutOutputs(name: string): string {
  const notebook = JSON.parse(readFileSync(join(root, "notebooks", name), "utf8"));
  for (const cell of notebook.cells) {
    if (cell.cell_type === "code") Object.assign(cell, { outputs: [], execution_count: null });
  }
  return JSON.stringify(notebook);
}
