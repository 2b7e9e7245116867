import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Literal } from "../src/notebook/literalDeclarations.js";
import type { Notebook, NotebookCell } from "../src/notebook/notebookText.js";
import { hasTag, parametersOf } from "../src/notebook/parametersOf.js";

const folder = join(import.meta.dirname, "..", "notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const line = /^\*\*Data\*\* (.+) · \*\*as of\*\* (.+) · \*\*level\*\* (.+) · \*\*seed\*\* (.+)$/;
const day = /\d{4}-\d{2}-\d{2}/g;

const textOf = (text: unknown): string => (Array.isArray(text) ? text.join("") : String(text));
const sourceOf = (cell: NotebookCell): string => textOf(cell.source);

function opened(name: string) {
  const notebook: Notebook = JSON.parse(readFileSync(join(folder, name), "utf8"));
  const prose = notebook.cells.filter((cell) => cell.cell_type === "markdown").map(sourceOf);
  const code = notebook.cells.filter((cell) => cell.cell_type === "code");
  const shown = code.flatMap((cell) => cell.outputs ?? []).map((one) => ("data" in one ? one.data["text/plain"] : ""));
  return { notebook, prose, code, shown: shown.map(textOf).join("\n") };
}

/** What the line at the top of a notebook says. */
function statedIn(name: string) {
  const last = opened(name).prose[0]?.split("\n\n").at(-1) ?? "";
  const [, about = "", asOf = "", level = "", seed = ""] = line.exec(last) ?? [];
  return { about, days: asOf.match(day) ?? [], levels: percentagesIn(level), seed };
}

function percentagesIn(text: string): number[] {
  return [...text.matchAll(/([\d.]+)%/g)].map(([, number]) => Number(number));
}

/** The intervals that a text gives in brackets, as numbers, with the digits and unit they were given in. */
function intervalsIn(text: string) {
  const found = text.replaceAll(/\s+/g, " ").matchAll(/\[(-?[\d.,]*\d)(%?), (-?[\d.,]*\d)%?\]/g);
  return [...found].map(([as, from = "", percent, to = ""]) => {
    const digits = Math.max(...[from, to].map((one) => one.split(".")[1]?.length ?? 0));
    return { as, ends: [from, to].map((one) => Number(one.replaceAll(",", ""))), digits, unit: percent ? 100 : 1 };
  });
}

/** Whether one of the intervals shown is this one, once rounded to the digits it was given in. */
function isAmong(
  shown: ReturnType<typeof intervalsIn>,
  { ends, digits, unit }: ReturnType<typeof intervalsIn>[number],
) {
  const half = 0.5 * 10 ** -digits * 1.001;
  return shown.some((one) =>
    ends.every((end, at) => Math.abs((one.ends[at] ?? Infinity) * (unit / one.unit) - end) <= half),
  );
}

function faultsOf(name: string): string[] {
  const { prose, shown } = opened(name);
  const all = intervalsIn(shown);
  // Rows of a table say what becomes of other settings.
  const said = prose.map((text) => text.replaceAll(/^\|.*$/gm, "")).flatMap(intervalsIn);
  return said.filter((one) => !isAmong(all, one)).map(({ as }) => as);
}

describe("the set of notebooks", () => {
  it("is numbered from 00 to 10 without a gap, in the order of the files", () => {
    const numbers = names.map((name) => /^(\d\d)-[a-z]+(?:-[a-z]+)*\.ipynb$/.exec(name)?.[1]);
    expect(numbers).toEqual(Array.from({ length: 11 }, (_, at) => String(at).padStart(2, "0")));
  });

  it("links to files that there are, in every notebook and page", () => {
    for (const name of readdirSync(folder).filter((one) => /\.(ipynb|md)$/.test(one))) {
      const text = name.endsWith(".md") ? readFileSync(join(folder, name), "utf8") : opened(name).prose.join("\n");
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        expect(existsSync(join(folder, target)), `${name}: ${target}`).toBe(true);
      }
    }
  });

  it("is reached as a whole from the first", () => {
    const seen = new Set(["00-start-here.ipynb"]);
    for (const name of seen) {
      for (const [, target = ""] of opened(name)
        .prose.join("\n")
        .matchAll(/\]\(([\w-]+\.ipynb)\)/g))
        seen.add(target);
    }
    expect([...seen].sort()).toEqual(names);
  });
});

