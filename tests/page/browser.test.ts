import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCase } from "../../src/cli/runCase.js";
import { writeRun } from "../../src/cli/writeRun.js";
import { temporary } from "../cli/madeUp.js";
import { needs } from "../needs.js";
import { shippedCase } from "../reports/cases.js";

const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  ...["--disable-sync", "--no-first-run", "--disable-quic"],
];
const folder = temporary();

interface Seen {
  readonly complaints: readonly string[];
  readonly asked: readonly string[];
  readonly images: readonly number[];
  readonly sideways: number;
  readonly overflow: number;
  readonly paper: string;
  readonly words: string;
}

needs("Chromium", found !== undefined)("the written page in a browser", () => {
  let browser: Browser;
  const out = join(folder, "out");
  beforeAll(async () => {
    await writeRun(await runCase(await shippedCase(folder), () => {}), out);
    browser = await chromium.launch({ ...(found && { executablePath: found }), args });
  });
  afterAll(async () => await browser?.close());

  async function seen(options: BrowserContextOptions): Promise<Seen> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const [complaints, asked]: [string[], string[]] = [[], []];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => asked.push(request.url().slice(0, 30)));
    await page.goto(pathToFileURL(join(out, "index.html")).href);
    // The page's own types are not those of Node: what runs in it is written as text.
    const read = await page.evaluate<Omit<Seen, "complaints" | "asked">>(`({
      images: [...document.images].map((image) => image.complete ? image.naturalWidth : 0),
      sideways: [...document.querySelectorAll(".wide")].filter((table) => table.scrollWidth > table.clientWidth).length,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      paper: getComputedStyle(document.body).backgroundColor,
      words: document.body.innerText,
    })`);
    await context.close();
    return { complaints, asked, ...read };
  }

  it("opens from its file in the light, complains of nothing, and asks for nothing else", async () => {
    const { complaints, asked, images, overflow, paper, words } = await seen({ colorScheme: "light" });
    expect(complaints).toEqual([]);
    const [itself, ...others] = asked;
    expect(itself).toMatch(/^file:\/\/\//);
    expect(others.filter((url) => !url.startsWith("data:image/svg+xml;base64,"))).toEqual([]);
    expect(images).toHaveLength(15);
    for (const width of images) expect(width).toBeGreaterThan(300);
    expect(overflow).toBe(0);
    expect(paper).toBe("rgb(255, 255, 255)");
    expect(words).toContain("67 claims: 23 scoreable, 33 not scoreable as written, 11 said again.");
  });

  it("opens in the dark", async () => {
    const { complaints, images, paper } = await seen({ colorScheme: "dark" });
    expect(complaints).toEqual([]);
    expect(images.every((width) => width > 300)).toBe(true);
    expect(paper).toBe("rgb(20, 25, 30)");
  });

  it("fits a phone: nothing but its charts scrolls sideways at 380 pixels", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { complaints, images, overflow, sideways } = await seen({
        ...{ colorScheme, viewport: { width: 380, height: 800 } },
      });
      expect(sideways).toBe(0);
      expect(complaints).toEqual([]);
      expect(images.every((width) => width > 300)).toBe(true);
      expect(overflow).toBe(0);
    }
  });
});
