import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { withoutComments } from "../../src/notebook/withoutComments.js";
import { root } from "./trialRun.js";

/** The tokens of a program as TypeScript's own parser sees them: neither comments nor blanks. */
function tokensOf(code: string): string[] {
  const file = ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, false);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length === 0) found.push(node.getText(file));
    for (const child of children) visit(child);
  };
  visit(file);
  return found.filter((token) => token !== "");
}

const folders = ["core", "notebook", "cli", "store", "sources", "page"];
const files = folders.flatMap((name) => {
  const folder = join(root, "src", name);
  return readdirSync(folder).map((file) => join(folder, file));
});

describe("a program without its comments", () => {
  it("has just the tokens that TypeScript sees in it, in files of every kind", () => {
    for (const file of files) {
      const code = readFileSync(file, "utf8");
      const bare = withoutComments(code);
      expect(tokensOf(bare), file).toEqual(tokensOf(code));
      expect(withoutComments(bare), file).toBe(bare);
      expect(bare.length, file).toBeLessThan(code.length);
    }
  });

  it.each([
    'get("https://a.org/b");',
    "f('/* no */');",
    "g(`// a`);",
    'h("\\"// still a text");',
    "const p = /[\"'`]/;\nf('// no');",
    "if (a) return /\\/\\/x/.test(b);",
    'const q = [/[/*]/, /"/];',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a program that holds a template
    "const t = `a ${b ? `c // ${{ d: 1 }.d}` : '`'} // e\n   f`;",
    "const r = (a + b) / 2 / c;",
    "x = a++ / b;",
  ])("keeps what only looks like a comment, a text or a pattern: %s", (code) => {
    expect(withoutComments(code)).toBe(code);
    expect(withoutComments(`${code} // said\n/* of\nit */`)).toBe(code);
  });

  it.each([
    ["f(/* one */ 1, // two\n 2)", "f(1,\n2)"],
    ["a /* of\ntwo lines */ b", "a\nb"],
    ["/** all */", ""],
    ["a/**/b", "a b"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a program that holds a template
    ["const t = `${/* in */ a}`;", "const t = `${a}`;"],
    ["a  =   1\n\n\n  b", "a = 1\nb"],
  ])("drops what is one: %j", (code, bare) => {
    expect(withoutComments(code)).toBe(bare);
  });

  it("is told apart by blanks within texts alone", () => {
    expect(withoutComments("f('a  b')")).not.toBe(withoutComments("f('a b')"));
    expect(withoutComments("f(`a\n  b`)")).not.toBe(withoutComments("f(`a\n b`)"));
    expect(withoutComments("f('a b')  ;")).toBe(withoutComments("f('a b') ;"));
  });
});
