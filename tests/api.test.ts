import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const entry = join(root, "dist", "index.d.ts");
const report = join(root, "tests", "api.txt");

/** What an outsider sees of the library: each exported name with its declaration, comments left out. */
function vocabulary(): string {
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const symbol = file && checker.getSymbolAtLocation(file);
  if (symbol === undefined) throw new Error("no exports in dist/index.d.ts");
  const printer = ts.createPrinter({ removeComments: true });
  const texts = checker.getExportsOfModule(symbol).map((one) => {
    const target = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
    return (target.declarations ?? [])
      .map((declaration) => printer.printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile()))
      .join("\n");
  });
  return `${texts.sort().join("\n\n")}\n`;
}

// A name that comes, goes or changes is changed here on purpose: UPDATE=1 npx vitest run tests/api.test.ts
it("exports the vocabulary that api.txt lists", () => {
  expect(existsSync(entry), "run npm run build first").toBe(true);
  const now = vocabulary();
  if (process.env["UPDATE"] !== undefined) writeFileSync(report, now);
  expect(now).toBe(readFileSync(report, "utf8"));
});
