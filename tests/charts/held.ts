import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "vega-lite";
import { expect } from "vitest";
import { type ChartSpec, draw } from "../../src/index.js";

/** A specification beside its committed fixture; `UPDATE=1` writes the fixture anew. */
export function expectHeld(name: string, spec: ChartSpec): void {
  const file = join(import.meta.dirname, "fixtures", `${name}.vl.json`);
  if (process.env["UPDATE"] !== undefined || !existsSync(file)) {
    expect(process.env["UPDATE"], `${file} is missing; write it with UPDATE=1`).toBeDefined();
    writeFileSync(file, `${JSON.stringify(spec, null, 2)}\n`);
  }
  expect(JSON.parse(JSON.stringify(spec))).toEqual(JSON.parse(readFileSync(file, "utf8")));
}

/** What Vega-Lite complains about. */
export function complaints(spec: ChartSpec): string[] {
  const said: string[] = [];
  const note = (...words: readonly unknown[]): never => {
    said.push(words.join(" "));
    return logger as never;
  };
  const logger = { level: note, error: note, warn: note, info: () => logger, debug: () => logger };
  compile(JSON.parse(JSON.stringify(spec)), { logger: logger as never });
  return said;
}

/** How many marks of each kind a drawing has, axes and legends left out, and all of its texts. */
export async function drawn(spec: ChartSpec): Promise<{ marks: Record<string, number>; texts: string[]; svg: string }> {
  const { svg } = await draw(spec);
  const marks: Record<string, number> = {};
  for (const [, kind] of svg.matchAll(/aria-roledescription="(rect|rule|line|text|point)(?: mark)?"/g)) {
    marks[kind] = (marks[kind] ?? 0) + 1;
  }
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  return { marks, texts, svg };
}

/** A text as it stands in a drawing. */
export function inSvg(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
