/** A Jupyter notebook, format 4. Fields that are not named here are kept as they are. */
export interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly NotebookCell[];
}

/** A cell; only cells of type "code" have outputs and a count. */
export interface NotebookCell {
  readonly id?: string;
  readonly cell_type: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: string | readonly string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly CellOutput[];
}

/** What a cell left behind: what it printed, showed or gave back, or the error it ended with. */
export type CellOutput =
  | { readonly output_type: "stream"; readonly name: string; readonly text: string }
  | { readonly output_type: "display_data"; readonly data: Bundle; readonly metadata: Bundle }
  | {
      readonly output_type: "execute_result";
      readonly data: Bundle;
      readonly metadata: Bundle;
      readonly execution_count: number | null;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** One thing in several forms, by MIME type. */
export type Bundle = Readonly<Record<string, unknown>>;

/**
 * A notebook as the text of an `.ipynb` file, the way Jupyter writes it: keys sorted, texts cut into lines, indented
 * by one space, a newline at the end. The same notebook always gives the same text.
 */
export function notebookText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: inLines(cell.source),
    ...(cell.outputs && { outputs: cell.outputs.map(outputInLines) }),
  }));
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`;
}

function outputInLines(output: CellOutput): unknown {
  if (output.output_type === "stream") return { ...output, text: inLines(output.text) };
  if (output.output_type === "error") return output;
  const forms = Object.entries(output.data).map(([type, form]) => [type, isJson(type) ? form : inLines(form)]);
  return { ...output, data: Object.fromEntries(forms) };
}

function isJson(type: string): boolean {
  return type === "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

function inLines(text: unknown): unknown {
  const whole = Array.isArray(text) ? text.join("") : text;
  return typeof whole === "string" ? (whole.match(/[^\n]*\n|[^\n]+$/g) ?? []) : text;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