describe.each(names)("%s", (name) => {
  const { notebook, prose, code, shown } = opened(name);
  const parameters = parametersOf(notebook, name);
  const values = new Map<string, Literal>(parameters.map((one) => [one.name, one.value]));
  const own = code.find((cell) => hasTag(cell, "parameters"));
  const rest = code.filter((cell) => cell !== own).map(sourceOf);
  const stated = statedIn(name);

  it("asks one question in its title, under its number", () => {
    const title = prose[0]?.split("\n")[0] ?? "";
    expect(title).toMatch(new RegExp(`^# ${name.slice(0, 2)} · [^?]+\\?$`));
    expect(prose.flatMap((text) => text.match(/^# .*/gm) ?? [])).toEqual([title]);
  });

  it("states data, as-of day, level and seed in the last line of its first cell", () => {
    expect(stated.about).not.toBe("");
    expect(stated.days.length).toBeGreaterThan(0);
    expect(stated.levels.length).toBeGreaterThan(0);
    expect(stated.seed).toMatch(/^\d+\b|^none: nothing is drawn at random$/);
  });

  it("has what that line states in its parameters", () => {
    const texts = [...values.values()].flat().filter((one) => typeof one === "string");
    for (const one of stated.days)
      expect(
        texts.some((text) => text.includes(one)),
        one,
      ).toBe(true);
    const dated = [...values].filter(([key]) => /asOf$/i.test(key)).map(([, value]) => String(value));
    expect(stated.days).toEqual(expect.arrayContaining(dated));
    expect(stated.levels[0]).toBe(100 * Number(values.get("level")));
    if (stated.seed.startsWith("none")) {
      expect(values.has("seed")).toBe(false);
      expect(rest.join("\n")).not.toMatch(/\bseed\b/);
    } else {
      expect(Number(/^\d+/.exec(stated.seed)?.[0])).toBe(values.get("seed"));
    }
  });

  it("has no line of code longer than 120 characters: JupyterLab does not wrap code", () => {
    expect(code.flatMap((cell) => sourceOf(cell).split("\n")).filter((one) => one.length > 120)).toEqual([]);
  });

  it("declares parameters ahead of all other code, uses each, and writes none of them a second time", () => {
    expect(code[0]).toBe(own);
    const used = rest.join("\n");
    for (const [key, value] of values) {
      expect(used, key).toMatch(new RegExp(`\\b${key}\\b(?!:)`));
      if (/asOf$/i.test(key)) expect(used).not.toContain(`"${value}"`);
    }
    expect(used).not.toMatch(/\b(?:level|seed): [\d.]/);
  });

  it("ends in an answer with its interval and n", () => {
    const parts = prose.join("\n").split(/^## Answer$/m);
    expect(parts).toHaveLength(2);
    const answer = parts[1] ?? "";
    expect(answer, "after the answer no other part begins").not.toMatch(/^##? /m);
    expect(notebook.cells.at(-1)?.cell_type).toBe("markdown");
    expect(intervalsIn(answer).length).toBeGreaterThan(0);
    expect(answer).toMatch(/\bn = [\d,]+/);
    expect(answer).toMatch(/\*\*/);
  });

  it("gives no interval in prose that is not in a table it shows", () => {
    expect(intervalsIn(shown).length).toBeGreaterThan(0);
    expect(faultsOf(name)).toEqual([]);
  });

  it("says no other day, level or seed in prose than at the top", () => {
    const text = prose.join("\n");
    for (const [, one = ""] of text.matchAll(/\bas of (\d{4}-\d\d-\d\d)/g)) expect(stated.days, one).toContain(one);
    const levels = [...text.matchAll(/\bintervals? (?:are |is )?(\d+)%(?! to)/gi)].map(([, number]) => Number(number));
    for (const one of levels) expect(stated.levels, `intervals ${one}%`).toContain(one);
  });
});

it("the chart of the report's page draws what its title names, and not what it says is left out", () => {
  const shown = JSON.stringify(
    opened("01-the-report-in-one-page.ipynb").notebook.cells.flatMap((cell) => cell.outputs),
  );
  const chart = /"Not drawn: ethnic violence \((?<left>[\d.]+) times\).*?"image\/png"/.exec(shown);
  const rows = [...(chart?.[0].matchAll(/"text":"([\d.]+) \[/g) ?? [])].map(([, estimate]) => estimate);
  expect(rows).toHaveLength(7);
  expect(rows).not.toContain(chart?.groups?.["left"]);
  for (const named of ["North first: ", "Rebound in early 2024: "]) expect(chart?.[0]).toContain(`"label":"${named}`);
});

describe("what would be wrong is found:", () => {
  const among = (said: string, out: string): boolean =>
    intervalsIn(said).every((one) => isAmong(intervalsIn(out), one));

  it("an interval of another run, or with a digit that is not in the table", () => {
    expect(among("0.37 [0.23, 0.59]", "0.3688 [0.2313, 0.5880]")).toBe(true);
    expect(among("0.37 [0.23, 0.58]", "0.3688 [0.2313, 0.5880]")).toBe(false);
    expect(among("7.3% [4.6%, 10.2%]", "0.073 [0.046, 0.102]")).toBe(true);
    expect(among("7.3% [4.6%, 10.3%]", "0.073 [0.046, 0.102]")).toBe(false);
    expect(among("68.5 [4.24, 2,725.10]", "[4.24, 2,725.10]")).toBe(true);
  });
});
