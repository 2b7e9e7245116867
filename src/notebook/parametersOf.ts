import { isDay } from "../core/day.js";
import { DataError } from "../core/errors.js";
import { type Literal, type LiteralDeclaration, literalDeclarations } from "./literalDeclarations.js";
import type { Notebook, NotebookCell } from "./notebookText.js";

/** What a parameter may be. A day is a text that is declared as a day of the calendar. */
export type ParameterType = SingleType | `list of ${SingleType}s`;

export type SingleType = "string" | "number" | "boolean" | "day";

/** A value that a run of a notebook may be given: its name, what it may be, and what the notebook has. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** The value in the cell tagged `parameters`. */
  readonly value: Literal;
  /** The value that an earlier run put in its place, in the cell tagged `injected-parameters`. */
  readonly set?: Literal;
}

/**
 * The parameters of a notebook: what its cell tagged `parameters` declares, in the order of the cell. A notebook without
 * such a cell has none. The convention is papermill's.
 *
 * @throws DataError when two cells are tagged, the cell is not code, or declares anything but written-out values
 */
export function parametersOf(notebook: Notebook, file: string): Parameter[] {
  const cell = parameterCell(notebook, file);
  if (!cell) return [];
  const injected = notebook.cells.find((one) => hasTag(one, "injected-parameters"));
  const set = new Map(injected ? declarationsOf(injected, file).map((one) => [one.name, one.value]) : []);
  return declarationsOf(cell, file).map((declared) => {
    const { name, value } = declared;
    const given = set.get(name);
    return { name, type: typeOf(declared, file), value, ...(given !== undefined && { set: given }) };
  });
}

/**
 * The one cell that is tagged `parameters`, if there is one.
 *
 * @throws DataError when there are more, or it is not code
 */
export function parameterCell(notebook: Notebook, file: string): NotebookCell | undefined {
  const cells = notebook.cells.filter((cell) => hasTag(cell, "parameters"));
  const [cell] = cells;
  if (cells.length > 1) throw new DataError(`parameters: needs one cell with this tag, got ${cells.length} (${file})`);
  if (cell && cell.cell_type !== "code") {
    throw new DataError(`parameters: needs a cell of code with this tag, got ${cell.cell_type} (${file})`);
  }
  return cell;
}

/** Whether a cell carries a tag, as Jupyter keeps them. */
export function hasTag(cell: NotebookCell, tag: string): boolean {
  const tags = cell.metadata["tags"];
  return Array.isArray(tags) && tags.includes(tag);
}

/**
 * What a cell declares, each name once.
 *
 * @throws DataError when it declares anything but written-out values, or a name twice
 */
export function declarationsOf(cell: NotebookCell, file: string): LiteralDeclaration[] {
  const declared = declarationsIn(typeof cell.source === "string" ? cell.source : cell.source.join(""), file);
  const twice = declared.find(({ name }, at) => declared.findIndex((one) => one.name === name) < at);
  if (twice) throw new DataError(`parameters: a name is declared once, got ${twice.name} twice (${file})`);
  return declared;
}

function declarationsIn(code: string, file: string): LiteralDeclaration[] {
  try {
    return literalDeclarations(code);
  } catch (error) {
    if (error instanceof DataError) throw new DataError(`${error.message}; ${only} (${file})`, { cause: error });
    throw error;
  }
}

const only = "the tagged cell holds nothing but declarations with written-out values";

function typeOf({ name, annotation, value }: LiteralDeclaration, file: string): ParameterType {
  if (!isList(value)) return singleType(value);
  const types = [...new Set(value.map(singleType))];
  const [first] = types;
  if (first && types.length === 1) return `list of ${first}s`;
  if (types.length === 2 && types.includes("string") && types.includes("day")) return "list of strings";
  const written = /^(?:readonly )?(?:\w+\.)?(string|number|boolean|Day)\[\]$/.exec(annotation)?.[1];
  const named = singles.find((one) => one === written?.toLowerCase());
  if (types.length === 0 && named) return `list of ${named}s`;
  const got =
    types.length === 0 ? "an empty list; write its type, as in const years: number[] = []" : types.join(" and ");
  throw new DataError(`parameters: ${name} needs values of one type, got ${got} (${file})`);
}

const singles: readonly SingleType[] = ["string", "number", "boolean", "day"];

function singleType(value: string | number | boolean): SingleType {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return isDay(value) ? "day" : "string";
}

function isList(value: Literal): value is readonly (string | number | boolean)[] {
  return Array.isArray(value);
}
