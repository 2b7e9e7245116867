import { expect, it } from "vitest";
import { notebookInWords } from "../../src/notebook/notebookInWords.js";
import type { CellOutput, NotebookCell } from "../../src/notebook/notebookText.js";

const code = (source: string, ...outputs: CellOutput[]): NotebookCell => ({
  ...{ cell_type: "code", metadata: {}, source, execution_count: 1 },
  outputs,
});

it("says a notebook's prose and what its cells printed, showed and ended with, in order, of the code only what was set", () => {
  const cells: NotebookCell[] = [
    { cell_type: "markdown", metadata: {}, source: "# A question\n" },
    code(
      "hidden()",
      { output_type: "stream", name: "stdout", text: "one\ntwo\n" },
      { output_type: "display_data", data: { "text/plain": "zone  n\nnorth  3", "image/png": "AAAA" }, metadata: {} },
    ),
    { ...code('const zone = "north";'), metadata: { tags: ["injected-parameters"] } },
    code("silent()"),
    code("wrong()", {
      output_type: "error",
      ename: "InputError",
      evalue: "count: no zone, got x",
      traceback: ["gone"],
    }),
    { cell_type: "markdown", metadata: {}, source: "**Answer**: no." },
  ];
  expect(notebookInWords({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells })).toBe(
    '# A question\n\none\ntwo\n\nzone  n\nnorth  3\n\nconst zone = "north";\n\nInputError: count: no zone, got x\n\n**Answer**: no.\n',
  );
});
