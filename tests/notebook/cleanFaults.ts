import { notebookText } from "../../src/notebook/notebookText.js";

interface Cell {
  readonly id?: unknown;
  readonly cell_type: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: string | readonly string[];
  readonly execution_count?: unknown;
  readonly outputs?: readonly Output[];
}

interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly execution_count?: unknown;
}

/** What a cell may say of itself for good. Timings, scroll states and folded parts are of one run or one reader. */
const lasting = ["tags", "name"];

/** What a notebook's metadata may hold: which kernel, without its version, and what the committed run rested on. */
const ofNotebook: Readonly<Record<string, readonly string[]>> = {
  hindcast: ["code", "data", "outputs", "seeds", "versions"],
  kernelspec: ["display_name", "language", "name"],
  language_info: ["file_extension", "mimetype", "name"],
};

/** The largest forms an output may have, in characters: a chart twice its size for print, and its parts. */
const largest: Readonly<Record<string, number>> = {
  "application/vnd.hindcast.quantities+json": 200_000,
  "application/vnd.vegalite.v5+json": 400_000,
  "image/png": 800_000,
  "image/svg+xml": 1_000_000,
  "text/html": 100_000,
  "text/plain": 30_000,
};

/**
 * What in a notebook's text would show up in a diff without anybody having changed anything, or is missing for a reader
 * without a kernel. One line each; none means that the notebook can be committed.
 */
export function cleanFaults(text: string): string[] {
  const notebook = JSON.parse(text);
  const cells: readonly Cell[] = notebook.cells;
  const faults: string[] = [];
  if (notebook.nbformat !== 4 || notebook.nbformat_minor !== 5) faults.push("the format is not 4.5");
  if (!text.endsWith("}\n") || text.endsWith("\n\n")) faults.push("the text does not end with one newline");
  if (text.trimEnd() !== notebookText(notebook).trimEnd())
    faults.push("the text is not as a run writes it: keys sorted");
  for (const [name, inner] of Object.entries<Readonly<Record<string, unknown>>>(notebook.metadata)) {
    const kept = Object.hasOwn(ofNotebook, name) ? ofNotebook[name] : undefined;
    if (!kept) faults.push(`the notebook's metadata have ${name}`);
    else {
      for (const field of Object.keys(inner)) {
        if (!kept.includes(field)) faults.push(`the notebook's metadata have ${name}.${field}`);
      }
    }
  }
  faults.push(...idFaults(cells));
  let counted = 0;
  for (const [at, cell] of cells.entries()) {
    if (cell.cell_type === "code" && textOf(cell.source).trim() !== "") counted += 1;
    faults.push(...cellFaults(cell, counted).map((fault) => `cell ${at + 1}: ${fault}`));
  }
  if (!cells.some(({ outputs }) => (outputs ?? []).length > 0)) faults.push("no cell has an output");
  return faults;
}

function idFaults(cells: readonly Cell[]): string[] {
  const seen = new Set<unknown>();
  return cells.flatMap(({ id }, at) => {
    const isTwice = seen.has(id);
    seen.add(id);
    if (typeof id !== "string" || !/^[a-zA-Z0-9_-]{1,64}$/.test(id)) return [`cell ${at + 1}: no id`];
    return isTwice ? [`cell ${at + 1}: the id ${id} was there before`] : [];
  });
}

function cellFaults(cell: Cell, counted: number): string[] {
  const faults = Object.keys(cell.metadata)
    .filter((name) => !lasting.includes(name))
    .map((name) => `its metadata have ${name}`);
  if (cell.cell_type !== "code") return faults;
  if (textOf(cell.source).trim() === "") faults.push("no code");
  else if (cell.execution_count !== counted) faults.push(`its count is ${cell.execution_count}, not ${counted}`);
  return [...faults, ...(cell.outputs ?? []).flatMap((output) => outputFaults(output, counted))];
}

function outputFaults(output: Output, counted: number): string[] {
  const faults: string[] = [];
  if (output.output_type === "error") faults.push("it ended with an error");
  if (output.name === "stderr") faults.push("it complained");
  if (["\r", "\u001b"].some((sign) => textOf(output.text).includes(sign)))
    faults.push("its print moves or colours the terminal");
  if (output.output_type === "execute_result" && output.execution_count !== counted) {
    faults.push(`the count of its result is ${output.execution_count}, not ${counted}`);
  }
  for (const name of Object.keys(output.metadata ?? {})) faults.push(`the metadata of its output have ${name}`);
  for (const [type, form] of Object.entries(output.data ?? {})) {
    const length = (textOf(form) || JSON.stringify(form)).length;
    if (!Object.hasOwn(largest, type)) faults.push(`it shows ${type}`);
    else if (length > largest[type]) faults.push(`its ${type} has ${length} characters, more than ${largest[type]}`);
  }
  const path = /(^|[\s"'(:>])\/(home|root|Users|tmp|private|var)\/[^\s"'<]*/.exec(saidIn(output))?.[0].trim();
  if (path !== undefined) faults.push(`it names a path of one machine, ${path}`);
  if (output.data !== undefined && !Object.hasOwn(output.data, "text/plain")) faults.push("it shows nothing in words");
  return faults;
}

/** All that an output says in words. */
function saidIn({ text, data }: Output): string {
  return [text, data?.["text/plain"], data?.["text/html"]].map(textOf).join("\n");
}

function textOf(text: unknown): string {
  return Array.isArray(text) ? text.join("") : typeof text === "string" ? text : "";
}
